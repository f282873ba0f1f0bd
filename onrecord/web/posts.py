"""The forms that are sent: each saves a decision, then leads back to a page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.core.decision import Decision, Target
from onrecord.errors import DecisionConflict, UsageError
from onrecord.web import acts
from onrecord.web.access import coder_of, fits, is_ours, tidy
from onrecord.web.acts import Coder, Form
from onrecord.web.answer import page, part
from onrecord.web.desk import Desk
from onrecord.web.finding import finding_pane
from onrecord.web.incident import WHAT, seen
from onrecord.web.pages import Trouble, desk_of, own_pass

Handler = Callable[[Request, Form], Response]

LONGEST = 100_000
"""Characters of a form's part at most: words that one marks, not a whole book."""


def post(handler: Handler) -> Callable[..., object]:
    """A handler of a form: refuses forms of other sites and of people without a name."""

    async def handle(request: Request) -> Response:
        sent = await request.form(max_files=0, max_part_size=LONGEST)
        form = {name: value for name, value in sent.items() if isinstance(value, str)}
        refused = _refusal(request, form, handler)
        if refused is not None:
            return refused
        return await run_in_threadpool(handler, request, form)

    return handle


def _refusal(request: Request, form: Form, handler: Handler) -> Response | None:
    if not is_ours(request, form.get("token", "")):
        context = Trouble(
            "This form has grown old",
            "Nothing was saved. Go back, reload the page and send the form again.",
        )
        return page(request, "trouble", context, title="Not saved", status=403)
    if handler not in OPEN and not coder_of(request):
        context = Trouble("Sign in to decide", "A decision carries the name of who made it.")
        return page(request, "trouble", context, title="Sign in", status=403)
    return None


def coder(request: Request) -> Coder:
    """Who sends the form, and in which stage."""
    return Coder(coder_of(request), "first" if request.app.state.independent else "final")


def saved(request: Request, decision: Decision, back: str) -> Response:
    """Back to a page of ours, which says what was saved and offers to take it back."""
    name = decision.about.name
    request.session["said"] = f"Saved: {WHAT[decision.action]}{f' – {name}' if name else ''}."
    request.session["undo"] = decision.id if decision.action != "undo" else ""
    return RedirectResponse(safe(back), 303)


def safe(back: str) -> str:
    """A path of this desk: never another site's address."""
    fine = back.startswith("/") and not back.startswith(("//", "/\\"))
    return quote(back, safe="/?&=#%+:,;~-._") if fine else "/"


def rule(request: Request, form: Form) -> Response:
    """Accept, correct, reject or note a value."""
    incident, finding = request.path_params["incident"], request.path_params["finding"]
    desk = desk_of(request)
    try:
        decision = acts.rule(desk, coder(request), incident, finding, form)
    except (DecisionConflict, UsageError) as error:
        context = finding_pane(
            desk,
            incident,
            finding,
            coder=own_pass(request),
            kept=dict(form),
            trouble=conflict_words(request, error),
            back=form.get("back", ""),
        )
        status = 409 if isinstance(error, DecisionConflict) else 400
        return part(request, "finding", context, title=context.label, status=status)
    return saved(request, decision, form.get("back", "") or f"/incidents/{incident}#f-{finding}")


def conflict_words(request: Request, error: Exception) -> str:
    """Why a save was refused: who decided what in the meantime."""
    if not isinstance(error, DecisionConflict):
        return str(error)
    if not error.value:
        return "This changed while you were looking. What you wrote is kept below."
    other = desk_of(request).decisions.named(error.value)
    return (
        f"{other.who} {WHAT[other.action]} this at {other.at[11:16]} UTC while you were looking. Nothing "
        "is lost: their decision stands above, what you wrote is kept below. Save again to put yours over it."
    )


def add(request: Request, form: Form) -> Response:
    """Add a value."""
    incident = request.path_params["incident"]
    decision = acts.add(desk_of(request), coder(request), incident, form)
    return saved(request, decision, form.get("back", "") or f"/incidents/{incident}")


def note_incident(request: Request, form: Form) -> Response:
    """A note on an incident."""
    incident = request.path_params["incident"]
    target = acts.incident_target(seen(desk_of(request), incident))
    decision = acts.reasoned(desk_of(request), coder(request), "note", target, form)
    return saved(request, decision, f"/incidents/{incident}#notes")


def merge_or_link(request: Request, form: Form) -> Response:
    """Merge an incident with another, or link the two."""
    desk, incident = desk_of(request), request.path_params["incident"]
    about = acts.incident_target(seen(desk, incident))
    other = acts.incident_chosen(desk, form.get("other", ""))
    if other.incident == about.incident:
        raise UsageError("That is this incident itself", value=other.name, hint="Name another.")
    action = "link" if form.get("action") == "link" else "merge_incidents"
    decision = acts.belong(desk, coder(request), action, about, form, other=other)
    return regrouped(request, decision, f"/incidents/{incident}#work")


def split_incident(request: Request, form: Form) -> Response:
    """Split reports off an incident."""
    desk, incident = desk_of(request), request.path_params["incident"]
    about = acts.incident_target(seen(desk, incident))
    chosen = tuple(r for r in about.reports if form.get(f"report-{r}"))
    if not chosen or len(chosen) == len(about.reports):
        raise UsageError(
            "Nothing to split", hint="Tick the reports that speak of another incident, not all."
        )
    other = Target("incident", reports=chosen, name=f"{len(chosen)} reports")
    decision = acts.belong(desk, coder(request), "split_incident", about, form, other=other)
    return regrouped(request, decision, f"/incidents/{incident}#work")


def move_report(request: Request, form: Form) -> Response:
    """Move a report to another incident."""
    desk, report = desk_of(request), request.path_params["report"]
    about = acts.report_target(desk, report)
    other = acts.incident_chosen(desk, form.get("other", ""))
    decision = acts.belong(desk, coder(request), "move_report", about, form, other=other)
    return regrouped(request, decision, f"/reports/{report}#work")


def mark_copy(request: Request, form: Form) -> Response:
    """Mark a report as a copy of another, or as no copy."""
    desk, report = desk_of(request), request.path_params["report"]
    about = acts.report_target(desk, report)
    original = form.get("other", "")
    other = acts.report_target(desk, original) if original else None
    action = "copy" if original else "not_copy"
    decision = acts.belong(desk, coder(request), action, about, form, other=other)
    return regrouped(request, decision, f"/reports/{report}#work")


def note_report(request: Request, form: Form) -> Response:
    """A note on a report."""
    report = request.path_params["report"]
    about = acts.report_target(desk_of(request), report)
    decision = acts.reasoned(desk_of(request), coder(request), "note", about, form)
    return saved(request, decision, f"/reports/{report}#work")


def merge_entity(request: Request, form: Form) -> Response:
    """Merge a person or body with another of the list, or split reports off."""
    desk, entity = desk_of(request), request.path_params["entity"]
    about = acts.entity_target(desk, entity)
    chosen = form.get("other", "").rstrip("/").split("/")[-1]
    decision = acts.belong(
        desk,
        coder(request),
        "merge_entities",
        about,
        form,
        other=acts.entity_target(desk, chosen),
    )
    return regrouped(request, decision, f"/entities/{entity}#work")


def split_entity(request: Request, form: Form) -> Response:
    """Split the mentions of some reports off a person or body."""
    desk, entity = desk_of(request), request.path_params["entity"]
    about = acts.entity_target(desk, entity)
    chosen = tuple(sorted(k.removeprefix("report-") for k in form if k.startswith("report-")))
    if not chosen:
        raise UsageError("Nothing to split", hint="Tick the reports that mean somebody else.")
    name = form.get("name", "").strip() or about.name
    other = Target("entity", reports=chosen, name=name)
    decision = acts.belong(desk, coder(request), "split_entity", about, form, other=other)
    return regrouped(request, decision, f"/entities/{entity}#work")


def rule_statement(request: Request, form: Form) -> Response:
    """Mark who says a statement, or reject it whole."""
    desk, incident = desk_of(request), request.path_params["incident"]
    about = acts.statement_target(seen(desk, incident), request.path_params["statement"])
    if form.get("action") == "reject":
        decision = acts.reasoned(desk, coder(request), "reject", about, form)
    else:
        other = acts.entity_target(desk, form.get("other", ""))
        decision = acts.belong(desk, coder(request), "speaker", about, form, other=other)
    return regrouped(request, decision, f"/incidents/{incident}#said-what")


def regrouped(request: Request, decision: Decision, back: str) -> Response:
    """As `saved`, and the record is put together again with the decision."""
    desk_of(request).regroup()
    return saved(request, decision, back)


def settle(request: Request, form: Form) -> Response:
    """Make one coder's first pass final."""
    known = form.get("decision", "")
    decision = acts.settle(desk_of(request), coder(request), known, form.get("why", ""))
    return saved(request, decision, "/agreement")


def undo(request: Request, form: Form) -> Response:
    """Take a decision back."""
    desk = desk_of(request)
    known = desk.decisions.named(form.get("decision", ""))
    decision = acts.undo(desk, coder(request), known.id)
    if any(d.rebuilds for d in chain_of(desk, known)):
        desk.regroup()
    return saved(request, decision, form.get("back", "") or "/decisions")


def chain_of(desk: Desk, decision: Decision) -> list[Decision]:
    """A decision, and if it is an undo, what it took back, and so on."""
    found = [decision]
    while found[-1].undoes:
        found.append(desk.decisions.named(found[-1].undoes))
    return found


def sign_in(request: Request, form: Form) -> Response:
    """Say who one is."""
    name = tidy(form.get("name", ""))
    access = request.app.state.access
    trouble = "" if name else "Write your name: your decisions carry it."
    if name and access.kind == "passwords":
        known = desk_of(request).log.coders().get(name, "")
        if not known or not fits(form.get("password", ""), known):
            trouble = "Name and password do not fit together."
    if trouble or access.kind == "header":
        return sign_in_page(request, trouble)
    request.session["coder"] = name
    return RedirectResponse(safe(form.get("back", "/")), 303)


def sign_in_page(request: Request, trouble: str = "") -> Response:
    """The page on which people say who they are."""
    context = Trouble(trouble, request.query_params.get("back", "/"))
    return page(request, "signin", context, title="Sign in", status=400 if trouble else 200)


def sign_out(request: Request, form: Form) -> Response:
    """Forget who one is."""
    request.session.clear()
    return RedirectResponse("/", 303)


OPEN = (sign_in, sign_out)
"""Forms for which one need not be signed in."""

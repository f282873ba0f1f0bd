"""The pages that are read: from a request to a context to an answer."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.access import coder_of
from onrecord.web.answer import page, part
from onrecord.web.ask import asked
from onrecord.web.desk import Desk
from onrecord.web.entity import entities_page, entity_page
from onrecord.web.finding import finding_pane
from onrecord.web.history import agreement_page, log_page
from onrecord.web.incident import incident_page, words_pane
from onrecord.web.incidents import incidents_page
from onrecord.web.queue import queue_page
from onrecord.web.report import beside_page, report_page
from onrecord.web.statement import statement_page
from onrecord.web.versions import changes_page


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that says what went wrong, the next step, and the value that was given."""

    message: str
    hint: str
    value: str = ""


def desk_of(request: Request) -> Desk:
    """The desk of the application."""
    desk: Desk = request.app.state.desk
    return desk


def own_pass(request: Request) -> str:
    """The coder whose first pass is shown; "" where people decide together."""
    return coder_of(request) if request.app.state.independent else ""


def incidents(request: Request) -> Response:
    """The list of incidents: `/`."""
    given = asked(request.query_params)
    context = incidents_page(desk_of(request), given.ask, given.troubles)
    return page(request, "incidents", context, title="Incidents", part="incidents")


def incident(request: Request) -> Response:
    """One incident: `/incidents/{incident}`; `?until=` shows it as of that day or moment."""
    context = incident_page(
        desk_of(request),
        request.path_params["incident"],
        coder=own_pass(request),
        moment=request.query_params.get("until", "").strip(),
    )
    return page(request, "incident", context, title=context.brief.title, part="incidents")


def finding(request: Request) -> Response:
    """One value: `/incidents/{incident}/values/{finding}`; a part of the page for htmx."""
    context = finding_pane(
        desk_of(request),
        request.path_params["incident"],
        request.path_params["finding"],
        coder=own_pass(request),
        back="/queue" if request.query_params.get("back") == "queue" else "",
        moment=request.query_params.get("until", "").strip(),
    )
    return part(request, "finding", context, title=f"{context.label}: {context.value_words}")


def words(request: Request) -> Response:
    """Words in their report: `/reports/{report}/words?at=10-20&via=3-8&who=…`."""
    query = request.query_params
    context = words_pane(
        desk_of(request),
        request.path_params["report"],
        at=query.get("at", ""),
        via=query.get("via", ""),
        names=query.get("who", ""),
    )
    return part(request, "words", context, title=context.title)


def number(request: Request, name: str) -> int:
    """A number of the query; 1 where it is none."""
    given = request.query_params.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def report(request: Request) -> Response:
    """One report: `/reports/{report}`; `?at=10-20` shows words, `?part=2` a part of a long text."""
    context = report_page(
        desk_of(request),
        request.path_params["report"],
        at=request.query_params.get("at", ""),
        part=number(request, "part"),
    )
    return page(request, "report", context, title=context.title)


def beside(request: Request) -> Response:
    """Two reports side by side: `/reports/{report}/beside/{other}`."""
    path = request.path_params
    context = beside_page(desk_of(request), path["report"], path["other"])
    return page(request, "beside", context, title="Two reports side by side")


def changes(request: Request) -> Response:
    """What changed between two captures of one address: `/reports/{report}/since/{other}`."""
    path = request.path_params
    context = changes_page(desk_of(request).snapshot, path["report"], path["other"])
    return page(request, "changes", context, title="What changed between versions")


def entities(request: Request) -> Response:
    """People, bodies and things: `/entities?q=&kind=`."""
    query = request.query_params
    context = entities_page(
        desk_of(request), query.get("q", "").strip(), query.get("kind", ""), number(request, "page")
    )
    return page(request, "entities", context, title="People and bodies", part="entities")


def entity(request: Request) -> Response:
    """One person or body over all incidents: `/entities/{entity}`."""
    context = entity_page(desk_of(request), request.path_params["entity"])
    return page(request, "entity", context, title=context.name, part="entities")


def queue(request: Request) -> Response:
    """What waits for a ruling: `/queue?order=disputed|uncertain|newest`."""
    order = request.query_params.get("order", "")
    context = queue_page(desk_of(request), order, number(request, "page"), coder=own_pass(request))
    return page(request, "queue", context, title="Queue", part="queue")


def decisions(request: Request) -> Response:
    """The log of decisions: `/decisions?who=`."""
    who = request.query_params.get("who", "")
    context = log_page(desk_of(request), who, number(request, "page"), coder=own_pass(request))
    return page(request, "decisions", context, title="Decisions", part="decisions")


def agreement(request: Request) -> Response:
    """Agreement between coders, and what they have to settle: `/agreement`.

    In an independent pass others' values stay unseen until one asks to settle (`?settle=1`).
    """
    hidden = request.app.state.independent and request.query_params.get("settle") != "1"
    context = agreement_page(desk_of(request), hidden=hidden)
    return page(request, "agreement", context, title="Agreement", part="agreement")


def statement(request: Request) -> Response:
    """The form to mark another speaker: `/incidents/{incident}/statements/{statement}`."""
    path = request.path_params
    context = statement_page(desk_of(request), path["incident"], path["statement"])
    return page(request, "statement", context, title="Who says it", part="incidents")


def intake(request: Request) -> Response:
    """What could not be taken: `/intake`."""
    rows = desk_of(request).snapshot.rows(
        'SELECT "where", detail, hint FROM rejections ORDER BY ALL LIMIT 1000'
    )
    context = IntakePage(tuple(Rejected(*row) for row in rows))
    return page(request, "intake", context, title="What could not be taken")


def help_page(request: Request) -> Response:
    """Keys, and what the words mean: `/help`."""
    return page(request, "help", Trouble("Help", ""), title="Help")


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be taken: where, why, and the next step."""

    where: str
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class IntakePage:
    """All inputs that could not be taken."""

    rejections: tuple[Rejected, ...]

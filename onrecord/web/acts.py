"""What coders do: from a form to a decision in the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from onrecord.core.decision import Base, Decision, Stage, Target, Words, make_decision
from onrecord.core.record import RecordReport
from onrecord.core.span import Span, Spans
from onrecord.core.values import Value
from onrecord.errors import RecordNotFound, UsageError
from onrecord.web.desk import Desk
from onrecord.web.finding import MOST_WORDS, base_of, entity_named, key_of
from onrecord.web.incident import Seen, finding_named, seen
from onrecord.web.text import find_words, spans_in
from onrecord.web.values import parse, takes_entity

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Coder:
    """Who decides, and in which stage."""

    name: str
    stage: Stage = "final"


def now() -> str:
    """This moment, UTC, to the microsecond: two decisions in a row have an order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def rule(desk: Desk, coder: Coder, incident: str, finding: str, form: Form) -> Decision:
    """Saves a decision on a value: accept, correct, reject or note.

    Raises:
        UsageError: the form lacks something.
        DecisionConflict: somebody else decided on it since the page was shown.
        RecordNotFound: there is no such incident or value.
    """
    found = seen(desk, incident, coder=coder.name if coder.stage == "first" else "")
    gone = next((f for f in found.replayed.rejected if f.id == finding), None)
    of = gone or finding_named(found.replayed.incident, finding)
    about = key_of(found, finding)
    action = form.get("action", "")
    value = value_of(found, of.field, form) if action == "correct" else None
    decision = make_decision(
        at=now(),
        who=coder.name,
        action=action,
        about=about,
        value=value,
        evidence=evidence_of(desk, form) or _given(found, finding, value),
        why=form.get("why", ""),
        stage=coder.stage,
        base=base_of(found, finding),
    )
    desk.save(decision, seen=form.get("seen", ""))
    return decision


def _given(found: Seen, finding: str, value: Value | None) -> tuple[Words, ...]:
    """The words of reports that give the chosen value already."""
    of = next((f for f in found.machine.findings if f.id == finding), None)
    if of is None or value is None:
        return ()
    sides = [(of.value, of.claims), *((o.value, o.claims) for o in of.alternatives)]
    return tuple(
        Words(claim.report, claim.evidence)
        for side, claims in sides
        if side == value
        for claim in claims
    )


def add(desk: Desk, coder: Coder, incident: str, form: Form) -> Decision:
    """Saves a value that the record lacks.

    Raises:
        UsageError: the form lacks something, or the words are not in the report.
        RecordNotFound: there is no such incident, person or report.
    """
    found = seen(desk, incident)
    field, subject = form.get("field", ""), form.get("subject", "") or incident
    about = Target(
        kind="finding",
        incident=found.machine.id,
        reports=found.machine.reports,
        subject=subject,
        name=found.machine.title if subject == incident else entity_named(found, subject).name,
        field=field,
    )
    if field.startswith("person.") == (subject == incident):
        raise UsageError(
            "That value does not fit its subject",
            value=field,
            hint="Choose the incident for what happened, a person for what a person is.",
        )
    decision = make_decision(
        at=now(),
        who=coder.name,
        action="add",
        about=about,
        value=value_of(found, field, form),
        evidence=evidence_of(desk, form),
        why=form.get("why", ""),
        stage=coder.stage,
        base=Base(reports=found.machine.reports),
    )
    desk.save(decision)
    return decision


def value_of(found: Seen, field: str, form: Form) -> Value:
    """The value of the form; an entity has to be one of the incident's.

    Raises:
        UsageError: it is none of that field.
        RecordNotFound: there is no such entity.
    """
    value = parse(field, form.get("value", ""))
    if takes_entity(field):
        return entity_named(found, str(value)).id
    return value


def evidence_of(desk: Desk, form: Form) -> tuple[Words, ...]:
    """The words that were marked: by their place, or as copied from the text.

    Raises:
        UsageError: the words are not in the report.
        RecordNotFound: there is no such report.
    """
    words = form.get("words", "").strip("\r\n")
    if not words.strip():
        return ()
    entry = desk.snapshot.report(form.get("report", ""))
    return (Words(entry.report.id, marked(entry, words, form)),)


def marked(entry: RecordReport, words: str, form: Form) -> Spans:
    """The marked words' place: the one that the browser told where it fits, else the first."""
    text = entry.report.text
    told = spans_in(form.get("at", ""), text)
    if told and "".join(s.cut(text) for s in told).split() == words.split():
        return told
    occurrence = form.get("occurrence", "1")
    span: Span = find_words(text, words, int(occurrence) if occurrence.isdigit() else 1)
    return (span,)


def reasoned(desk: Desk, coder: Coder, action: str, about: Target, form: Form) -> Decision:
    """Saves a decision that is no more than its reason: a note, or that a statement is rejected.

    Raises:
        UsageError: it has none.
    """
    decision = make_decision(
        at=now(), who=coder.name, action=action, about=about, why=form.get("why", "")
    )
    desk.save(decision)
    return decision


def incident_target(found: Seen) -> Target:
    """An incident as a target."""
    machine = found.machine
    return Target("incident", incident=machine.id, reports=machine.reports, name=machine.title)


def undo(desk: Desk, coder: Coder, decision: str) -> Decision:
    """Takes a decision back: by another decision.

    Raises:
        RecordNotFound: there is no such decision.
        UsageError: it is undone already.
    """
    known = desk.decisions.named(decision)
    undone = {d.undoes for d in desk.decisions.every if d.action == "undo"} & {known.id}
    if undone and known.action != "undo" and known not in desk.decisions.standing:
        raise UsageError("This has been taken back already", value=known.who)
    made = make_decision(
        at=now(),
        who=coder.name,
        action="undo",
        about=known.about,
        stage=known.stage,
        undoes=known.id,
    )
    desk.save(made)
    return made


def settle(desk: Desk, coder: Coder, decision: str, why: str) -> Decision:
    """Makes one coder's first pass on a value final.

    Raises:
        RecordNotFound: there is no such decision.
        DecisionConflict: somebody else settled it in the meantime.
    """
    known = desk.decisions.named(decision)
    made = make_decision(
        at=now(),
        who=coder.name,
        action=known.action,
        about=known.about,
        value=known.value,
        evidence=known.evidence,
        why=why or known.why or f"as {known.who} coded it",
        base=known.base,
    )
    desk.save(made, seen="")
    return made


def belong(
    desk: Desk, coder: Coder, action: str, about: Target, form: Form, *, other: Target | None = None
) -> Decision:
    """Saves a decision on what belongs together, on who speaks, or a link.

    Raises:
        UsageError: the second thing is missing.
    """
    if other is None and action != "not_copy":
        raise UsageError("The other one is missing", value=action, hint="Choose it.")
    decision = make_decision(
        at=now(), who=coder.name, action=action, about=about, other=other, why=form.get("why", "")
    )
    desk.save(decision)
    return decision


def report_target(desk: Desk, report: str) -> Target:
    """A report as a target.

    Raises:
        RecordNotFound: there is no such report.
    """
    entry = desk.snapshot.report(report)
    return Target(
        "report",
        incident=next(iter(entry.incidents), ""),
        reports=(report,),
        name=entry.report.title or entry.report.outlet or report,
    )


def incident_chosen(desk: Desk, written: str) -> Target:
    """The incident that a coder names: by its id, its address on the desk, or its title.

    Raises:
        UsageError: none is called so.
    """
    words = written.strip()
    known = words.rstrip("/").split("/")[-1].split("#")[0].split("?")[0]
    for row in desk.snapshot.overview.rows:
        if known == row.id or words.casefold() == row.title.casefold():
            machine = desk.snapshot.incident(row.id)
            return Target("incident", incident=row.id, reports=machine.reports, name=machine.title)
    raise UsageError("No such incident", value=words, hint="Give its title, address or id.")


def entity_target(desk: Desk, entity: str) -> Target:
    """An entity as a target, with words by which it is found again.

    Raises:
        RecordNotFound: there is none.
    """
    found = desk.snapshot.entities([entity])
    if not found:
        raise RecordNotFound("No such person or body", value=entity, hint="Search for the name.")
    rows = desk.snapshot.rows(
        'SELECT report, "start", "end" FROM record_mentions WHERE entity = ?'
        f" ORDER BY position LIMIT {MOST_WORDS}",
        [entity],
    )
    words = tuple(Words(row[0], (Span(row[1], row[2]),)) for row in rows)
    return Target("entity", subject=entity, name=found[0].name, subject_words=words)


def statement_target(found: Seen, statement: str) -> Target:
    """A statement as a target.

    Raises:
        RecordNotFound: the incident has none with that id.
    """
    for known in found.machine.statements:
        if known.id == statement:
            return Target(
                "statement",
                incident=found.machine.id,
                reports=found.machine.reports,
                name=found.names.get(known.speaker or "", ""),
                words=(Words(known.report, known.content),),
            )
    raise RecordNotFound("No such statement", value=statement, hint="Reload the incident's page.")

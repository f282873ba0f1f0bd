"""The pane of one value: who says so, in which words, what was ruled, and the forms to rule."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.core.decision import Base, Target, Words
from onrecord.core.record import Claim, Finding, RecordEntity
from onrecord.errors import RecordNotFound
from onrecord.export.see import see
from onrecord.export.view import BriefView, FindingView, ValueView
from onrecord.export.words import finding_label, upper_first, value_words
from onrecord.web.desk import Desk
from onrecord.web.incident import (
    Ruled,
    Seen,
    WordsPane,
    as_written,
    finding_named,
    ruled,
    seen,
    words_pane,
)
from onrecord.web.values import hint, takes_entity

MOST_WORDS = 12
"""Words by which a decision finds its value again: the first ones suffice."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that may be chosen, as it is written into the form."""

    written: str
    words: str


@dataclass(frozen=True, slots=True)
class FindingPane:
    """One value of an incident.

    `last` is the id of the last decision on it ("" for none), which the forms bring back; `gone` marks
    a value that a coder rejected; `choices` are the other values given.
    """

    incident: str
    title: str
    id: str
    field: str
    label: str
    subject: str
    value_words: str
    written: str
    hint: str
    view: FindingView | None
    gone: bool
    history: tuple[Ruled, ...]
    last: str
    choices: tuple[Choice, ...]
    entities: tuple[Choice, ...]
    reports: tuple[Choice, ...]
    words: WordsPane | None
    kept: dict[str, str]
    trouble: str = ""
    back: str = ""
    until: str = ""


def finding_pane(
    desk: Desk,
    incident: str,
    finding: str,
    *,
    coder: str = "",
    kept: dict[str, str] | None = None,
    trouble: str = "",
    back: str = "",
    moment: str = "",
) -> FindingPane:
    """The pane of one value; `kept` is what a coder had written when a save was refused.

    `moment` shows the value as of then, where nothing can be ruled.

    Raises:
        RecordNotFound: there is no such incident or value.
        UsageError: the moment is none.
    """
    found = seen(desk, incident, coder=coder, moment=moment)
    view = _view(see(found.contents, found.machine.id, texts=False), finding)
    of = _finding(found, finding)
    return FindingPane(
        incident=incident,
        title=found.machine.title,
        id=finding,
        field=of.field,
        label=upper_first(finding_label(of)),
        subject="" if of.subject == incident else found.names.get(of.subject, ""),
        value_words=value_words(of.field, of.value, found.names),
        written=as_written(of.value),
        hint=hint(of.field),
        view=view,
        gone=view is None,
        history=_history(desk, found, finding, coder),
        last=last_on(desk, found, finding, coder),
        choices=_choices(of, found),
        entities=_entities(found) if takes_entity(of.field) else (),
        reports=tuple(
            Choice(e.report.id, f"{e.report.outlet or '?'}: {e.report.title or 'No title'}")
            for e in found.contents.reports
        ),
        words=_first_words(desk, view, of),
        kept=kept or {},
        trouble=trouble,
        back=back,
        until=moment,
    )


def _finding(found: Seen, finding: str) -> Finding:
    """The finding as a coder sees it; a rejected one as the record has it."""
    gone = next((f for f in found.replayed.rejected if f.id == finding), None)
    return gone or finding_named(found.replayed.incident, finding)


def _view(brief: BriefView, finding: str) -> FindingView | None:
    fields = [*brief.facts, *(f for person in brief.people for f in person.fields)]
    lines = [*brief.figures, *(line for field in fields for line in field.lines)]
    return next((line for line in lines if line.id == finding), None)


def _history(desk: Desk, found: Seen, finding: str, coder: str) -> tuple[Ruled, ...]:
    """All decisions on the value, those taken back too, the newest first; of first passes one's own."""
    against = {r.decision.id: r.against for r in found.replayed.rulings.get(finding, ())}
    keys = {r.decision.about.key for r in found.replayed.rulings.get(finding, ())}
    keys.add(target_of(found, _finding(found, finding)).key)
    standing = {d.id for d in found.decisions}
    every = [
        d
        for d in desk.decisions.every
        if d.about.key in keys and (d.stage == "final" or d.who == coder)
    ]
    return tuple(
        replace(
            ruled(d, found.names, against.get(d.id, "")),
            undone=d.id not in standing and d.action != "undo",
        )
        for d in reversed(every)
    )


def key_of(found: Seen, finding: str) -> Target:
    """The target of decisions on the value: that of earlier ones, so that all have one key."""
    rulings = found.replayed.rulings.get(finding, ())
    return rulings[-1].decision.about if rulings else target_of(found, _finding(found, finding))


def last_on(desk: Desk, found: Seen, finding: str, coder: str) -> str:
    """The id of the last decision on the value, taken back or not; "" for none.

    `coder` is set in a first pass, where everyone's own decisions count alone.
    """
    key, stage = key_of(found, finding).key, "first" if coder else "final"
    those = (
        d.id
        for d in reversed(desk.decisions.every)
        if d.about.key == key and d.stage == stage and (not coder or d.who == coder)
    )
    return next(those, "")


def _choices(of: Finding, found: Seen) -> tuple[Choice, ...]:
    return tuple(
        Choice(as_written(other.value), value_words(of.field, other.value, found.names))
        for other in of.alternatives
        if other.value != of.value
    )


def _entities(found: Seen) -> tuple[Choice, ...]:
    """Entities of the incident, by name."""
    known = sorted(found.contents.entities, key=lambda e: e.name.casefold())
    return tuple(Choice(e.id, f"{e.name} ({e.kind})") for e in known)


def _first_words(desk: Desk, view: FindingView | None, of: Finding) -> WordsPane | None:
    """The words of the first claim."""
    side: ValueView | None = view.value if view else None
    if side is not None and side.claims:
        claim = side.claims[0]
        return words_pane(desk, claim.report, at=claim.at, via=claim.via, names=claim.who)
    if of.claims and of.claims[0].evidence:
        first = of.claims[0]
        at = ",".join(f"{s.start}-{s.end}" for s in first.evidence)
        return words_pane(desk, first.report, at=at, via="", names="")
    return None


def target_of(found: Seen, finding: Finding) -> Target:
    """What a decision on the finding is about."""
    subject = next((e for e in found.contents.entities if e.id == finding.subject), None)
    claims = [*finding.claims, *(c for other in finding.alternatives for c in other.claims)]
    return Target(
        kind="finding",
        incident=found.machine.id,
        reports=found.machine.reports,
        subject=finding.subject,
        name=subject.name if subject else found.machine.title,
        words=tuple(words_of(claim) for claim in claims[:MOST_WORDS]),
        field=finding.field,
        value=finding.value,
        finding=finding.id,
    )


def words_of(claim: Claim) -> Words:
    """A claim's words."""
    return Words(claim.report, claim.evidence)


def base_of(found: Seen, finding: str) -> Base:
    """What the machine had for the finding when the coder decided."""
    of = next((f for f in found.machine.findings if f.id == finding), None)
    if of is None:
        return Base()
    return Base(of.value, of.origins, found.machine.reports)


def entity_named(found: Seen, entity: str) -> RecordEntity:
    """The incident's entity with that id.

    Raises:
        RecordNotFound: there is none.
    """
    for known in found.contents.entities:
        if known.id == entity:
            return known
    raise RecordNotFound("No such person or body", value=entity, hint="Reload the page.")

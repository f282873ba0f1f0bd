"""Two timelines of an incident: what happened when, and what was reported when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.record import Claim, Finding, Step, TimelineEntry
from onrecord.core.values import Period, Value
from onrecord.facts.base import FactType
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import Said
from onrecord.reconcile.conflicts import scope_of
from onrecord.reconcile.findings import by_subject
from onrecord.reconcile.moves import Moment, Move, moments
from onrecord.reconcile.telling import brought_by, told

FIRST_TOLD = frozenset(
    {
        "incident.killed",
        "incident.injured",
        "incident.missing",
        "incident.arrested",
        "incident.perpetrator",
        "incident.claimed_by",
    }
)
"""Fields whose first value is news of its own; of the others the timeline tells what became of it."""

FOLLOWED = FIRST_TOLD | {
    "incident.perpetrators",
    "incident.kidnapped",
    "incident.rescued",
    "incident.evacuated",
    "incident.perpetrators_killed",
    "incident.perpetrators_arrested",
    "incident.date",
    "incident.time",
    "incident.weapon",
    "incident.motive",
    "person.age",
    "person.condition",
}
"""Fields whose values change in the course of reporting, or are corrected."""

PASSED_OVER: frozenset[Step] = frozenset({"first", "confirmed", "finer"})
"""Steps that are told of the fields of `FIRST_TOLD` alone."""


def make_timeline(
    title: str,
    found: Sequence[Finding],
    said: Sequence[Said],
    names: Mapping[str, str],
    weights: Mapping[str, int],
) -> tuple[TimelineEntry, ...]:
    """Both timelines in order of time."""
    entries = [*_happened(title, found), *_reported(said, names, weights)]
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.kind, entry.what)))


def _happened(title: str, found: Sequence[Finding]) -> list[TimelineEntry]:
    """The incident itself, at its date and time."""
    dates = [f for f in found if f.field == "incident.date" and f.status != "denied"]
    times = [f for f in found if f.field == "incident.time" and f.status != "denied"]
    if not dates:
        return []
    at = _start(dates[0].value)
    claims = dates[0].claims
    if times and len(at) == len("2000-01-01"):
        at = f"{at}T{_start(times[0].value)}"
        claims = (*claims, *times[0].claims)
    return [TimelineEntry(at, title, "happened", claims)]


def _start(value: Value) -> str:
    return value.start if isinstance(value, Period) else str(value)


def _reported(
    said: Sequence[Said], names: Mapping[str, str], weights: Mapping[str, int]
) -> list[TimelineEntry]:
    """Each move of a value that is followed, with the claims that brought it about."""
    scope = scope_of(said)
    return [
        _entry(moment, move, kind, names)
        for kind in FACT_TYPES
        if kind.field in FOLLOWED
        for group in by_subject([one for one in said if one.field == kind.field])
        for moment in moments(group, kind, weights, scope)
        for move in moment.moves
        if _is_news(move, kind, names)
    ]


def _is_news(move: Move, kind: FactType, names: Mapping[str, str]) -> bool:
    """Whether the timeline tells of it: "the man" as attacker is no news, a name is."""
    if move.step not in PASSED_OVER:
        return True
    if move.step != "first" or kind.field not in FIRST_TOLD:
        return False
    return not kind.entity_value or names.get(str(move.after.leading.value), "")[:1].isupper()


def _entry(moment: Moment, move: Move, kind: FactType, names: Mapping[str, str]) -> TimelineEntry:
    return TimelineEntry(
        at=moment.at,
        what=told(move, kind, names, since=moment.at),
        kind="reported",
        claims=_claims(brought_by(move, moment.at)),
        step=move.step,
        subject=move.after.leading.said[0].subject,
        field=kind.field,
    )


def _claims(said: Sequence[Said]) -> tuple[Claim, ...]:
    return tuple(one.claim for one in said)

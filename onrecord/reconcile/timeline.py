"""Two timelines of an incident: what happened when, and what was reported when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.record import Claim, Finding, Step, TimelineEntry
from onrecord.core.values import Period, Value
from onrecord.facts.base import FactType
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import Said
from onrecord.reconcile.conflicts import scope_of
from onrecord.reconcile.findings import CONDITION, by_subject
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
    withdrawn: Sequence[TimelineEntry] = (),
) -> tuple[TimelineEntry, ...]:
    """Both timelines in order of time; `withdrawn` is what pages say no more."""
    entries = [
        *_happened(title, found),
        *_befell(found, names),
        *_reported(said, names, weights),
        *withdrawn,
    ]
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


def _befell(found: Sequence[Finding], names: Mapping[str, str]) -> list[TimelineEntry]:
    """What befell people at a time that a report tells, past conditions too: died, arrested, freed."""
    entries: list[TimelineEntry] = []
    for finding in found:
        if finding.field == CONDITION and not names.get(finding.subject, "")[:1].islower():
            for value, claims in _held(finding):
                dated = [c for c in claims if c.as_of and c.certainty != "denied"]
                for at in _most_exact({str(claim.as_of) for claim in dated}):
                    told = f"{names.get(finding.subject, finding.subject)}: {_state_words(value)}"
                    mine = tuple(claim for claim in dated if claim.as_of == at)
                    entries.append(
                        TimelineEntry(
                            at, told, "happened", mine, subject=finding.subject, field=CONDITION
                        )
                    )
    return entries


def _most_exact(times: set[str]) -> list[str]:
    """The times without days of which a time of day is known."""
    return sorted(t for t in times if not any(o != t and o.startswith(f"{t}T") for o in times))


def _held(finding: Finding) -> list[tuple[Value, tuple[Claim, ...]]]:
    """A finding's value and those that it replaced, with their claims."""
    if finding.status == "denied":
        return []
    past = [(a.value, a.claims) for a in finding.alternatives if a.relation == "replaced"]
    return [(finding.value, finding.claims), *past]


def _state_words(value: Value) -> str:
    return str(value).replace("_", " ")


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

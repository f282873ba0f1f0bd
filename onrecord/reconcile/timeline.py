"""Two timelines of an incident: what happened when, and what was reported when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.record import Claim, Finding, TimelineEntry
from onrecord.core.values import Interval, Period, Value
from onrecord.facts.base import FactType
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import NO_DATE, Said
from onrecord.reconcile.nodes import Node, make_nodes
from onrecord.reconcile.settle import settle_one

TOLD = ("incident.killed", "incident.injured", "incident.missing", "incident.arrested")
"""Counts whose changes the reported timeline follows."""


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
    """Each change of a leading count, with the claims that brought it."""
    entries: list[TimelineEntry] = []
    for kind in FACT_TYPES:
        if kind.field in TOLD:
            mine = [s for s in said if s.field == kind.field and not s.includes_perpetrators]
            entries += _changes(mine, kind, names, weights)
    return entries


def _changes(
    said: Sequence[Said], kind: FactType, names: Mapping[str, str], weights: Mapping[str, int]
) -> list[TimelineEntry]:
    """The fold over claims by time: an entry where the leading value moves."""
    entries: list[TimelineEntry] = []
    before: Value | None = None
    moments = sorted({s.when for s in said if s.when != NO_DATE})
    for now in moments:
        nodes = make_nodes([s for s in said if s.when <= now], kind)
        if not nodes:
            continue
        leading = settle_one(nodes, kind, weights).leading
        if before is None or kind.compare(before, leading.value) != "same":
            entries.append(_change(before, leading, now, kind, names))
            before = leading.value
    return entries


def _change(
    before: Value | None, leading: Node, now: str, kind: FactType, names: Mapping[str, str]
) -> TimelineEntry:
    shown = kind.show(leading.value, dict(names))
    new = [one for one in leading.for_it if one.when == now] or list(leading.for_it)
    who = ", ".join(sorted({names.get(one.speaker, one.speaker) for one in new}))
    old = "" if before is None else f"{kind.show(before, dict(names))} → "
    return TimelineEntry(now, f"{kind.label}: {old}{shown} ({who})", "reported", _claims(new))


def _claims(said: Sequence[Said]) -> tuple[Claim, ...]:
    return tuple(one.claim for one in said)


def is_count(value: Value) -> bool:
    """Whether a value is a figure."""
    return isinstance(value, (int, float, Interval))

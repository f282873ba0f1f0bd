"""Versions: what a page said in an earlier capture and says no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from onrecord.core.reading import Reading
from onrecord.core.record import TimelineEntry
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import NO_DATE, Said
from onrecord.reconcile.timeline import FOLLOWED

Subject = tuple[str, str]
"""What a claim is about: subject and field."""


def newest_alone(reports: Sequence[str], versions: Mapping[str, str]) -> tuple[str, ...]:
    """The reports without earlier captures of such as are among them."""
    held = set(reports)
    return tuple(one for one in reports if versions.get(one) not in held)


def withdrawals(
    said: Sequence[Said],
    readings: Mapping[str, Reading],
    versions: Mapping[str, str],
    names: Mapping[str, str],
) -> list[TimelineEntry]:
    """Each value of the fields that are followed that a page gave, and in its next capture does not.

    Another value in its place is a move of its own; so is none where the words still stand there.
    """
    pages: dict[str, dict[str, list[Said]]] = {}
    for one in said:
        report = one.claim.report
        page = versions.get(report, report)
        if page in versions.values():
            pages.setdefault(page, {}).setdefault(report, []).append(one)
    return [
        entry
        for _, captures in sorted(pages.items())
        for before, after in pairwise(sorted(captures.values(), key=lambda c: c[0].order))
        for entry in _withdrawn(before, after, readings, names)
    ]


def _withdrawn(
    before: Sequence[Said],
    after: Sequence[Said],
    readings: Mapping[str, Reading],
    names: Mapping[str, str],
) -> list[TimelineEntry]:
    """What one capture says and the next, which speaks of the incident too, does not."""
    at = after[0].when
    text = readings[after[0].claim.report].report.text
    still = {(one.subject, one.field) for one in after}
    gone: dict[tuple[str, str, str], list[Said]] = {}
    for one in before:
        about = (one.subject, one.field)
        told = one.field in FOLLOWED and about not in still and not one.denies
        if told and not _stands(one, readings, text):
            gone.setdefault((*about, repr(one.claim.value)), []).append(one)
    if at == NO_DATE:
        return []
    return [_entry(at, claims, names) for _, claims in sorted(gone.items())]


def _stands(one: Said, readings: Mapping[str, Reading], text: str) -> bool:
    """Whether the words of a claim stand in the next capture's text too."""
    own = readings[one.claim.report].report.text
    return all(own[span.start : span.end] in text for span in one.claim.evidence)


def _entry(at: str, said: Sequence[Said], names: Mapping[str, str]) -> TimelineEntry:
    first = said[0]
    kind = next(known for known in FACT_TYPES if known.field == first.field)
    of = "" if first.subject == first.incident else f" of {names.get(first.subject, first.subject)}"
    value = kind.show(first.claim.value, dict(names))
    page = names.get(first.publisher, "the page")
    return TimelineEntry(
        at=at,
        what=f"{kind.label}{of}: {value}, no longer in the report of {page}",
        kind="reported",
        claims=tuple(one.claim for one in said),
        step="withdrawn",
        subject=first.subject,
        field=first.field,
    )

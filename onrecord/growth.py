"""Growing a record: what new reports concern is grouped and reconciled anew, and nothing else.

Reports hang together by links: of texts that share much, and of incidents alike enough to be one.
What the record says of reports that hang together is a function of those reports alone, so that the
order, the batches and interruptions by which they came make no difference: a record that has grown is
the record that one build makes of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.core.decision import Decision, Target, active
from onrecord.core.record import RecordContents
from onrecord.group import group, load_weights, marks, related, sketch_links
from onrecord.reconcile import reconcile
from onrecord.store import Record
from onrecord.store.decisions import decisions_on
from onrecord.store.decisions_regroup import regroup
from onrecord.store.decisions_statements import respoken

MARKED_AT_ONCE = 1_000
"""Readings that are put into the index in one transaction: some 50 MB. The index is passed over once
for each such batch."""

SETTLED_AT_ONCE = 500
"""Reports from which on a transaction of regrouped ones is closed; one that hangs together with more
is never divided."""


def settle(record: Record) -> int:
    """Groups and reconciles what is new in a record; returns how many incidents it then holds.

    Each step is a transaction: interrupted, the record is whole, and the next call goes on.
    """
    if record.older():
        record.replace(RecordContents())
    weights = load_weights()
    while readings := record.unmarked(MARKED_AT_ONCE):
        with record.writing():
            record.index.add([marks(reading, weights) for reading in readings])
            pairs = record.index.alike([reading.report.id for reading in readings])
            record.index.link(sketch_links(pairs, record.index.packed(pairs)))
    decisions = _rebuilding(record)
    with record.writing():
        record.index.decide({one.id: _reports(one) for one in decisions})
        links = record.index.links()
    waiting = record.index.waiting()
    for groups in _portions(_in_order(related(waiting, links), waiting)):
        with record.writing():
            _exchange(record, groups, decisions)
    return record.number_incidents()


def _rebuilding(record: Record) -> list[Decision]:
    """The standing decisions on what belongs together, on who speaks and on what nobody said."""
    standing = active(decisions_on(record.path))
    return [d for d in standing if d.rebuilds and d.stage == "final"]


def _reports(decision: Decision) -> tuple[str, ...]:
    """The reports that a decision speaks of: they are looked at together.

    Who is marked as a speaker may be mentioned all over the record; only the statement's report counts.
    """
    if decision.about.kind == "statement":
        return tuple(sorted({words.report for words in decision.about.words}))
    targets = [target for target in (decision.about, decision.other) if target]
    return tuple(sorted({report for target in targets for report in _of_target(target)}))


def _of_target(target: Target) -> Iterator[str]:
    yield from target.reports
    yield from (words.report for words in (*target.subject_words, *target.words))


def _in_order(groups: Sequence[Sequence[str]], waiting: Sequence[str]) -> list[Sequence[str]]:
    """The groups by their first report in that list: what lies together in the file is read and
    written together."""
    place = {report: number for number, report in enumerate(waiting)}
    return sorted(groups, key=lambda one: min(place[report] for report in one))


def _portions(groups: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Groups in lists of some `SETTLED_AT_ONCE` reports."""
    portion: list[Sequence[str]] = []
    for one in groups:
        portion.append(one)
        if sum(map(len, portion)) >= SETTLED_AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def _exchange(
    record: Record, groups: Sequence[Sequence[str]], decisions: Sequence[Decision]
) -> None:
    """Makes these groups of reports anew."""
    reports = [report for one in groups for report in one]
    contents: list[RecordContents] = []
    everywhere: set[str] = set()
    stored = {reading.report.id: reading for reading in record.readings_of(reports)}
    furniture = record.index.furniture(reports)
    for one in groups:
        readings = [stored[report] for report in one]
        concerned = [d for d in decisions if not set(one).isdisjoint(_reports(d))]
        grouping = regroup(group(readings, furniture), concerned, readings)
        everywhere |= {entity.id for entity in grouping.entities if entity.everywhere}
        contents.append(reconcile(respoken(readings, grouping, concerned), grouping))
    record.exchange(reports, contents, everywhere)
    record.index.settled(reports)

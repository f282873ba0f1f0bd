"""Growing a record: what new reports concern is grouped and reconciled anew, and nothing else.

New reports move the incidents that they join, and no others (onrecord/group/placing.py). Reports of one
incident, of one text, of one page or of one decision are a family: what the record says of them is a
function of those reports alone, so that the order, the batches and interruptions by which they came make
no difference: a record that has grown is the record that one build makes of all. Only families that
changed are made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.core.decision import Decision, Target, active
from onrecord.core.record import RecordContents
from onrecord.group import (
    TOGETHER,
    group,
    load_weights,
    marks,
    placed,
    reached,
    related,
    scored,
    unpacked,
)
from onrecord.reconcile import reconcile
from onrecord.store import Record
from onrecord.store.decisions import decisions_on
from onrecord.store.decisions_regroup import regroup
from onrecord.store.decisions_statements import respoken
from onrecord.store.index_families import Tied
from onrecord.store.index_places import Places

MARKED_AT_ONCE = 1_000
"""Readings that are put into the index in one transaction: some 50 MB. The index is passed over once
for each such batch."""

SETTLED_AT_ONCE = 500
"""Reports from which on a transaction of regrouped ones is closed; a family is never divided."""


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
            record.index.places.score(scored(pairs, record.index.packed(pairs)))
            _place(record.index.places)
    with record.writing():
        _place(record.index.places)  # what lost a report that was read again
    decisions = _rebuilding(record)
    with record.writing():
        record.index.decide({one.id: _reports(one) for one in decisions})
        ties = record.index.tied()
    waiting = record.index.waiting()
    for families in _portions(_wholes(waiting, ties)):
        with record.writing():
            _exchange(record, families, decisions)
    return record.number_incidents()


def _place(places: Places) -> None:
    """Puts sketches that are in no incident into one, and moves what that moves."""
    moving = places.unplaced()
    while moving:
        groups = placed(places.around(moving, TOGETHER))
        joined = reached(groups, moving)
        if not joined:
            places.place(groups)
            return
        moving |= places.members(joined)


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


def _wholes(waiting: Sequence[str], ties: Tied) -> list[list[list[str]]]:
    """The families of the waiting reports, those together that take the place of what was one family.

    In the order of their first report in that list: what lies together in the file is read and written
    together.
    """
    place = {report: number for number, report in enumerate(waiting)}
    whole = {
        report: at
        for at, group in enumerate(related(waiting, [*ties.now, *ties.before]))
        for report in group
    }
    found: dict[int, list[list[str]]] = {}
    for family in related(waiting, ties.now):
        found.setdefault(whole[family[0]], []).append(family)
    return sorted(
        found.values(), key=lambda those: min(place[report] for one in those for report in one)
    )


def _portions(wholes: Sequence[Sequence[Sequence[str]]]) -> Iterator[list[Sequence[str]]]:
    """Families in lists of some `SETTLED_AT_ONCE` reports."""
    portion: list[Sequence[str]] = []
    held = 0
    for families in wholes:
        portion += families
        held += sum(map(len, families))
        if held >= SETTLED_AT_ONCE:
            yield portion
            portion, held = [], 0
    if portion:
        yield portion


def _exchange(
    record: Record, families: Sequence[Sequence[str]], decisions: Sequence[Decision]
) -> None:
    """Makes these families of reports anew."""
    reports = [report for one in families for report in one]
    contents: list[RecordContents] = []
    everywhere: set[str] = set()
    stored = {reading.report.id: reading for reading in record.readings_of(reports)}
    furniture = record.index.furniture(reports)
    incidents = record.index.places.incidents(reports)
    for one in families:
        readings = [stored[report] for report in one]
        concerned = [d for d in decisions if not set(one).isdisjoint(_reports(d))]
        known = [[*map(unpacked, of)] for report in one for of in incidents.get(report, [])]
        grouping = regroup(group(readings, furniture, known), concerned, readings)
        everywhere |= {entity.id for entity in grouping.entities if entity.everywhere}
        contents.append(reconcile(respoken(readings, grouping, concerned), grouping))
    record.exchange(reports, contents, everywhere)
    record.index.settled(families)

"""Where sketches are placed, and which reports are made anew together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.core.marks import Marks, Placed, Scored, SketchMark
from onrecord.store import Record
from onrecord.store.index import Index

DAY = 741_000
JOINED = 0.4


def mark(report: str) -> Marks:
    """A report with one incident and no words."""
    return Marks(report, DAY, 0, b"", (SketchMark("i1", (), (), report.encode()),))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """Four reports: a and b are of one incident, c and d of another, which borders on a."""
    with Record.create(tmp_path / "r.duckdb") as record:
        index = record.index
        index.add([mark(report) for report in "abcd"])
        index.places.score([Scored(1, 2, 0.9), Scored(3, 4, 0.8), Scored(1, 3, 0.2)])
        everything = {item.number: item for item in near(index, {1, 2, 3, 4})}
        index.places.place([[everything[1], everything[2]], [everything[3], everything[4]]])
        settle_all(index)
        yield index


def near(index: Index, moving: set[int]) -> list[Placed]:
    return list(index.places.around(moving, JOINED).items)


def settle_all(index: Index) -> None:
    index.settled(["ab", "cd"])


def test_new_sketches_see_the_whole_incidents_that_they_border_on(index: Index) -> None:
    index.add([mark("e")])
    index.places.score([Scored(2, 5, 0.7), Scored(4, 5, 0.3)])
    assert index.places.unplaced() == {5}
    found = index.places.around({5}, JOINED)
    assert {item.report for item in found.items} == {"a", "b", "e"}
    assert {(pair.one, pair.two) for pair in found.pairs} == {(1, 2), (2, 5)}


def test_what_stays_as_it_was_is_not_pending_and_what_changes_is(index: Index) -> None:
    items = near(index, {1, 2, 3, 4})
    index.places.place([items[:2], items[2:]])
    assert index.waiting() == []
    index.places.place([items[:3], items[3:]])
    assert index.waiting() == ["a", "b", "c", "d"]


def test_who_was_made_together_is_made_anew_together(index: Index) -> None:
    items = near(index, {3, 4})
    index.places.place([[item] for item in items])
    ties = index.tied()
    assert ties.now == []
    assert ties.before == [("c", "d")]
    assert index.waiting() == ["c", "d"]


def test_report_that_is_forgotten_leaves_its_incident_to_be_placed(index: Index) -> None:
    index.forget(["a"])
    assert index.places.unplaced() == {2}
    assert index.waiting() == ["b"]
    assert index.places.incidents("bcd") == {"b": [[b"b"]], "c": [[b"c", b"d"]]}

"""Growing a record: whatever the order, batches and interruptions, it is the record of one build."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.chronicle import chronicle
from onrecord import growth
from onrecord.core.reading import Reading
from onrecord.core.record_contract import contents_json
from onrecord.group import copies, fingerprints, incidents
from onrecord.group.candidates import NEAR_SHARED
from onrecord.growth import settle
from onrecord.store import Record, index
from tests.invented import invented

ORDERS = 20


def record_of(path: Path, batches: Sequence[Sequence[Reading]]) -> str:
    """All that a record holds into which these batches came one after another, as text."""
    with Record.create(path) as record:
        for batch in batches:
            record.add(batch)
            settle(record)
        assert record.waiting() == 0
    return held(path)


def held(path: Path) -> str:
    with Record.open(path) as record:
        return json.dumps(contents_json(record.contents()), sort_keys=True)


def cut(readings: Sequence[Reading], dice: random.Random) -> list[list[Reading]]:
    """The readings in another order, in batches of chance sizes."""
    mixed = dice.sample(list(readings), len(readings))
    batches = []
    while mixed:
        size = dice.randint(1, 16)
        batches.append(mixed[:size])
        mixed = mixed[size:]
    return batches


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return invented(stories=5, seed=5, reports=5)


@pytest.fixture(scope="module")
def whole(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> str:
    return record_of(tmp_path_factory.mktemp("growth") / "whole.duckdb", [readings])


def test_the_invented_stories_put_much_together(whole: str) -> None:
    contents = json.loads(whole)
    assert 5 <= len(contents["incidents"]) < len(contents["reports"])
    assert any(report["copy_of"] for report in contents["reports"])
    assert any(len(incident["reports"]) > 3 for incident in contents["incidents"])


@pytest.mark.parametrize("seed", range(ORDERS))
def test_any_arrival_makes_the_record_of_one_build(
    seed: int, readings: list[Reading], whole: str, tmp_path: Path
) -> None:
    assert record_of(tmp_path / "r.duckdb", cut(readings, random.Random(seed))) == whole


def test_papers_with_undated_and_late_reports_grow_to_the_record_of_one_build(
    tmp_path: Path,
) -> None:
    papers = next(chronicle(70, seed=11))
    assert any(one.report.published is None for one in papers)
    whole = record_of(tmp_path / "whole.duckdb", [papers])
    assert record_of(tmp_path / "grown.duckdb", cut(papers, random.Random(1))) == whole


def test_a_report_read_again_takes_its_old_place(
    readings: list[Reading], whole: str, tmp_path: Path
) -> None:
    path = tmp_path / "r.duckdb"
    record_of(path, [readings[:12], readings[6:], readings[3:9]])
    assert held(path) == whole


@pytest.mark.parametrize("step", [1, 3])
def test_an_interruption_at_any_step_leaves_a_whole_record(
    step: int,
    readings: list[Reading],
    whole: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, calls = tmp_path / "r.duckdb", iter(range(1, 100))

    def stops(*given: object) -> object:
        if next(calls) == step:
            raise KeyboardInterrupt
        return reconcile(*given)

    reconcile = growth.reconcile
    monkeypatch.setattr(growth, "reconcile", stops)
    monkeypatch.setattr(growth, "SETTLED_AT_ONCE", 1)
    with Record.create(path) as record:
        record.add(readings)
        with pytest.raises(KeyboardInterrupt):
            settle(record)
    with Record.open(path) as record:
        assert record.waiting() > 0
        held_reports = {report.report.id for report in record.reports}
        assert all(set(one.reports) <= held_reports for one in record.incidents)
        assert len(held_reports) + record.waiting() == len(readings)
    with Record.create(path) as record:
        settle(record)
    assert held(path) == whole


def test_new_reports_concern_only_what_they_hang_together_with(
    readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    with Record.create(tmp_path / "r.duckdb") as record:
        record.add(readings[:-1])
        settle(record)
        reconcile = growth.reconcile
        monkeypatch.setattr(
            growth,
            "reconcile",
            lambda given, *more: made.append(len(given)) or reconcile(given, *more),
        )
        record.add(readings[-1:])
        settle(record)
    assert 0 < sum(made) < len(readings) / 2


def test_one_more_report_makes_little_but_its_own_incident_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = next(chronicle(60, seed=3))
    made: list[set[str]] = []
    with Record.create(tmp_path / "r.duckdb") as record:
        record.add(papers[1:])
        settle(record)
        reconcile = growth.reconcile
        monkeypatch.setattr(
            growth,
            "reconcile",
            lambda given, *more: (
                made.append({one.report.id for one in given}) or reconcile(given, *more)
            ),
        )
        record.add(papers[:1])
        settle(record)
    with Record.open(tmp_path / "r.duckdb") as record:
        new = papers[0].report.id
        own = {r for one in record.incidents if new in one.reports for r in one.reports}
    assert own <= set().union(*made)
    assert len(set().union(*made)) < len(papers) / 4  # and what it shares a text with, at most


def test_nothing_new_makes_nothing_anew(
    readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.create(tmp_path / "r.duckdb") as record:
        record.add(readings[:6])
        before = settle(record)
        monkeypatch.setattr(growth, "reconcile", None)
        assert settle(record) == before


def test_the_index_knows_the_same_thresholds_as_grouping() -> None:
    assert index.FURNITURE_DAYS == fingerprints.FURNITURE_DAYS
    assert index.FURNITURE_TEXTS == fingerprints.FURNITURE_TEXTS
    assert index.FEW == fingerprints.FEW
    assert min(copies.DEPENDENT, copies.DIGEST_PART) >= index.PART
    assert (index.NEAR_DAYS, index.FAR_DAYS) == (incidents.NEAR_DAYS, incidents.FAR_DAYS)
    assert index.NEAR_SHARED == NEAR_SHARED
    assert index.MONTH > index.NEAR_DAYS

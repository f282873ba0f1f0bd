"""The pipeline: order, batches, rejections, repeated and interrupted builds."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from onrecord.core.annotation import Annotation
from onrecord.core.reading import Reading
from onrecord.core.record_contract import contents_json
from onrecord.core.report import Rejection, Report
from onrecord.errors import SpanError
from onrecord.pipeline import Progress, build, read
from onrecord.settings import Settings
from onrecord.store import Record
from tests.fakes import FakeEncoder

BY_ONE = Settings(batch=1)


def held(path: Path) -> str:
    """All that a record holds, as text."""
    with Record.open(path) as record:
        return json.dumps(contents_json(record.contents()), sort_keys=True)


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_reads_in_the_order_of_the_inputs(three_reports: Path) -> None:
    names = [three_reports / name for name in ("c.txt", "a.txt", "b.txt")]
    readings = list(read(names, encoder=FakeEncoder()))
    assert [item.report.input for item in readings if isinstance(item, Reading)] == [
        str(name) for name in names
    ]


def test_a_bad_input_stands_in_its_place_and_stops_nothing(three_reports: Path) -> None:
    missing = three_reports / "missing.txt"
    items = list(read([missing, *files(three_reports)], encoder=FakeEncoder()))
    assert isinstance(items[0], Rejection)
    assert str(missing) in items[0].where
    assert sum(isinstance(item, Reading) for item in items) == 3


def test_holds_no_more_than_a_batch(three_reports: Path) -> None:
    encoder = FakeEncoder()
    found = read(three_reports, BY_ONE, encoder=encoder)
    next(found)
    assert len(encoder.calls) == 1
    assert len(list(found)) == 2
    assert [len(call) for call in encoder.calls] == [1, 1, 1]


def test_one_path_is_an_input_too(three_reports: Path) -> None:
    assert len(list(read(str(three_reports / "a.txt"), encoder=FakeEncoder()))) == 1


def test_no_encoder_is_needed_where_there_is_nothing_to_read(tmp_path: Path) -> None:
    encoder = FakeEncoder()
    assert isinstance(next(read(tmp_path / "missing.txt", encoder=encoder)), Rejection)
    assert encoder.calls == []


def test_spans_that_do_not_fit_are_a_rejection(
    three_reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def astray(report: Report, annotation: Annotation) -> Reading:
        raise SpanError("Span ends behind the text", value="0-9999", where=report.input)

    monkeypatch.setattr("onrecord.pipeline.extract", astray)
    items = list(read(three_reports, encoder=FakeEncoder()))
    assert [type(item) for item in items] == [Rejection] * 3
    assert isinstance(items[0], Rejection)
    assert items[0].stage == "extract"
    assert items[0].hint


def test_another_language_is_kept_and_nothing_guessed(tmp_path: Path) -> None:
    report = tmp_path / "kolobrzeg.txt"
    report.write_text(
        "Pożar w porcie\n\nW nocy z poniedziałku na wtorek w porcie wybuchł pożar. Rannych "
        "zostało siedem osób, poinformowała straż pożarna. Przyczyna pożaru nie jest jeszcze "
        "znana, a śledztwo prowadzi policja. Świadkowie mówią, że słyszeli wybuch.\n",
        encoding="utf-8",
    )
    encoder = FakeEncoder()
    reading = next(read(report, encoder=encoder))
    assert isinstance(reading, Reading)
    assert not reading.report.supported
    assert reading.statements == reading.facts == ()
    assert encoder.calls == []
    assert reading.weights == "fake"


def test_build_counts_what_it_did(three_reports: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    result = build(
        [three_reports, tmp_path / "missing.txt"],
        tmp_path / "r.duckdb",
        BY_ONE,
        encoder=FakeEncoder(),
        progress=told.append,
    )
    assert (result.taken, result.known, len(result.rejections)) == (3, 0, 1)
    assert result.incidents >= 2
    assert told[-1].stage == "group"
    assert [p.reports for p in told if p.stage == "read"][-1] == 3


def test_rejections_stand_in_the_intake_log(three_reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.duckdb"
    for _ in range(2):
        build([three_reports, tmp_path / "missing.txt"], record, encoder=FakeEncoder())
    with Record.open(record) as opened:
        assert [r.code for r in opened.rejections] == ["not_found"]


def test_a_record_in_the_folder_that_is_read_is_passed_over(three_reports: Path) -> None:
    record = three_reports / "r.duckdb"
    for _ in range(2):
        assert build(three_reports, record, encoder=FakeEncoder()).rejections == ()


def test_what_leads_nowhere_does_not_end_a_build(three_reports: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to("loop.txt")
    names = [str(loop), "a\x00b", "n" * 5000, str(three_reports)]
    result = build(names, tmp_path / "r.duckdb", encoder=FakeEncoder())
    assert (result.taken, len(result.rejections)) == (3, 3)
    with Record.open(tmp_path / "r.duckdb") as opened:
        assert len(opened.rejections) == 3


def test_building_again_reads_and_changes_nothing(three_reports: Path, tmp_path: Path) -> None:
    record, again = tmp_path / "r.duckdb", FakeEncoder()
    build(three_reports, record, encoder=FakeEncoder())
    before = held(record)
    result = build(three_reports, record, encoder=again)
    assert again.calls == []
    assert (result.taken, result.known) == (0, 3)
    assert held(record) == before


def test_known_reports_are_read_again_when_asked(three_reports: Path, tmp_path: Path) -> None:
    record, again = tmp_path / "r.duckdb", FakeEncoder()
    build(three_reports, record, encoder=FakeEncoder())
    before = held(record)
    assert build(three_reports, record, again=True, encoder=again).taken == 3
    assert sum(map(len, again.calls)) == 3
    assert held(record) == before


def test_other_weights_read_again(three_reports: Path, tmp_path: Path) -> None:
    record, other = tmp_path / "r.duckdb", FakeEncoder("other")
    build(three_reports, record, encoder=FakeEncoder())
    assert build(three_reports, record, encoder=other).taken == 3
    with Record.open(record) as opened:
        assert {reading.weights for reading in opened.readings()} == {"other"}


def test_order_and_batches_make_no_difference(three_reports: Path, tmp_path: Path) -> None:
    names = files(three_reports)
    whole = tmp_path / "whole.duckdb"
    build(names, whole, encoder=FakeEncoder())
    for seed in range(3):
        mixed, record = random.Random(seed).sample(names, len(names)), tmp_path / f"{seed}.duckdb"
        for name in mixed:
            build(name, record, BY_ONE, encoder=FakeEncoder())
        assert held(record) == held(whole)


def test_one_report_in_two_files_is_kept_under_the_first_by_name(tmp_path: Path) -> None:
    text = "Storm in Gdansk\n\nA storm hit Gdansk on Monday, said Jolanta Wilk, the mayor.\n"
    both = [tmp_path / "y.txt", tmp_path / "x.txt"]
    for path in both:
        path.write_text(text, encoding="utf-8")
    build(both, tmp_path / "1.duckdb", encoder=FakeEncoder())
    build(both[0], tmp_path / "2.duckdb", encoder=FakeEncoder())
    result = build(both[1], tmp_path / "2.duckdb", encoder=FakeEncoder())
    assert (result.taken, result.known) == (0, 1)
    assert held(tmp_path / "1.duckdb") == held(tmp_path / "2.duckdb")
    with Record.open(tmp_path / "1.duckdb") as record:
        assert [r.report.input for r in record.reports] == [str(tmp_path / "x.txt")]


def test_an_interrupted_build_goes_on(three_reports: Path, tmp_path: Path) -> None:
    record, whole = tmp_path / "r.duckdb", tmp_path / "whole.duckdb"
    with pytest.raises(KeyboardInterrupt):
        build(three_reports, record, BY_ONE, encoder=FakeEncoder(stop_at=3))
    with Record.open(record) as opened:
        assert len(opened.known()) == 2
        assert opened.incidents == ()
    rest = FakeEncoder()
    assert build(three_reports, record, BY_ONE, encoder=rest).taken == 1
    assert len(rest.calls) == 1
    build(three_reports, whole, encoder=FakeEncoder())
    assert held(record) == held(whole)

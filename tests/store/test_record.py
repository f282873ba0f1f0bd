"""The record file: what is stored comes back, whole, once, and whatever the order."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from onrecord.core.reading import Entity, EntityMention, Fact, Reading, ReportIncident, Statement
from onrecord.core.report import Rejection
from onrecord.core.span import Span
from onrecord.core.values import Interval
from onrecord.errors import RecordError, RecordNotFound, RecordVersion, UsageError
from onrecord.store import Record, frames
from onrecord.store.migrations import NEWEST, OLDEST_READ, VERSION_TABLE
from tests.export.story import contents
from tests.export.story_parts import INCIDENT_ID, REPORTS, at

EMPTY = Rejection("intake", "empty", "a.txt", "The file is empty", "Leave it out.")


def reading_of(index: int, weights: str = "w1") -> Reading:
    """A small reading of one of the story's reports."""
    report = REPORTS[index]
    word = report.text.split()[0]
    span = at(report.text, word)
    return Reading(
        report=report,
        weights=weights,
        entities=(Entity("e1", "person", word, (EntityMention(span, "name"),), gender="female"),),
        statements=(
            Statement(
                "s1",
                (span,),
                (),
                (span, Span(3, 9)),
                "e1",
                ("e1",),
                ((span,),),
                "direct",
                "says",
                "stated",
            ),
        ),
        incidents=(ReportIncident("i1", "shooting", lead=True, passages=(span,)),),
        facts=(
            Fact(
                "f1",
                "i1",
                "incident.killed",
                Interval(2, None),
                (span,),
                (),
                (),
                "stated",
                "i1",
                qualifier="at_least",
            ),
            Fact(
                "f2",
                "e1",
                "person.age",
                23,
                (span,),
                ("e1",),
                ((span,),),
                "alleged",
                "i1",
                confidence=0.5,
            ),
        ),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.duckdb"


def test_contents_come_back(path: Path) -> None:
    with Record.create(path) as record:
        record.replace(contents())
    with Record.open(path) as record:
        assert record.contents() == contents()


def test_one_incident_by_prefix(path: Path) -> None:
    with Record.create(path) as record:
        record.replace(contents())
        assert record.incident(INCIDENT_ID[:6]) == contents().incidents[0]


def test_readings_come_back_in_fixed_order(path: Path) -> None:
    readings = [reading_of(i) for i in range(len(REPORTS))]
    with Record.create(path) as record:
        record.add(readings[2:], [EMPTY])
        record.add(readings[:3], [EMPTY])
        assert list(record.readings()) == sorted(readings, key=lambda r: r.report.id)
        assert record.known() == {r.report.id for r in readings}
        assert list(record.rejections) == [EMPTY]
        assert record.reading(REPORTS[1].id) == readings[1]


def test_new_weights_take_the_old_reading_place(path: Path) -> None:
    with Record.create(path) as record:
        record.add([reading_of(0), reading_of(1)])
        record.add([reading_of(0, weights="w2")])
        assert record.known("w1") == {REPORTS[1].id}
        assert record.known("w2") == {REPORTS[0].id}
        rows = record.sql("SELECT count(*) FROM facts").fetchone()
        assert rows == (4,)


def test_same_rows_whatever_the_order(tmp_path: Path) -> None:
    tables = {}
    for name, order in (("a", (0, 1, 2, 3, 4)), ("b", (4, 2, 0, 3, 1))):
        with Record.create(tmp_path / f"{name}.duckdb") as record:
            for index in order:
                record.add([reading_of(index)])
            record.replace(contents())
            tables[name] = [record.to_arrow(table) for table in record.tables]
    assert tables["a"] == tables["b"]


def test_failed_replace_changes_nothing(path: Path) -> None:
    with Record.create(path) as record:
        record.replace(contents())
        broken = replace(contents(), entities=(replace(contents().entities[0], kind={1, 2}),))  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            record.replace(broken)
        assert record.contents() == contents()


def test_interrupted_write_leaves_a_whole_record(path: Path) -> None:
    with Record.create(path) as record:
        record.replace(contents())
    script = f"""
import sys
from onrecord.store import Record
from onrecord.store.connect import transaction
from pathlib import Path
record = Record.create(Path({str(path)!r}))
with transaction(record._connection):
    record._connection.execute("DELETE FROM incidents")
    print("in the middle", flush=True)
    sys.stdin.read()
"""
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"in the middle\n"
    with pytest.raises(RecordError, match="in use"):
        Record.open(path)
    process.send_signal(signal.SIGINT)
    process.wait(timeout=30)
    with Record.open(path) as record:
        assert record.contents() == contents()


def test_many_readers(path: Path) -> None:
    Record.create(path).close()
    with Record.open(path) as one, Record.open(path) as two:
        assert one.known() == two.known() == frozenset()
        with pytest.raises(RecordError, match="reading only"):
            one.add([reading_of(0)])


def test_no_such_record(path: Path) -> None:
    with pytest.raises(RecordNotFound, match="onrecord build"):
        Record.open(path)
    with pytest.raises(RecordNotFound, match="No such folder"):
        Record.create(path / "deeper" / "record.duckdb")


def test_not_a_record(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("No record, but words.")
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("CREATE TABLE sales (n INT)")
    for path in (text, other, tmp_path):
        with pytest.raises(RecordError):
            Record.open(path)
        with pytest.raises(RecordError):
            Record.create(path)
    assert text.read_text() == "No record, but words."


@pytest.mark.parametrize("version", [OLDEST_READ - 1, NEWEST + 1])
def test_other_versions(path: Path, version: int) -> None:
    Record.create(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version = ?", [version])
    with pytest.raises(RecordVersion, match=str(version)):
        Record.open(path)


def test_no_such_incident(path: Path) -> None:
    with Record.create(path) as record:
        record.replace(contents())
        for asked in ("nothing", "", "i"):
            with pytest.raises(RecordNotFound):
                record.incident(asked)


def test_tables(path: Path) -> None:
    with Record.create(path) as record:
        record.replace(contents())
        frame = record.to_pandas("findings")
        assert list(frame[frame.field == "incident.killed"].status) == ["disputed"]
        assert record.to_arrow("claims").num_rows > 20
        with pytest.raises(UsageError, match="No such table"):
            record.to_arrow("article")
        with pytest.raises(UsageError, match="cannot be run"):
            record.sql("SELECT nothing")


def test_missing_extra_names_the_command(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames.util, "find_spec", lambda name: None)
    with Record.create(path) as record, pytest.raises(UsageError, match=r"onrecord\[tables\]"):
        record.to_arrow("findings")


def test_shown_in_a_notebook(path: Path) -> None:
    with Record.create(path) as record:
        record.replace(contents())
        assert "2 incidents" in repr(record)
        assert "ferry quay of Brevholm" in record._repr_html_()
        assert '<th scope="col">status</th>' in record.findings._repr_html_()


def test_hostile_text_stays_text_in_a_notebook(path: Path) -> None:
    hostile = tuple(replace(i, title="<script>alert(1)</script>") for i in contents().incidents)
    with Record.create(path) as record:
        record.replace(replace(contents(), incidents=hostile))
        page = record._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page

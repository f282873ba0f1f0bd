"""The verbs that read a record: show, brief, export; and how an incident is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.pipeline import build
from onrecord.store import Record
from tests.fakes import FakeEncoder


@pytest.fixture
def record(three_reports: Path, tmp_path: Path) -> str:
    """A record of the three reports and one rejection."""
    path = tmp_path / "r.duckdb"
    build([three_reports, tmp_path / "missing.txt"], path, encoder=FakeEncoder())
    return str(path)


def ids(record: str) -> list[str]:
    with Record.open(record) as opened:
        return [incident.id for incident in opened.incidents]


def test_show_lists_incidents_and_rejections(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", record]) == 0
    told = capsys.readouterr().out
    for incident in ids(record):
        assert incident in told
    assert "missing.txt" in told


def test_show_one_incident(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", record, "1"]) == 0
    told = capsys.readouterr().out
    assert ids(record)[0] in told
    assert "origins" in told


def test_the_output_in_a_pipe_has_no_colour(
    record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", record, "1"]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("form", ["html", "md"])
def test_brief_by_number_id_and_prefix(
    form: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first = ids(record)[0]
    pages = []
    for name in ("1", first, first[:8]):
        assert run(["brief", record, name, "--format", form]) == 0
        pages.append(capsys.readouterr().out)
    assert pages[0]
    assert len(set(pages)) == 1


def test_brief_into_a_file(record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "brief.html"
    assert run(["brief", record, "1", "--format", "html", "--output", str(page)]) == 0
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    told = capsys.readouterr()
    assert told.out == ""
    assert str(page) in told.err


@pytest.mark.parametrize("name", ["0", "99", "zzz", ""])
def test_no_such_incident(name: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", record, name]) == 1
    told = capsys.readouterr().err
    assert "onrecord show" in told


def test_export_to_output_and_file_is_the_same(
    record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", record, "--format", "json"]) == 0
    written = tmp_path / "export.json"
    told = capsys.readouterr().out
    assert run(["export", record, "--format", "json", "--output", str(written)]) == 0
    assert written.read_text(encoding="utf-8") == told
    assert {"reports", "entities", "incidents"} <= json.loads(told).keys()


def test_a_file_that_cannot_be_written_is_named(
    record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = str(tmp_path / "no" / "such" / "file.json")
    for arguments in (["export", record], ["brief", record, "1"]):
        assert run([*arguments, "--output", target]) == 1
        assert "file.json" in capsys.readouterr().err


def test_a_file_that_is_no_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.duckdb").write_text("not a record", encoding="utf-8")
    assert run(["show", str(tmp_path / "x.duckdb")]) == 1
    assert "x.duckdb" in capsys.readouterr().err

"""`onrecord diff`: what is new since a day, for people and for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.group import group
from onrecord.reconcile import reconcile
from onrecord.store import Record
from tests.export.story import captured_twice
from tests.group import ferry


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the ferry story."""
    path = tmp_path_factory.mktemp("diff") / "r.duckdb"
    with Record.create(path) as opened:
        opened.add(ferry.story())
        opened.replace(reconcile(ferry.story(), group(ferry.story())))
    return path


def test_what_moved_is_told_in_a_line(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(record), "--since", "2031-04-02"]) == 0
    told = capsys.readouterr().out
    assert "risen" in told
    assert "Killed: 2 → 3 (county hospital" in told
    assert "\x1b" not in told


def test_the_same_as_json(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(record), "--since", "2031-04-02T00:00+00:00", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["since"] == "2031-04-02T00:00:00+00:00"
    (toll,) = (c for c in found["changes"] if c["field"] == "incident.killed")
    assert toll["step"] == "risen"
    with Record.open(record) as opened:
        assert toll["finding"] in {finding.id for finding in opened.findings}
        assert set(toll["reports"]) <= {entry.report.id for entry in opened.reports}


def test_nothing_new(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(record), "--since", "2099-01-01"]) == 0
    told = capsys.readouterr().out
    assert "0 new incidents, 0 new reports, 0 values moved" in told


@pytest.mark.parametrize("since", ["tomorrow", "2031-13-01", ""])
def test_no_date(since: str, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(record), "--since", since]) == 1
    assert "ISO 8601" in capsys.readouterr().err


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the shooting story, with one of its pages captured twice."""
    path = tmp_path_factory.mktemp("versions") / "r.duckdb"
    with Record.create(path) as opened:
        opened.replace(captured_twice())
    return path


def test_what_a_page_withdrew(versions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(versions), "--since", "2031-03-08"]) == 0
    told = capsys.readouterr().out
    assert "version 2 of 2" in told
    assert re.search(r"^ *(withdrawn|changed) +Killed: 3", told, re.MULTILINE)
    assert run(["diff", str(versions), "--since", "2031-03-08", "--json"]) == 0
    (version,) = json.loads(capsys.readouterr().out)["versions"]
    assert "killed: 3" in version["withdrawn"]
    assert {"withdrawn", "changed"} & {value["step"] for value in version["values"]}
    assert version["before"] != version["report"]


def test_versions_of_before_are_not_told(
    versions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", str(versions), "--since", "2031-03-12", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["versions"] == []

"""`onrecord quotes`: states of success, emptiness and error, and its formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.pipeline import build
from tests.fakes import FakeEncoder

TOLD = (
    (
        "Moss Courier",
        "2031-03-07",
        "A crane fell.\n\n“The brake was worn,” said Ida Berg, an engineer.",
    ),
    (
        "Radio Fell",
        "2031-03-08",
        "A crane fell.\n\nIda Berg, an engineer, said that the brake was worn.",
    ),
)


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A record of two outlets that quote one engineer."""
    for number, (outlet, published, text) in enumerate(TOLD):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
        about = {"outlet": outlet, "published": published}
        (tmp_path / f"{number}.json").write_text(json.dumps(about), encoding="utf-8")
    path = tmp_path / "r.duckdb"
    build([tmp_path / "0.txt", tmp_path / "1.txt"], path, encoder=FakeEncoder())
    return str(path)


def test_one_utterance_in_two_outlets(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", record, "--speaker", "Berg", "--about", "brake"]) == 0
    told = capsys.readouterr().out
    assert told.count("Ida Berg says") == 1
    assert "Moss Courier" in told
    assert "Radio Fell" in told


def test_formats(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", record, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["utterances"]
    assert [one["outlets"] for one in found] == [["Moss Courier", "Radio Fell"]]
    assert run(["quotes", record, "--format", "csv"]) == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == 2


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_into_a_file(
    form: str, record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"quotes.{form}"
    assert run(["quotes", record, "--format", form, "--output", str(target)]) == 0
    assert "brake" in target.read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_since_leaves_out_what_came_before(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", record, "--since", "2032"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "No statements since 2032" in told.err


def test_nobody_of_that_name(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", record, "--speaker", "Ida Berk"]) == 1
    told = capsys.readouterr().err
    assert "Ida Berk" in told
    assert "Did you mean Ida Berg" in told


@pytest.mark.parametrize("since", ["yesterday", "2031-13", "2031-2-3", ""])
def test_no_such_date(since: str, record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", record, "--since", since]) == 1
    assert "--since" in capsys.readouterr().err


def test_an_empty_record_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "a.txt"
    report.write_text("It rained on the harbour.", encoding="utf-8")
    build([report], tmp_path / "r.duckdb", encoder=FakeEncoder())
    assert run(["quotes", str(tmp_path / "r.duckdb"), "--format", "json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {"utterances": []}
    assert "No statements in" in told.err


def test_no_such_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["quotes", str(tmp_path / "none.duckdb")]) == 1
    assert "none.duckdb" in capsys.readouterr().err

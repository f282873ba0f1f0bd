from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.main import run
from onrecord.cli.review import command
from onrecord.core.decision import Target, make_decision
from onrecord.store import Record
from onrecord.store.decisions import DecisionLog, decisions_on
from tests.export.story import contents


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.duckdb"
    with Record.create(path) as opened:
        opened.replace(contents())
    incident = contents().incidents[0]
    of = next(f for f in incident.findings if f.field == "incident.killed")
    about = Target(
        "finding",
        incident=incident.id,
        subject=incident.id,
        name=incident.title,
        field=of.field,
        finding=of.id,
    )
    with DecisionLog(path) as log:
        log.save(
            make_decision(
                at="2031-03-09T10:00:00+00:00",
                who="Ana",
                action="correct",
                about=about,
                value=4,
                why="the list",
            )
        )
    return path


def test_the_log_as_lines_and_back(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", "log", str(record)]) == 0
    assert "Ana  correct 4  incident.killed" in capsys.readouterr().out
    assert run(["review", "log", str(record), "--json"]) == 0
    printed = capsys.readouterr().out
    (tmp_path / "log.jsonl").write_text(printed, encoding="utf-8")
    other = tmp_path / "other.duckdb"
    with Record.create(other) as opened:
        opened.replace(contents())
    assert run(["review", "take", str(other), str(tmp_path / "log.jsonl")]) == 0
    assert decisions_on(other) == decisions_on(record)


def test_a_log_that_is_none_is_refused(record: Path, tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_text("{}\n", encoding="utf-8")
    assert run(["review", "take", str(record), str(tmp_path / "log.jsonl")]) == 1
    assert len(decisions_on(record)) == 1


def test_gold_is_written(record: Path, tmp_path: Path) -> None:
    assert run(["review", "export", str(record), "--into", str(tmp_path / "gold")]) == 0
    assert (tmp_path / "gold" / "reports.jsonl").exists()


def test_a_coder_gets_a_password_that_is_not_stored(record: Path) -> None:
    done = CliRunner().invoke(command, ["coder", str(record), "Ana"], input="salt and sea\n" * 2)
    assert done.exit_code == 0, done.output
    with DecisionLog(record) as log:
        assert "salt" not in log.coders()["Ana"]


def test_no_log_is_made_for_a_typing_error(tmp_path: Path) -> None:
    assert run(["review", "log", str(tmp_path / "nothing.duckdb")]) == 1
    assert list(tmp_path.iterdir()) == []


def test_serve_wants_passwords_beyond_this_machine(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", str(record), "--host", "0.0.0.0"]) == 1
    assert "onrecord review coder" in capsys.readouterr().err


def test_json_lines_are_json(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["review", "log", str(record), "--json", "--until", "2031-03-09"])
    assert [json.loads(line)["value"] for line in capsys.readouterr().out.splitlines()] == [4]

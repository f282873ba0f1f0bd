from __future__ import annotations

import json
import time
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import evaluate
from onrecord.cli.main import run
from onrecord.cli.review import command
from onrecord.core.decision import Target, make_decision
from onrecord.pipeline import build
from onrecord.store import Record
from onrecord.store.decisions import DecisionLog, decisions_on
from onrecord.web.desk import Desk
from tests.export.story import contents
from tests.fakes import FakeEncoder
from tests.web.conftest import Visitor


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


def test_what_was_done_as_json_or_not_at_all(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = ["review", "export", str(record), "--into", str(tmp_path / "gold")]
    capsys.readouterr()
    assert run([*gold, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["reports"] == 0  # no words carry the coder's value
    assert (
        run([*gold, "--quiet"])
        == run(["review", "coder", str(record), "Ana", "--quiet", "--password", "salt and sea"])
        == 0
    )
    assert capsys.readouterr().out == ""


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


def test_a_desks_gold_is_what_evaluate_takes(
    three_reports: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    record, folder = tmp_path / "bridge.duckdb", tmp_path / "gold"
    build(str(three_reports), record, encoder=FakeEncoder())
    with Desk(record) as desk:
        ana = Visitor(desk, "Ana")
        home = max(desk.snapshot.overview.rows, key=lambda row: row.reports).id
        of = {f.field: f for f in desk.snapshot.incident(home).findings}
        ana.post(f"/incidents/{home}/values/{of['incident.killed'].id}", action="accept", seen="")
        said = desk.snapshot.incident(home).statements[0]
        ana.post(f"/incidents/{home}/statements/{said.id}", other=said.speaker or "")
        while desk.regrouping:
            time.sleep(0.05)
    assert run(["review", "export", str(record), "--into", str(folder)]) == 0
    made = [json.loads(path.read_text()) for path in sorted((folder / "gold").iterdir())]
    assert sum(len(one["statements"]) for one in made) == 1
    assert all(one["incident"]["facts"] for one in made)
    capsys.readouterr()
    with_fake = partial(evaluate.read, encoder=FakeEncoder())
    monkeypatch.setattr(evaluate, "read", with_fake)
    assert run(["evaluate", str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["reports"] == found["reports_in_gold"] == 2
    killed = found["fields"]["incident.killed"]
    assert killed["right"] == killed["gold"] >= 2
    assert found["fields"]["incident.killed"]["recall"] == 1.0

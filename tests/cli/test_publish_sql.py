"""`publish` and `sql`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.cli.publish import published, remove
from onrecord.pipeline import build
from onrecord.store import Record
from tests.fakes import FakeEncoder


@pytest.fixture
def record(three_reports: Path, tmp_path: Path) -> str:
    path = tmp_path / "r.duckdb"
    build([three_reports], path, encoder=FakeEncoder())
    return str(path)


def test_publish_writes_a_site_and_takes_old_pages_away(
    record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "site"
    assert run(["publish", record, "--to", str(folder)]) == 0
    with Record.open(record) as opened:
        names = {incident.id for incident in opened.incidents}
    assert {path.stem for path in (folder / "incidents").iterdir()} == names
    assert "index.html" in capsys.readouterr().err
    old, own = folder / "incidents" / "gone.html", folder / "CNAME"
    for path in (old, own):
        path.write_text("x")
    listed = json.loads((folder / "published.json").read_text())
    (folder / "published.json").write_text(json.dumps([*listed, "incidents/gone.html"]))
    assert run(["publish", record, "--to", str(folder), "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    assert not old.exists()
    assert own.exists()


def test_publishing_again_changes_nothing(record: str, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shots = []
    for _ in range(2):
        assert run(["publish", record, "--to", str(folder)]) == 0
        shots.append({p: p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()})
    assert shots[0] == shots[1]


def test_a_list_that_leads_out_of_the_folder_removes_nothing(tmp_path: Path) -> None:
    outside, folder = tmp_path / "keep.txt", tmp_path / "site"
    folder.mkdir()
    outside.write_text("x")
    assert remove({"../keep.txt", str(outside)}, folder) == 0
    assert outside.exists()
    (folder / "published.json").write_text("{")
    assert published(folder) == set()


def test_sql_as_table_csv_and_json(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    query = "SELECT title, [1, 2] AS list, NULL AS none FROM reports ORDER BY title LIMIT 1"
    assert run(["sql", record, query]) == 0
    assert "Bridge collapses in Bergen" in capsys.readouterr().out
    assert run(["sql", record, query, "--format", "csv"]) == 0
    assert capsys.readouterr().out == 'title,list,none\nBridge collapses in Bergen,"[1, 2]",\n'
    assert run(["sql", record, query, "--json"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line == {"title": "Bridge collapses in Bergen", "list": [1, 2], "none": None}


def test_sql_from_standard_input_and_twice_the_same_column(
    record: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT 1 AS a, 2 AS a"))
    assert run(["sql", record, "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"a": 1, "a_2": 2}


@pytest.mark.parametrize(
    "query", ["SELEC 1", "SELECT * FROM nothing", "DELETE FROM reports", "", "-- x"]
)
def test_a_query_that_cannot_be_run_is_told(
    query: str, record: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sql", record, query]) == 1
    assert capsys.readouterr().err
    with Record.open(record) as opened:
        assert len(opened.reports) == 3


def test_watch_brings_a_record_up_to_date_in_a_line_a_round(
    three_reports: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "onrecord.cli.watch.build",
        lambda inputs, into, settings: build(inputs, into, settings, encoder=FakeEncoder()),
    )
    record = tmp_path / "w.duckdb"
    arguments = ["watch", str(three_reports), "--into", str(record), "--once"]
    assert run(arguments) == 0
    assert "3 new, 0 changed, 0 the same" in capsys.readouterr().out
    assert run([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["same"], told["incidents"]) == (0, 3, None)
    (three_reports / "a.txt").write_text("A bridge fell in Bergen on Monday, police said.\n")
    assert run([*arguments, "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    with Record.open(record) as opened:
        assert len(opened.reports) == 4
    assert run(["watch", str(tmp_path / "nowhere"), "--into", str(record), "--once"]) == 2

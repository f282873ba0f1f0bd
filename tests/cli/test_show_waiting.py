"""`onrecord show` of a record whose build was interrupted while it read."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from onrecord.cli.show import command
from onrecord.growth import settle
from onrecord.store import Record
from tests.invented import invented


def test_says_how_many_reports_wait_and_how_to_go_on(tmp_path: Path) -> None:
    path, readings = tmp_path / "r.duckdb", invented(stories=2, seed=3, reports=2)
    with Record.create(path) as record:
        record.add(readings)
    shown = CliRunner().invoke(command, [str(path)], standalone_mode=False)
    assert f"{len(readings)} reports are read and wait to be grouped" in " ".join(
        shown.output.split()
    )
    assert "onrecord build" in shown.output
    assert "0 incidents" not in shown.output
    with Record.create(path) as record:
        settle(record)
    shown = CliRunner().invoke(command, [str(path)], standalone_mode=False)
    assert "wait" not in shown.output

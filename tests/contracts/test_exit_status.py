"""Exit status: 0 all taken, 1 nothing could be done, 2 some inputs were rejected."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.annotate import Encoder
from onrecord.cli.main import run


@pytest.fixture(autouse=True)
def _weights(encoder: Encoder) -> None:
    """The commands load the shipped encoder."""


def test_all_taken(three_reports: Path) -> None:
    assert run(["read", str(three_reports), "--json"]) == 0


def test_some_rejected(three_reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(three_reports / "missing.txt")
    assert run(["read", missing, str(three_reports), "--json"]) == 2
    told = capsys.readouterr()
    assert missing in told.err
    assert len(told.out.splitlines()) == 3


def test_nothing_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(tmp_path / "missing.txt"), "--json"]) == 1
    assert "missing.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["read"],
        ["read", "--nonsense", "x"],
        ["build", "x"],
        ["brief", "no.duckdb", "1"],
        ["brief", "no.duckdb", "1", "--format", "nonsense"],
        ["show", "no.duckdb"],
        ["export", "no.duckdb", "--format", "nonsense"],
        ["build", "x", "--into", "no/such/folder/r.duckdb"],
        ["read", "x", "--settings", "no.toml"],
    ],
)
def test_bad_arguments(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 1


def test_build_tells_what_was_rejected(
    three_reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = str(tmp_path / "r.duckdb")
    assert run(["build", str(three_reports), "--into", record]) == 0
    assert run(["build", str(three_reports), "gone.txt", "--into", record]) == 2
    told = capsys.readouterr()
    assert "3 reports read" in told.out
    assert "3 known already, 1 rejected" in told.out
    assert "gone.txt" in told.err

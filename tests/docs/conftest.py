"""The folder in which the reference's examples run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from onrecord.annotate import Encoder
from onrecord.cli.main import run


@pytest.fixture
def example_folder(
    tmp_path: Path, demo_reports: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder that the examples speak of."""
    shutil.copytree(demo_reports, tmp_path / "reports")
    for folder in ("gold/reports", "gold/gold"):
        (tmp_path / folder).mkdir(parents=True)
    for target in ("report.txt", "gold/reports/report.txt"):
        shutil.copy(demo_reports / "lighthouse-daily.txt", tmp_path / target)
    gold = {"id": "report", "file": "report.txt", "entities": [], "incidents": [], "facts": []}
    (tmp_path / "gold" / "gold" / "report.json").write_text(json.dumps(gold), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["build", "reports", "--into", "record.duckdb"]) == 0
    return tmp_path

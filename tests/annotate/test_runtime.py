"""Importing the encoder leaves nothing behind and tells nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = "import onrecord.annotate, os; print(os.environ['ORT_DISABLE_TELEMETRY'])"


def imported(home: Path, **more: str) -> str:
    """What a fresh interpreter prints that imports the encoder, with `home` as its home."""
    kept = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    settings = kept | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")} | more
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=settings, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_runtime_writes_no_id_of_the_machine(tmp_path: Path) -> None:
    assert imported(tmp_path) == "1"
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == []


def test_the_users_own_switch_stands(tmp_path: Path) -> None:
    assert imported(tmp_path, ORT_DISABLE_TELEMETRY="true") == "true"

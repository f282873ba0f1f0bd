"""The command itself: verbs, help, output, errors."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli.main import INTERRUPTED, VERBS, run

ONRECORD = [sys.executable, "-m", "onrecord.cli.main"]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"onrecord {__version__}"


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_its_module_and_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert importlib.import_module(f"onrecord.cli.{verb}").command.name == verb
    assert run([verb, "--help"]) == 0
    assert verb in capsys.readouterr().out


def test_help_lists_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    for verb, about in VERBS.items():
        assert verb in told
        assert about.split()[0] in told


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_starting_up_brings_no_heavy_library(argument: str) -> None:
    program = (
        "import sys; from onrecord.cli.main import run; run([sys.argv[1]]);"
        "print(*(m for m in ('duckdb', 'onnxruntime', 'numpy', 'trafilatura') if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, argument], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == ""


def test_an_unknown_verb_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["nonsense"]) == 1
    assert "nonsense" in capsys.readouterr().err


def test_an_error_is_a_message_not_a_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", str(tmp_path / "none.duckdb")]) == 1
    told = capsys.readouterr().err
    assert "none.duckdb" in told
    assert "onrecord build" in told
    assert "Traceback" not in told


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    module = importlib.import_module("onrecord.cli.build")

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "build", stopped)
    assert run(["build", "x", "--into", "r.duckdb"]) == INTERRUPTED
    told = capsys.readouterr().err
    assert "run the same command again" in told
    assert "Interrupted" in told


def test_a_closed_pipe_is_no_error() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as pipe:
        done = subprocess.run(
            [*ONRECORD, "--help"], stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 0
    assert done.stderr == ""


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    missing = tmp_path / "Łódź.txt"
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*ONRECORD, "show", str(missing)], capture_output=True, env=environment, check=False
    )
    assert done.returncode == 1
    assert "Łódź".encode() in done.stderr

"""The public names are typed for those who use them."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

USE = Path(__file__).with_name("use.py")


def test_a_typed_program_passes_mypy() -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(USE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_package_says_that_it_is_typed() -> None:
    assert files("onrecord").joinpath("py.typed").is_file()

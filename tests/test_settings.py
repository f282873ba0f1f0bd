"""Settings from a file: each of its own kind, others refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.settings import Settings, load_settings


def write(folder: Path, text: str) -> Path:
    path = folder / "onrecord.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_of_weights_is_text_and_the_rest_numbers(tmp_path: Path) -> None:
    found = load_settings(write(tmp_path, 'weights = "mine"\nworkers = 3\n'))
    assert found == Settings(workers=3, weights="mine")


@pytest.mark.parametrize("line", ["weights = 3", 'workers = "3"', "workers = -1", "moon = 1"])
def test_what_is_no_setting_is_refused_by_name(tmp_path: Path, line: str) -> None:
    with pytest.raises(UsageError, match=line.split()[0]):
        load_settings(write(tmp_path, line))

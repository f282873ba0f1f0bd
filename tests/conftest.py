"""Fixtures that several rooms share."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from onrecord.annotate import Encoder
from onrecord.errors import WeightsError


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The shipped encoder; tests that need it are skipped where there are no weights."""
    try:
        return Encoder.load()
    except WeightsError as error:
        pytest.skip(f"no weights: {error}")


@pytest.fixture(scope="session")
def demo_reports() -> Iterator[Path]:
    """The folder of the demo story."""
    with as_file(files("onrecord.demo").joinpath("reports")) as folder:
        yield folder


@pytest.fixture
def three_reports(tmp_path: Path) -> Path:
    """A folder of three plain reports: two of one incident, one of another."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in THREE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


THREE = {
    "a.txt": (
        "Bridge collapses in Bergen\n\n"
        "A footbridge collapsed in Bergen on Monday, killing two people, police said. "
        "The bridge was closed in March, said Torunn Helgeby, 44, an engineer of the city.\n"
    ),
    "b.txt": (
        "Two dead in Bergen bridge collapse\n\n"
        "Two people died when a footbridge in Bergen fell on Monday, said Torunn Helgeby, 44. "
        "She said nobody had been warned.\n"
    ),
    "c.txt": (
        "Fire in Brno school\n\n"
        "A fire broke out in a school in Brno on Friday, the fire brigade said. "
        "Nobody was hurt, said Radim Kolovrat, 51, the headmaster.\n"
    ),
}

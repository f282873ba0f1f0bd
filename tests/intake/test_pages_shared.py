"""Real pages: the updated date and the way back to the source, on the pages beside the project."""

from __future__ import annotations

import json

import pytest

from benchmarks.pages import GOLD, PAGES, Read, read_page, updated_right

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def read() -> dict[str, Read]:
    if not PAGES.is_dir():
        pytest.skip(f"no pages in {PAGES}")
    gold = json.loads(GOLD.read_text("utf-8"))
    some = sorted(gold)[::2]
    return {key: read_page(PAGES / "html" / f"{key}.html.gz") for key in some}


def test_the_updated_date_is_right(read: dict[str, Read]) -> None:
    figures = updated_right(read)
    assert figures["pages"] > 30
    assert figures["right"] >= 0.95


def test_the_words_are_found_in_the_source(read: dict[str, Read]) -> None:
    assert all(one.body for one in read.values())
    assert sum(one.tied for one in read.values()) / len(read) >= 0.99

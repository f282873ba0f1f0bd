"""The page of figures is what the command writes from the gate's figures."""

from __future__ import annotations

from docs.how_good import PAGE, page


def test_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m docs.how_good`"


def test_page_tells_every_set_and_how_to_measure_ones_own() -> None:
    told = page()
    assert all(f"### {name}" in told for name in ("newsroom", "cases", "unseen"))
    assert "onrecord evaluate GOLD" in told

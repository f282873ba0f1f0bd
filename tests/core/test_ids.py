"""Ids: the same parts give the same id, other parts another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.ids import ID_LENGTH, content_id
from onrecord.core.report import report_id

PARTS = st.lists(st.none() | st.text(max_size=6), max_size=4)


def test_ids_stay_as_they_are() -> None:
    """Ids are stored: this one must never change."""
    assert content_id("report", "The Tarn Courier", None, "") == "rb08a7718f6aacce8"


@given(PARTS, PARTS)
def test_other_parts_other_id(one: list[str | None], other: list[str | None]) -> None:
    assert (content_id("entity", *one) == content_id("entity", *other)) == (one == other)


def test_kind_is_seen_and_counts() -> None:
    assert content_id("entity", "a")[0] == "e"
    assert content_id("entity", "a")[1:] != content_id("incident", "a")[1:]
    assert len(content_id("entity", "a")) == ID_LENGTH + 1


def test_report_ids_tell_outlets_apart() -> None:
    facts = {"url": None, "published": "2031-03-07", "given_id": None}
    one = report_id("The same text.", outlet="Nordsund Wire", **facts)  # type: ignore[arg-type]
    other = report_id("The same text.", outlet="The Tarn Courier", **facts)  # type: ignore[arg-type]
    assert one != other

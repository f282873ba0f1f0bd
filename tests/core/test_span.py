"""Spans: never empty, cut exactly, merged without loss."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.span import Span, covers, cut_all, hull, merge, strip
from onrecord.errors import SpanError

SPANS = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 60), st.integers(1, 20))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (5, 2)])
def test_no_such_span(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}-{end}"):
        Span(start, end)


def test_cut_behind_the_text() -> None:
    with pytest.raises(SpanError, match="behind the text"):
        Span(2, 9).cut("short")


def test_broken_stretches_are_joined() -> None:
    assert cut_all([Span(0, 2), Span(3, 5)], "We, us") == "We …  u"


def test_hull_of_none() -> None:
    with pytest.raises(SpanError):
        hull([])


@given(st.lists(SPANS, max_size=8))
def test_merge_keeps_the_code_points(spans: list[Span]) -> None:
    merged = merge(spans)
    points = {point for span in spans for point in range(span.start, span.end)}
    assert {p for span in merged for p in range(span.start, span.end)} == points
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(st.lists(SPANS, min_size=1, max_size=8))
def test_hull_contains_all(spans: list[Span]) -> None:
    assert all(hull(spans).contains(span) for span in spans)
    assert covers([hull(spans)], spans[0])


@given(SPANS, SPANS)
def test_overlap_is_mutual(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(st.text(" \nab", min_size=1, max_size=12))
def test_strip_leaves_the_words(text: str) -> None:
    left = strip(Span(0, len(text)), text)
    assert (left.cut(text) if left else "") == text.strip()

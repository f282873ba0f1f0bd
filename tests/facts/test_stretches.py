"""Stretches answer as a walk through all spans would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.span import Span
from onrecord.facts.stretches import Stretches

SPANS = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 9)
)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_touching_is_overlapping_one_of_them(spans: list[Span], other: Span) -> None:
    assert Stretches(spans).touch(other) == any(s.overlaps(other) for s in spans)

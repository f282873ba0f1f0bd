"""Windows read every word, and none needs more room than there is."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.windows import plan_windows
from onrecord.annotate.words import Words


def words_of(sizes: list[int]) -> Words:
    first = np.cumsum([0, *sizes])[:-1].astype(np.int64)
    pieces = np.zeros(sum(sizes), np.int64)
    return Words(pieces, pieces, first, first, first + 1)


SIZES = st.lists(st.integers(1, 30), max_size=200)


@given(SIZES, st.integers(30, 60), st.integers(0, 29))
def test_kept_parts_tile_the_words(sizes: list[int], size: int, overlap: int) -> None:
    plan = plan_windows(words_of(sizes), size, overlap)
    at = 0
    for window in plan:
        assert window.low <= window.keep_low <= window.keep_high <= window.high
        assert window.keep_low == at
        at = window.keep_high
    assert at == len(sizes)


@given(SIZES, st.integers(30, 60), st.integers(0, 29))
def test_no_window_is_too_long(sizes: list[int], size: int, overlap: int) -> None:
    for window in plan_windows(words_of(sizes), size, overlap):
        assert sum(sizes[window.low : window.high]) <= size


def test_a_word_inside_has_context_on_both_sides() -> None:
    for window in plan_windows(words_of([1] * 1000), 100, 40)[1:-1]:
        assert window.keep_low - window.low >= 20
        assert window.high - window.keep_high >= 20


def test_a_short_text_is_one_window_and_none_is_none() -> None:
    assert len(plan_windows(words_of([1] * 286))) == 1
    assert plan_windows(words_of([])) == []

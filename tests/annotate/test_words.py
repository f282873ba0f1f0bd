"""Words tile the text's visible characters, with offsets into the text as it came."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import words as words_module
from onrecord.annotate.words import SURFACES, WordSplitter, blocks, case_class, surface_class

TEXTS = st.text(alphabet="aB9 .,“”\n\t'é😀ש中-", max_size=300)


@given(TEXTS)
def test_words_are_in_order_and_cut_from_the_text(splitter: WordSplitter, text: str) -> None:
    words = splitter.split(text)
    last = 0
    for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True):
        assert last <= start < end <= len(text)
        assert not text[start:end].isspace()
        last = end
    assert len(words.pieces) == len(words.surfaces) >= len(words)


@given(TEXTS)
def test_every_letter_is_in_a_word(splitter: WordSplitter, text: str) -> None:
    words = splitter.split(text)
    ranges = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    covered = {at for start, end in ranges for at in range(start, end)}
    assert {at for at, c in enumerate(text) if c.isalnum()} <= covered


@given(TEXTS)
def test_surfaces_are_known_and_never_the_special_one(splitter: WordSplitter, text: str) -> None:
    surfaces = splitter.split(text).surfaces.tolist()
    assert all(0 < surface < SURFACES for surface in surfaces)


def test_blocks_change_nothing(splitter: WordSplitter, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "One two, three.\nFour five six: seven. " * 20
    whole = splitter.split(text)
    monkeypatch.setattr(words_module, "BLOCK", 50)
    parts = splitter.split(text)
    assert parts.pieces.tolist() == whole.pieces.tolist()
    assert parts.surfaces.tolist() == whole.surfaces.tolist()
    assert parts.starts.tolist() == whole.starts.tolist()


def test_blocks_tile_a_text_without_white_space() -> None:
    cuts = blocks("x" * 250_001)
    assert cuts[0][0] == 0
    assert cuts[-1][1] == 250_001
    assert all(a[1] == b[0] for a, b in itertools.pairwise(cuts))


@pytest.mark.parametrize(
    ("word", "case"),
    [("said", 1), ("Said", 2), ("I", 2), ("NATO", 3), ("McCoy", 4), ("23", 5), ("—", 0)],
)
def test_case_class(word: str, case: int) -> None:
    assert case_class(word) == case


def test_a_new_paragraph_is_another_surface() -> None:
    assert len({surface_class("Said", gap) for gap in ("", " ", "\n\n")}) == 3

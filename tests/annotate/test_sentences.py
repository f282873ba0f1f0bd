"""Sentences: exact offsets, line breaks end them, abbreviations do not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.sentences import sentences


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He ran. She hid.", ["He ran.", "She hid."]),
        ("Mr. Dov left at 3 a.m. on Friday. Ok.", ["Mr. Dov left at 3 a.m. on Friday.", "Ok."]),
        ("J. R. Ode of the U.S. agreed. So?", ["J. R. Ode of the U.S. agreed.", "So?"]),
        ("A headline\nThe text runs on.", ["A headline", "The text runs on."]),
        ("“We ran. It was late,” he said. Then?", ["“We ran. It was late,” he said.", "Then?"]),
        ("Lt. Col. A. B. Rook paid $3.5 million.", ["Lt. Col. A. B. Rook paid $3.5 million."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet="aB. \n“”\"'!?é😀ש\u2028", max_size=300))
def test_nothing_visible_is_lost(text: str) -> None:
    spans = sentences(text)
    assert list(spans) == sorted(spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert {at for at, c in enumerate(text) if not c.isspace()} <= covered
    assert sum(len(span) for span in spans) == len(covered)


def test_unclosed_quotation_marks_take_linear_time() -> None:
    text = "“Hi. " * 40_000
    begun = time.perf_counter()
    assert sentences(text)
    # 0.4 s where it was measured; without the cut of long lines it takes a minute.
    assert time.perf_counter() - begun < 10

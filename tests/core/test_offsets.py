"""Code points to UTF-16 units and back, against Python's own encoder."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.offsets import Utf16Map
from onrecord.core.span import Span

TEXTS = st.text(st.sampled_from("aß語 \n😀𝔘🇨🇿"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_offset(text: str) -> None:
    offsets = Utf16Map(text)
    for point in range(len(text) + 1):
        unit = offsets.to_utf16(point)
        assert unit == units(text[:point])
        assert offsets.from_utf16(unit) == point


@given(TEXTS)
def test_second_half_of_a_pair_belongs_to_its_code_point(text: str) -> None:
    offsets = Utf16Map(text)
    for point, character in enumerate(text):
        if units(character) == 2:
            assert offsets.from_utf16(offsets.to_utf16(point) + 1) == point


def test_span() -> None:
    assert Utf16Map("a😀b").span_to_utf16(Span(1, 3)) == Span(1, 4)

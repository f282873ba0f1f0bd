"""Offsets between a text's code points, its UTF-8 bytes and the UTF-16 units that browsers count."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from onrecord.core.span import Span

BMP_END = 0x10000


class Utf16Map:
    """Code-point offsets to UTF-16 units and back, for one text.

    Only texts with code points beyond the Basic Multilingual Plane need a table; it holds one
    number for each such code point.
    """

    __slots__ = ("_wide",)

    def __init__(self, text: str) -> None:
        self._wide = [i for i, c in enumerate(text) if ord(c) >= BMP_END]

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 unit at which the code point stands."""
        return offset + bisect_right(self._wide, offset - 1)

    def span_to_utf16(self, span: Span) -> Span:
        """A span in UTF-16 units."""
        return Span(self.to_utf16(span.start), self.to_utf16(span.end))

    def from_utf16(self, unit: int) -> int:
        """The code point that holds the UTF-16 unit."""
        starts = list(accumulate((1 for _ in self._wide), initial=0))
        wide_units = [w + n for w, n in zip(self._wide, starts, strict=False)]
        return unit - bisect_right(wide_units, unit - 1)

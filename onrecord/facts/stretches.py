"""Looking up spans and phrases by where they stand, so that no list is walked through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import TypeVar

from onrecord.core.span import Span, merge

T = TypeVar("T")


def grouped(items: Iterable[T], key: Callable[[T], int]) -> dict[int, list[T]]:
    """Items by a number of theirs, each list in the order given."""
    found: dict[int, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


class Stretches:
    """Spans of one text, asked whether they share a code point with another span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._merged = merge(spans)
        self._ends = [span.end for span in self._merged]

    def touch(self, span: Span) -> bool:
        """Whether one of the spans overlaps this one."""
        index = bisect_left(self._ends, span.start + 1)
        return index < len(self._merged) and self._merged[index].start < span.end

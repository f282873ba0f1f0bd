"""Spans of a report's text, in Unicode code points, end exclusive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of one report's text; never empty.

    Raises:
        SpanError: a negative start or an end that is not behind it.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise SpanError("No such span", value=f"{self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The span's words.

        Raises:
            SpanError: the span ends behind the text.
        """
        if self.end > len(text):
            raise SpanError(
                "Span ends behind the text", value=f"{self.start}-{self.end}", where=f"{len(text)}"
            )
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The span moved by so many code points."""
        return Span(self.start + by, self.end + by)


Spans = tuple[Span, ...]
"""Several spans in text order: one stretch that the text breaks ("…," he said, "…")."""


def cut_all(spans: Iterable[Span], text: str) -> str:
    """The words of several spans, broken stretches joined by " … "."""
    return " … ".join(span.cut(text) for span in spans)


def covers(spans: Iterable[Span], other: Span) -> bool:
    """Whether one of the spans contains the other."""
    return any(span.contains(other) for span in spans)


def merge(spans: Iterable[Span]) -> Spans:
    """The same code points with overlapping and touching spans joined, in text order."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span around all.

    Raises:
        SpanError: there is none.
    """
    every = list(spans)
    if not every:
        raise SpanError("No spans to span")
    return Span(min(s.start for s in every), max(s.end for s in every))


def strip(span: Span, text: str) -> Span | None:
    """The span without white space at its ends; None if nothing is left."""
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None

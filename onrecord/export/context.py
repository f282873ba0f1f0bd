"""The words around evidence: the sentences in which it stands, cut into marked and plain pieces."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.span import Span, Spans, merge

STOP = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-z])|\n+")
"""Where a sentence may end: a stop before a capital or digit, or a line's end. Rough on purpose:
it decides how much is shown around evidence, and nothing else."""

SHORT_WORD = re.compile(
    r"(?:^|[\s(“\"])(?:M[rst]|Mrs|Dr|St|Gov|Gen|Lt|Col|Sgt|Maj|Capt|Insp|Prof|Rev|Sen|Rep|No|Mt|[JS]r"
    r"|[A-Z]|[a-z]\.[a-z]|[A-Z]\.[A-Z])\.$"
)
"""A stop that belongs to a title or an abbreviation, not to a sentence."""

REACH = 320
"""Code points shown at most on each side of the evidence: three lines of a column."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked as evidence or not. `start` is its first code point."""

    text: str
    start: int
    marked: bool = False


class Sentences:
    """The sentences of one text, as far as showing evidence needs them."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *_starts(text)]

    def around(self, spans: Spans) -> tuple[Piece, ...]:
        """The sentences that hold the spans; an ellipsis where words between them are left out."""
        pieces: list[Piece] = []
        for window in merge(self._window(span) for span in spans):
            if pieces:
                pieces.append(Piece(" … ", window.start))
            pieces.extend(cut_pieces(self._text, window, spans))
        return tuple(pieces)

    def _window(self, span: Span) -> Span:
        first = self._starts[bisect_right(self._starts, span.start) - 1]
        behind = bisect_right(self._starts, span.end - 1)
        last = self._starts[behind] if behind < len(self._starts) else len(self._text)
        start = _whole_word(self._text, max(first, span.start - REACH), span.start)
        end = min(last, span.end + REACH)
        end -= len(self._text[span.end : end]) - len(self._text[span.end : end].rstrip())
        return Span(start, end)


def cut_pieces(text: str, window: Span, spans: Iterable[Span]) -> Iterator[Piece]:
    """The window's text with the spans marked."""
    at = window.start
    for span in merge(spans):
        start, end = max(span.start, window.start), min(span.end, window.end)
        if start >= end:
            continue
        if at < start:
            yield Piece(text[at:start], at)
        yield Piece(text[start:end], start, marked=True)
        at = end
    if at < window.end:
        yield Piece(text[at : window.end], at)


def _starts(text: str) -> Iterator[int]:
    """Where sentences start, the first one left out."""
    for match in STOP.finditer(text):
        before = text[max(0, match.start() - 6) : match.start() + 1]
        if "\n" not in match.group() and SHORT_WORD.search(before):
            continue
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
        if start < len(text):
            yield start


def _whole_word(text: str, start: int, limit: int) -> int:
    """The next word's start, where the reach ends inside a word."""
    if start == 0 or text[start - 1].isspace():
        return start
    space = text.find(" ", start, limit)
    return start if space < 0 else space + 1

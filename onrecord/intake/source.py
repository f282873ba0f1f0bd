"""Where the words of a report stand in the source of its page, so that they can be marked there.

The text of a page is taken from its tree, which forgets where things stood. Here the words of both
are laid side by side: runs of four words tie them, in the order in which they come.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from html import unescape

from onrecord.core.span import Span
from onrecord.intake.blocks import BLOCKS, BREAKS

TOKEN = re.compile(
    r"<!--.*?-->|<(?P<silent>script|style|noscript|template|svg|title)\b.*?</(?P=silent)\s*>"
    r"|</?(?P<tag>[a-zA-Z][\w:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[!?][^>]*>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]\w{1,31});?)",
    re.DOTALL | re.IGNORECASE,
)
WORD = re.compile(r"\w+")
RUN = 4
"""Words of a run that ties a text to its source: three recur in teasers and menus, four seldom."""

MOST, FAR = 8, 40
"""Places of a run that are compared, and words by which: a teaser repeats a sentence or two, and
stands before or behind the text."""


class _Visible:
    """The words that a page's source shows, each with its place there (code points)."""

    __slots__ = ("ends", "starts", "words")

    def __init__(self, source: str) -> None:
        pieces: list[str] = []
        places: list[int] = []
        at = 0
        for match in TOKEN.finditer(source):
            self._add(source[at : match.start()], at, pieces, places)
            at = match.end()
            entity, tag = match["entity"], (match["tag"] or "").lower()
            if entity:
                shown = unescape(entity)
                pieces.append(shown)
                places += [match.start()] * len(shown)
            elif not tag or tag in BLOCKS or tag in BREAKS:
                pieces.append("\n")
                places.append(match.start())
        self._add(source[at:], at, pieces, places)
        places.append(len(source))
        found = list(WORD.finditer("".join(pieces)))
        self.words = [match.group().casefold() for match in found]
        self.starts = [places[match.start()] for match in found]
        self.ends = [_end(source, places[match.end() - 1]) for match in found]

    @staticmethod
    def _add(text: str, at: int, pieces: list[str], places: list[int]) -> None:
        pieces.append(text)
        places.extend(range(at, at + len(text)))


def _end(source: str, at: int) -> int:
    """Behind the character at that place, which may be written as an entity."""
    match = TOKEN.match(source, at) if source[at] == "&" else None
    return match.end() if match else at + 1


class SourceMap:
    """A report's text tied to the source of its page."""

    def __init__(self, text: str, source: str) -> None:
        visible = _Visible(source)
        found = list(WORD.finditer(text))
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]
        words = [match.group().casefold() for match in found]
        self._at = _tied(words, visible.words)
        self._visible = visible

    @property
    def share(self) -> float:
        """Part of the text's words that were found in the source, 0 to 1."""
        return sum(at is not None for at in self._at) / len(self._at) if self._at else 0.0

    def locate(self, span: Span) -> tuple[Span, ...]:
        """Where the words of a span of the text stand in the source, in its code points.

        Several stretches where markup that is not of the text stands between; none where the
        words were not found.
        """
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        found: list[Span] = []
        before: int | None = None
        for at in (at for at in self._at[first:last] if at is not None):
            start, end = self._visible.starts[at], self._visible.ends[at]
            if found and before is not None and at == before + 1:
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(start, end))
            before = at
        return tuple(found)


def _longest(words: list[str], number: int, source: list[str], near: list[int]) -> int:
    """The place from which the most words are the same, the first of several."""
    lengths = [_length(words, number, source, at) for at in near]
    return near[lengths.index(max(lengths))]


def _length(words: list[str], number: int, source: list[str], at: int) -> int:
    """How many words are the same from there on, up to FAR."""
    far = min(FAR, len(words) - number, len(source) - at)
    return next((n for n in range(far) if words[number + n] != source[at + n]), far)


def _tied(words: list[str], source: list[str]) -> list[int | None]:
    """For each word its place among the source's words; None where it has none."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    size = min(RUN, len(words)) or 1
    for at in range(len(source) - size + 1):
        places[tuple(source[at : at + size])].append(at)
    tied: list[int | None] = [None] * len(words)
    number = last = 0
    while number <= len(words) - size:
        known = places.get(tuple(words[number : number + size]))
        if not known:
            number += 1
            continue
        nearest = bisect_left(known, last)
        near = known[nearest : nearest + MOST] or known[-MOST:]
        at = _longest(words, number, source, near)
        while number < len(words) and at < len(source) and words[number] == source[at]:
            tied[number] = at
            number, at = number + 1, at + 1
        last = at
    return tied

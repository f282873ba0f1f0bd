"""A report's text in pieces, each with the marks that lie on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.core.span import Span, Spans
from onrecord.errors import UsageError

PARAGRAPH = re.compile(r"[^\n]+")
AT = re.compile(r"(\d{1,9})-(\d{1,9})")

PART = 40_000
"""Code points of a part of a long report: some ten pages of print. Reports of the press are a tenth
of that; a text of 5 MB comes in 125 parts, each in the time of any other page."""

BEFORE, BEHIND = 500, 1_500
"""Code points shown before and behind evidence in the pane, whole paragraphs: the words stand in
view without scrolling, and a link leads to the whole report."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the text: its layer, its spans, what it says, and where it leads."""

    layer: str
    spans: Spans
    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. `start` is its first code point.

    `layers` are the marks' layers, `says` their words, `link` where the innermost leads.
    """

    text: str
    start: int
    layers: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    link: str = ""
    first: bool = False


Paragraph = tuple[Piece, ...]


def window(text: str, around: Spans) -> Span:
    """The part of the text around these spans: whole paragraphs where that is not too long."""
    if not text:
        raise UsageError("The report has no text")
    first = max(0, min((s.start for s in around), default=0) - BEFORE)
    last = min(len(text), max((s.end for s in around), default=0) + BEHIND)
    start = text.find("\n", first, first + BEFORE) + 1 if first else 0
    end = text.find("\n", last, last + BEHIND)
    return Span(start or first, max(end if end >= 0 else last, (start or first) + 1))


def part_of(text: str, number: int) -> Span:
    """The part of a long text with that number, from 1; parts end with a line where one is near."""
    start = _edge(text, (number - 1) * PART)
    return Span(start, max(_edge(text, number * PART), start + 1))


def parts(text: str) -> int:
    """How many parts a text has."""
    return max(1, -(-len(text) // PART))


def _edge(text: str, at: int) -> int:
    if at <= 0 or at >= len(text):
        return max(0, min(at, len(text)))
    line = text.rfind("\n", at - PART // 10, at)
    return line + 1 if line >= 0 else at


def paragraphs(text: str, shown: Span, marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    """The paragraphs of a part of the text, cut where marks begin and end."""
    cuts = _cuts(shown, marks)
    return tuple(
        _paragraph(text, Span(*match.span()), cuts)
        for match in PARAGRAPH.finditer(text, shown.start, shown.end)
        if match.group().strip()
    )


def _cuts(
    shown: Span, marks: Sequence[Mark]
) -> list[tuple[int, tuple[Mark, ...], frozenset[Mark]]]:
    """Where the marks change: the code point, the marks from there on, those that begin there."""
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        for span in mark.spans:
            if span.overlaps(shown):
                opening[max(span.start, shown.start)].append(mark)
                closing[min(span.end, shown.end)].append(mark)
    held: list[Mark] = []
    found = []
    for at in sorted({*opening, *closing}):
        for mark in closing[at]:
            held.remove(mark)
        held.extend(opening[at])
        found.append((at, tuple(held), frozenset(opening[at])))
    return found


def _paragraph(
    text: str, paragraph: Span, cuts: list[tuple[int, tuple[Mark, ...], frozenset[Mark]]]
) -> Paragraph:
    places = [cut for cut in cuts if paragraph.start < cut[0] < paragraph.end]
    before = [cut for cut in cuts if cut[0] <= paragraph.start]
    carried = before[-1] if before else (paragraph.start, (), frozenset())
    first = carried[2] if carried[0] == paragraph.start else frozenset()
    edges = [(paragraph.start, carried[1], first), *places]
    ends = [*(edge[0] for edge in edges[1:]), paragraph.end]
    return tuple(
        _piece(text[start:end], start, marks, first=bool(new))
        for (start, marks, new), end in zip(edges, ends, strict=True)
    )


def _piece(text: str, start: int, marks: tuple[Mark, ...], *, first: bool) -> Piece:
    linked = [mark.link for mark in marks if mark.link]
    return Piece(
        text=text,
        start=start,
        layers=tuple(dict.fromkeys(mark.layer for mark in marks)),
        says=tuple(dict.fromkeys(mark.words for mark in marks if mark.words)),
        link=linked[-1] if linked else "",
        first=first,
    )


def spans_in(written: str, text: str) -> Spans:
    """Spans from their short text ("10-20,34-40"); those behind the text are left out.

    Raises:
        UsageError: it is no list of spans.
    """
    found = []
    for part in filter(None, written.split(",")):
        match = AT.fullmatch(part)
        if match is None:
            raise UsageError("Not a place in a text", value=part, hint="Follow a link to it.")
        start, end = int(match[1]), min(int(match[2]), len(text))
        if start < end:
            found.append(Span(start, end))
    return tuple(found)


def find_words(text: str, words: str, occurrence: int) -> Span:
    """Where the words stand in the text, the first time or a later one.

    Raises:
        UsageError: they do not.
    """
    start = -1
    for _ in range(max(1, occurrence)):
        start = text.find(words, start + 1) if words else -1
        if start < 0:
            raise UsageError(
                "These words are not in the report",
                value=words[:200],
                hint="Copy them from the text as they stand there.",
            )
    return Span(start, start + len(words))


def joined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in text order, those without spans left out."""
    return tuple(sorted((m for m in marks if m.spans), key=lambda m: (m.spans[0].start, m.layer)))

"""Sentences as spans: `sentencex` on every line, so that a line break ends a sentence
unless the text was wrapped at a width.

A direct quotation stays in one piece with what introduces it, as the library means it to.
"""

from __future__ import annotations

import itertools
import re

from sentencex import get_sentence_boundaries

from onrecord.core.span import Span, Spans

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
#: The library takes quadratic time on a line full of unclosed quotation marks (9 s for 500,000
#: code points, 15 ms for 20,000), so longer lines are cut at a white space first.
LONGEST_LINE = 20_000
#: Text wrapped at a width, as agencies' wires and mail are: no line is wider, and there are some.
WIDEST, FEWEST_LINES = 90, 6
#: Code points by which the longest line may stand out. Measured on MUC-4 dev, 5,551 line breaks inside
#: paragraphs: 0 joins 98.3 % of them, 2 99.7 %, 4 99.8 %, 12 all. No other corpus here is wrapped, so
#: nothing tells what a larger one would join wrongly; 4 is where the gain ends.
SLACK = 4
#: "9 p.m. Monday" is one time: the library ends a sentence at every "p.m." before a capital letter.
HOUR_ENDS = re.compile(r"\b[ap]\.m\.\s*$")
DAY_FOLLOWS = re.compile(
    r"\s*\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]?T\b|GMT\b|UTC\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z.]*\ \d)",
    re.VERBOSE,
)


def sentences(text: str, language: str = "en") -> Spans:
    """The sentences of a text, without white space at their ends."""
    found: list[Span] = []
    for line in _lines(text):
        start = line.start
        while start < line.end:
            end = _cut(text, start, line.end)
            found += _of_line(text, start, end, language)
            start = end
    return tuple(found)


def _lines(text: str) -> Spans:
    """The lines of a text; those of a paragraph that was wrapped at a width are one line."""
    lines = [Span(m.start(), m.end()) for m in LINE.finditer(text)]
    width = max(map(len, lines), default=0)
    if len(lines) < FEWEST_LINES or width > WIDEST:
        return tuple(lines)
    joined = lines[:1]
    for before, line in itertools.pairwise(lines):
        if line.start - before.end == 1 and _is_full(text, before, line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return tuple(joined)


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word had no room: a wrap, not the end of a paragraph."""
    word = following.cut(text).split(maxsplit=1)
    return bool(word) and len(line) + 1 + len(word[0]) > width - SLACK


def _cut(text: str, start: int, end: int) -> int:
    if end - start <= LONGEST_LINE:
        return end
    space = text.rfind(" ", start + 1, start + LONGEST_LINE)
    return space if space > start else start + LONGEST_LINE


def _of_line(text: str, start: int, end: int, language: str) -> list[Span]:
    line = text[start:end].replace("\n", " ")
    if not line.strip():
        return []
    cuts = [int(part["start_index"]) for part in get_sentence_boundaries(language, line)]
    inner = (cut for cut in cuts if 0 < cut < len(line) and not _is_inside_a_time(line, cut))
    borders = sorted({0, *inner, len(line)})
    spans = []
    for low, high in itertools.pairwise(borders):
        part = line[low:high]
        if part.strip():
            left = start + low + len(part) - len(part.lstrip())
            spans.append(Span(left, start + low + len(part.rstrip())))
    return spans


def _is_inside_a_time(line: str, cut: int) -> bool:
    """Whether a cut parts an hour from its day."""
    hour = HOUR_ENDS.search(line, max(0, cut - 8), cut)
    return hour is not None and DAY_FOLLOWS.match(line, cut) is not None

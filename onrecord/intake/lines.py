"""Lines and paragraphs of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.span import Span

LINE = re.compile(r"[^\n]+")
ENDED = re.compile(r"[.!?…:][”\"’')\]]*$|[.!?…][”\"’')\]]*\s")
ABBREVIATED = re.compile(
    r"\b(?:[ap]\.m|no|nos|st|mr|mrs|ms|dr|col|capt|lt|sgt|gen|gov|sen|rep|prof|rev|jan|feb|mar|apr|"
    r"jun|jul|aug|sept?|oct|nov|dec|inc|ltd|co|vs|[A-Z])\.",
    re.IGNORECASE,
)
HEAD_WORDS = 14
"""Words of the longest line of a letterhead or byline; the shortest prose paragraphs that have no
full stop are longer or stand below the first prose."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = r"\d{1,2}[.:h]\d{2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_ZONE = (
    r"(?:gmt|utc|bst|cest|cet|eet|eest|est|edt|cst|cdt|mst|mdt|pst|pdt|et|pt|ist|msk|local time)"
)
_LABEL = (
    r"(?:(?:(?:first|last|originally) )?"
    r"(?:published|updated|posted|modified|created|issued|released)|date)"
)
_FIGURES = r"\d{1,2}(?:st|nd|rd|th)?|\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_PIECE = rf"(?:{_LABEL}(?:\s+(?:on|at))?|{_DAY}|{_MONTH}|{_CLOCK}|{_ZONE}|{_FIGURES}|at|on|of)"
DATE_LINE = re.compile(rf"\W*{_PIECE}(?:[\s,;:|·•()/–—-]+{_PIECE})*\W*", re.IGNORECASE)
DATED = re.compile(
    rf"{_MONTH}\W+\d|\d\W+{_MONTH}|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_LABEL}\b.*\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space at its ends."""

    span: Span
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """The lines that hold something, in order."""
    for match in LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(Span(start, start + len(words)), words)


def blocks_of(text: str) -> Iterator[tuple[Line, ...]]:
    """Paragraphs: lines with no blank line between them."""
    block: list[Line] = []
    for line in lines_of(text):
        if block and text.count("\n", block[-1].span.end, line.span.start) > 1:
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)


def is_prose(line: str) -> bool:
    """Whether a line holds a sentence: a full stop that is no abbreviation's, or many words."""
    return len(line.split()) > HEAD_WORDS or bool(ENDED.search(ABBREVIATED.sub("", line)))


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but a date, a time and words such as "Published"."""
    return len(line) <= 100 and bool(DATE_LINE.fullmatch(line)) and bool(DATED.search(line))


def opening(text: str, title: str | None) -> Iterator[tuple[Line, ...]]:
    """The paragraphs between the title and the first prose."""
    for place, block in enumerate(blocks_of(text)):
        if place == 0 and (len(block) == 1 and block[0].text == title):
            continue
        if any(is_prose(line.text) for line in block):
            return
        yield block

"""Quotations: stretches between quotation marks of all kinds, balanced or not.

The marks are read paragraph by paragraph, in one pass. A mark opens where white space, a bracket, a
dash or nothing stands before it, and closes where something stands before it. A paragraph that opens
a quotation and does not close it goes on in the next one if that begins with an opening mark; else
the quotation ends with its paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.span import Span, Spans

OPENERS = {
    "“": "double",
    "„": "double",
    "‟": "double",
    "«": "angle",
    "‹": "angle",
    "‘": "single",
    "‚": "single",
}
CLOSERS = {"”": "double", "“": "double", "»": "angle", "›": "angle", "’": "single", "‘": "single"}
STRAIGHT = {'"': "double", "'": "single"}
PAIRED = ("''", "``")
BEFORE_OPENING = " \t\n\u00a0([{—–-:/\u2009\u202f"
QUOTE_MARKS = "\"'“”„‟‘’‚‛«»‹›`"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks. `open_end`: it has no closing mark and goes on in the next one."""

    span: Span
    inner: Span
    open_end: bool = False
    continued: bool = False

    @property
    def is_unclosed(self) -> bool:
        """Whether its closing mark is missing, here and in the next paragraph."""
        return self.span.end == self.inner.end and not (self.open_end or self.continued)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    may_open: bool
    may_close: bool


def find_quotations(text: str, paragraphs: Spans) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in text order; spans in code points."""
    found: list[Quotation] = []
    pending = False
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        part = _in_paragraph(
            text, paragraph, goes_on=_opens_with_mark(text, following), pending=pending
        )
        found.extend(part)
        pending = bool(part) and part[-1].open_end
    return tuple(found)


def _opens_with_mark(text: str, paragraph: Span | None) -> bool:
    if paragraph is None:
        return False
    first = text[paragraph.start]
    return first in OPENERS or first in STRAIGHT or text.startswith(PAIRED, paragraph.start)


def _in_paragraph(text: str, paragraph: Span, *, goes_on: bool, pending: bool) -> list[Quotation]:
    marks = _marks(text, paragraph)
    found: list[Quotation] = []
    opened: _Mark | None = None
    for number, mark in enumerate(marks):
        if opened is None:
            if mark.may_open and not (
                mark.family == "single" and not _closes_later(marks, number, goes_on)
            ):
                opened = mark
        elif mark.family == opened.family and mark.may_close:
            found.append(_quotation(opened, mark, paragraph, continued=pending and not found))
            opened = None
    if opened is not None and opened.end < paragraph.end:
        rest = Span(opened.start, paragraph.end)
        inner = Span(opened.end, paragraph.end)
        continued = pending and not found
        if opened.family != "single" or goes_on:
            found.append(Quotation(rest, inner, open_end=goes_on, continued=continued))
    return [quotation for quotation in found if len(quotation.inner) > 0]


def _quotation(opened: _Mark, closed: _Mark, paragraph: Span, *, continued: bool) -> Quotation:
    inner_end = max(closed.start, opened.end + 1)
    return Quotation(
        Span(opened.start, max(closed.end, inner_end)),
        Span(opened.end, min(inner_end, paragraph.end)),
        continued=continued and opened.start == paragraph.start,
    )


def _closes_later(marks: list[_Mark], number: int, goes_on: bool) -> bool:  # noqa: FBT001
    if goes_on and number == 0:
        return True
    return any(m.family == "single" and m.may_close for m in marks[number + 1 : number + 12])


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks: list[_Mark] = []
    position = paragraph.start
    while position < paragraph.end:
        char = text[position]
        if char in QUOTE_MARKS:
            length = 2 if text.startswith(PAIRED, position) else 1
            mark = _mark(text, position, length, paragraph)
            if mark is not None:
                marks.append(mark)
            position += length
        else:
            position += 1
    return marks


def _mark(text: str, start: int, length: int, paragraph: Span) -> _Mark | None:
    end = start + length
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    outside_left = before in BEFORE_OPENING or before in QUOTE_MARKS
    outside_right = not after.isalnum()
    char = text[start]
    family = (
        "double" if length == 2 else (OPENERS.get(char) or CLOSERS.get(char) or STRAIGHT.get(char))
    )
    if family is None:
        return None
    if length == 2 or char in STRAIGHT:
        may_open = outside_left and not after.isspace()
        may_close = outside_right and not before.isspace() and start > paragraph.start
        return _Mark(start, end, family, may_open, may_close) if may_open or may_close else None
    if char in "»«›‹" and _is_turned(text, start, end, before, after):
        return _Mark(start, end, family, may_open=char in "»›", may_close=char in "«‹")
    may_open = char in OPENERS and (outside_left or char in "«‹„")
    may_close = char in CLOSERS and (family != "single" or (outside_right and not before.isspace()))
    if char == "“" and outside_left and not before.isalnum():
        may_close = False
    return _Mark(start, end, family, may_open, may_close) if may_open or may_close else None


def _is_turned(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Whether an angled mark points inwards, as in German: »…«."""
    if text[start] in "»›":
        return not before.isalnum() and before not in ".,!?…" and after.isalnum()
    return (before.isalnum() or before in ".,!?…") and not after.isalnum()

"""Correction notes: the paragraphs in which an outlet says what it changed in its report, and why."""

from __future__ import annotations

import re

from onrecord.core.span import Span, Spans
from onrecord.intake.lines import blocks_of

_THIS = r"(?:this|the|an|our|a)\s+(?:\w+\s+){0,2}?(?:article|story|report|piece|post|page|item|text|headline)"
_VERSION = r"(?:an?|the|some)\s+(?:earlier|previous|original|prior|first|initial)\s+(?:online\s+)?versions?"
_CHANGED = r"(?:corrected|amended|clarified|updated|edited|revised|changed)"
_LABEL = (
    r"(?:corrections?(?:\s+and\s+clarifications?)?|clarifications?|corrigend(?:um|a)|errat(?:um|a))"
)
NOTE = re.compile(
    rf"\W*(?:{_LABEL}\s*(?:[:–—-]|[(,]|$|\w+\s+\d|\d)|"
    rf"(?:editor[’']?s?[’']?\s+note|note(?:\s+to\s+readers)?|updated?)\s*[:–—-].{{0,200}}?\b"
    rf"(?:{_VERSION}|(?:was|were|been)\s+(?:corrected|amended|clarified)|to\s+correct)\b|"
    rf"(?:{_VERSION})\s+of\s+{_THIS}|"
    rf"{_THIS}(?:\s+(?:originally|previously|initially|incorrectly|wrongly|mistakenly)\s+\w+|"
    rf"\s+(?:was|has\s+been|have\s+been|is)\s+{_CHANGED}\b.{{0,60}}?\b(?:to|because|since|after|with)\b|"
    rf"\s+(?:was|has\s+been|have\s+been)\s+(?:corrected|amended|clarified)\b))",
    re.IGNORECASE,
)
"""How a note begins. A bare label, a label with a date, or a sentence about this report's own text."""
LABEL = re.compile(rf"\W*{_LABEL}\W*", re.IGNORECASE)
"""A heading of its own; the paragraph below it is the note."""
LONGEST = 1_200
"""Code points of the longest note: a paragraph or two. What is longer is a report about corrections."""


def find_corrections(text: str) -> Spans:
    """The paragraphs of a text that are correction notes, with a heading of their own."""
    found: list[Span] = []
    heading: Span | None = None
    for block in blocks_of(text):
        span = Span(block[0].span.start, block[-1].span.end)
        if heading is not None:
            found.append(Span(heading.start, span.end))
            heading = None
        elif LABEL.fullmatch(block[0].text) and len(block) == 1:
            heading = span
        elif span.end - span.start <= LONGEST and is_correction(block[0].text):
            found.append(span)
    return tuple(found)


def is_correction(paragraph: str) -> bool:
    """Whether a paragraph begins as a correction note."""
    return NOTE.match(paragraph) is not None

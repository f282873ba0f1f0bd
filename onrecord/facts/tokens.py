"""The words of a sentence, with marks of punctuation as words of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.span import Span

ABBREVIATED = (
    r"(?:Mrs?|Ms|Dr|St|Col|Capt|Lt|Sgt|Gen|Maj|Cpl|Pvt|Det|Insp|Sen|Rep|Gov|Prof|Rev|Hon|Brig|Cmdr"
    r"|Supt|Const|Jr|Sr|No|[ap]\.m)\."
)
TOKEN = re.compile(
    rf"{ABBREVIATED}|"
    r"['’]s\b|\d+(?:[.,:]\d+)*(?:-\w+)*|\w+(?:[-.&]\w+)*(?:['’](?!s\b)\w+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of punctuation."""

    span: Span
    text: str
    lower: str


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words within a span of a text."""
    return tuple(
        Word(Span(m.start(), m.end()), m[0], m[0].lower().rstrip(".") or ".")
        for m in TOKEN.finditer(text, span.start, span.end)
    )

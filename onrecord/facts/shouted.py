"""Sentences in capitals read as if they were in small letters: agency texts of old, headlines."""

from __future__ import annotations

from onrecord.core.span import Span
from onrecord.facts.base import Context, once

SMALL = 0.1
"""Share of small among all letters under which a stretch counts as written in capitals."""


def plain(words: str) -> str:
    """The words on one line, and in small letters where nearly all are capitals; as long as before."""
    line = words.replace("\n", " ")
    letters = sum(c.isalpha() for c in line)
    small = sum(c.islower() for c in line)
    low = line.lower()
    return low if letters > 3 and small < SMALL * letters and len(low) == len(line) else line


@once
def plain_sentences(context: Context) -> dict[Span, str]:
    """The report's sentences of prose, plain."""
    return {sentence: plain(sentence.cut(context.text)) for sentence in context.prose}

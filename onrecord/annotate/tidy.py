"""Content spans brought to the contract: quotation marks in, the sentence's full stop out."""

from __future__ import annotations

from onrecord.core.span import Span

PAIRS = {"“": "”", '"': '"', "‘": "’", "«": "»", "„": "“", "``": "''", "''": "''"}
STOPS = ".,;:"


def tidy_content(text: str, span: Span) -> Span:
    """The span with the closing mark of a quotation that it opens, and without a last full stop.

    A full stop inside the closing mark, or of an abbreviation ("U.S."), stays.
    """
    start, end = span.start, span.end
    if text[end - 1] == "." and end - start > 1 and not _abbreviated(text, start, end):
        end -= 1
    return Span(start, end)


def _abbreviated(text: str, start: int, end: int) -> bool:
    word = text[max(start, end - 12) : end].split()[-1]
    return "." in word[:-1] or text[end : end + 1] in ("”", '"', "'", "’")

"""Content spans brought to the contract: the sentence's full stop stays outside.

A leading "that" and quotation marks are inside as the encoder has learnt them from the corpus.
"""

from __future__ import annotations

from onrecord.core.span import Span

#: Code points looked back over to tell an abbreviation ("U.S.") from a sentence's last word.
LONGEST_ABBREVIATION = 12
MARKS = ("”", '"', "'", "’")


def tidy_content(text: str, span: Span) -> Span:
    """The span without a last full stop, if that is no abbreviation's and no quotation's."""
    inner = span.cut(text)
    if len(inner) < 2 or not inner.endswith(".") or text[span.end : span.end + 1] in MARKS:
        return span
    words = inner[-LONGEST_ABBREVIATION:].split()
    return span if "." in words[-1][:-1] else Span(span.start, span.end - 1)

"""A report's full text in paragraphs, cut where evidence starts and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from onrecord.core.span import Span, Spans, covers, merge
from onrecord.export.view import TextPiece

PARAGRAPH = re.compile(r"[^\n]+")


def paragraphs(
    text: str, number: int, evidence: Iterable[Spans]
) -> tuple[tuple[TextPiece, ...], ...]:
    """The text's paragraphs. Each stretch of evidence starts a piece with an anchor of its own."""
    several = list(evidence)
    spans = [span for those in several for span in those]
    anchors = {start_of(text, those) for those in several}
    cuts = sorted({*anchors, *(edge for span in spans for edge in (span.start, span.end))})
    marked = merge(spans)
    return tuple(
        _pieces(text, Span(*match.span()), cuts, marked, anchors, number)
        for match in PARAGRAPH.finditer(text)
        if match.group().strip()
    )


def start_of(text: str, evidence: Spans) -> int:
    """The first code point of evidence that is no white space: where its anchor stands."""
    start = min(evidence).start
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _pieces(
    text: str, paragraph: Span, cuts: list[int], marked: Spans, anchors: set[int], number: int
) -> tuple[TextPiece, ...]:
    edges = [c for c in cuts if paragraph.start < c < paragraph.end]
    bounds = [paragraph.start, *edges, paragraph.end]
    return tuple(
        TextPiece(
            text=text[start:end],
            evidence=covers(marked, Span(start, end)),
            anchor=f"r{number}-{start}" if start in anchors else "",
            start=start,
        )
        for start, end in pairwise(bounds)
    )

"""Full texts: every character is kept, evidence is marked, each stretch has one anchor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.span import Span
from onrecord.export.fulltext import paragraphs

TEXT = "First line of words.\n\nSecond line, longer than the first.\nThird."
SPANS = st.builds(
    lambda a, n: Span(a, min(a + n, len(TEXT))), st.integers(0, 60), st.integers(1, 40)
)


@given(st.lists(st.lists(SPANS, min_size=1, max_size=2).map(tuple), max_size=4))
def test_nothing_is_lost_and_evidence_is_marked(evidence: list[tuple[Span, ...]]) -> None:
    pages = paragraphs(TEXT, 2, evidence)
    assert ["".join(p.text for p in page) for page in pages] == [
        line for line in TEXT.split("\n") if line
    ]
    points = {p for spans in evidence for span in spans for p in range(span.start, span.end)}
    for piece in (piece for page in pages for piece in page):
        inside = set(range(piece.start, piece.start + len(piece.text))) & points
        assert len(inside) == (len(piece.text) if piece.evidence else 0)


def test_anchors() -> None:
    pages = paragraphs(TEXT, 2, [(Span(6, 10),), (Span(6, 19),)])
    anchors = [piece.anchor for page in pages for piece in page if piece.anchor]
    assert anchors == ["r2-6"]


def test_evidence_that_starts_between_paragraphs_has_an_anchor() -> None:
    pages = paragraphs(TEXT, 2, [(Span(20, 28),)])
    assert [p.anchor for page in pages for p in page if p.anchor] == ["r2-22"]

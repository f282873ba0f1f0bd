"""The sentences around evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.span import Span
from onrecord.export.context import REACH, Sentences, cut_pieces
from tests.export.story_parts import at

TEXT = "Rain fell. Dr. Moe said at 7 p.m. that “two boats sank.” Nobody drowned!\nA new line. End"


def around(*words: str) -> str:
    pieces = Sentences(TEXT).around(tuple(at(TEXT, w) for w in words))
    return "".join(f"[{p.text}]" if p.marked else p.text for p in pieces)


def test_whole_sentence() -> None:
    assert around("7 p.m.") == "Dr. Moe said at [7 p.m.] that “two boats sank.”"


def test_words_between_sentences_are_left_out() -> None:
    assert around("Rain", "drowned") == "[Rain] fell. … Nobody [drowned]!"


def test_line_ends_end_sentences() -> None:
    assert around("new") == "A [new] line."


def test_nothing_to_show() -> None:
    assert Sentences(TEXT).around(()) == ()


def test_long_sentences_are_cut_at_words() -> None:
    text = "word " * 1000
    pieces = Sentences(text).around((at(text, "word", 500),))
    shown = "".join(piece.text for piece in pieces)
    assert len(shown) <= 2 * REACH + 4
    assert shown.split() == ["word"] * len(shown.split())


@given(st.text(" .\nAb“”", min_size=1, max_size=60), st.data())
def test_marked_pieces_are_the_evidence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    pieces = Sentences(text).around((span,))
    marked = "".join(piece.text for piece in pieces if piece.marked)
    assert marked == span.cut(text)
    assert all(text.startswith(piece.text, piece.start) for piece in pieces)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=5))
def test_pieces_make_up_the_window(pairs: list[tuple[int, int]]) -> None:
    text = "abcdefghij" * 5
    spans = [Span(a, a + n) for a, n in pairs]
    pieces = list(cut_pieces(text, Span(3, 40), spans))
    assert "".join(piece.text for piece in pieces) == text[3:40]

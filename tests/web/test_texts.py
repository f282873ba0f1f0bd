"""Search, shared passages, marked texts and written values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.span import Span
from onrecord.core.values import Interval, Period
from onrecord.errors import UsageError
from onrecord.web.search import cut, match_of
from onrecord.web.shared import shared_passages
from onrecord.web.text import Mark, find_words, paragraphs, part_of, parts, spans_in, window
from onrecord.web.values import parse

TEXTS = st.text(alphabet="ab \n\u202e😀", min_size=1, max_size=80)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("police chief", '"police" AND "chief"*'),
        ('"police chief" ', '"police chief"'),
        ("it's (not) OR", '"it s" AND "not" AND "OR"*'),
        ("!!!", ""),
    ],
)
def test_what_people_type_is_no_query_language(typed: str, query: str) -> None:
    assert match_of(typed) == query


def test_an_excerpt_in_pieces() -> None:
    assert cut("a \x02b\x03 c") == (("a ", False), ("b", True), (" c", False))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 79), st.integers(1, 20)), max_size=6))
def test_marked_pieces_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(at, min(len(text), at + size)) for at, size in places if at < len(text)]
    marks = [Mark(f"l{n}", (span,), "") for n, span in enumerate(spans)]
    for pieces in paragraphs(text, Span(0, len(text)), marks):
        for piece in pieces:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text
            here = Span(piece.start, piece.start + len(piece.text))
            held = {f"l{n}" for n, span in enumerate(spans) if span.overlaps(here)}
            assert set(piece.layers) == held


def test_parts_of_a_long_text_follow_each_other() -> None:
    text = "A line of some words.\n" * 9_000
    spans = [part_of(text, number) for number in range(1, parts(text) + 1)]
    assert "".join(span.cut(text) for span in spans) == text


@given(TEXTS, st.integers(0, 79))
def test_a_window_holds_what_it_is_around(text: str, at: int) -> None:
    place = Span(min(at, len(text) - 1), min(at, len(text) - 1) + 1)
    assert window(text, (place,)).contains(place)


def test_places_as_written() -> None:
    assert spans_in("2-4,7-99", "a text of a line") == (Span(2, 4), Span(7, 16))
    assert find_words("one two one", "one", 2) == Span(8, 11)
    for wrong in ("x", "3-", "1-2;3-4"):
        with pytest.raises(UsageError):
            spans_in(wrong, "text")


def test_shared_passages_are_aligned() -> None:
    one = "By our own writer. The mill burned to the ground on Friday night, they said."
    two = "RIGA (Wire) The mill burned to the ground on Friday night. No one was hurt."
    (passage,) = shared_passages(one, two)
    words = "The mill burned to the ground on Friday night"
    assert passage.one.cut(one) == passage.two.cut(two) == words


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("incident.killed", "1,200", 1200),
        ("incident.killed", "11..", Interval(11, None)),
        ("incident.killed", "..15", Interval(None, 15)),
        ("incident.date", "2031-03-07..2031-03-09", Period("2031-03-07", "2031-03-09")),
        ("incident.time", "19:20", "19:20"),
        ("person.role", " deck  hand ", "deck hand"),
    ],
)
def test_values_as_coders_write_them(field: str, written: str, value: object) -> None:
    assert parse(field, written) == value


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("incident.killed", "many"),
        ("incident.killed", "15..11"),
        ("incident.date", "Friday"),
        ("incident.time", "25:00"),
        ("person.role", " "),
        ("person.shoe", "9"),
    ],
)
def test_what_is_no_value_is_refused(field: str, written: str) -> None:
    with pytest.raises(UsageError):
        parse(field, written)

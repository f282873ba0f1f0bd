"""Counts in running text: figures and words, limits, ranges, and numbers that count nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.span import Span
from onrecord.core.values import Interval
from onrecord.facts.numbers import find_numbers, parse_figure

COUNTS = [
    ("Seven people died", "Seven", 7, "exact"),
    ("killing 14.", "14", 14, "exact"),
    ("twenty-one were hurt", "twenty-one", 21, "exact"),
    ("Ninety nine balloons burst", "Ninety nine", 99, "exact"),
    ("One hundred and five died", "One hundred and five", 105, "exact"),
    ("fifteen hundred guests", "fifteen hundred", 1500, "exact"),
    ("1,240 residents", "1,240", 1240, "exact"),
    ("three dozen travellers", "three dozen", 36, "exact"),
    ("half a dozen divers", "half a dozen", 6, "exact"),
    ("a dozen riders", "a dozen", 12, "exact"),
    ("3.5 million people", "3.5 million", 3_500_000, "exact"),
    ("at least 11 dead", "at least 11", Interval(11, None), "at_least"),
    ("no fewer than forty men", "no fewer than forty", Interval(40, None), "at_least"),
    ("more than 20 hurt", "more than 20", Interval(21, None), "at_least"),
    ("More than two dozen hurt", "More than two dozen", Interval(25, None), "at_least"),
    ("over 60 passengers", "over 60", Interval(61, None), "at_least"),
    ("30 or more villagers", "30 or more", Interval(30, None), "at_least"),
    ("up to 9 missing", "up to 9", Interval(None, 9), "at_most"),
    ("as many as 50 rebels", "as many as 50", Interval(None, 50), "at_most"),
    ("fewer than ten men", "fewer than ten", Interval(None, 9), "at_most"),
    ("nearly 300 families", "nearly 300", 300, "about"),
    ("about 70 workers", "about 70", 70, "about"),
    ("some 45 pupils", "some 45", 45, "about"),
    ("a dozen or so boats", None, None, None),
    ("20-odd farmers", "20-odd", 20, "about"),
    ("between 15 and 18 soldiers", "between 15 and 18", Interval(15, 18), "range"),
    ("five to seven skiers", "five to seven", Interval(5, 7), "range"),
    ("two or three boys", "two or three", Interval(2, 3), "range"),
    ("8-10 wounded men", "8-10", Interval(8, 10), "range"),
    ("dozens of shoppers", "dozens", Interval(24, None), "vague"),
    ("scores were hurt", "scores", Interval(40, None), "vague"),
    ("hundreds fled", "hundreds", Interval(200, None), "vague"),
    ("several guards", "several", Interval(3, None), "vague"),
    ("a couple of hikers", "a couple", Interval(2, 3), "vague"),
    ("only four nurses", "only four", 4, "exact"),
]

NO_COUNTS = [
    "Nora Field, 23, was hit",
    "Nora Field (47), a driver",
    "a man aged 31",
    "a 44-year-old nurse",
    "sentenced to 24 years in prison",
    "at 11.20 p.m. yesterday",
    "at 9:05 in the morning",
    "half past eight",
    "a 9mm pistol and an AK-47",
    "a .38 revolver",
    "a 22-caliber rifle",
    "five shots were heard",
    "In 2017 the bridge fell",
    "on 11 May",
    "on March 5",
    "at 12 Harbour Street",
    "12 kilometres to the north",
    "a loss of £1.1million",
    "$300 in cash",
    "200,000 soles",
    "40 percent of the vote",
    "unit 4 was closed",
    "a number 4 tram",
    "two counts of murder",
    "for three days",
    "the 7th floor",
]


@pytest.mark.parametrize(("text", "words", "value", "qualifier"), COUNTS)
def test_count_is_read(
    text: str, words: str | None, value: int | Interval | None, qualifier: str | None
) -> None:
    found = find_numbers(text)
    if words is None:
        assert [n.value for n in found] in ([12], [])
        return
    assert [(n.span.cut(text), n.value, n.qualifier) for n in found] == [(words, value, qualifier)]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_measure_is_no_count(text: str) -> None:
    assert [n.span.cut(text) for n in find_numbers(text)] == []


def test_taken_spans_hold_no_counts() -> None:
    text = "At seven nine men left"
    assert [n.value for n in find_numbers(text, taken=[Span(3, 8)])] == [9]


def test_two_counts_in_one_clause() -> None:
    text = "killing two people and hurting 11"
    assert [n.value for n in find_numbers(text)] == [2, 11]


def test_and_without_between_is_no_range() -> None:
    text = "two and three went home"
    assert [n.value for n in find_numbers(text)] == [2, 3]


@given(st.integers(min_value=0, max_value=999_999))
def test_digits_read_back(number: int) -> None:
    assert parse_figure(f"{number:,}") == number


@given(st.text(alphabet="ab 12,.-–tenfiv()", max_size=40), st.integers(min_value=0, max_value=20))
def test_spans_hold_for_any_text(text: str, pad: int) -> None:
    plain = find_numbers(text)
    moved = (
        find_numbers("é" * pad + " \n" + text, Span(pad + 2, pad + 2 + len(text))) if text else ()
    )
    assert [n.core.shift(pad + 2) for n in plain] == [n.core for n in moved]
    assert all(n.span.contains(n.core) for n in plain)

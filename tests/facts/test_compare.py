"""Comparing values: every way gives mirrored answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.values import Interval, Link
from onrecord.facts import compare

MIRROR = {"same": "same", "finer": "coarser", "coarser": "finer"}

ends = st.none() | st.integers(0, 60)
intervals = st.builds(Interval, ends, ends).filter(
    lambda i: i.low is None or i.high is None or i.low <= i.high
)
figures = st.integers(0, 60) | intervals
kinds = st.sampled_from(["spouse", "parent", "other"])
relations = st.builds(Link, st.sampled_from(["e1", "e2"]), kinds)


@given(figures, figures)
def test_numbers_mirror(first, second):
    there, back = compare.numbers(first, second), compare.numbers(second, first)
    assert back == MIRROR.get(there, there)


@given(st.text("ab ", max_size=6), st.text("ab ", max_size=6))
def test_texts_mirror(first, second):
    there, back = compare.texts(first, second), compare.texts(second, first)
    assert back == MIRROR.get(there, there)


@given(relations, relations)
def test_links_mirror(first, second):
    assert compare.links(first, second) == compare.links(second, first)


@given(figures)
def test_a_number_is_the_same_as_itself(figure):
    assert compare.numbers(figure, figure) == "same"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (12, Interval(11, None), "finer"),
        (10, Interval(11, None), "conflict"),
        (Interval(11, None), Interval(None, 23), "compatible"),
        (Interval(15, 18), Interval(10, 20), "finer"),
    ],
)
def test_numbers(first, second, expected):
    assert compare.numbers(first, second) == expected


def test_accents_and_case_do_not_count():
    assert compare.fold("Zdeněk’S") == "zdenek's"


def test_roles_read_abbreviated_ranks():
    assert compare.roles("Lt. Col.", "lieutenant colonel") == "same"
    assert compare.roles("Capt.", "police captain") == "coarser"
    assert compare.roles("Sgt.", "Lt.") == "compatible"

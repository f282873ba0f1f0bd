"""Ages: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.values import Interval
from onrecord.facts.person_age import TYPE, parse_age, parse_decade
from tests.facts.build import build, values, words

CASES = [
    ("[e1 Ines Valdo], 23, was seen at the gate.", [("e1", 23)]),
    ("Police named her as [e1 Ines Valdo] (47), a welder.", [("e1", 47)]),
    ("[e1 A man] aged 34 was hurt.", [("e1", 34)]),
    ("[e1 Ines Valdo], a 31-year-old baker, said no.", [("e1", 31)]),
    ("[e1 A 36-year-old sailor] was held.", [("e1", 36)]),
    ("The 58-year-old baker [e1 Ines Valdo] was held.", [("e1", 58)]),
    ("[e1 The stranger] seemed to be in [e1 his] thirties.", [("e1", Interval(30, 39))]),
    ("[e2 Ulm Karsten] saw [e1 a woman] in her late 40s.", [("e1", Interval(47, 49))]),
    ("“[e1 The smallest] is nine years old,” he added.", [("e1", 9)]),
    ("[e1 A boy] of 17 was questioned.", [("e1", 17)]),
    ("[e1 A man] of about 60 lay there.", [("e1", 60)]),
    ("[e1 The sailor] in quarantine, 47 or 48, was pale.", [("e1", Interval(47, 48))]),
    ("[e1 Ines Valdo], who is 41, walked home.", [("e1", 41)]),
    ("[e1 Ines Valdo] turned 40 when the war ended.", [("e1", 40)]),
    ("[e1 An 18-month-old girl] was found.", [("e1", 1)]),
    ("[e1 A three-month-old boy] was found.", [("e1", 0)]),
    ("They listed [e1 Ines Valdo], then 52, among them.", [("e1", 52)]),
    ("[e1 Ines Valdo], twenty-two, sells tiles.", [("e1", 22)]),
    ("The paper gave [e1 his] age as 29.", [("e1", 29)]),
    (
        "[e1 Ines Valdo], 67; [e2 Ulm Karsten], 58, a seller; and [e3 Pia Orre], 44.",
        [("e1", 67), ("e2", 58), ("e3", 44)],
    ),
    ("[e1 The thief] is thought to be [e2 a 38-year-old plumber].", [("e1", 38)]),
    ("[e1 His] mother [e2 Pia], 54, disagreed.", [("e2", 54)]),
    ("[e2 Ulm Karsten] came with [e2 his] 7-year-old son, [e1 Milo].", [("e1", 7)]),
    ("[e1 The tallest], a junior cook aged 19, limped.", [("e1", 19)]),
    ("Police held [e1 Ines Valdo] and [e2 Ulm Karsten], both 24.", [("e2", 24), ("e1", 24)]),
    ("[e1 Ines Valdo] 41, was a mother of two.", [("e1", 41)]),
    ("The guard said [e1 Ines Valdo],32, was found.", [("e1", 32)]),
    ("[e1 Ulm Karsten], 31 of Lower Orre, was held.", [("e1", 31)]),
    ("[e1 Ines Valdo] would have been 12 years old.", [("e1", 12)]),
    ("They named 53-year-old [e1 Ulm “Tiler” Karsten] in court.", [("e1", 53)]),
    # numbers that are no ages
    ("Nine of [e1 the sailors], three of them ill, left.", []),
    ("[e1 Ines Valdo], 12 others and a dog were there.", []),
    ("[e1 Ines Valdo], one of the dead, sold tiles.", []),
    ("[e1 A father] of two was hurt.", []),
    ("[e1 Ines Valdo] lives at 23 Marle Street.", []),
    ("[e1 Ines Valdo] scored 31 points in 2019.", []),
    ("[e1 Ines Valdo] was 3.5 kilometres away.", []),
    ("[e1 The attack], 400 people later, ended.", []),
    ("[e1 Ines Valdo] was on the number 4 tram.", []),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_ages(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_the_evidence_is_the_phrase_that_holds_the_number():
    context = build("[e1 Ines Valdo], a 31-year-old baker, and [e2 Ulm Karsten], 58, left.")
    assert words(TYPE.find(context), context) == ["58", "31-year-old"]


def test_about_is_approximate():
    context = build("[e1 A man] of about 60 lay there.")
    (found,) = TYPE.find(context)
    assert found.approximate
    assert found.qualifier == "about"


def test_what_somebody_is_not_is_denied():
    context = build("He was [e1 Ines Valdo], 38, not Sergeant [e2 Ines Waldo], 36.")
    assert [f.certainty for f in TYPE.find(context)] == [None, "denied"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (23, 23, "same"),
        (23, Interval(20, 29), "finer"),
        (Interval(20, 29), 23, "coarser"),
        (23, 24, "conflict"),
        (Interval(20, 29), Interval(25, 34), "compatible"),
    ],
)
def test_compare(first, second, expected):
    assert TYPE.compare(first, second) == expected


@given(st.integers(1, 99))
def test_digits_are_read_as_they_stand(number):
    assert parse_age(str(number)) == number


def test_nobody_is_older_than_the_oldest():
    assert parse_age("400") is None


def test_teens_begin_with_thirteen():
    assert parse_decade(None, "teens") == Interval(13, 19)


def test_show():
    assert TYPE.show(Interval(30, 39), {}) == "30 to 39"

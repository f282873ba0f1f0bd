"""Conditions: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.facts.person_condition import TYPE
from tests.facts.build import build, values, words

CASES = [
    (
        "[e1 Karsten], 33, was gunned down by Trooper [e2 Ines Valdo], 41, when [e1 the robber]"
        " stabbed [e3 her colleague], Trooper [e3 Milo Orre], in the arm.",
        [("e1", "killed"), ("e3", "injured")],
    ),
    ("[e1 Karsten] shot [e2 Orre] in the leg before being fatally shot by [e3 Valdo].",
     [("e1", "killed"), ("e2", "injured")]),
    ("[e1 Ines Valdo] and [e2 Ulm Karsten] were killed.", [("e1", "killed"), ("e2", "killed")]),
    ("One of the dead was [e1 Ines Valdo], 49, a potter.", [("e1", "killed")]),
    ("[e1 Ines Valdo], 52, a crane driver, is one of the dead.", [("e1", "killed")]),
    ("[e1 The dead officer] was slow.", [("e1", "killed")]),
    ("By the quay waited the cousins of [e1 Ines Valdo], 19, one of the missing.", [("e1", "missing")]),
    ("[e1 The clerk] held over the robbery, a man named [e1 Ulm Orre], 44, was in Marle Hospital.",
     [("e1", "detained"), ("e1", "hospitalised")]),
    ("[e1 A tall woman] was filmed leaving the yard and is being sought.", [("e1", "at_large")]),
    ("[e1 The thief] was shot by a farmer and taken to a clinic under guard.",
     [("e1", "hospitalised"), ("e1", "detained"), ("e1", "injured")]),
    ("Members of the squad arrested [e1 a 36-year-old clerk] at noon.", [("e1", "arrested")]),
    ("[e1 The clerk] detained last night was later released without charge.",
     [("e1", "detained"), ("e1", "released")]),
    ("[e1 Karsten] was charged with murder.", [("e1", "charged")]),
    ("[e1 She] was sentenced to eight years.", [("e1", "convicted")]),
    ("[e1 His cousin], Zita, was treated for a broken toe.", [("e1", "injured")]),
    ("[e1 Ines Valdo] was not even scratched.", [("e1", "unharmed")]),
    ("[e1 Ines Valdo] and [e2 Milo] walked in, tired but unhurt.",
     [("e1", "unharmed"), ("e2", "unharmed")]),
    ("Gunmen kidnapped [e1 Ines Valdo]. [e1 She] is still being held.", [("e1", "hostage")]),
    ("[e1 Ines Valdo] has still not been found.", [("e1", "missing")]),
    ("[e1 Karsten] surrendered to police.", [("e1", "surrendered")]),
    ("[e1 The gunman] killed himself.", [("e1", "killed")]),
    ("The ferry sank, killing nine passengers, among them [e1 a nurse] and [e2 a priest].",
     [("e1", "killed"), ("e2", "killed")]),
    ("The two people killed have been named. They are [e1 Ines Valdo], 67, and [e2 Ulm Orre], 58.",
     [("e1", "killed"), ("e2", "killed")]),
    ("She named the two people he killed as Sergeant [e1 Ulm Orre], 38; and [e2 Ines Valdo], 51.",
     [("e1", "killed"), ("e2", "killed")]),
    ("[e1 The girl] was fighting for her life in Marle Hospital.",
     [("e1", "injured"), ("e1", "hospitalised")]),
    ("[e2 Ulm Orre], whose brother [e1 Milo], 48, was pulled out with burns to both hands, left.",
     [("e1", "injured")]),
    ("[e1 A 49-year-old clerk] who robbed a bank in Marle, Aland, on May 10 has died of a fever.",
     [("e1", "killed")]),
    ("[e1 Ines Valdo] was booked into the Marle County jail.", [("e1", "detained")]),
    ("[e1 Karsten] is being held on $40,000 bail.", [("e1", "detained")]),
    ("[e1 Ulm Orre] was freed unharmed at dawn.", [("e1", "released"), ("e1", "unharmed")]),
    ("[e1 Ulm Orre] lost two fingers.", [("e1", "injured")]),
    ("[e2 Karsten] stabbed [e1 a clerk] to death.", [("e1", "killed")]),
    ("Among those detained was [e1 Ulm Orre], 70.", [("e1", "detained")]),
    ("[e1 Ines Valdo], 20, and [e2 Ulm Orre], 30, swam. Both were taken to Marle Hospital.",
     [("e1", "hospitalised"), ("e2", "hospitalised")]),
    ("Pirates kidnapped [e3:group three divers]. They are [e1 Ines Valdo], 43; and [e2 Ulm Orre], 51.",
     [("e1", "hostage"), ("e2", "hostage")]),
    ("[e1 Ines Valdo] is in critical condition, Marle Hospital said.",
     [("e1", "hospitalised"), ("e1", "injured")]),
    ("[e1 The boy] was hit by gunfire.", [("e1", "injured")]),
    ("[e2:group Pirates] shot Officer [e1 Orre].", [("e1", "injured")]),
    ("They seek the brother of [e2 Ulm Orre], 40, and [e1 Ines Valdo], who is wanted over a theft.",
     [("e1", "at_large")]),
    ("One passenger, identified by police as [e1 Ulm Orre] of Marle, was declared dead.",
     [("e1", "killed")]),
    ("Medics rushed [e1 Ulm Orre] to Marle Hospital.", [("e1", "hospitalised")]),
    ("Doctors pronounced [e1 the boy] dead.", [("e1", "killed")]),
    ("[e1 Ines Valdo] is listed in critical condition.", [("e1", "injured")]),
    ("A gang claimed the abduction of [e3:group two divers]. It was late. They are [e1 Ines Valdo], 43;"
     " and [e2 Ulm Orre], 51.", [("e1", "hostage"), ("e2", "hostage")]),
    # not this person, or not so
    ("The Marle Fugitive [e1 Unit Orre] spoke.", []),
    ("A gang spoke of the release of [e3:group two divers]. [e1 Ines Valdo] left.", []),
    ("[e1 Karsten] shot him in the yard.", []),
    ("[e1 Ines Valdo] lost his hat.", []),
    ("[e1 Ines Valdo] was taken to the zoo. Both were happy in the jail.", []),
    ("[e1 Karsten] meant to kill [e2 Orre].", []),
    ("[e1 Karsten] was not arrested.", []),
    ("[e1 The police chief] said five people were killed.", []),
    ("[e1 Karsten] will be released on Monday.", []),
    ("[e1 Karsten] asked who was killed.", []),
    ("The blast killed [e1 one worker].", []),
    ("[e1 Ines Valdo] worked nights at the hospital.", []),
    ("The family of [e1 Ines Valdo] was arrested.", []),
    ("[e1 The nurse] said [e1 she] is in stable condition.", []),
    ("[e1 Ines Valdo] shot back that it was so.", []),
    ("They asked [e1 Ines Valdo], the officer who killed the dog.", []),
    ("[e1 No one] was hurt.", []),
    ("[e1 Ines Valdo] met officers who were killed.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_conditions(marked, expected):
    assert sorted(values(TYPE.find(build(marked)))) == sorted(expected)


def test_a_shot_person_who_died_is_not_injured_as_well():
    context = build("[e1 Karsten] was shot in the chest. [e1 He] died at the scene.")
    assert values(TYPE.find(context)) == [("e1", "killed")]


def test_wounded_and_then_died_are_both_told():
    context = build("[e1 Karsten] was wounded on Monday. [e1 He] died on Friday.")
    assert values(TYPE.find(context)) == [("e1", "injured"), ("e1", "killed")]


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("They asked whether [e1 Karsten] had been arrested.", "asked"),
        ("[e1 Karsten] was reportedly arrested.", "alleged"),
        ("[e1 Karsten] is believed to have been killed.", "possible"),
        ("[e1 Karsten] may have been kidnapped.", "possible"),
        ("[e1 Karsten] was arrested.", None),
    ],
)
def test_certainty(marked, certainty):
    assert [f.certainty for f in TYPE.find(build(marked))] == [certainty]


def test_evidence_is_one_phrase():
    context = build("[e1 Karsten], who had been on the run, was arrested at dawn in a shed.")
    assert words(TYPE.find(context), context) == ["was arrested", "had been on the run"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("killed", "killed", "same"),
        ("injured", "killed", "compatible"),
        ("killed", "unharmed", "conflict"),
        ("arrested", "released", "compatible"),
    ],
)
def test_compare(first, second, expected):
    assert TYPE.compare(first, second) == expected


def test_show():
    assert TYPE.show("at_large", {}) == "at large"

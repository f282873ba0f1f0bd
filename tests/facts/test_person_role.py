"""Roles: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.facts.person_role import TYPE
from tests.facts.build import build, values

CASES = [
    (
        "[e3:group Two divers] left. They are [e1 Ines Valdo], 43; and [e2 Ulm Orre], 51.",
        [("e1", "diver"), ("e2", "diver")],
    ),
    ("[e3:group Six divers] left. They are [e1 Ines Valdo], 43; and [e2 Ulm Orre], 51.", []),
    (
        "Police spokeswoman Captain [e1 Ines Valdo] spoke.",
        [("e1", "Police spokeswoman"), ("e1", "Captain")],
    ),
    ("Marle Police Chief [e1 Ines Valdo] spoke.", [("e1", "Marle Police Chief")]),
    (
        "[e1 Ines Valdo], the director of [e2:organisation Lumora], spoke.",
        [("e1", "director of Lumora")],
    ),
    ("[e1 Ines Valdo], 72, a retired welder who kept bees, left.", [("e1", "retired welder")]),
    ("It helped, said its deputy director, [e1 Ines Valdo].", [("e1", "deputy director")]),
    ("The medal went to [e1 Ines Valdo], 22-year-veteran; and others.", []),
    ("[e1 Ines Valdo] is the mayor of the town.", [("e1", "mayor of the town")]),
    ("[e1 Ines Valdo] (47), shift supervisor; and others.", [("e1", "shift supervisor")]),
    (
        "said [e1 Ines Valdo], president of the bar association.",
        [("e1", "president of the bar association")],
    ),
    ("A second baker, who gave his name as [e1 Tomas], ran.", [("e1", "baker")]),
    (
        "A young ship's engineer named [e1 Ulm Karsten] was held.",
        [("e1", "ship's engineer")],
    ),
    (
        "[e1 The thief] is thought to be a 38-year-old former plumber.",
        [("e1", "former plumber")],
    ),
    ("Warrant Officer [e1 Ulm Karsten] spoke.", [("e1", "Warrant Officer")]),
    ("Col. [e1 Ulm Karsten] spoke.", [("e1", "Col.")]),
    ("The region's deputy governor, [e1 Ulm Karsten], had spoken.", [("e1", "deputy governor")]),
    ("[e1 Ulm Karsten], an officer in the guard, was there.", [("e1", "officer")]),
    ("Attorney General [e1 Ulm Karsten] spoke.", [("e1", "Attorney General")]),
    ("[e1 Ines Valdo], who works as a welder, fled.", [("e1", "welder")]),
    ("[e1 The woman] who was filmed waving was a customs officer.", [("e1", "customs officer")]),
    ("Wounded officer [e1 Ulm Karsten] was flown out.", [("e1", "officer")]),
    ("[e1 Ulm Karsten] came. [e1 The courier] had run.", [("e1", "courier")]),
    ("Marle House chief of staff [e1 Ulm Karsten] spoke.", [("e1", "Marle House chief of staff")]),
    ("Secretary of State [e1 Ulm Karsten] spoke.", [("e1", "Secretary of State")]),
    # no roles
    ("The lawyer of Captain [e1 Ulm Karsten] spoke.", [("e1", "Captain")]),
    ("Mr [e1 Karsten] spoke.", []),
    ("[e1 Ulm Karsten], a father of two, was hurt.", []),
    ("[e1 Ulm Karsten], the suspect, was held.", []),
    ("Witness [e1 Ulm Karsten] ran.", []),
    ("Darrell Dean [e1 Shriver] ran.", []),
    ("[e1 Ulm Karsten] sells tiles.", []),
    ("“It broke,” the minister, [e1 Ulm Karsten] said.", []),
    ("They asked whether [e1 he] was the driver.", []),
    ("[e1 Ulm Karsten], his brother, ran.", []),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_roles(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_a_denied_rank():
    context = build("She was Sergeant [e1 Ines Valdo], not Warrant Officer [e2 Ines Waldo].")
    found = {f.value: f.certainty for f in TYPE.find(context)}
    assert found == {"Sergeant": None, "Warrant Officer": "denied"}


def test_evidence_is_cut_from_the_text():
    context = build("The mayor, [e1 Ines Valdo], wrote.")
    (found,) = TYPE.find(context)
    assert found.evidence[0].cut(context.text) == found.value == "mayor"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("police spokeswoman", "Police spokeswoman", "same"),
        ("regional police chief", "police chief", "finer"),
        ("chief", "police chief", "coarser"),
        ("baker", "mayor", "compatible"),
    ],
)
def test_compare(first, second, expected):
    assert TYPE.compare(first, second) == expected

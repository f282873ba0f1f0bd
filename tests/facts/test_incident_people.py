"""Who did it, whom it hit, who saw it, with what, and who claims it: labelled cases."""

from __future__ import annotations

import pytest

from onrecord.core.values import Value
from onrecord.facts import (
    incident_claimed_by,
    incident_perpetrator,
    incident_perpetrator_group,
    incident_responder,
    incident_target,
    incident_victim,
    incident_weapon,
    incident_witness,
)
from tests.facts.incident_cases import told, values_of

PERPETRATORS = [
    ("[e1 The gunman] fled on a bicycle.", "shooting", [("e1", None)]),
    ("[e1 A man] shot dead [e2 two guards] in a bank.", "shooting", [("e1", None)]),
    ("[e1 Ulm Karsten], 30, opened fire in a bank.", "shooting", [("e1", None)]),
    ("[e1 A man] who stabbed [e2 a nurse] ran off.", "stabbing", [("e1", None)]),
    ("[e1 The driver] got out and ran.", "vehicle_ramming", [("e1", None)]),
    ("[e1 The driver] got out and ran.", "robbery", []),
    ("[e1 The suspect] said nothing.", "shooting", [("e1", "alleged")]),
    ("[e1 Ulm Karsten] is suspected of planting the bomb.", "bombing", [("e1", "alleged")]),
    ("[e1 A youth] is being held over the raid.", "robbery", [("e1", "alleged")]),
    ("[e1 Ulm Karsten] was ruled out as a suspect.", "shooting", [("e1", "denied")]),
    ("[e1 Ulm Karsten] was wrongly held for a day.", "shooting", [("e1", "denied")]),
    ("Police would not say whether [e1 he] was the gunman.", "shooting", [("e1", "asked")]),
    ("[e1 Officer Pia Orre] shot [e2 the man] twice.", "shooting", []),
    ("[e1 Ulm Karsten] was shot in the leg.", "shooting", []),
    ("[e1 A friend] killed in the blast was named.", "explosion", []),
    ("[e1 Ulm Karsten] tried to calm the crowd.", "riot", []),
    ("[e1:group Two masked men] poured petrol on the door.", "arson", [("e1", None)]),
    ("[e1:group Two masked men] ran past the door.", "arson", []),
    ("Detectives arrested [e1 Ulm Karsten] at a motel.", "shooting", [("e1", "alleged")]),
    ("Police arrested [e1 Ulm Karsten] at a motel.", "protest", []),
    ("A video allegedly shows [e1 Ulm Karsten] firing.", "shooting", [("e1", "alleged")]),
    ("A video shows [e1 Ulm Karsten] at the door.", "shooting", []),
    ("They have got the wrong [e1 Karsten].", "shooting", [("e1", "denied")]),
    (
        "[e1 A man] who stabbed [e2 a nurse] was jailed. [e3 Ulm Karsten] was convicted of murder.",
        "stabbing",
        [("e3", None), ("e3", None)],
    ),
]

VICTIMS = [
    ("[e1 Ines Valdo], 23, was killed in the blast.", ["e1"]),
    ("[e1 A guard] was shot dead at the gate.", ["e1"]),
    ("[e1 Ines Valdo] was wounded in the arm.", ["e1"]),
    ("[e1 Ines Valdo] died in hospital.", ["e1"]),
    ("[e1 Ines Valdo] is missing.", ["e1"]),
    ("[e1 The gunman] shot himself and was killed.", []),
    ("[e1 Ines Valdo] was not hurt.", []),
    ("[e1 Ines Valdo] escaped unharmed.", []),
    ("[e1 Ines Valdo] was arrested.", []),
    ("[e1 Ines Valdo] saw the blast.", []),
    ("[e1 A gunman] killed [e2 a baker] and wounded [e3 a clerk].", ["e2", "e3"]),
    ("The dead are [e1 Ines Valdo], 67; and [e2 Ulm Karsten], 58, a seller.", ["e1", "e2"]),
    ("He was convicted of the murder of [e1 Ines Valdo], 20.", ["e1"]),
    ("She wrote of the murder of crows.", []),
]

WITNESSES = [
    ("Witness [e1 Ulm Karsten] ran into the street.", ["e1"]),
    ("[e1 Ulm Karsten], who filmed the van, was calm.", ["e1"]),
    ("[e1 Ulm Karsten], a baker who saw the blast, was calm.", ["e1"]),
    ("[e1 Ulm Karsten] said that he had seen two men on the roof.", ["e1"]),
    ("Police spokesman [e1 Ulm Karsten], who saw the film, was calm.", []),
    ("[e1 Ulm Karsten] was calm.", []),
    ("[e1 Ines Valdo] was walking home when she heard a blast.", ["e1"]),
    ("[e1 Ines Valdo] said she saw two men run.", ["e1"]),
    ("[e1 Ines Valdo] said she saw no reason to wait.", ["e1"]),  # known limit
]

WEAPONS = [
    ("He fired with [e1:weapon a hunting rifle].", "shooting", ["e1"]),
    ("He was armed with [e1:weapon a knife] and [e2:weapon a pistol].", "robbery", ["e1", "e2"]),
    ("She opened fire with [e1:weapon a gun].", "shooting", []),
    ("Police found [e1:weapon the weapon].", "shooting", []),
    ("He waved [e1:weapon a pistol].", "robbery", ["e1"]),
    ("The museum owns [e1:weapon a sword].", "robbery", []),
    ("He drove [e1:vehicle a hired van] into the crowd.", "vehicle_ramming", ["e1"]),
    ("He drove [e1:vehicle a hired van] to work.", "shooting", []),
    ("[e1:vehicle A police car] turned into the square.", "vehicle_ramming", []),
    ("[e1:vehicle The vehicle] struck a wall.", "vehicle_ramming", []),
    ("[e1:vehicle A red lorry] hit the stalls.", "vehicle_ramming", ["e1"]),
    ("Youths began to throw [w1:weapon cobblestones].", "riot", ["w1"]),
    ("Police used [w1:weapon tear gas].", "riot", ["w1"]),
    ("Two men poured [w1:weapon petrol] on the door.", "arson", ["w1"]),
    ("The price of [w1:weapon petrol] rose.", "riot", []),
]

CLAIMS = [
    ("[e1:organisation Grey Dawn] claimed responsibility.", [("e1", None, None)]),
    ("[e1:organisation Grey Dawn] said online that it was behind it.", [("e1", None, "online")]),
    (
        "In a video [e1:organisation Grey Dawn] claimed the attack.",
        [("e1", None, "video")],
    ),
    (
        "A claim of responsibility by [e1:organisation Grey Dawn] reached the paper by letter.",
        [("e1", None, "letter")],
    ),
    (
        "[e1:organisation Grey Dawn] claimed the attack. Police say the claim is not credible.",
        [("e1", None, None), ("e1", "denied", None)],
    ),
    (
        "[e1:organisation Grey Dawn] claimed the bombing. The mayor dismissed the claim.",
        [("e1", None, None), ("e1", "denied", None)],
    ),
    ("Nobody has claimed responsibility.", []),
    ("[e1:organisation Grey Dawn] claimed a prize.", []),
    ("Police say it is not true.", []),
    (
        "[e1:group A rebel group] has claimed the kidnapping. [e2:organisation Red Alder] said its"
        " men did it.",
        [("e2", None, None)],
    ),
    (
        "[e1:organisation Grey Dawn] claimed the attack. Later [e1 it] denied any part in it.",
        [("e1", None, None), ("e1", "denied", None)],
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), PERPETRATORS)
def test_perpetrator(text: str, kind: str, expected: list[tuple[str, str | None]]) -> None:
    facts = incident_perpetrator.TYPE.find(told(text, kind))
    assert [(f.value, f.certainty) for f in facts] == expected


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_victim(text: str, expected: list[Value]) -> None:
    assert values_of(incident_victim.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), WITNESSES)
def test_witness(text: str, expected: list[Value]) -> None:
    assert values_of(incident_witness.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "kind", "expected"), WEAPONS)
def test_weapon(text: str, kind: str, expected: list[Value]) -> None:
    assert values_of(incident_weapon.TYPE, text, kind) == expected


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claim(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    facts = incident_claimed_by.TYPE.find(told(text, "bombing"))
    assert [(f.value, f.certainty, f.mode) for f in facts] == expected


def test_a_claim_is_the_claimants_word() -> None:
    text = "[e1:organisation Grey Dawn] claimed the attack, police said."
    assert [f.voice_of for f in incident_claimed_by.TYPE.find(told(text, "bombing"))] == ["e1"]


def test_target() -> None:
    text = "He meant to kill [e1 the mayor] and [e2 Ines Valdo]."
    assert values_of(incident_target.TYPE, text, "shooting") == ["e1", "e2"]


def test_group_blamed_is_alleged() -> None:
    text = "The army blamed the rebel group [e1:organisation Grey Dawn]."
    facts = list(incident_perpetrator_group.TYPE.find(told(text, "bombing")))
    assert [(f.value, f.certainty) for f in facts] == [("e1", "alleged")]


def test_responder() -> None:
    text = "[e1:group Firefighters] put out the blaze. [e2:group Shoppers] watched."
    assert values_of(incident_responder.TYPE, text, "fire") == ["e1"]

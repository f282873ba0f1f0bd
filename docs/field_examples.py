"""An example of each field for the reference: words of an invented report, and the value they give.

The tests read each text with the shipped encoder and look for the value: an entity stands by its name,
another incident by its type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.core.contract import Json
from onrecord.core.reading import Fact, Reading
from onrecord.core.values import Link, value_json

PUBLISHED = "2031-03-08"
"""The date of the reports: a Saturday, against which "Friday" is resolved."""


@dataclass(frozen=True, slots=True)
class FieldExample:
    """A report's text, and the value that it gives, as JSON."""

    text: str
    value: object


def told(reading: Reading, fact: Fact) -> object:
    """A fact's value as the examples write it."""
    names = {entity.id: entity.name for entity in reading.entities}
    names |= {incident.id: incident.type for incident in reading.incidents}
    value = fact.value
    if isinstance(value, Link):
        return {"to": names.get(value.to, value.to), "kind": value.kind}
    return names.get(value, value) if isinstance(value, str) else value_json(value)


def row(known: str, example: FieldExample) -> Json:
    """The example as a line of JSON Lines."""
    return {"id": known, "text": example.text, "published": PUBLISHED, "language": "en"}


FIELD_EXAMPLES: Mapping[str, FieldExample] = {
    "incident.type": FieldExample(
        "A gunman opened fire in a market hall in Orvik on Friday, police said.", "shooting"
    ),
    "incident.date": FieldExample(
        "A bomb exploded in the market hall of Orvik on Friday, police said.", "2031-03-07"
    ),
    "incident.time": FieldExample(
        "A bomb exploded in the market hall at 7:20 p.m. on Friday, police said.", "19:20"
    ),
    "incident.place": FieldExample(
        "A gunman killed two people in Bergen on Friday, police said.", "Bergen"
    ),
    "incident.killed": FieldExample(
        "At least four people were killed in a fire in Bergen on Friday, police said.",
        {"low": 4, "high": None},
    ),
    "incident.injured": FieldExample(
        "Twelve people were injured in an explosion in Bergen on Friday, police said.", 12
    ),
    "incident.missing": FieldExample(
        "Three people are missing after a ferry sank off Bergen on Friday, police said.", 3
    ),
    "incident.kidnapped": FieldExample(
        "Gunmen kidnapped seven teachers from a school in Bergen on Friday, police said.", 7
    ),
    "incident.rescued": FieldExample(
        "A ferry sank off Bergen on Friday. All 31 passengers were rescued, police said.", 31
    ),
    "incident.evacuated": FieldExample(
        "A fire broke out in a hotel in Bergen on Friday. Some 200 guests were evacuated, police said.",
        200,
    ),
    "incident.arrested": FieldExample(
        "Police arrested five people after a riot in Bergen on Friday.", 5
    ),
    "incident.perpetrators": FieldExample(
        "Two gunmen opened fire in a market hall in Bergen on Friday, police said.", 2
    ),
    "incident.perpetrators_killed": FieldExample(
        "Three attackers stormed a barracks in Bergen on Friday. All three attackers were killed.",
        3,
    ),
    "incident.perpetrators_arrested": FieldExample(
        "Anders Holm, 34, shot two people in Bergen on Friday. Holm, the suspect, was arrested, police said.",
        1,
    ),
    "incident.perpetrator": FieldExample(
        "Anders Holm, 34, shot dead two people in a market hall in Bergen on Friday, police said.",
        "Anders Holm",
    ),
    "incident.perpetrator_group": FieldExample(
        "A bomb killed two people in Bergen on Friday. The army blamed the rebel group Grey Dawn.",
        "Grey Dawn",
    ),
    "incident.victim": FieldExample(
        "Marta Lunde, a nurse, was shot dead in Bergen on Friday, police said.", "Marta Lunde"
    ),
    "incident.target": FieldExample(
        "A bomb damaged the town hall in Bergen on Friday. The attack targeted the mayor, police said.",
        "mayor",
    ),
    "incident.responder": FieldExample(
        "A fire broke out in a school in Bergen on Friday. Firefighters put out the blaze, police said.",
        "Firefighters",
    ),
    "incident.witness": FieldExample(
        "A gunman opened fire in Bergen on Friday. “I heard shots,” said Ketil Brand, who saw the attack.",
        "Ketil Brand",
    ),
    "incident.weapon": FieldExample(
        "A man killed two people with a knife in Bergen on Friday, police said.", "knife"
    ),
    "incident.claimed_by": FieldExample(
        "A bomb killed two people in Bergen on Friday. In a video, the Northern Front claimed "
        "responsibility.",
        "Northern Front",
    ),
    "incident.motive": FieldExample(
        "A man stabbed two neighbours in Bergen on Friday. Police said the motive was a dispute over money.",
        "a dispute over money",
    ),
    "incident.charge": FieldExample(
        "Anders Holm shot two people in Bergen on Friday. He was charged with murder, the prosecutor said.",
        "murder",
    ),
    "incident.damage": FieldExample(
        "A fire in Bergen on Friday caused damage of $2 million, the fire brigade said.",
        {"text": "$2 million", "amount": 2000000.0, "currency": "USD"},
    ),
    "incident.question": FieldExample(
        "A man shot two people in Bergen on Friday. It is unclear whether he had accomplices, police said.",
        "whether he had accomplices",
    ),
    "incident.related": FieldExample(
        "A man shot two people in Bergen on Friday. The attack came a day after a bombing in Oslo that "
        "killed three people. Police said the bombing was by the same man.",
        {"to": "bombing", "kind": "same_perpetrator"},
    ),
    "person.age": FieldExample(
        "Marta Lunde, 61, was shot dead in Bergen on Friday, police said.", 61
    ),
    "person.role": FieldExample(
        "“Two people died,” said police inspector Marit Aas.", "police inspector"
    ),
    "person.affiliation": FieldExample(
        "“Two people died,” said Marit Aas, a spokeswoman for the Bergen Police.", "Bergen Police"
    ),
    "person.residence": FieldExample(
        "Marta Lunde, who lived in Oslo, was shot dead in Bergen on Friday, police said.", "Oslo"
    ),
    "person.birthplace": FieldExample(
        "Anders Holm, who was born in Oslo, shot two people in Bergen on Friday, police said.",
        "Oslo",
    ),
    "person.nationality": FieldExample(
        "Anders Holm, a Norwegian national, was arrested in Bergen on Friday, police said.", "NO"
    ),
    "person.gender": FieldExample(
        "A woman was shot dead in Bergen on Friday, police said.", "female"
    ),
    "person.condition": FieldExample(
        "Marta Lunde was shot dead in Bergen on Friday, police said.", "killed"
    ),
    "person.injury": FieldExample(
        "Marta Lunde was shot in the left arm in Bergen on Friday, police said.", "left arm"
    ),
    "person.alias": FieldExample(
        "Anders Holm, also known as Red Anders, was arrested in Bergen on Friday, police said.",
        "Red Anders",
    ),
    "person.relation": FieldExample(
        "Marta Lunde was shot dead in Bergen on Friday. Her husband, Pal Lunde, was unharmed, police said.",
        {"to": "Marta Lunde", "kind": "spouse"},
    ),
}

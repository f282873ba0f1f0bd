"""Whom it hit and was meant for, with what, and who claims it: more labelled cases, hard ones first."""

from __future__ import annotations

import pytest

from onrecord.core.values import Value
from onrecord.facts import incident_claimed_by, incident_target, incident_victim, incident_weapon
from tests.facts.incident_cases import told, values_of

WEAPONS = [
    ("It was not [e1:weapon a bomb] but [e2:weapon a gas bottle] that exploded.", "explosion",
     [("e1", "denied"), ("e2", None)]),
    ("The gunman, armed with [e1:weapon an assault rifle], walked in.", "shooting",
     [("e1", None)]),
    ("She was stabbed with [e1:weapon a kitchen knife].", "stabbing", [("e1", None)]),
    ("He pulled out [e1:weapon a handgun] and fired.", "shooting", [("e1", None)]),
    ("The man was beaten with [e1:weapon a baseball bat].", "armed_assault", [("e1", None)]),
    ("Attackers threw [e1:weapon a grenade] into the bar.", "bombing", [("e1", None)]),
    ("Police recovered [e1:weapon a shotgun] at the house.", "shooting", [("e1", None)]),
    ("He struck the guard with [e1:weapon a hammer].", "robbery", [("e1", None)]),
    ("It was possibly [e1:weapon a petrol bomb].", "arson", [("e1", "possible")]),
    ("[e1:weapon A car bomb] exploded outside the gate.", "bombing", [("e1", None)]),
    ("They fired [e1:weapon rockets] at the base.", "armed_assault", [("e1", None)]),
    ("She was hit by [e1:vehicle a white van] that sped off.", "crash", [("e1", None)]),
    ("He had no [e1:weapon knife], a neighbour said.", "stabbing", []),
    ("The shop sells [e1:weapon knives].", "stabbing", []),
    ("He collected [e1:weapon antique pistols].", "shooting", []),
    ("[e1:vehicle An ambulance] took her away.", "crash", []),
    ("He fled in [e1:vehicle a grey car].", "shooting", []),
]  # fmt: skip

VICTIMS = [
    ("[e1 Ines Valdo], who was in the next room, was struck by a stray bullet.", ["e1"]),
    ("The woman killed was identified as [e1 Ines Valdo].", ["e1"]),
    ("Police identified the victim as [e1 Ines Valdo], 23.", ["e1"]),
    ("[e1 Ines Valdo] was pronounced dead at the scene.", ["e1"]),
    ("[e1 Ines Valdo] was found dead in the yard.", ["e1"]),
    ("[e1 Ines Valdo], a mother of two, was gunned down at her door.", ["e1"]),
    ("He shot [e1 Ines Valdo] in the back.", ["e1"]),
    ("[e1 Ines Valdo] was taken to hospital with a gunshot wound.", ["e1"]),
    ("The shooting of [e1 Ines Valdo] shook the town.", ["e1"]),
    ("He was charged with killing [e1 Ines Valdo].", ["e1"]),
    ("[e1 A teenager] suffered a gunshot wound to the leg.", ["e1"]),
    ("A gunman shot and wounded [e1 a clerk].", ["e1"]),
    ("[e1 Ines Valdo] died of her wounds on Monday.", ["e1"]),
    ("[e1 Ines Valdo] heard the shots.", []),
    ("[e1 Ines Valdo] mourned the dead.", []),
    ("[e1 Ines Valdo] treated the wounded.", []),
    ("[e1 Ines Valdo] was charged with murder.", []),
]  # fmt: skip

TARGETS = [
    ("He meant to kill [e1 the mayor].", ["e1"]),
    ("The bomb was meant for [e1 the judge].", ["e1"]),
    ("The attack targeted [e1:organisation the Lumora bank].", ["e1"]),
    ("The gunmen were aiming at [e1:group soldiers].", ["e1"]),
    ("[e1:facility The Lumora works] was the target of the attack.", ["e1"]),
    ("[e1:facility The courthouse] was attacked with grenades.", ["e1"]),
    ("Rebels attacked [e1:facility the barracks] at dawn.", ["e1"]),
    ("They set fire to [e1:facility the mosque].", ["e1"]),
    ("Gunmen stormed [e1:facility the hotel].", ["e1"]),
    ("The bomb went off outside [e1:facility the embassy].", ["e1"]),
    ("A bomb exploded at [e1:facility a police station].", ["e1"]),
    ("The intended target was [e1 Ines Valdo], police said.", ["e1"]),
    ("Police believe [e1 Ines Valdo] was the intended target.", ["e1"]),
    ("He shot at [e1:vehicle a bus].", ["e1"]),
    ("They blew up [e1:facility a bridge].", ["e1"]),
    ("[e1:organisation The party] said its office had been targeted.", []),
    ("[e1 Ines Valdo] targeted younger voters.", []),
    ("The party attacked [e1 the mayor] over taxes.", []),
    ("They planned to blow up [e1:facility the dam].", ["e1"]),
    ("It was the third attempt on the life of [e1 the mayor].", ["e1"]),
    ("The gang tried to kill [e1 a judge] and [e2 a clerk].", ["e1", "e2"]),
    ("Raiders firebombed [e1:facility the shop] and [e2:vehicle a van].", ["e1", "e2"]),
    ("Gunmen fired on [e1:vehicle the convoy].", ["e1"]),
    ("A device detonated under [e1:vehicle a parked van].", ["e1"]),
    ("[e1:facility The depot] had been attacked by rebels before.", ["e1"]),
    ("A grenade exploded in front of [e1:facility the consulate].", ["e1"]),
    ("Rioters ransacked [e1:facility the town hall].", ["e1"]),
    ("[e1:facility The depot] was the target of criticism.", []),
    ("A bomb scare closed [e1:facility the depot].", []),
    ("Police stormed out of [e1:facility the hall].", []),
    ("He aims at [e1 a record].", []),
    ("[e1:facility The hotel] offered rooms to the families.", []),
]  # fmt: skip

CLAIMS = [
    ("[e1:organisation Grey Dawn] has claimed responsibility in a phone call to a radio station.",
     [("e1", None, "call")]),
    ("The group [e1:organisation Grey Dawn] said in a statement posted online that its men planted"
     " the bomb.", [("e1", None, "online")]),
    ("Responsibility was claimed by [e1:organisation Grey Dawn].", [("e1", None, None)]),
    ("[e1:organisation Grey Dawn] took responsibility for the blast.", [("e1", None, None)]),
    ("[e1:organisation Grey Dawn] said it carried out the attack.", [("e1", None, None)]),
    ("In an e-mail, [e1:organisation Grey Dawn] claimed responsibility for the bombing.",
     [("e1", None, "e-mail")]),
    ("A note left at the scene and signed by [e1:organisation Grey Dawn] claimed the attack.",
     [("e1", None, "note")]),
    ("[e1:organisation Grey Dawn] denied any involvement in the bombing.", []),
    ("[e1:organisation Grey Dawn] and [e2:organisation Red Alder] both claimed responsibility.",
     [("e1", None, None), ("e2", None, None)]),
    ("No group has claimed responsibility for the attack.", []),
    ("There was no immediate claim of responsibility.", []),
    ("[e1:organisation The insurer] received a claim for the damage.", []),
    ("Police blamed [e1:organisation Grey Dawn] for the attack.", []),
    ("[e1:organisation The ministry] claimed that the town was calm.", []),
    ("[e1 The driver] claimed that the brakes had failed.", []),
    ("[e1:organisation Grey Dawn] did not claim responsibility.", []),
    ("[e1:organisation The firm] took responsibility for the repairs.", []),
    ("The attack claimed five lives, [e1:organisation the army] said.", []),
    ("[e1:organisation Grey Dawn], which has claimed other attacks, was silent.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "expected"), WEAPONS)
def test_weapon(text: str, kind: str, expected: list[tuple[str, str | None]]) -> None:
    facts = incident_weapon.TYPE.find(told(text, kind))
    assert [(f.value, f.certainty) for f in facts] == expected


@pytest.mark.parametrize(("text", "expected"), VICTIMS)
def test_victim(text: str, expected: list[Value]) -> None:
    assert values_of(incident_victim.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_target(text: str, expected: list[Value]) -> None:
    assert values_of(incident_target.TYPE, text, "bombing") == expected


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claim(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    facts = incident_claimed_by.TYPE.find(told(text, "bombing"))
    assert [(f.value, f.certainty, f.mode) for f in facts] == expected

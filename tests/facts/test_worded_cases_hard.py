"""Facts that are given in words: more labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.core.values import Damage
from onrecord.facts import incident_charge, incident_damage, incident_motive, incident_question
from tests.facts.incident_cases import values_of

CHARGES = [
    (
        "Ulm Karsten, 24, of Moss, was charged with one count of attempted murder and two counts of"
        " reckless driving, both felonies.",
        ["one count of attempted murder and two counts of reckless driving"],
    ),
    ("She was charged as an accessory with armed robbery.", ["armed robbery"]),
    ("He was booked into the county jail on suspicion of murder.", ["murder"]),
    ("He was indicted by a grand jury on charges of bribery.", ["bribery"]),
    ("The pair were charged Tuesday with manslaughter, court papers show.", ["manslaughter"]),
    ("He pleaded not guilty to second-degree murder at a hearing.", ["second-degree murder"]),
    ("He was acquitted of conspiracy but jailed for theft.", ["conspiracy"]),
    ("A jury found her guilty of aggravated assault on Friday.", ["aggravated assault"]),
    ("He is facing three counts of child endangerment.", ["three counts of child endangerment"]),
    ("He has been charged with attempted murder in connection with the shooting.",
     ["attempted murder"]),
    ("The boy was charged with unlawful possession of a firearm by a minor.",
     ["unlawful possession of a firearm by a minor"]),
    ("Both men are charged with the murder of Ines Valdo.", ["the murder"]),
    ("He was charged with arson; the trial begins in May.", ["arson"]),
    ("He was charged with murder while he was in hospital.", ["murder"]),
    ("He was convicted of fraud and has appealed.", ["fraud"]),
    ("Formal charges are expected on Monday.", []),
    ("No charges have been filed.", []),
    ("The price charged to shops rose by a tenth.", []),
    ("He was charged a fee of ten euros.", []),
    ("The phone was fully charged.", []),
    ("She was in charge of the shelter.", []),
]  # fmt: skip

MOTIVES = [
    ("The attack was in retaliation for the killing of a leader.", ["the killing of a leader"]),
    ("He shot the clerk as revenge for an insult.", ["an insult"]),
    ("Officers believe the shooting was motivated by jealousy.", ["jealousy"]),
    ("The motive appears to be robbery.", ["robbery"]),
    ("The motive may have been a debt of ten years.", ["a debt of ten years"]),
    ("A feud between two families is believed to be the motive.", ["A feud between two families"]),
    ("The two were shot over a dispute about a parking space.",
     ["a dispute about a parking space"]),
    ("He was stabbed after an argument over a dog.", ["an argument over a dog"]),
    ("She set fire to the shop because her pay had stopped.", ["her pay had stopped"]),
    ("He attacked the guard because the gate was shut, a witness said.", ["the gate was shut"]),
    ("They killed him in reprisal for a raid in May.", ["a raid in May"]),
    ("He opened fire because he feared for his life.", ["he feared for his life"]),
    ("Police have not found a motive.", []),
    ("No motive has been given.", []),
    ("The motive is still under review.", []),
    ("The motive remains a mystery.", []),
    ("Detectives are looking for a motive.", []),
    ("He was killed because of the storm.", []),
    ("The team is motivated by prizes.", ["prizes"]),  # a known limit
]  # fmt: skip

DAMAGES = [
    ("The blaze caused an estimated $300,000 in damage.", [Damage("$300,000", 300e3, "USD")]),
    ("Damage was estimated at more than $1.5 million.",
     [Damage("more than $1.5 million", 1.5e6, "USD")]),
    ("Repairs will cost about £4m.", [Damage("about £4m", 4e6, "GBP")]),
    ("Gems worth €2bn were stolen.", [Damage("€2bn", 2e9, "EUR")]),
    ("The thieves got away with $12,500.", [Damage("$12,500", 12_500.0, "USD")]),
    ("The loot is insured for 3 million francs.", [Damage("3 million francs", 3e6, "CHF")]),
    ("Losses run to 500 million yen.", [Damage("500 million yen", 5e8, "JPY")]),
    ("The shop lost stock; the damage is around 20,000 zloty.",
     [Damage("around 20,000 zloty", 20e3, "PLN")]),
    ("The storm did ₹50,000 of damage.", [Damage("₹50,000", 50e3, "INR")]),
    ("Two cars worth nearly €90,000 were destroyed.",
     [Damage("nearly €90,000", 90e3, "EUR")]),
    ("He stole a ring worth £900 and a coat worth £150.",
     [Damage("£900", 900.0, "GBP"), Damage("£150", 150.0, "GBP")]),
    ("The loss is at least half of it.", []),
    ("The fire destroyed two barns.", []),
    ("The damage is being assessed.", []),
    ("A reward of $10,000 is offered for the stolen car.", []),
    ("His bail was set at $250,000 for the damage.", []),
    ("The fine for damage is £200.", []),
    ("They paid $40 for repairs.", []),
    ("The council spent £3m on the park.", []),
    ("About 300 houses were damaged.", []),
    ("The town raised €5,000 in donations for repairs.", []),
    ("The firm earned $2 million last year.", []),
]  # fmt: skip

QUESTIONS = [
    ("It was not immediately clear who fired first.", ["who fired first"]),
    ("Police said it was not yet known how many people were inside.",
     ["how many people were inside"]),
    ("Detectives are trying to determine what led to the shooting.",
     ["what led to the shooting"]),
    ("Investigators are working to establish whether the two men knew each other.",
     ["whether the two men knew each other"]),
    ("The question now is whether the doors were locked.", ["whether the doors were locked"]),
    ("It is still unclear if anyone else was in the car.", ["if anyone else was in the car"]),
    ("Police are looking into how the boy got the gun.", ["how the boy got the gun"]),
    ("Officials declined to say whether he had a lawyer.", ["whether he had a lawyer"]),
    ("Whether she acted alone is under investigation.", ["Whether she acted alone"]),
    ("The motive is unclear.", ["The motive is unclear"]),
    ("The cause of the fire is under investigation.",
     ["The cause of the fire is under investigation"]),
    ("Nobody knows why the alarm failed, police said.", ["why the alarm failed"]),
    ("She asked the driver when the bus would come.", []),
    ("Police know who fired.", []),
    ("The detective explained how the lock works.", []),
    ("He wondered what to cook.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHARGES)
def test_charge(text: str, expected: list[str]) -> None:
    assert values_of(incident_charge.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), MOTIVES)
def test_motive(text: str, expected: list[str]) -> None:
    assert values_of(incident_motive.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), DAMAGES)
def test_damage(text: str, expected: list[Damage]) -> None:
    assert values_of(incident_damage.TYPE, text, "fire") == expected


@pytest.mark.parametrize(("text", "expected"), QUESTIONS)
def test_question(text: str, expected: list[str]) -> None:
    assert values_of(incident_question.TYPE, text, "shooting") == expected

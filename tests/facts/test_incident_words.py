"""Facts that are given in words: open questions, motives, charges, damage."""

from __future__ import annotations

import pytest

from onrecord.core.values import Damage
from onrecord.facts import incident_charge, incident_damage, incident_motive, incident_question
from tests.facts.incident_cases import told, values_of

QUESTIONS = [
    ("Police are investigating whether he had help.", ["whether he had help"]),
    ("It is not clear how the gun was smuggled in.", ["how the gun was smuggled in"]),
    ("It was unclear why he fled.", ["why he fled"]),
    ("It remains unknown who lit the fire.", ["who lit the fire"]),
    ("Whether the brakes failed is an open question.", ["Whether the brakes failed"]),
    ("How the bomb got there is under investigation, police said.", ["How the bomb got there"]),
    (
        "Detectives are examining how he got in, whether he had help and why no alarm rang.",
        ["how he got in", "whether he had help", "why no alarm rang"],
    ),
    (
        "The office is examining whether there was a leak, as the firm says, and whether it was seen.",
        ["whether there was a leak", "whether it was seen"],
    ),
    ("The police would not say whether he was armed.", ["whether he was armed"]),
    ("The cause has not been established.", ["The cause has not been established"]),
    ("“We want to find out where he slept,” the officer said.", ["where he slept"]),
    ("Investigators are trying to establish where he got the rifle.", ["where he got the rifle"]),
    ("She asked her son what he wanted for supper.", []),
    ("They know who did it.", []),
    ("He explained how the plant works.", []),
    ("When the alarm rang they ran.", []),
]

MOTIVES = [
    ("The attack was motivated by a land dispute.", ["a land dispute"]),
    ("He did it in revenge for his sacking.", ["his sacking"]),
    ("A quarrel over rent may have been the motive.", ["A quarrel over rent"]),
    ("The motive was envy of his brother.", ["envy of his brother"]),
    ("Police are looking into a row over a debt.", ["a row over a debt"]),
    ("The motive is unclear.", []),
    ("The motive was not known.", []),
    ("The band was motivated.", []),
    ("They abducted her because she sold their land.", ["she sold their land"]),
    ("The gang took him in order to sell him.", ["in order to sell him"]),
    ("He was shot because he stood there.", []),
]

CHARGES = [
    ("He was charged with murder after the raid.", ["murder"]),
    (
        "She was charged on Monday with two counts of arson and one of theft, the court said.",
        ["two counts of arson and one of theft"],
    ),
    ("A man was arrested on suspicion of murder.", []),
    ("Two men face charges of robbery.", ["robbery"]),
    ("The battery was charged with care.", ["care"]),  # a known limit
    ("The army charged the hill.", []),
    ("She is charged with illegal use of a weapon.", ["illegal use of a weapon"]),
    ("He is accused of shooting five people.", []),
    ("He was found guilty of fraud and died in jail.", ["fraud"]),
    ("He was convicted in May of the murder of [e1 Ines Valdo].", ["murder"]),
    ("She pleaded guilty to manslaughter on Monday.", ["manslaughter"]),
    (
        "He was found guilty of arson and of two counts of wounding.",
        ["arson and of two counts of wounding"],
    ),
]

DAMAGES = [
    ("The firm puts the damage at €40 million.", [Damage("€40 million", 40e6, "EUR")]),
    ("They stole rings worth £250,000.", [Damage("£250,000", 250_000.0, "GBP")]),
    ("The loss is up to £1.1million.", [Damage("up to £1.1million", 1.1e6, "GBP")]),
    ("She put the damage at two million euros.", [Damage("two million euros", 2e6, "EUR")]),
    (
        "The damage is put at between €25 million and €30 million.",
        [Damage("between €25 million and €30 million", None, "EUR")],
    ),
    ("They demanded $3.5 million.", []),
    ("The council has a budget of £2m.", []),
    ("They stole a ransom of $5,000.", []),
]


@pytest.mark.parametrize(("text", "expected"), QUESTIONS)
def test_question(text: str, expected: list[str]) -> None:
    assert values_of(incident_question.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), MOTIVES)
def test_motive(text: str, expected: list[str]) -> None:
    assert values_of(incident_motive.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), CHARGES)
def test_charge(text: str, expected: list[str]) -> None:
    assert values_of(incident_charge.TYPE, text, "shooting") == expected


@pytest.mark.parametrize(("text", "expected"), DAMAGES)
def test_damage(text: str, expected: list[Damage]) -> None:
    assert values_of(incident_damage.TYPE, text, "robbery") == expected


def test_questions_are_asked() -> None:
    facts = incident_question.TYPE.find(told("It is not clear why he fled.", "shooting"))
    assert [f.certainty for f in facts] == ["asked"]


def test_sums_of_one_currency_exclude_each_other() -> None:
    one, two = Damage("€40 million", 40e6, "EUR"), Damage("€30 million", 30e6, "EUR")
    assert incident_damage.TYPE.compare(one, two) == "conflict"
    assert incident_damage.TYPE.compare(one, Damage("40m euros", 40e6, "EUR")) == "same"
    assert incident_damage.TYPE.compare(one, Damage("£30m", 30e6, "GBP")) == "compatible"

"""Gender: words against pronouns, and what makes a dispute."""

from __future__ import annotations

from dataclasses import replace

from onrecord.facts.base import FactType
from onrecord.facts.compare import one_of
from onrecord.facts.show import plain
from onrecord.reconcile.claims import Said
from onrecord.reconcile.genders import settle_gender
from tests.reconcile.saying import nodes, rivals, say

GENDER = FactType("person.gender", "Gender", False, lambda _: (), one_of, plain)


def told(gender: str, voice: str, hour: int, confidence: float) -> Said:
    one = say(gender, voice, hour, field="person.gender")
    return replace(one, claim=replace(one.claim, confidence=confidence))


def test_a_word_outweighs_pronouns_and_nothing_is_disputed() -> None:
    pronouns = [told("male", f"Paper {n}", n, 0.7) for n in range(3)]
    found = settle_gender(nodes(*pronouns, told("female", "Wire", 9, 0.9), kind=GENDER))
    assert (found.leading.value, found.status) == ("female", "single")
    assert rivals(found) == {"male": "weaker"}


def test_one_pronoun_disputes_no_others() -> None:
    said = [told("male", "Wire", 1, 0.7), told("male", "Paper", 2, 0.7)]
    found = settle_gender(nodes(*said, told("female", "Post", 3, 0.7), kind=GENDER))
    assert (found.leading.value, found.status) == ("male", "agreed")


def test_words_on_both_sides_are_a_dispute() -> None:
    said = [told("male", "Wire", 1, 0.9), told("female", "Paper", 2, 0.9)]
    assert settle_gender(nodes(*said, kind=GENDER)).status == "disputed"


def test_who_denies_a_deed_denies_no_gender() -> None:
    denied = say("male", "Mother", 1, certainty="denied", field="person.gender")
    assert not denied.denies
    assert say(3, "Mother", 1, certainty="denied").denies

"""Incidents with the same named attacker are tied, each to the earliest."""

from __future__ import annotations

from dataclasses import replace

from onrecord.core.values import Link
from onrecord.reconcile.claims import Said
from onrecord.reconcile.related import incident_words, same_attacker
from tests.reconcile.saying import say

NAMES = {"e1": "Ana Brito", "e2": "the gunman"}


def attack(incident: str, attacker: str, hour: int) -> Said:
    claim = say(attacker, "Police", hour, field="incident.perpetrator")
    return replace(claim, incident=incident, subject=incident)


def test_each_is_tied_to_the_earliest() -> None:
    ties = same_attacker([attack(f"i{n}", "e1", n) for n in (3, 1, 2)], NAMES)
    assert {(one.incident, one.claim.value) for one in ties} == {
        ("i2", Link("i1", "same_perpetrator")),
        ("i3", Link("i1", "same_perpetrator")),
    }
    assert {one.field for one in ties} == {"incident.related"}


def test_a_description_ties_nothing() -> None:
    assert same_attacker([attack("i1", "e2", 1), attack("i2", "e2", 2)], NAMES) == []


def test_a_denied_name_ties_nothing() -> None:
    denied = attack("i2", "e1", 2)
    denied = replace(denied, claim=replace(denied.claim, certainty="denied"))
    assert same_attacker([attack("i1", "e1", 1), denied], NAMES) == []


def test_words_for_an_incident() -> None:
    assert incident_words("vehicle_ramming", "i0123456789") == "the vehicle ramming i01234567"
    assert incident_words("other", "i0123456789") == "the incident i01234567"

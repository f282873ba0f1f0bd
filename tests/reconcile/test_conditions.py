"""Conditions: together, one after the other, or against each other."""

from __future__ import annotations

from onrecord.reconcile.claims import Said
from onrecord.reconcile.conditions import settle_conditions
from tests.reconcile.saying import STATE, nodes, rivals, say


def settled(*said: Said) -> dict[str, tuple[str, dict[str, str]]]:
    """Leading conditions with their status and what they took the place of."""
    found = settle_conditions(nodes(*said, kind=STATE))
    return {str(one.leading.value): (one.status, rivals(one)) for one in found}


def test_injured_and_hospitalised_hold_together() -> None:
    found = settled(say("injured", "Police", 1), say("hospitalised", "Clinic", 2))
    assert found == {"hospitalised": ("single", {}), "injured": ("single", {})}


def test_death_takes_the_place_of_injury_and_custody() -> None:
    found = settled(
        say("injured", "Police", 1), say("detained", "Police", 1), say("killed", "Clinic", 20)
    )
    assert found == {"killed": ("superseded", {"injured": "replaced", "detained": "replaced"})}


def test_custody_runs_its_course() -> None:
    found = settled(
        say("at_large", "Police", 1), say("arrested", "Police", 9), say("charged", "Court", 30)
    )
    assert found == {"charged": ("superseded", {"arrested": "replaced", "at_large": "replaced"})}


def test_release_leads_though_the_detention_is_told_again() -> None:
    found = settled(
        say("detained", "Police", 1), say("released", "Police", 9), say("detained", "Paper", 40)
    )
    assert found["released"] == ("superseded", {"detained": "replaced"})


def test_second_arrest_after_a_release_leads() -> None:
    found = settled(say("released", "Police", 9), say("arrested", "Police", 60))
    assert found == {"arrested": ("superseded", {"released": "replaced"})}


def test_missing_person_who_came_back() -> None:
    found = settled(
        say("missing", "Paper", 1),
        say("missing", "Radio", 20, certainty="denied"),
        say("unharmed", "Radio", 20),
    )
    assert found == {"unharmed": ("superseded", {"missing": "replaced"})}


def test_false_report_of_a_death() -> None:
    found = settled(
        say("killed", "Channel", 1, publisher="Paper"),
        say("killed", "Paper", 9, certainty="denied"),
        say("unharmed", "Paper", 9),
    )
    assert found == {"unharmed": ("superseded", {"killed": "replaced"})}


def test_dead_or_unharmed_without_a_word_on_who_erred() -> None:
    found = settled(say("killed", "A", 1), say("killed", "B", 2), say("unharmed", "C", 3))
    assert found == {"killed": ("disputed", {"unharmed": "disputed"})}

"""Moves: how a value went from one to the next, and the words for it."""

from __future__ import annotations

import pytest

from onrecord.core.values import Interval
from onrecord.facts.base import FactType
from onrecord.reconcile.claims import Said
from onrecord.reconcile.moves import moments
from onrecord.reconcile.telling import told
from tests.reconcile.saying import AGE, ROLE, TOLL, say


def steps(*said: Said, kind: FactType = TOLL) -> list[str]:
    weights = {one.voice: 1 for one in said}
    return [move.step for now in moments(said, kind, weights) for move in now.moves]


def words(*said: Said, kind: FactType = TOLL) -> list[str]:
    names = {one.voice: one.voice for one in said} | {one.publisher: one.publisher for one in said}
    weights = {one.voice: 1 for one in said}
    return [
        told(move, kind, names, since=now.at)
        for now in moments(said, kind, weights)
        for move in now.moves
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((say(2, "Police", 1), say(3, "Police", 9)), ["first", "risen"]),
        ((say(2, "Police", 1), say(2, "Police", 9)), ["first"]),
        ((say(2, "Police", 1), say(2, "Clinic", 9)), ["first", "confirmed"]),
        ((say(2, "Police", 1), say(2, "Police", 9, certainty="denied")), ["first", "withdrawn"]),
        ((say(2, "Radio", 1), say(2, "Police", 9, certainty="denied")), ["first", "denied"]),
        (
            (say(Interval(10, None), "Police", 1, qualifier="at_least"), say(12, "Clinic", 1)),
            ["first"],
        ),
    ],
)
def test_steps_of_a_toll(said: tuple[Said, ...], expected: list[str]) -> None:
    assert steps(*said) == expected


def test_age_that_its_own_voice_changed_is_corrected() -> None:
    assert steps(say(36, "Wire", 1), say(38, "Wire", 9), kind=AGE) == ["first", "corrected"]


def test_ages_of_two_are_disputed() -> None:
    moved = steps(say(46, "Family", 1), say(46, "School", 2), say(47, "Union", 5), kind=AGE)
    assert moved == ["first", "confirmed", "disputed"]


def test_role_told_more_exactly() -> None:
    said = (say("teacher", "Radio", 1, field="person.role"),)
    said += (say("retired teacher", "Paper", 5, field="person.role"),)
    assert steps(*said, kind=ROLE) == ["first", "finer"]


def test_words_name_who_and_by_way_of_whom() -> None:
    moved = words(
        say(11, "Police", 1, publisher="Wire"),
        say(12, "Hospital", 20, publisher="Agency"),
        say(12, "Hospital", 20, publisher="Other Agency"),
    )
    assert moved == [
        "Killed: 11 (Police, by way of Wire)",
        "Killed: 11 → 12 (Hospital, by way of Agency and Other Agency)",
    ]


def test_words_of_a_dispute_name_the_other_value() -> None:
    moved = words(say(46, "Family", 1), say(46, "School", 2), say(47, "Union", 5), kind=AGE)
    assert moved[-1] == "Age of s: 46 against 47, disputed (Union)"


def test_undated_claims_move_nothing() -> None:
    assert steps() == []


def test_thousands_of_voices_are_looked_at_by_the_day() -> None:
    many = [say(3, f"Paper {n}", n % 40) for n in range(1500)]
    moved = steps(say(2, "Police", 0), *many, say(4, "Clinic", 60))
    assert (moved[0], moved[-1]) == ("first", "risen")
    assert len(moved) < 6


def test_a_toll_that_its_own_voice_lowers_is_corrected() -> None:
    assert steps(say(3, "Police", 1), say(2, "Police", 9)) == ["first", "corrected"]

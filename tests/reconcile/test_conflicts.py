"""Conflicts are typed: most differences are none."""

from __future__ import annotations

import pytest

from onrecord.core.values import Interval
from onrecord.facts.base import FactType
from onrecord.facts.compare import any_of, one_of
from onrecord.facts.show import plain
from onrecord.reconcile.claims import Said
from onrecord.reconcile.conflicts import NO_SCOPE, Scope, typed
from onrecord.reconcile.findings import span_of_values
from onrecord.reconcile.settle import Settled
from tests.reconcile.saying import AGE, TOLL, say, settle

CLOCK = FactType("incident.time", "Time", False, lambda _: (), one_of, plain)
HURT = FactType("incident.injured", "Injured", False, lambda _: (), TOLL.compare, plain, grows=True)
SHOT_ONE = Scope(killed=frozenset({5, 6}), attackers_killed=frozenset({1}))


def conflicts(
    *said: Said, kind: FactType = TOLL, scope: Scope = NO_SCOPE
) -> list[tuple[object, str, str]]:
    outcome = typed(settle(*said, kind=kind), kind, scope)
    return [(rival.node.value, rival.relation, rival.conflict) for rival in outcome.rivals]


def outcome(*said: Said, scope: Scope) -> Settled:
    return typed(settle(*said), TOLL, scope)


def test_total_with_the_attacker_is_of_another_scope() -> None:
    said = (say(5, "Police", 1), say(5, "Clinic", 1), say(6, "Radio", 1))
    assert conflicts(*said, scope=SHOT_ONE) == [(6, "otherwise", "scope")]
    found = outcome(*said, scope=SHOT_ONE)
    assert (found.status, span_of_values(found)) == ("agreed", Interval(5, 5))


def test_the_same_figures_without_a_dead_attacker_are_disputed() -> None:
    said = (say(5, "Police", 1), say(5, "Clinic", 1), say(6, "Radio", 1))
    assert conflicts(*said) == [(6, "disputed", "real")]
    assert outcome(*said, scope=NO_SCOPE).status == "disputed"


def test_casualties_are_no_dead() -> None:
    said = (say(3, "Police", 1), say(3, "Clinic", 1), say(11, "Radio", 1))
    scope = Scope(killed=frozenset({3, 11}), injured=frozenset({8}))
    assert conflicts(*said, scope=scope) == [(11, "disputed", "scope")]


def test_injured_who_happen_to_be_the_sum_are_disputed() -> None:
    said = (say(8, "Police", 1), say(8, "Clinic", 1), say(11, "Radio", 1))
    scope = Scope(killed=frozenset({3}), injured=frozenset({8, 11}))
    assert conflicts(*said, kind=HURT, scope=scope) == [(11, "disputed", "real")]


def test_toll_that_rose_differs_by_time() -> None:
    assert conflicts(say(2, "Police", 1), say(3, "Clinic", 20)) == [(2, "replaced", "time")]


def test_age_that_was_corrected_was_wrong() -> None:
    said = (
        say(36, "Wire", 1, publisher="Wire"),
        say(38, "Wire", 30, publisher="Wire", report="correction"),
        say(36, "Wire", 30, publisher="Wire", report="correction", certainty="denied"),
    )
    assert conflicts(*said, kind=AGE) == [(36, "replaced", "real")]


@pytest.mark.parametrize(
    ("leading", "rough", "conflict"),
    [(97, 100, "rounding"), (412, 400, "rounding"), (81, 100, "real"), (8, 10, "real")],
)
def test_round_figures(leading: int, rough: int, conflict: str) -> None:
    said = (say(leading, "Police", 1), say(leading, "Clinic", 1), say(rough, "Radio", 1))
    assert conflicts(*said) == [(rough, "disputed", conflict)]


@pytest.mark.parametrize(
    ("one", "two", "conflict"),
    [("11:04", "11:00", "rounding"), ("11:04", "11:07", "real"), ("11:04", "12:00", "real")],
)
def test_round_times(one: str, two: str, conflict: str) -> None:
    said = (say(one, "Police", 1), say(one, "Clinic", 1), say(two, "Radio", 1))
    assert [c for *_, c in conflicts(*said, kind=CLOCK)] == [conflict]


def test_denied_value_is_a_real_conflict() -> None:
    said = (say(3, "Police", 1), say(3, "Clinic", 2), say(5, "Radio", 1))
    denied = (*said, say(5, "Police", 3, certainty="denied"))
    assert conflicts(*denied) == [(5, "denied", "real")]


def test_values_that_go_together_are_no_conflict() -> None:
    both = FactType("incident.motive", "Motive", False, lambda _: (), any_of, plain)
    assert conflicts(say("debt", "A", 1), say("envy", "B", 1), kind=both) == []


def test_lower_bound_is_no_conflict() -> None:
    low = say(Interval(10, None), "Paper", 1, qualifier="at_least")
    assert conflicts(say(12, "Police", 1), low) == []

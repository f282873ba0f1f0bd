"""Codebooks by hand: which figure each ladder takes from the same claims."""

from __future__ import annotations

import pytest

from onrecord.core.values import Interval
from onrecord.reconcile.claims import Said
from onrecord.reconcile.codebooks import CODEBOOKS, code, last_figures
from tests.reconcile.saying import nodes, say, settle


def coded(
    *said: Said, attackers: frozenset[str] = frozenset(), field: str = "incident.killed"
) -> dict[str, dict[str, int | None]]:
    found = code(field, nodes(*said), settle(*said).leading, attackers)
    return {name: dict(one.columns) for name, one in found.items()}


def test_most_recent_wins_in_gtd() -> None:
    found = coded(say(11, "Police", 1), say(11, "Wire", 2), say(12, "Clinic", 30))
    assert found["gtd-2021"] == {"nkill": 12}


def test_attackers_figure_is_not_the_most_recent_in_gtd() -> None:
    found = coded(say(11, "Police", 1), say(40, "Front", 30), attackers=frozenset({"Front"}))
    assert found["gtd-2021"] == {"nkill": 11}


def test_majority_decides_between_several_most_recent_in_gtd() -> None:
    found = coded(say(11, "Police", 1), say(11, "Wire", 9), say(12, "Clinic", 9))
    assert found["gtd-2021"] == {"nkill": 11}


def test_lowest_without_a_majority_in_gtd() -> None:
    assert coded(say(13, "Police", 9), say(12, "Clinic", 9))["gtd-2021"] == {"nkill": 12}


def test_no_usable_figure_is_blank_in_gtd() -> None:
    found = coded(say(Interval(24, None), "Wire", 1, qualifier="vague"))
    assert found["gtd-2021"] == {"nkill": None}


def test_lowest_until_corroborated_in_acled() -> None:
    assert coded(say(13, "Police", 1), say(12, "Clinic", 9))["acled-2024"] == {"fatalities": 12}
    found = coded(say(13, "Police", 1), say(12, "Clinic", 2), say(13, "Wire", 9))
    assert found["acled-2024"] == {"fatalities": 13}


@pytest.mark.parametrize(
    ("low", "fatalities"), [(24, 12), (200, 100), (20, 12), (10, 10), (3, 3), (2, 3)]
)
def test_words_have_fixed_figures_in_acled(low: int, fatalities: int) -> None:
    found = coded(say(Interval(low, None), "Wire", 1, qualifier="vague"))
    assert found["acled-2024"] == {"fatalities": fatalities}


def test_best_low_and_high_in_ucdp() -> None:
    found = coded(
        say(12, "Police", 1), say(12, "Wire", 1), say(11, "Clinic", 1), say(14, "Party", 1)
    )
    assert found["ucdp-ged-26"] == {"best": 12, "low": 11, "high": 14}


def test_denied_figure_is_in_none_of_the_ladders() -> None:
    found = coded(say(3, "Police", 1), say(9, "Party", 2), say(9, "Police", 3, certainty="denied"))
    assert found["ucdp-ged-26"] == {"best": 3, "low": 3, "high": 3}
    assert found["gtd-2021"] == {"nkill": 3}


def test_injured_are_coded_by_gtd_alone() -> None:
    found = coded(say(5, "Police", 1), field="incident.injured")
    assert found == {"gtd-2021": {"nwound": 5}}


def test_every_rule_says_why() -> None:
    found = code(
        "incident.killed", nodes(say(5, "P", 1)), settle(say(5, "P", 1)).leading, frozenset()
    )
    assert set(found) == set(CODEBOOKS)
    assert all(one.why.endswith(".") and "5" in one.why for one in found.values())


def test_figure_told_back_in_the_same_report_is_not_the_last() -> None:
    found = last_figures(
        nodes(
            say(3, "Police", 1, publisher="Wire"),
            say(3, "Police", 9, publisher="Wire", report="correction"),
            say(2, "Police", 9, publisher="Wire", report="correction"),
        )
    )
    assert [(figure.voice, figure.low) for figure in found] == [("Police", 2)]

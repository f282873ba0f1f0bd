"""Showing values in words."""

from __future__ import annotations

import pytest

from onrecord.core.values import Damage, Interval, Link, Period
from onrecord.facts import show


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1200, "1,200"),
        ("baker", "baker"),
        (Interval(11, None), "at least 11"),
        (Interval(None, 23), "up to 23"),
        (Interval(15, 18), "15 to 18"),
        (Interval(4, 4), "4"),
        (Interval(None, None), "an unknown number"),
        (Period("2024-05-01", "2024-05-03"), "2024-05-01 to 2024-05-03"),
        (Damage("two million euros", 2e6, "EUR"), "two million euros"),
    ],
)
def test_plain(value, words):
    assert show.plain(value, {}) == words


def test_an_unknown_entity_shows_its_id():
    assert show.entity("e1", {"e2": "Lumora"}) == "e1"


def test_another_relation_says_so():
    assert show.link(Link("e1", "other"), {"e1": "Ana Brito"}) == "other relation to Ana Brito"

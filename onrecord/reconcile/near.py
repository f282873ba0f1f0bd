"""Approximate values: "around 11" beside 11:15 is no conflict."""

from __future__ import annotations

import re

from onrecord.core.values import Value, number_bounds
from onrecord.reconcile.nodes import Node

CLOCK = re.compile(r"(\d{1,2}):(\d{2})")

MINUTES = 20
"""Minutes that "about" may be off a time of day: people round to the quarter or the half hour."""

PART = 0.1
"""Part of a figure that "about" may be off: tolls and crowds are rounded to the next ten."""


def is_near(exact: Node, rough: Node) -> bool:
    """Whether all claims of the second value are rough and the first lies within their reach."""
    claims = [one.claim for one in rough.for_it]
    if not all(claim.approximate or claim.qualifier == "about" for claim in claims):
        return False
    return _within(exact.value, rough.value)


def _within(exact: Value, rough: Value) -> bool:
    one, two = minutes_of(exact), minutes_of(rough)
    if one is not None and two is not None:
        return abs(one - two) <= MINUTES
    first, second = number_bounds(exact), number_bounds(rough)
    if first is None or second is None or first.low is None or second.low is None:
        return False
    return abs(first.low - second.low) <= PART * second.low


def minutes_of(value: Value) -> int | None:
    """Minutes since midnight of a time of day."""
    found = CLOCK.fullmatch(value) if isinstance(value, str) else None
    return int(found[1]) * 60 + int(found[2]) if found else None

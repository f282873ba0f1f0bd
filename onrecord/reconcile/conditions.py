"""Conditions of a person: some hold together, some end others, some exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reconcile.nodes import Node
from onrecord.reconcile.settle import Relation, Rival, Settled, rejected, retracted, status_of

CUSTODY = ("at_large", "surrendered", "detained", "arrested", "released", "charged", "convicted")
"""The way through the hands of the law; what stands later took the place of what stands earlier."""

BODY = ("unharmed", "injured", "hospitalised", "killed")
AWAY = ("missing", "hostage")

ENDS: dict[str, frozenset[str]] = {
    "killed": frozenset(
        {"injured", "hospitalised", "missing", "hostage", "at_large", "detained", "arrested"}
    ),
    "unharmed": frozenset({"missing", "hostage"}),
    "injured": frozenset({"missing"}),
    "hospitalised": frozenset({"missing"}),
    "released": frozenset({"hostage"}),
    "arrested": frozenset({"missing"}),
}
"""Conditions that the first one ends when it comes later."""

EXCLUDES: dict[str, frozenset[str]] = {
    "killed": frozenset({"unharmed", "released", "at_large"}),
    "unharmed": frozenset({"killed", "injured"}),
    "injured": frozenset({"unharmed"}),
}
"""Conditions that cannot both be true, whatever came first."""


@dataclass(frozen=True, slots=True)
class Over:
    """What leads in place of a condition that gave way, and how it did."""

    new: str
    way: Relation


def settle_conditions(nodes: Sequence[Node]) -> list[Settled]:
    """One person's findings: what holds together apart, what is past as alternatives."""
    by_value = {str(node.value): node for node in nodes}
    over = _overtaken(by_value)
    leading = [value for value in sorted(by_value) if value not in over]
    settled = []
    for value in leading:
        rivals = tuple(
            Rival(by_value[old], _relation(by_value[old], gone.way))
            for old, gone in sorted(over.items())
            if gone.new == value
        )
        settled.append(Settled(by_value[value], rivals, status_of(by_value[value], rivals)))
    return settled


def _relation(node: Node, way: Relation) -> Relation:
    """That somebody is missing no more does not reject that they were missing."""
    past = str(node.value) in AWAY or retracted(node) or not rejected(node)
    return way if past else "denied"


def _overtaken(nodes: dict[str, Node]) -> dict[str, Over]:
    """Each condition that gave way → the one that leads in its place, and how."""
    over: dict[str, Over] = {}
    for old in nodes:
        for new in nodes:
            way = _way(nodes[new], nodes[old], new, old)
            if way and (old not in over or _stronger(new, over[old].new)):
                over[old] = Over(new, way)
    return {old: Over(_end(over, gone.new), gone.way) for old, gone in over.items()}


def _end(over: dict[str, Over], value: str) -> str:
    """The condition that leads at the end of a row (detained, arrested, charged)."""
    seen = {value}
    while value in over and over[value].new not in seen:
        value = over[value].new
        seen.add(value)
    return value


def _stronger(one: str, two: str) -> bool:
    every = (*AWAY, *CUSTODY, *BODY)
    return every.index(one) > every.index(two) if one in every and two in every else one > two


def _way(new: Node, old: Node, to: str, of: str) -> Relation | None:
    """How the old condition gave way to the new one; None where it did not."""
    if to == of or rejected(new):
        return None
    if to in CUSTODY and of in CUSTODY:
        return "replaced" if _follows(new, old, to, of) else None
    if of in EXCLUDES.get(to, frozenset()):
        return _excluded(new, old)
    if of in ENDS.get(to, frozenset()) and new.newest >= old.first_seen:
        return "replaced"
    return None


def _follows(new: Node, old: Node, to: str, of: str) -> bool:
    """Whether one stage of custody came after the other: by its place in the row, unless all that
    was said of the later stage lies before (an arrest after a release, an escape)."""
    ahead = CUSTODY.index(to) > CUSTODY.index(of)
    if ahead:
        return not (_can_return(of, to) and old.first_seen > new.newest)
    return _can_return(to, of) and new.first_seen > old.newest


def _can_return(again: str, after: str) -> bool:
    """Whether the earlier stage can come again after the later one."""
    return after == "released" or again == "at_large"


def _excluded(new: Node, old: Node) -> Relation | None:
    """How a condition gave way to one that excludes it."""
    if rejected(old) or retracted(old):
        return "replaced" if retracted(old) else "denied"
    mine = (len(new.standing), new.newest, str(new.value))
    theirs = (len(old.standing), old.newest, str(old.value))
    return "disputed" if mine > theirs else None

"""Settling: which of several values leads, what becomes of the others, and the status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.core.record import Conflict, Status
from onrecord.core.values import number_bounds
from onrecord.facts.base import FactType
from onrecord.reconcile.near import is_near
from onrecord.reconcile.nodes import Node, joined

Relation = Literal["replaced", "disputed", "denied", "weaker", "otherwise"]
"""What became of a value that does not lead: given earlier; excludes the leading one and still
stands; rejected; told less plainly; a total that counts something else."""

EITHER_WAY = frozenset({"incident.missing", "incident.kidnapped", "incident.perpetrators"})
"""Counts that a later figure may lower as well: people are found, hostages let go, the second
attacker of the first hours turns out to be a bystander."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A value that excludes the leading one, or that it replaced."""

    node: Node
    relation: Relation
    conflict: Conflict = "real"


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcome for one subject and field (one of several where the field has several values)."""

    leading: Node
    rivals: tuple[Rival, ...]
    status: Status


def settle_one(nodes: Sequence[Node], kind: FactType, weights: Mapping[str, int]) -> Settled:
    """The outcome where a subject has one value. `weights` gives each voice's class (`ranks`)."""
    order = sorted(nodes, key=lambda node: rank(node, nodes, kind, weights), reverse=True)
    leading = order[0]
    support: list[Node] = []
    rivals: list[Rival] = []
    for node in order[1:]:
        home = next((i for i, r in enumerate(rivals) if _supports(r.node, node, kind)), None)
        if _supports(leading, node, kind):
            support.append(node)
        elif home is not None:
            rivals[home] = replace(rivals[home], node=joined(rivals[home].node, [node]))
        else:
            rivals.append(Rival(node, _relation(leading, node, nodes, kind)))
    whole = joined(leading, support)
    return Settled(whole, tuple(rivals), status_of(whole, rivals))


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """What decides which value leads, the most telling first; the greatest leads.

    `sound`: not rejected. `current`: no later value took its place. `voices`: independent origins,
    of values that support it too. `exact`: a number, not a range. `weight`: the class of its
    weightiest voice (`ranks`). `newest`: when the last voice joined.
    """

    sound: bool
    current: bool
    voices: int
    exact: bool
    weight: int
    newest: str
    written: str


def rank(node: Node, nodes: Sequence[Node], kind: FactType, weights: Mapping[str, int]) -> Rank:
    """A value's rank among the values of its subject and field."""
    overtaken = any(_overtakes(other, node, nodes, kind) for other in nodes if other is not node)
    supporters = [n for n in nodes if n is node or _supports(node, n, kind)]
    voices = {voice for n in supporters for voice in n.standing}
    bounds = number_bounds(node.value)
    exact = bounds is None or bounds.low == bounds.high
    weight = max((weights.get(one.voice, 0) for one in node.for_it if not one.digest), default=-1)
    return Rank(
        sound=not rejected(node),
        current=not overtaken,
        voices=len(voices),
        exact=exact,
        weight=weight,
        newest=node.newest,
        written=repr(node.value),
    )


def rejected(node: Node) -> bool:
    """A claim that others reject and nobody independent supports, or that was taken back."""
    others = node.deniers - _accused(node)
    return node.corrected or (bool(others) and len(node.standing) <= 1)


def _accused(node: Node) -> frozenset[str]:
    """Whom the claim is about: somebody's own denial alone leaves it disputed, not denied."""
    return frozenset({str(node.value), node.said[0].subject})


def retracted(node: Node) -> bool:
    """Whether all who said so took it back, or an outlet that carried it corrected itself."""
    return node.corrected or (bool(node.deniers) and not node.standing)


def _supports(leading: Node, node: Node, kind: FactType) -> bool:
    """Whether the node says the same less exactly (an older, lower bound of a toll is past)."""
    if rejected(node):
        return False
    if is_near(leading, node):
        return True
    relation = kind.compare(leading.value, node.value)
    if kind.grows and relation in ("finer", "compatible") and node.newest < leading.first_seen:
        return not _rose(node, leading)
    return relation in ("same", "finer", "compatible")


def _overtakes(new: Node, old: Node, nodes: Sequence[Node], kind: FactType) -> bool:
    """Whether the old value gave way to the new one."""
    if new.first_seen <= old.first_seen or rejected(new) or _range_of_both(new, old, nodes):
        return False
    if is_near(old, new) or (kind.compare(new.value, old.value) == "compatible" and not kind.grows):
        return False
    if retracted(old):
        return True
    if old.exact and not new.exact:  # "dozens" takes no figure's place
        return False
    if _said_again(old, new):
        return False
    moved = set(new.voices) & set(old.voices)
    if kind.grows and old.newest < new.first_seen:
        return kind.field in EITHER_WAY or _rose(old, new) or bool(moved)
    return bool(moved) and _last_of(old, nodes) < max(_joined_at(new, voice) for voice in moved)


def _said_again(old: Node, new: Node) -> bool:
    """Whether the old value was still given after the new one came up, in a report that neither
    gives the new one too nor puts other reports together."""
    return any(
        one.when > new.first_seen and not one.retold and one.claim.report not in new.reports
        for one in old.for_it
    )


def _last_of(node: Node, nodes: Sequence[Node]) -> str:
    """When the last voice that never said anything else joined a value."""
    return max((_joined_at(node, voice) for voice in node.voices), default="")


def _joined_at(node: Node, voice: str) -> str:
    return min(one.when for one in node.for_it if one.voice == voice)


def _rose(old: Node, new: Node) -> bool:
    """Whether the new figure is the higher one."""
    one, two = number_bounds(old.value), number_bounds(new.value)
    return bool(one and two) and _least(one) < _least(two)


def _least(bounds: object) -> int:
    low, high = getattr(bounds, "low", None), getattr(bounds, "high", None)
    return low if low is not None else high if high is not None else 0


def _range_of_both(new: Node, old: Node, nodes: Sequence[Node]) -> bool:
    """Whether somebody later gave both figures as the ends of a range: then neither has gone."""
    one, two = number_bounds(old.value), number_bounds(new.value)
    if not one or not two:
        return False
    ends = {one.low, one.high, two.low, two.high}
    for node in nodes:
        bounds = number_bounds(node.value)
        if bounds and bounds.low != bounds.high and {bounds.low, bounds.high} == ends:
            return node.newest >= new.first_seen
    return False


def _relation(leading: Node, node: Node, nodes: Sequence[Node], kind: FactType) -> Relation:
    if rejected(node) and not retracted(node) and not set(leading.voices) & set(node.voices):
        return (
            "denied"  # others said that it is wrong; that a newer value came besides is by the way
        )
    if _overtakes(leading, node, nodes, kind) or retracted(node):
        return "replaced"
    return "denied" if rejected(node) else "disputed"


def status_of(leading: Node, rivals: Sequence[Rival]) -> Status:
    """The status of a leading value beside its rivals, as the contract has it."""
    if rejected(leading):
        return "denied"
    relations = {rival.relation for rival in rivals} - {"weaker", "otherwise"}
    if any(rival.relation == "disputed" and rival.node.exact for rival in rivals):
        return "disputed"
    if "replaced" in relations:
        return "superseded"
    if relations or leading.deniers - set(leading.voices):
        return "disputed"
    return "agreed" if len(leading.voices) > 1 else "single"

"""Moves: how what is held for a subject and field changes when more is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.record import Step
from onrecord.core.values import number_bounds
from onrecord.facts.base import FactType
from onrecord.reconcile.claims import NO_DATE, Said
from onrecord.reconcile.conflicts import NO_SCOPE, Scope
from onrecord.reconcile.findings import settled
from onrecord.reconcile.nodes import Node, make_nodes
from onrecord.reconcile.settle import EITHER_WAY, Settled, rejected, retracted

MOST_MOMENTS = 200
"""Moments up to which each is looked at. Where more voices come in (an incident of thousands of
reports), those that bring a new value, and the last one of each day: the cost stays linear."""


@dataclass(frozen=True, slots=True)
class Move:
    """One step from what was held before (None: nothing) to what is held after it."""

    step: Step
    before: Settled | None
    after: Settled


@dataclass(frozen=True, slots=True)
class Moment:
    """The moves that the claims of one moment (UTC, ISO 8601) made."""

    at: str
    moves: tuple[Move, ...]


def moments(
    said: Sequence[Said], kind: FactType, weights: Mapping[str, int], scope: Scope = NO_SCOPE
) -> Iterator[Moment]:
    """The fold over dated claims of one subject and field, in order of time.

    Times at which nobody says anything that they have not said before move nothing and are passed over.
    """
    dated = sorted((s for s in said if s.when != NO_DATE), key=lambda s: s.order)
    held: list[Settled] = []
    for now in _news(dated):
        nodes = make_nodes([s for s in dated if s.when <= now], kind)
        after = settled(nodes, kind, weights, scope) if nodes else []
        found = tuple(moves(held, after, kind))
        if found:
            yield Moment(now, found)
        held = after


def _news(said: Sequence[Said]) -> list[str]:
    """The times at which a voice says of a value what it has not said before."""
    known: set[tuple[str, str, bool]] = set()
    values: set[tuple[str, bool]] = set()
    times: dict[str, bool] = {}
    for one in said:
        key = (one.voice, repr(one.claim.value), one.denies)
        if key not in known:
            times[one.when] = times.get(one.when, False) or key[1:] not in values
            known.add(key)
            values.add(key[1:])
    if len(times) <= MOST_MOMENTS:
        return list(times)
    last_of_day = {when[:10]: when for when in times}
    return [when for when, new in times.items() if new or last_of_day[when[:10]] == when]


def moves(before: Sequence[Settled], after: Sequence[Settled], kind: FactType) -> Iterator[Move]:
    """What moved between two states of one subject and field."""
    for new in after:
        old = _before(new, before, kind)
        step = step_of(old, new, kind)
        if step:
            yield Move(step, old, new)


def _before(new: Settled, before: Sequence[Settled], kind: FactType) -> Settled | None:
    """What was held in the place of an outcome: its value, one that gave way to it, a coarser one."""
    if not kind.many and before:
        return before[0]
    gone = [rival.node.value for rival in new.rivals]
    for value in (new.leading.value, *gone):
        for old in before:
            if kind.compare(value, old.leading.value) == "same":
                return old
    return next(
        (b for b in before if kind.compare(new.leading.value, b.leading.value) == "finer"), None
    )


def step_of(old: Settled | None, new: Settled, kind: FactType) -> Step | None:
    """How an outcome took another's place; None where nothing moved."""
    if old is None:
        return "denied" if new.status == "denied" else "first"
    relation = kind.compare(new.leading.value, old.leading.value)
    if relation == "same":
        return _same_value(old, new)
    gone = _rival(new, old, kind)
    if gone is not None and (gone.corrected or retracted(gone)):
        return "corrected"
    if gone is not None and rejected(gone):
        return "denied"
    if relation in ("finer", "coarser"):
        return "finer" if relation == "finer" else None
    moved = bool(set(old.leading.voices) & set(new.leading.voices))
    if not kind.grows:
        return "corrected" if moved else "changed"
    step = _direction(old, new)
    # The dead do not get fewer: a lower figure of the same voice puts the higher one right.
    return "corrected" if step == "fallen" and moved and kind.field not in EITHER_WAY else step


def _same_value(old: Settled, new: Settled) -> Step | None:
    """What a new status says of a value that stayed."""
    if new.status == old.status:
        return None
    match new.status:
        case "denied":
            return "withdrawn" if retracted(new.leading) else "denied"
        case "disputed":
            return "disputed"
        case "agreed":
            return "confirmed"
        case _:
            return None


def _rival(new: Settled, old: Settled, kind: FactType) -> Node | None:
    """The node of the old value among the new outcome's rivals."""
    return next(
        (
            rival.node
            for rival in new.rivals
            if kind.compare(rival.node.value, old.leading.value) == "same"
        ),
        None,
    )


def _direction(old: Settled, new: Settled) -> Step:
    one, two = number_bounds(old.leading.value), number_bounds(new.leading.value)
    if one is None or two is None:
        return "changed"
    first = one.low if one.low is not None else one.high
    second = two.low if two.low is not None else two.high
    return "risen" if (second or 0) >= (first or 0) else "fallen"

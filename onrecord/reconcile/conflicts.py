"""Conflicts: why two values of one subject and field differ.

Most differences are none: one total counts the attacker, one was given an hour earlier, one is
rounded. What is left is a real conflict. (Compilers of one mass shooting differ in the killed in 28 % of
cases, nearly always by exactly one: the one counts the shooter, the other does not.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.core.record import Conflict
from onrecord.core.values import Value, number_bounds
from onrecord.facts.base import FactType
from onrecord.reconcile.claims import Said
from onrecord.reconcile.near import minutes_of
from onrecord.reconcile.nodes import Node
from onrecord.reconcile.settle import Rival, Settled, status_of

KILLED = "incident.killed"
ATTACKERS_KILLED = "incident.perpetrators_killed"

ROUND_PART = 0.1
"""Part of a figure that a round one may be off: as for "about" (`near`), here without the word."""

ROUND_FROM = 20
"""Figures below are counted, not rounded: ten dead is ten dead."""

QUARTER = 15
"""Minutes to which times of day are rounded."""


FEW_INJURED = 5
"""Injured below which a sum with the dead fits by chance too often to say anything."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The exact figures that an incident's claims give, to tell what a total counts."""

    killed: frozenset[int] = frozenset()
    injured: frozenset[int] = frozenset()
    attackers_killed: frozenset[int] = frozenset()


NO_SCOPE = Scope()


def scope_of(said: Sequence[Said]) -> Scope:
    """The figures of an incident's claims."""
    return Scope(
        _figures(said, KILLED), _figures(said, "incident.injured"), _figures(said, ATTACKERS_KILLED)
    )


def _figures(said: Sequence[Said], field: str) -> frozenset[int]:
    values = (s.claim.value for s in said if s.field == field and not s.denies)
    return frozenset(value for value in values if isinstance(value, int) and value > 0)


def typed(outcome: Settled, kind: FactType, scope: Scope) -> Settled:
    """The outcome with the reason for each difference.

    A total that counts the dead attackers excludes nothing: it is counted otherwise, and makes no
    dispute. That a sum of dead and injured fits may be chance: it is told, and stays disputed.
    """
    if not outcome.rivals:
        return outcome
    rivals = tuple(_typed(outcome.leading, rival, kind, scope) for rival in outcome.rivals)
    if all(new.relation == old.relation for new, old in zip(rivals, outcome.rivals, strict=True)):
        return replace(outcome, rivals=rivals)
    return Settled(outcome.leading, rivals, status_of(outcome.leading, rivals))


def _typed(leading: Node, rival: Rival, kind: FactType, scope: Scope) -> Rival:
    found = conflict_of(leading, rival, kind, scope)
    with_attackers = _with_attackers(leading.value, rival.node.value, kind.field, scope)
    if with_attackers and rival.relation == "disputed":
        return replace(rival, conflict=found, relation="otherwise")
    return replace(rival, conflict=found)


def conflict_of(leading: Node, rival: Rival, kind: FactType, scope: Scope) -> Conflict:
    """Why a value differs from the leading one."""
    node = rival.node
    if rival.relation != "denied" and (
        _with_attackers(leading.value, node.value, kind.field, scope)
        or _casualties(leading.value, node.value, kind.field, scope)
    ):
        return "scope"
    if rival.relation == "replaced" and (kind.grows or not node.corrected):
        return "time"
    if kind.grows and _counted_apart(leading, node):
        return "time"
    if kind.many or rival.relation in ("denied", "replaced"):
        return "real"
    if kind.compare(leading.value, node.value) in ("finer", "coarser", "compatible"):
        return "granularity"
    return "rounding" if _rounded(leading.value, node.value) else "real"


def _with_attackers(one: Value, two: Value, field: str, scope: Scope) -> bool:
    """Whether the second total counts dead attackers whom the first leaves out."""
    if not isinstance(one, int) or not isinstance(two, int) or field != KILLED:
        return False
    return two - one in scope.attackers_killed


def _casualties(one: Value, two: Value, field: str, scope: Scope) -> bool:
    """Whether the second total of dead fits the dead and the injured together."""
    if not isinstance(one, int) or not isinstance(two, int) or field != KILLED:
        return False
    return two - one >= FEW_INJURED and two - one in scope.injured


def _counted_apart(one: Node, two: Node) -> bool:
    """Whether all that tell when they counted counted at different times."""
    first, second = ({s.claim.as_of for s in n.for_it} - {None} for n in (one, two))
    return bool(first and second) and not first & second


def _rounded(one: Value, two: Value) -> bool:
    """Whether one of two figures, or times of day, looks like the other, rounded."""
    first, second = minutes_of(one), minutes_of(two)
    if first is not None and second is not None:
        apart = abs(first - second)
        return apart < QUARTER and (first % QUARTER == 0 or second % QUARTER == 0)
    a, b = number_bounds(one), number_bounds(two)
    if a is None or b is None or a.low is None or b.low is None:
        return False
    return _round_figure(a.low, b.low) or _round_figure(b.low, a.low)


def _round_figure(rough: int, exact: int) -> bool:
    step = 100 if rough >= 10 * ROUND_FROM else 10
    if rough < ROUND_FROM or rough % step or not exact % step:
        return False
    return abs(rough - exact) <= ROUND_PART * rough

"""Fields of which a subject may have several values: a finding for each, less exact ones joined."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.facts.base import FactType
from onrecord.reconcile.nodes import Node, joined
from onrecord.reconcile.settle import Rival, Settled, rejected, retracted, status_of

REPLACEABLE = frozenset(
    {
        "incident.weapon",
        "incident.motive",
        "person.role",
        "person.residence",
        "person.affiliation",
        "person.nationality",
    }
)
"""Fields in which a rejected value is as a rule somebody's mistake for another one. A person who
was wrongly named is no mistake for another: that stays a finding of its own, denied."""


def settle_many(nodes: Sequence[Node], kind: FactType) -> list[Settled]:
    """One outcome a value; a value that says another less exactly joins the one said most."""
    heads = [n for n in nodes if not any(_finer(m, n, kind) for m in nodes if m is not n)]
    joins: dict[int, list[Node]] = {}
    for node in nodes:
        finer = [i for i, head in enumerate(heads) if head is not node and _finer(head, node, kind)]
        if finer and not any(node is head for head in heads):
            best = max(finer, key=lambda i: (len(heads[i].voices), len(heads[i].reports), -i))
            joins.setdefault(best, []).append(node)
    whole = [_commonest([head, *joins.get(i, [])]) for i, head in enumerate(heads)]
    ordered = sorted(whole, key=lambda n: (-len(n.standing), n.first_seen, repr(n.value)))
    return _with_rivals(ordered, kind)


def _commonest(nodes: Sequence[Node]) -> Node:
    """All claims of the wordings under the one that most origins use."""
    best = max(nodes, key=lambda n: (len(n.standing), len(n.reports), n is nodes[0]))
    return joined(best, [n for n in nodes if n is not best])


def _with_rivals(nodes: Sequence[Node], kind: FactType) -> list[Settled]:
    """Rejected values go to the value that a rejecting report gives in their place, if one does."""
    rivals: dict[int, list[Rival]] = {}
    for node in nodes:
        if kind.field in REPLACEABLE and rejected(node):
            place = _in_place_of(node, nodes)
            if place is not None:
                rivals.setdefault(place, []).append(
                    Rival(node, "replaced" if retracted(node) else "denied")
                )
    placed = {id(rival.node) for found in rivals.values() for rival in found}
    return [
        Settled(node, tuple(rivals.get(i, ())), status_of(node, rivals.get(i, ())))
        for i, node in enumerate(nodes)
        if id(node) not in placed
    ]


def _in_place_of(node: Node, nodes: Sequence[Node]) -> int | None:
    """The best supported value that a report which rejects this one gives itself."""
    reports = {one.claim.report for one in node.against}
    return next(
        (i for i, n in enumerate(nodes) if not rejected(n) and reports & set(n.reports)), None
    )


def _finer(one: Node, two: Node, kind: FactType) -> bool:
    return kind.compare(one.value, two.value) == "finer"

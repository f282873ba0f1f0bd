"""Fields of which a subject may have several values: a finding for each, less exact ones joined."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.facts.base import FactType
from onrecord.reconcile.nodes import Node, joined
from onrecord.reconcile.settle import Settled, status_of


def settle_many(nodes: Sequence[Node], kind: FactType) -> list[Settled]:
    """One outcome a value; a value that says another less exactly joins the one said most."""
    heads = [n for n in nodes if not any(_finer(m, n, kind) for m in nodes if m is not n)]
    joins: dict[int, list[Node]] = {}
    for node in nodes:
        finer = [i for i, head in enumerate(heads) if head is not node and _finer(head, node, kind)]
        if finer and not any(node is head for head in heads):
            best = max(finer, key=lambda i: (len(heads[i].voices), len(heads[i].reports), -i))
            joins.setdefault(best, []).append(node)
    whole = [joined(head, joins.get(i, [])) for i, head in enumerate(heads)]
    ordered = sorted(whole, key=lambda n: (-len(n.voices), n.first_seen, repr(n.value)))
    return [Settled(node, (), status_of(node, ())) for node in ordered]


def _finer(one: Node, two: Node, kind: FactType) -> bool:
    return kind.compare(one.value, two.value) == "finer"

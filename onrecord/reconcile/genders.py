"""Gender: which of two that reports tell of one person holds, by how plainly their words tell it.

Two genders of one person are as a rule a pronoun taken for somebody else's, not reports that
contradict each other: only words ("mother", "Mr", "spokesman") on both sides make a dispute.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reconcile.nodes import Node
from onrecord.reconcile.settle import Relation, Rival, Settled, status_of

PLAIN = 0.75
"""Confidence from which the evidence is a word that tells the gender; a pronoun's is lower
(`onrecord.facts.person_gender`)."""

EVEN = 0.5
"""Part of the leading gender's plain evidence from which the other's makes a dispute."""


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """What speaks for a gender: confidence of plain words, then of all, over distinct evidence."""

    plain: float
    all: float


def settle_gender(nodes: Sequence[Node]) -> Settled:
    """The gender with the plainest evidence; the others as rivals, weaker or disputed."""
    order = sorted(nodes, key=lambda node: (weight(node), repr(node.value)), reverse=True)
    leading = order[0]
    rivals = tuple(Rival(node, _relation(leading, node)) for node in order[1:])
    return Settled(leading, rivals, status_of(leading, rivals))


def weight(node: Node) -> Weight:
    """The confidence of a gender's claims, each report's evidence once."""
    told = {
        (one.claim.report, one.claim.evidence): one.claim.confidence or 0.0 for one in node.for_it
    }
    return Weight(
        plain=sum(sure for sure in told.values() if sure >= PLAIN), all=sum(told.values())
    )


def _relation(leading: Node, node: Node) -> Relation:
    mine, theirs = weight(leading).plain, weight(node).plain
    return "disputed" if theirs and theirs >= EVEN * mine else "weaker"

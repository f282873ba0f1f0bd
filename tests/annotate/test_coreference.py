"""Mentions link back to one earlier mention, or to none."""

from __future__ import annotations

import numpy as np

from onrecord.annotate.coreference import BLOCK, REACH, Placed, coreferences
from onrecord.annotate.labels import LINK_PARTS, LINK_WIDTH
from onrecord.annotate.links import BUCKETS
from onrecord.annotate.network import Scores
from onrecord.annotate.spans import WordSpan
from onrecord.core.annotation import EntityKind, Mention
from onrecord.core.span import Span


def placed(count: int, kind: EntityKind = "person") -> list[Placed]:
    spans = [Span(10 * i, 10 * i + 4) for i in range(count)]
    return [
        Placed(Mention(span, kind, "name"), WordSpan(kind, i, i, 1.0))
        for i, span in enumerate(spans)
    ]


def scores(vectors: list[int]) -> Scores:
    """One direction an entity: the same entity gives odds of 8, others 0."""
    table = np.zeros((len(vectors), LINK_WIDTH), np.float32)
    table[np.arange(len(vectors)), vectors] = 4.0
    return Scores({}, dict.fromkeys(LINK_PARTS, table), {})


TABLE = np.full(BUCKETS, -1.0, np.float32)


def test_each_goes_to_an_earlier_mention_of_its_entity() -> None:
    found = coreferences(placed(4), scores([0, 1, 0, 1]), TABLE)
    assert [(c.mention.start, c.antecedent.start) for c in found] == [(20, 0), (30, 10)]
    assert all(0.5 < c.score <= 1.0 for c in found)


def test_none_may_be_likelier() -> None:
    assert coreferences(placed(3), scores([0, 1, 2]), TABLE) == []


def test_kinds_that_are_not_learnt_and_missing_heads_give_nothing() -> None:
    assert coreferences(placed(2, "weapon"), scores([0, 0]), TABLE) == []
    assert coreferences(placed(2), scores([0, 0]), None) == []


def test_blocks_do_not_show() -> None:
    count = BLOCK * 2 + 5
    entities = [i % 5 for i in range(count)]
    found = coreferences(placed(count), scores(entities), TABLE)
    assert len(found) == count - 5
    for link in found:
        gap = (link.mention.start - link.antecedent.start) // 10
        assert gap % 5 == 0
        assert 0 < gap <= REACH

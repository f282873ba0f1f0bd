"""Pairs of sketches that are worth a score: those whose words or names are alike enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.group.linkage import Pair
from onrecord.group.sketches import Sketch

FLOOR = 0.1
"""Cosine of all words below which a pair is not looked at: far under any pair that joins."""

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


class Postings:
    """For each word the sketches that hold it, with their weights."""

    __slots__ = ("_items",)

    def __init__(self, vectors: Sequence[Mapping[str, float]]) -> None:
        raw: dict[str, list[tuple[int, float]]] = {}
        for index, vector in enumerate(vectors):
            for word, weight in vector.items():
                raw.setdefault(word, []).append((index, weight))
        self._items: dict[str, tuple[Numbers, Floats]] = {
            word: (np.array([i for i, _ in rows]), np.array([w for _, w in rows]))
            for word, rows in raw.items()
            if len(rows) > 1
        }

    def products(self, vector: Mapping[str, float], size: int) -> Floats:
        """The product of the vector with each sketch's own (`[size]`)."""
        total = np.zeros(size)
        for word, weight in vector.items():
            rows = self._items.get(word)
            if rows is not None:
                total[rows[0]] += weight * rows[1]
        return total


def similar_pairs(sketches: Sequence[Sketch]) -> list[Pair]:
    """Pairs whose words agree by `FLOOR` or that name the same person, smaller index first."""
    postings = Postings([sketch.text for sketch in sketches])
    found: set[Pair] = set()
    for index, sketch in enumerate(sketches):
        products = postings.products(sketch.text, len(sketches))
        found.update((index, int(o)) for o in np.flatnonzero(products >= FLOOR) if o > index)
    return sorted(found)

"""Fingerprints of reports, and how much each pair of them shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.core.moments import day_of
from onrecord.core.report import Report
from onrecord.group.linkage import Pair
from onrecord.group.words import Hashes, own_words, shingles

FURNITURE_DAYS = 14
FURNITURE_TEXTS = 3
"""A shingle is a site's furniture when it stands in three unrelated texts that lie more than two
weeks apart. Spread is the test, never frequency: a much reprinted agency text is frequent too.
Chosen on labelled pairs (benchmarks/copies.py): all pairs that share furniture alone fall away. The
record's index says the same in SQL (onrecord/store/index.py)."""

FEW = 12
"""Shared shingles below which a share says nothing: one sentence of twenty words has thirteen."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The distinct shingles of a report's own words (sorted) and the day it was published, as an
    ordinal (1 is the first of January of the year 1)."""

    report: str
    shingles: Hashes
    day: int | None

    @property
    def text(self) -> int:
        """A hash that reprints of one text have in common as a rule, and unrelated texts never: the
        smallest of the shingles'. It asks one report alone, so that no later one can change it."""
        return int(self.shingles[0]) if len(self.shingles) else 0


@dataclass(frozen=True, slots=True)
class Shared:
    """How many shingles a pair of reports shares, and the share of each one's own."""

    count: int
    of_first: float
    of_second: float


def fingerprint(report: Report) -> Fingerprint:
    """A report's fingerprint."""
    day = day_of(report.published)
    found = np.unique(shingles(word.text for word in own_words(report)))
    return Fingerprint(report.id, found, None if day is None else day.toordinal())


def without(prints: Sequence[Fingerprint], furniture: Hashes) -> list[Fingerprint]:
    """The fingerprints without what is furniture."""
    if not len(furniture):
        return list(prints)
    return [
        Fingerprint(one.report, one.shingles[~np.isin(one.shingles, furniture)], one.day)
        for one in prints
    ]


def find_furniture(prints: Sequence[Fingerprint]) -> Hashes:
    """Shingles that recur in unrelated texts over more than `FURNITURE_DAYS` days, sorted.

    What is furniture stays it, whatever reports come later.
    """
    dated = [(one.text, one.day, one.shingles) for one in prints if one.day and one.text]
    if len({text for text, _, _ in dated}) < FURNITURE_TEXTS:
        return np.zeros(0, dtype=np.uint64)
    sizes = [len(found) for _, _, found in dated]
    hashes = np.concatenate([found for _, _, found in dated])
    text = np.repeat(np.array([t for t, _, _ in dated], dtype=np.uint64), sizes)
    day = np.repeat(np.array([d for _, d, _ in dated]), sizes)
    order = np.lexsort((text, hashes))
    hashes, text, day = hashes[order], text[order], day[order]
    first = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    spread = np.maximum.reduceat(day, first) - np.minimum.reduceat(day, first)
    new_text = np.r_[True, (text[1:] != text[:-1]) | (hashes[1:] != hashes[:-1])]
    distinct = np.add.reduceat(new_text.astype(np.int64), first)
    found: Hashes = hashes[first][(spread > FURNITURE_DAYS) & (distinct >= FURNITURE_TEXTS)]
    return found


def shared_pairs(prints: Sequence[Fingerprint]) -> dict[Pair, Shared]:
    """The pairs of reports that share `FEW` shingles or more, by an inverted index."""
    index = _index(prints)
    pairs: dict[Pair, Shared] = {}
    for number, one in enumerate(prints):
        others, counts = np.unique(index.owners(one.shingles), return_counts=True)
        enough = (counts >= FEW) & (others < number)
        for other, count in zip(others[enough].tolist(), counts[enough].tolist(), strict=True):
            first, second = len(prints[other].shingles), len(one.shingles)
            pairs[other, number] = Shared(count, count / first, count / second)
    return pairs


@dataclass(frozen=True, slots=True)
class Index:
    """Shingles (sorted, with repeats) and beside each the number of a report that holds it."""

    hashes: Hashes
    owner: NDArray[np.int64]

    def owners(self, wanted: Hashes) -> NDArray[np.int64]:
        """The reports that hold the wanted shingles, repeated as often as they share one."""
        left = np.searchsorted(self.hashes, wanted, side="left")
        size = np.searchsorted(self.hashes, wanted, side="right") - left
        ends = np.cumsum(size)
        total = int(ends[-1]) if len(ends) else 0
        within = np.arange(total) - np.repeat(ends - size, size)
        found: NDArray[np.int64] = self.owner[np.repeat(left, size) + within]
        return found


def _index(prints: Sequence[Fingerprint]) -> Index:
    hashes = np.concatenate([p.shingles for p in prints] or [np.zeros(0, dtype=np.uint64)])
    owner = np.repeat(np.arange(len(prints)), [len(p.shingles) for p in prints])
    order = np.argsort(hashes, kind="stable")
    return Index(hashes[order], owner[order])

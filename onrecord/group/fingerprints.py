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
Chosen on labelled pairs (benchmarks/copies.py): all pairs that share furniture alone fall away."""

SAME_TEXT = 0.8
"""Reports that share this much are one text when furniture is told from prose."""

LARGE = 20_000
SAMPLE = np.uint64(4)
"""From so many reports on, a quarter of the shingles (those whose hash divides by 4) stand for all:
a choice that depends on the words alone, so that it is the same in every report."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The distinct shingles of a report's own words (sorted) and the day it was published."""

    report: str
    shingles: Hashes
    day: int | None


@dataclass(frozen=True, slots=True)
class Shared:
    """How many shingles a pair of reports shares, and the share of each one's own."""

    count: int
    of_first: float
    of_second: float


def fingerprint(report: Report, *, sampled: bool) -> Fingerprint:
    """A report's fingerprint."""
    found = np.unique(shingles(word.text for word in own_words(report)))
    day = day_of(report.published)
    kept = found[found % SAMPLE == 0] if sampled else found
    return Fingerprint(report.id, kept, None if day is None else day.toordinal())


def fingerprints(reports: Sequence[Report]) -> list[Fingerprint]:
    """Fingerprints without what is furniture in this set of reports."""
    sampled = len(reports) >= LARGE
    prints = [fingerprint(report, sampled=sampled) for report in reports]
    furniture = find_furniture(prints)
    if not len(furniture):
        return prints
    return [
        Fingerprint(one.report, one.shingles[~np.isin(one.shingles, furniture)], one.day)
        for one in prints
    ]


def find_furniture(prints: Sequence[Fingerprint]) -> Hashes:
    """Shingles that recur in unrelated texts over more than `FURNITURE_DAYS` days."""
    texts = _texts(prints)
    rows = [
        (texts[index], one.day, one.shingles)
        for index, one in enumerate(prints)
        if one.day is not None and len(one.shingles)
    ]
    if len({text for text, _, _ in rows}) < FURNITURE_TEXTS:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.concatenate([found for _, _, found in rows])
    sizes = [len(found) for _, _, found in rows]
    text = np.repeat(np.array([t for t, _, _ in rows]), sizes)
    day = np.repeat(np.array([d for _, d, _ in rows]), sizes)
    order = np.lexsort((text, hashes))
    hashes, text, day = hashes[order], text[order], day[order]
    first = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    spread = np.maximum.reduceat(day, first) - np.minimum.reduceat(day, first)
    new_text = np.r_[True, (text[1:] != text[:-1]) | (hashes[1:] != hashes[:-1])]
    distinct = np.add.reduceat(new_text.astype(np.int64), first)
    found: Hashes = hashes[first][(spread > FURNITURE_DAYS) & (distinct >= FURNITURE_TEXTS)]
    return found


def _texts(prints: Sequence[Fingerprint]) -> list[int]:
    """For each report the number of its text: the first report that is as good as the same."""
    text = list(range(len(prints)))
    for (a, b), shared in sorted(shared_pairs(prints).items()):
        if min(shared.of_first, shared.of_second) >= SAME_TEXT:
            text[b] = min(text[b], text[a])
    return text


def shared_pairs(prints: Sequence[Fingerprint]) -> dict[Pair, Shared]:
    """The pairs of reports that share shingles, by an inverted index.

    Of a shingle in very many reports only the first `MOST_OWNERS` (by id) are paired with the rest.
    """
    index = _index(prints)
    pairs: dict[Pair, Shared] = {}
    for number, one in enumerate(prints):
        others, counts = np.unique(index.owners(one.shingles), return_counts=True)
        for other, count in zip(others.tolist(), counts.tolist(), strict=True):
            if other >= number:
                break
            first, second = len(prints[other].shingles), len(one.shingles)
            pairs[other, number] = Shared(count, count / first, count / second)
    return pairs


MOST_OWNERS = 64
"""Reports paired with all others that hold the same shingle: keeps the pairs of furniture and of
much reprinted texts from growing with the square of their number."""


@dataclass(frozen=True, slots=True)
class Index:
    """Shingles (sorted, with repeats) and beside each the number of a report that holds it."""

    hashes: Hashes
    owner: NDArray[np.int64]

    def owners(self, wanted: Hashes) -> NDArray[np.int64]:
        """The reports that hold the wanted shingles, repeated as often as they share one."""
        left = np.searchsorted(self.hashes, wanted, side="left")
        size = np.searchsorted(self.hashes, wanted, side="right") - left
        size = np.minimum(size, MOST_OWNERS)
        ends = np.cumsum(size)
        total = int(ends[-1]) if len(ends) else 0
        within = np.arange(total) - np.repeat(ends - size, size)
        found: NDArray[np.int64] = self.owner[np.repeat(left, size) + within]
        return found


def _index(prints: Sequence[Fingerprint]) -> Index:
    hashes = np.concatenate([p.shingles for p in prints] or [np.zeros(0, dtype=np.uint64)])
    owner = np.repeat(np.arange(len(prints)), [len(p.shingles) for p in prints])
    order = np.lexsort((owner, hashes))
    return Index(hashes[order], owner[order])

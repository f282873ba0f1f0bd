"""Pairs of sketches that are worth a score: those that share keys, which an index can look up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from onrecord.group.linkage import Pair
from onrecord.group.sketches import Days, Sketch
from onrecord.group.words import word_hash

NEAR_KEYS = 32
NEAR_SHARED = 2
"""How many of a sketch's weightiest words are its keys, and how many of them a pair must share. With
these B-cubed on the training corpora of benchmarks/fit_grouping.py is the same to the third digit as
with all pairs, at three of a hundred of the edges lost; with 24 keys, or three to be shared, it falls."""

LONG_STRETCH = timedelta(days=7)
"""Stretches of days longer than this give keys for their ends alone."""


def near_keys(sketch: Sketch) -> tuple[int, ...]:
    """The hashes of the sketch's weightiest words (ties: the smaller hash), sorted."""
    ranked = sorted(sketch.text.items(), key=lambda item: (-item[1], item[0]))
    return tuple(sorted(word for word, _ in ranked[:NEAR_KEYS]))


def far_keys(sketch: Sketch) -> tuple[int, ...]:
    """Hashes of the people's full names, and of each place with each date, sorted."""
    people = (f"person {name}" for name in sketch.people)
    days = {day for stretch in sketch.days for day in _days_of(stretch)}
    where = (f"place {place} {day}" for place in sketch.where.places for day in days)
    return tuple(sorted({word_hash(key) for key in (*people, *where)}))


def _days_of(stretch: Days) -> Iterable[int]:
    """The days of a stretch and their neighbours: dates two days apart have one in common."""
    first, last = stretch.first.toordinal(), stretch.last.toordinal()
    if stretch.last - stretch.first > LONG_STRETCH:
        return {end + slip for end in (first, last) for slip in (-1, 0, 1)}
    return range(first - 1, last + 2)


def similar_pairs(sketches: Sequence[Sketch]) -> list[Pair]:
    """Pairs that share `NEAR_SHARED` near keys or a far one, smaller index first."""
    near = _shared(near_keys(sketch) for sketch in sketches)
    far = _shared(far_keys(sketch) for sketch in sketches)
    return sorted({pair for pair, count in near.items() if count >= NEAR_SHARED} | far.keys())


def _shared(keys: Iterable[Sequence[int]]) -> Mapping[Pair, int]:
    """How many keys each pair shares."""
    homes: dict[int, list[int]] = {}
    found: Counter[Pair] = Counter()
    for number, those in enumerate(keys):
        for key in those:
            owners = homes.setdefault(key, [])
            found.update((owner, number) for owner in owners)
            owners.append(number)
    return found

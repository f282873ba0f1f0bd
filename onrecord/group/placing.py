"""Placing: which incidents change when sketches come or go, without grouping all others again.

Average linkage can be done in parts. Two groups only ever join where they hold a pair that scores
`TOGETHER` or more, and the mean of a joined group with a third is never above the better of its parts'
means, so that incidents between which nothing joins are found each by itself. What is new is therefore
grouped together with the incidents that it has such a pair with. Those that nothing of it joins stay as
they are, whatever lies beyond them; those that something joins are looked at with their own neighbours
in turn, until nothing more is joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.core.marks import Neighbourhood, Placed
from onrecord.group.incidents import TOGETHER
from onrecord.group.linkage import average_linkage


def placed(near: Neighbourhood) -> list[list[Placed]]:
    """The incidents of these sketches. Of those that border on others not given, see `reached`."""
    items = sorted(near.items, key=lambda item: (item.report, item.local))
    place = {item.number: at for at, item in enumerate(items)}
    scores = {
        (min(ends), max(ends)): pair.score
        for pair in near.pairs
        if (ends := (place[pair.one], place[pair.two]))
    }
    groups = average_linkage(len(items), scores, TOGETHER)
    return [[items[at] for at in group] for group in groups]


def reached(groups: Iterable[Sequence[Placed]], moving: frozenset[int]) -> frozenset[int]:
    """The incidents, by their number, that sketches with the numbers `moving` were joined with."""
    return frozenset(
        item.incident
        for group in groups
        if any(item.number in moving for item in group)
        for item in group
        if item.number not in moving and item.incident is not None
    )

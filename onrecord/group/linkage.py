"""Average linkage: groups in which the mean score of all pairs stays above a threshold.

Single linkage chains: A copies B, B shares a paragraph with C, and soon a day's news is one group.
Here two groups join only if their members agree on average; pairs without a score count as 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def average_linkage(count: int, scores: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Groups of the items 0 … count-1, each sorted, the groups by their first item.

    `scores` holds each pair (smaller item first) with a score; a negative score keeps two apart.
    The best pair of groups joins first; ties go to the smaller items, so that the outcome is a
    function of the items and their order alone. Cost: pairs times the logarithm of pairs.
    """
    members: dict[int, list[int]] = {item: [item] for item in range(count)}
    sums: dict[int, dict[int, float]] = {item: {} for item in range(count)}
    for (a, b), score in scores.items():
        sums[a][b] = sums[b][a] = score
    heap = [(-score, a, b) for (a, b), score in scores.items() if score >= threshold]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if a in members and b in members and -negative == _mean(sums, members, a, b):
            _join(members, sums, a, b)
            for other in sums[a]:
                mean = _mean(sums, members, a, other)
                if mean >= threshold:
                    heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(sorted(group) for group in members.values())


def _mean(
    sums: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]], a: int, b: int
) -> float:
    return sums[a][b] / (len(members[a]) * len(members[b])) if b in sums[a] else 0.0


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], a: int, b: int) -> None:
    """Puts group b into group a."""
    members[a] += members.pop(b)
    for other, total in sums.pop(b).items():
        sums[other].pop(b, None)
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total

"""The best tag sequence of a linear-chain CRF (Viterbi, 1967), many chains at a time.

Only sums and maxima of the same numbers in the same order are taken for a chain, whatever chains
are decoded beside it: the result does not depend on the batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

#: Score of what may not be; far below any sum of real scores.
NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Chain:
    """emissions: `[word, tag]`; transitions: `[tag, tag]`."""

    emissions: Floats
    transitions: Floats


def best_tags(chains: Sequence[Chain]) -> list[Ints]:
    """The best tags of each chain, `[word]`; no chain opens with an inside tag (2, 4, …)."""
    if not chains:
        return []
    lengths = np.asarray([len(c.emissions) for c in chains])
    width = max(c.transitions.shape[0] for c in chains)
    emissions = np.full((int(lengths.max(initial=0)), len(chains), width), NEVER, np.float32)
    moves = np.full((len(chains), width, width), NEVER, np.float32)
    for index, chain in enumerate(chains):
        tags = chain.transitions.shape[0]
        emissions[: lengths[index], index, :tags] = chain.emissions
        # Transposed, so that the maximum runs over the last axis.
        moves[index, :tags, :tags] = chain.transitions.T
    if not len(emissions):
        return [np.zeros(0, np.int64) for _ in chains]
    return _walk(emissions, moves, lengths)


def _walk(emissions: Floats, moves: Floats, lengths: Ints) -> list[Ints]:
    steps, count, width = emissions.shape
    back = np.zeros((steps, count, width), np.int8)
    finals = np.zeros((count, width), np.float32)
    alpha = emissions[0].copy()
    alpha[:, 2::2] += NEVER
    for step in range(1, steps + 1):
        ended = lengths == step
        if ended.any():
            finals[ended] = alpha[ended]
        if step < steps:
            carried = alpha[:, None, :] + moves
            back[step] = carried.argmax(axis=2)
            alpha = carried.max(axis=2) + emissions[step]
            # Kept near 0, so that a text of a million words loses no precision.
            alpha -= alpha.max(axis=1, keepdims=True)
    return [_trace(back[:, i], int(finals[i].argmax()), int(lengths[i])) for i in range(count)]


def _trace(back: NDArray[np.int8], tag: int, length: int) -> Ints:
    tags = np.zeros(length, np.int64)
    for step in range(length - 1, -1, -1):
        tags[step] = tag
        tag = int(back[step, tag])
    return tags

"""How sure the tags are: each word's marginal probabilities under the CRF (forward-backward).

Probabilities, scaled at every word (Rabiner, 1989), so that no text is too long. A chain's numbers
do not depend on the chains that are computed beside it: every product is one chain's own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.viterbi import Chain

Floats = NDArray[np.float32]


def tag_chances(chains: Sequence[Chain]) -> list[Floats]:
    """`[word, tag]` of each chain: the probability of each tag at each word."""
    if not chains:
        return []
    lengths = [len(chain.emissions) for chain in chains]
    width = max(chain.transitions.shape[0] for chain in chains)
    emissions = np.zeros((max(lengths), len(chains), width), np.float32)
    moves = np.zeros((len(chains), width, width), np.float32)
    for index, chain in enumerate(chains):
        tags = chain.transitions.shape[0]
        highest = chain.emissions.max(axis=1, keepdims=True)
        emissions[: lengths[index], index, :tags] = np.exp(chain.emissions - highest)
        moves[index, :tags, :tags] = np.exp(chain.transitions)
    forward = _forward(emissions, moves)
    backward = _backward(emissions, moves, np.asarray(lengths))
    both = forward * backward
    both /= np.maximum(both.sum(axis=2, keepdims=True), np.finfo(np.float32).tiny)
    return [both[: lengths[i], i, : chain.transitions.shape[0]] for i, chain in enumerate(chains)]


def _scaled(values: Floats) -> Floats:
    sums = values.sum(axis=1, keepdims=True)
    scaled: Floats = values / np.maximum(sums, np.finfo(np.float32).tiny)
    return scaled


def _forward(emissions: Floats, moves: Floats) -> Floats:
    result = np.zeros_like(emissions)
    if len(emissions):
        first = emissions[0].copy()
        # No chain opens inside a span.
        first[:, 2::2] = 0.0
        result[0] = _scaled(first)
    for step in range(1, len(emissions)):
        carried = (result[step - 1][:, None, :] @ moves)[:, 0]
        result[step] = _scaled(carried * emissions[step])
    return result


def _backward(emissions: Floats, moves: Floats, lengths: NDArray[np.int64]) -> Floats:
    result = np.ones_like(emissions)
    for step in range(len(emissions) - 2, -1, -1):
        ahead = emissions[step + 1] * result[step + 1]
        carried = (moves @ ahead[:, :, None])[:, :, 0]
        inside = (lengths > step + 1)[:, None]
        result[step] = np.where(inside, _scaled(carried), 1.0)
    return result

"""Distances between an attribution's argument and a cue, in buckets that the encoder learns."""

from __future__ import annotations

import numpy as np

from onrecord.annotate.words import Ints

#: Upper ends, in words, of the distance buckets on each side; roughly doubling.
EDGES = (0, 1, 2, 4, 8, 16, 32, 64, 128)
_SIDE = len(EDGES) + 1
BUCKETS = 2 * _SIDE


def buckets(argument_first: Ints, argument_last: Ints, cue_first: Ints, cue_last: Ints) -> Ints:
    """Bucket of each pair: the words between the two, apart by which comes first."""
    ahead = argument_first < cue_first
    between = np.where(ahead, cue_first - argument_last, argument_first - cue_last) - 1
    size = np.searchsorted(np.asarray(EDGES), np.maximum(between, 0), side="left")
    found: Ints = np.where(ahead, size, size + _SIDE).astype(np.int64)
    return found

"""Log odds that two spans belong together: a dot product of projections, and a bias by distance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.labels import LINK_WIDTH, LINKS
from onrecord.annotate.links import buckets
from onrecord.annotate.network import Scores
from onrecord.annotate.spans import WordSpan

Floats = NDArray[np.float32]

_PARTS = {link.name: link for link in LINKS}


def link_odds(
    arguments: Sequence[WordSpan],
    targets: Sequence[WordSpan],
    name: str,
    scores: Scores,
    table: Floats,
) -> Floats:
    """`[argument, target]`: log odds that the two belong together. table: `[bucket]`."""
    link = _PARTS[name]
    first = np.asarray([a.first for a in arguments])
    last = np.asarray([a.last for a in arguments])
    target_first = np.asarray([t.first for t in targets])
    target_last = np.asarray([t.last for t in targets])
    one = scores.links[link.argument][first] + scores.links[link.argument][last]
    two = scores.links[link.target][target_first] + scores.links[link.target][target_last]
    place = buckets(first[:, None], last[:, None], target_first[None], target_last[None])
    result: Floats = (one @ two.T) / np.float32(LINK_WIDTH**0.5) + table[place]
    return result

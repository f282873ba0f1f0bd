"""Pronouns, descriptions and names linked to an earlier mention of the same entity.

Every mention ranks the ones before it, and "none" with log odds 0 (Lee et al., 2017). Only what
stands within reach is looked at, so the work grows with the text, not with its square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.linking import link_odds
from onrecord.annotate.network import Scores
from onrecord.annotate.spans import WordSpan
from onrecord.core.annotation import Coreference, Mention

Floats = NDArray[np.float32]

#: Kinds that are linked: those whose chains the encoder has learnt.
KINDS = frozenset({"person", "group", "organisation", "outlet", "place", "facility"})
#: Earlier mentions that one looks back over. A training window holds some 40 to 60.
REACH = 64
#: Mentions taken at once: each block is one product of matrices.
BLOCK = 64


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and its words."""

    mention: Mention
    words: WordSpan


def coreferences(
    placed: Sequence[Placed], scores: Scores, table: Floats | None
) -> list[Coreference]:
    """Each mention's best antecedent, where one is likelier than none.

    placed: mentions in text order; table: the link's distances, None without such a head.
    """
    mentions = [p for p in placed if p.mention.kind in KINDS]
    if table is None or len(mentions) < 2:
        return []
    found = []
    for low in range(0, len(mentions), BLOCK):
        high = min(low + BLOCK, len(mentions))
        base = max(0, low - REACH)
        early = [p.words for p in mentions[base:high]]
        late = [p.words for p in mentions[low:high]]
        odds = link_odds(early, late, "coreference", scores, table)
        for at in range(low, high):
            start = max(0, at - REACH) - base
            column = odds[start : at - base, at - low]
            link = _link(mentions[base + start : at], mentions[at].mention, column)
            if link:
                found.append(link)
    return found


def _link(early: Sequence[Placed], mention: Mention, odds: Floats) -> Coreference | None:
    if not len(odds):
        return None
    best = int(odds.argmax())
    if odds[best] <= 0.0:
        return None
    shares = np.exp(odds - odds[best])
    score = float(1.0 / (shares.sum() + np.exp(-odds[best])))
    return Coreference(mention.span, early[best].mention.span, round(score, 4))

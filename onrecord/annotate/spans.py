"""Tags to spans of words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.words import Words
from onrecord.core.span import Span

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words `first` to `last`, both included; score: mean marginal of its tags, 0 to 1."""

    kind: str
    first: int
    last: int
    score: float


def word_spans(tags: Ints, chances: Floats, kinds: tuple[str, ...]) -> list[WordSpan]:
    """The spans that a tag sequence spells; chances: `[word, tag]`, marginal probabilities."""
    spans = []
    for first in np.flatnonzero(tags % 2 == 1).tolist():
        begin, last = int(tags[first]), first
        while last + 1 < len(tags) and tags[last + 1] == begin + 1:
            last += 1
        inside = chances[first + 1 : last + 1, begin + 1].sum()
        score = float(chances[first, begin] + inside) / (last - first + 1)
        spans.append(WordSpan(kinds[begin // 2], first, last, round(min(score, 1.0), 4)))
    return spans


def char_span(words: Words, span: WordSpan) -> Span:
    """A span of words as code points."""
    return Span(int(words.starts[span.first]), int(words.ends[span.last]))


def word_span(words: Words, kind: str, span: Span, score: float = 1.0) -> WordSpan:
    """The words that share a code point with a span; it must touch one."""
    first = int(np.searchsorted(words.ends, span.start, side="right"))
    last = int(np.searchsorted(words.starts, span.end, side="left")) - 1
    return WordSpan(kind, first, max(first, last), score)

"""Source, cue and content spans put together to attributions.

In the corpus that the encoder learns from, every attribution has exactly one cue, nearly always in
one piece, at most one source, and contents of up to three pieces. So each cue makes one
attribution: it takes the source that fits it best, and each content goes to the cue that fits it
best. A source may serve several cues ("she said … and added …").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.events import certainty_at
from onrecord.annotate.linking import link_odds
from onrecord.annotate.network import Scores
from onrecord.annotate.spans import WordSpan, char_span
from onrecord.annotate.tidy import tidy_content
from onrecord.annotate.words import Ints, Words
from onrecord.core.annotation import Attribution
from onrecord.core.span import Spans

Floats = NDArray[np.float32]

#: Words between an argument and its cue beyond which they are not paired: a training window.
REACH = 256
#: Log odds above which a cue takes a source. On PolNeAR dev the share of attributions
#: that are wholly right is level from -3 to 0 (54.2 to 54.4) and falls above (python -m
#: benchmarks.annotate). A content always goes to a cue: a floor for it lost up to 1.7 points.
SOURCE_FLOOR = -1.0


@dataclass(frozen=True, slots=True)
class _Linked:
    cue: int
    logit: float


def attributions(
    text: str,
    words: Words,
    scores: Scores,
    spans: Sequence[WordSpan],
    distance: dict[str, Floats],
) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order of their cues; a cue alone is none."""
    cues = [s for s in spans if s.kind == "cue"]
    sources = [s for s in spans if s.kind == "source"]
    contents = [s for s in spans if s.kind == "content"]
    source_of = _best_source(cues, sources, scores, distance["source"])
    contents_of = _by_cue(cues, contents, scores, distance["content"])
    found = []
    for index, cue in enumerate(cues):
        source = source_of.get(index)
        pieces = contents_of.get(index, [])
        if source is None and not pieces:
            continue
        parts = [cue, *pieces, *([source] if source else [])]
        found.append(
            Attribution(
                source=(char_span(words, source),) if source else (),
                cue=(char_span(words, cue),),
                content=_contents(text, words, pieces),
                score=round(float(np.mean([p.score for p in parts])), 4),
                certainty=certainty_at(scores, cue),
            )
        )
    return tuple(found)


def _contents(text: str, words: Words, pieces: Sequence[WordSpan]) -> Spans:
    spans = [tidy_content(text, char_span(words, piece)) for piece in pieces]
    return tuple(sorted(spans))


def _near(span: WordSpan, starts: Ints) -> range:
    """Indices of the spans within reach, from the ascending first words of all."""
    low = int(np.searchsorted(starts, span.first - REACH, side="left"))
    high = int(np.searchsorted(starts, span.last + REACH, side="right"))
    return range(low, high)


def _best_source(
    cues: Sequence[WordSpan], sources: Sequence[WordSpan], scores: Scores, table: Floats
) -> dict[int, WordSpan]:
    starts = np.asarray([s.first for s in sources])
    chosen = {}
    for index, cue in enumerate(cues):
        near = _near(cue, starts)
        if not near:
            continue
        odds = link_odds([sources[i] for i in near], [cue], "source", scores, table)[:, 0]
        best = int(odds.argmax())
        if odds[best] > SOURCE_FLOOR:
            chosen[index] = sources[near[best]]
    return chosen


def _by_cue(
    cues: Sequence[WordSpan], contents: Sequence[WordSpan], scores: Scores, table: Floats
) -> dict[int, list[WordSpan]]:
    starts = np.asarray([c.first for c in cues])
    chosen: dict[int, list[WordSpan]] = defaultdict(list)
    for content in contents:
        near = _near(content, starts)
        if near:
            odds = link_odds([content], [cues[i] for i in near], "content", scores, table)[0]
            chosen[near[int(odds.argmax())]].append(content)
    return chosen

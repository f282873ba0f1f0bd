"""Spans put together: each cue with the source and the contents that fit it best."""

from __future__ import annotations

import numpy as np

from onrecord.annotate.attributions import attributions
from onrecord.annotate.labels import LINK_PARTS, LINK_WIDTH
from onrecord.annotate.links import BUCKETS, buckets
from onrecord.annotate.network import Scores
from onrecord.annotate.spans import WordSpan
from onrecord.annotate.words import WordSplitter

TEXT = "Brod said yes , Ode denied it . then no Brod added"
SPANS = [
    WordSpan("source", 0, 0, 1.0),
    WordSpan("cue", 1, 1, 1.0),
    WordSpan("content", 2, 2, 1.0),
    WordSpan("source", 4, 4, 1.0),
    WordSpan("cue", 5, 5, 1.0),
    WordSpan("content", 6, 6, 0.5),
    WordSpan("content", 9, 9, 1.0),
    WordSpan("source", 10, 10, 1.0),
    WordSpan("cue", 11, 11, 1.0),
]


def near_is_good(floor: float = 0.0) -> dict[str, np.ndarray]:
    table = np.asarray([8.0 - i % (BUCKETS // 2) for i in range(BUCKETS)], np.float32)
    return {"source": table - np.float32(floor), "content": table}


def read(splitter: WordSplitter, distance: dict[str, np.ndarray]) -> list[tuple[str, ...]]:
    words = splitter.split(TEXT)
    silent = {p: np.zeros((len(words), LINK_WIDTH), np.float32) for p in LINK_PARTS}
    found = attributions(TEXT, words, Scores({}, silent, {}), SPANS, distance)
    parts = [(a.source, a.cue, a.content) for a in found]
    return [tuple(" … ".join(s.cut(TEXT) for s in part) for part in row) for row in parts]


def test_each_takes_the_nearest(splitter: WordSplitter) -> None:
    assert read(splitter, near_is_good()) == [
        ("Brod", "said", "yes"),
        ("Ode", "denied", "it"),
        ("Brod", "added", "no"),
    ]


def test_a_cue_may_stay_without_a_source(splitter: WordSplitter) -> None:
    assert [row[0] for row in read(splitter, near_is_good(floor=20.0))] == ["", "", ""]


def test_buckets_tell_sides_apart_and_grow_with_distance() -> None:
    ahead = [int(buckets(*(np.asarray([x]) for x in (0, 0, d, d)))[0]) for d in (1, 2, 5, 40, 999)]
    behind = int(buckets(*(np.asarray([x]) for x in (5, 5, 4, 4)))[0])
    assert ahead == sorted(set(ahead))
    assert behind >= BUCKETS // 2 > max(ahead)

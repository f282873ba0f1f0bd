"""Texts to word scores: one forward pass for all heads.

Dynamic quantisation takes the range of a whole tensor, so a window's scores would depend on what
is run beside it. Therefore every window runs alone, at its own length, without padding: the same
text gives the same scores whatever the batch. Windows are spread over threads, longest first.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.labels import LINK_WIDTH, Inventory
from onrecord.annotate.runtime import ort
from onrecord.annotate.weights import SHIPPED, Weights, load_weights
from onrecord.annotate.windows import Window, plan_windows
from onrecord.annotate.words import Words, WordSplitter

Floats = NDArray[np.float32]

#: Threads by default: 0 is one a core.
WORKERS = 0


@dataclass(frozen=True, slots=True)
class Scores:
    """tags: `[word, tag]` by head; links: `[word, LINK_WIDTH]` by part; scales: `[word]`."""

    tags: dict[str, Floats]
    links: dict[str, Floats]
    scales: dict[str, Floats]


@dataclass(frozen=True, slots=True)
class _Job:
    text: int
    window: Window


class Network:
    """The network with its tokenizer. Holds no state between calls; safe to share by threads."""

    def __init__(self, weights: Weights, *, workers: int = WORKERS) -> None:
        self.weights = weights
        self.splitter = WordSplitter.from_json(weights.tokenizer)
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = ort.InferenceSession(
            weights.encoder, options, providers=["CPUExecutionProvider"]
        )
        self._workers = workers or os.cpu_count() or 1

    @classmethod
    def load(cls, folder: Path = SHIPPED, *, workers: int = WORKERS) -> Network:
        """The network of a weights folder.

        Raises:
            WeightsError: missing or damaged weights, or other labels than this code's.
        """
        return cls(load_weights(folder), workers=workers)

    def scores(self, texts: Sequence[Words]) -> list[Scores]:
        """Scores of every word of every text."""
        columns = column_count(self.weights.has)
        tables = [np.zeros((len(words), columns), np.float32) for words in texts]
        jobs = [_Job(i, w) for i, words in enumerate(texts) for w in plan_windows(words)]
        jobs.sort(key=lambda job: (job.window.low - job.window.high, job.text, job.window.low))

        def run(job: _Job) -> None:
            window = job.window
            scores = self._run(texts[job.text], window)
            kept = scores[window.keep_low - window.low : window.keep_high - window.low]
            tables[job.text][window.keep_low : window.keep_high] = kept

        if self._workers == 1 or len(jobs) == 1:
            for job in jobs:
                run(job)
        else:
            with ThreadPoolExecutor(self._workers) as pool:
                list(pool.map(run, jobs))
        return [_named(table, self.weights.has) for table in tables]

    def _run(self, words: Words, window: Window) -> Floats:
        start = int(words.first[window.low])
        whole = window.high == len(words)
        stop = len(words.pieces) if whole else int(words.first[window.high])
        special = self.splitter
        pieces = np.concatenate([[special.opening], words.pieces[start:stop], [special.closing]])
        surfaces = np.concatenate([[0], words.surfaces[start:stop], [0]])
        first = words.first[window.low : window.high] - start + 1
        feed = {"pieces": pieces[None], "surfaces": surfaces[None], "first": first}
        scores: Floats = self._session.run(["scores"], feed)[0]
        return scores


def column_count(has: Inventory) -> int:
    """Columns of the encoder's output."""
    return sum(len(h.tags) for h in has.specs) + len(has.parts) * LINK_WIDTH + len(has.scales)


def _named(table: Floats, has: Inventory) -> Scores:
    """The columns of all heads, in the order in which the export laid them side by side."""
    tags, links, scales, at = {}, {}, {}, 0
    for head in has.specs:
        tags[head.name] = table[:, at : at + len(head.tags)]
        at += len(head.tags)
    for part in has.parts:
        links[part] = table[:, at : at + LINK_WIDTH]
        at += LINK_WIDTH
    for name in has.scales:
        scales[name] = table[:, at]
        at += 1
    return Scores(tags, links, scales)

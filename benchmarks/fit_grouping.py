"""Fits the weights of the score by which incidents of single reports are put together.

    python benchmarks/fit_grouping.py CORPUS/documents.jsonl [MORE.jsonl …] [--split train]

The corpora are those of benchmarks/grouping.py, or have a gold key `subtopic` (of which each is one
incident's). Every pair of a corpus that is looked at (onrecord.group.candidates) is an example, each
corpus by itself; a logistic regression with a small ridge is fitted to what the score is made of.
Corpora count alike however large they are. Printed are the weights, to be written into
onrecord/group/incidents.py, and B-cubed of each corpus by threshold with these weights: the threshold
is the one with the best mean over the corpora. Only corpora that may be trained on belong here.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.grouping import b_cubed, gold_of, grouped, read_corpus, reading_of
from onrecord.group.candidates import similar_pairs
from onrecord.group.incidents import NEAR_DAYS, text_parts
from onrecord.group.linkage import Pair
from onrecord.group.sketches import Sketch, sketches
from onrecord.group.weights import load_weights

PARTS = ("BIAS", "TEXT", "PROPER", "TITLE", "NUMBERS", "DAYS")
RIDGE = 1.0
"""Pull of the weights (not the bias) towards 0, against a log likelihood of `ALIKE` examples."""

ALIKE = 10_000
STEPS = 30
THRESHOLDS = [step / 50 for step in range(2, 36)]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """A corpus as pairs: `parts` is [pairs, parts], `same` [pairs] of 0 and 1."""

    name: str
    drawn: Sequence[Sketch]
    gold: Mapping[str, str]
    pairs: Sequence[Pair]
    parts: Floats
    same: Floats


def examples(path: Path, split: str) -> Examples:
    """The pairs of a corpus that the score is asked for."""
    records = read_corpus(path, split)
    weights = load_weights()
    drawn = [sketch for r in records for sketch in sketches(reading_of(r), weights)]
    drawn.sort(key=lambda sketch: sketch.ref)
    gold = {str(r["doc_id"]): str(gold_of(r)) for r in records}
    rows = [(pair, text_parts(drawn[pair[0]], drawn[pair[1]])) for pair in similar_pairs(drawn)]
    rows = [(pair, parts) for pair, parts in rows if parts.days <= NEAR_DAYS]
    same = [gold[drawn[a].ref.report] == gold[drawn[b].ref.report] for (a, b), _ in rows]
    values = [(1.0, p.text, p.proper, p.title, p.numbers, math.log1p(p.days)) for _, p in rows]
    pairs = [pair for pair, _ in rows]
    return Examples(path.parent.name, drawn, gold, pairs, np.array(values), np.array(same, float))


def fit(corpora: Sequence[Examples]) -> Floats:
    """The weights of a logistic regression, by Newton's method."""
    parts = np.concatenate([one.parts for one in corpora])
    same = np.concatenate([one.same for one in corpora])
    shares = np.concatenate([np.full(len(one.same), ALIKE / len(one.same)) for one in corpora])
    ridge = np.diag([0.0] + [RIDGE] * (len(PARTS) - 1))
    weights = np.zeros(len(PARTS))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-parts @ weights))
        slope = parts.T @ (shares * (same - chance)) - ridge @ weights
        bend = (parts * (shares * chance * (1 - chance))[:, None]).T @ parts + ridge
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def f1_by_threshold(one: Examples, weights: Floats) -> list[float]:
    """B-cubed F1 of a corpus at each of `THRESHOLDS`."""
    chance = 1 / (1 + np.exp(-one.parts @ weights))
    scores = dict(zip(one.pairs, chance.tolist(), strict=True))
    return [b_cubed(grouped(one.drawn, scores, t), one.gold).f1 for t in THRESHOLDS]


def main() -> None:
    """Prints the weights and the thresholds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--split", default="train")
    options = parser.parse_args()
    corpora = [examples(path, options.split) for path in options.corpora]
    weights = fit(corpora)
    for one in corpora:
        print(f"{one.name}: {len(one.pairs)} pairs, {int(one.same.sum())} of one incident")
    print("  ".join(f"{part} {weight:.2f}" for part, weight in zip(PARTS, weights, strict=True)))
    rows = [f1_by_threshold(one, weights) for one in corpora]
    for threshold, row in zip(THRESHOLDS, zip(*rows, strict=True), strict=True):
        shown = "  ".join(f"{f1:.4f}" for f1 in row)
        print(f"{threshold:.2f}  {shown}  mean {sum(row) / len(row):.4f}")


if __name__ == "__main__":
    main()

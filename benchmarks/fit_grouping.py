"""Fits the weights of the score by which incidents of single reports are put together.

    python -m benchmarks.fit_grouping GVA/documents.jsonl ECBPLUS/train.jsonl --strangers POLNEAR/train.jsonl

The corpora are those of benchmarks/grouping.py, or have a gold key `subtopic` (of which each is one
incident's). Every pair that is looked at (onrecord.group.candidates) is an example, each corpus by
itself. How often two reports of a day are of one incident says more of how a corpus was gathered than
of the world; so a dated corpus counts a second time with its incidents moved into `A_YEAR`, an undated
one gets dates by dice, and `--strangers` adds reports without gold: pairs of them that lie more than
`STRANGE` days apart are moved side by side, as pairs of two incidents. Of `UNDATED_SHARE` of all reports
the date is taken away. A logistic regression with a small ridge is fitted to what the score is made of;
corpora count alike however large they are. Printed are the weights, to be written into
onrecord/group/incidents.py, and B-cubed of each corpus by threshold with these weights: the threshold
is the one with the best mean over the corpora. Only corpora that may be trained on belong here.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.grouping import b_cubed, gold_of, grouped, read_corpus, reading_of
from onrecord.core.moments import day_of
from onrecord.group.candidates import similar_pairs
from onrecord.group.incidents import FLOOR, NEAR_DAYS, text_parts
from onrecord.group.linkage import Pair
from onrecord.group.sketches import Sketch, sketches
from onrecord.group.weights import load_weights

PARTS = ("BIAS", "TEXT", "PROPER", "NUMBERS", "DAYS", "UNDATED")
RIDGE = 1.0
"""Pull of the weights (not the bias) towards 0, against a log likelihood of `ALIKE` examples."""

ALIKE = 10_000
STEPS = 30
THRESHOLDS = [step / 25 for step in range(4, 16)]
FIRST_DAY = date(2031, 1, 1)
A_YEAR = 300
A_FORTNIGHT = 20
STRANGE = 10
UNDATED_SHARE = 0.2
SEED = 5

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


def drawn_of(records: Sequence[Mapping[str, Any]], dates: Sequence[date | None]) -> list[Sketch]:
    """The sketches with these dates, some of which are taken away, sorted."""
    weights, dice = load_weights(), random.Random(SEED)
    found = []
    for record, day in zip(records, dates, strict=True):
        kept = None if dice.random() < UNDATED_SHARE else day
        found += [replace(one, published=kept) for one in sketches(reading_of(record), weights)]
    return sorted(found, key=lambda sketch: sketch.ref)


def dates_of(records: Sequence[Mapping[str, Any]]) -> list[date | None]:
    """The dates that the corpus gives."""
    return [day_of(record.get("dct") or record.get("published")) for record in records]


def moved(records: Sequence[Mapping[str, Any]]) -> list[date | None]:
    """Dates by dice: each incident's on other days, as far apart within as they were; of a corpus
    without dates within two days."""
    dice = random.Random(SEED)
    dates, gold = dates_of(records), [str(gold_of(record)) for record in records]
    begun: dict[str, date] = {}
    for g, day in zip(gold, dates, strict=True):
        if day:
            begun[g] = min(day, begun.get(g, day))
    window = A_YEAR if begun else A_FORTNIGHT
    begins = {g: FIRST_DAY + timedelta(days=dice.randrange(window)) for g in sorted(set(gold))}
    late = [
        day - begun[g] if day else timedelta(days=dice.choice((0, 0, 0, 1, 1, 2)))
        for g, day in zip(gold, dates, strict=True)
    ]
    return [begins[g] + gap for g, gap in zip(gold, late, strict=True)]


def examples(name: str, drawn: Sequence[Sketch], gold: Mapping[str, str]) -> Examples:
    """The pairs of sketches that the score is asked for."""
    rows = [(pair, text_parts(drawn[pair[0]], drawn[pair[1]])) for pair in similar_pairs(drawn)]
    rows = [(pair, p) for pair, p in rows if (p.days or 0) <= NEAR_DAYS and p.text >= FLOOR]
    same = [gold[drawn[a].ref.report] == gold[drawn[b].ref.report] for (a, b), _ in rows]
    values = [
        (1.0, p.text, p.proper, p.numbers, math.log1p(p.days or 0), float(p.days is None))
        for _, p in rows
    ]
    pairs = [pair for pair, _ in rows]
    return Examples(name, drawn, gold, pairs, np.array(values), np.array(same, float))


def known(path: Path, split: str) -> list[Examples]:
    """A corpus with gold: as it is, where it has dates, and with its incidents on other days."""
    records = read_corpus(path, split)
    gold = {str(r["doc_id"]): str(gold_of(r)) for r in records}
    dates = {"moved": moved(records)}
    if any(dates_of(records)):
        dates["as it is"] = dates_of(records)
    return [
        examples(f"{path.parent.name}, {how}", drawn_of(records, days), gold)
        for how, days in sorted(dates.items())
    ]


def strange(path: Path) -> Examples:
    """Reports that are strangers to each other, side by side."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    records = [r | {"doc_id": r["id"], "dct": r["published"]} for r in records]
    gold = {r["doc_id"]: r["doc_id"] for r in records}
    real = dict(zip(gold, dates_of(records), strict=True))
    dice = random.Random(SEED)
    days = [FIRST_DAY + timedelta(days=dice.randrange(2 * A_FORTNIGHT)) for _ in records]
    found = examples(path.parent.name, drawn_of(records, days), gold)
    ends = ((found.drawn[a].ref.report, found.drawn[b].ref.report) for a, b in found.pairs)
    far = np.array([abs((real[a] - real[b]).days) > STRANGE for a, b in ends])
    pairs = [pair for pair, kept in zip(found.pairs, far, strict=True) if kept]
    return replace(found, pairs=pairs, parts=found.parts[far], same=found.same[far])


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
    parser.add_argument("--strangers", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    corpora = [one for path in options.corpora for one in known(path, options.split)]
    corpora += [strange(path) for path in options.strangers]
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

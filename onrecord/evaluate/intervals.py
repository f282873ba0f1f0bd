"""How far chance moves a figure: percentile bootstrap over reports (Efron and Tibshirani 1993, 13).

Reports are drawn with replacement, as often as there are; each draw gives a figure, and the middle
95 % of the draws is the interval. Whole reports are drawn, for facts of one report stand and fall
together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.evaluate.scoring import FieldCounts, ReportScore

DRAWS = 1000
"""Enough for the second digit of a percentage; ten times as many moved no bound by a point."""
SEED = 20180401
"""Fixed, so that the same readings give the same interval."""


@dataclass(frozen=True, slots=True)
class Interval95:
    """The middle 95 % of the draws, between 0 and 1."""

    low: float
    high: float


def intervals(
    scores: Sequence[ReportScore], field: str, figure: Callable[[FieldCounts], float]
) -> Interval95:
    """The interval of a figure of one field; `all` takes every field together."""
    counts = [_of(score, field) for score in scores]
    counts = [c for c in counts if c.gold or c.given]
    if not counts:
        return Interval95(0.0, 0.0)
    table = np.array([(c.right, c.given, c.gold, c.blank) for c in counts])
    chosen = np.random.default_rng(SEED).integers(len(table), size=(DRAWS, len(table)))
    draws = (FieldCounts(*map(int, row)) for row in table[chosen].sum(axis=1))
    values = sorted(map(figure, draws))
    return Interval95(values[round(0.025 * (DRAWS - 1))], values[round(0.975 * (DRAWS - 1))])


def _of(score: ReportScore, field: str) -> FieldCounts:
    if field == "all":
        return sum(score.fields.values(), FieldCounts())
    return score.fields.get(field, FieldCounts())

"""How good are the readings: facts held against a gold that people made, field by field.

score(load_gold(folder), readings) counts, intervals(…) says how far chance alone moves the figures.
"""

from __future__ import annotations

from onrecord.evaluate.gold import Gold, GoldFact, load_gold
from onrecord.evaluate.intervals import Interval95, intervals
from onrecord.evaluate.scoring import FieldCounts, ReportScore, score_reading, total

__all__ = [
    "FieldCounts",
    "Gold",
    "GoldFact",
    "Interval95",
    "ReportScore",
    "intervals",
    "load_gold",
    "score_reading",
    "total",
]

"""How many people are missing."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import NOUN, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

MISSING = Counting(
    field="incident.missing",
    passive=r"missing|unaccounted\ for",
    tolls=r"number\ of\ (?:the\ )?(?:missing|people\ missing)",
    more=(rf"\b(?:left|leav(?:es|ing))\ {N}{NOUN}{{0,3}}\ missing\b",),
    fixed={r"\b(?:nobody|no\ one|Nobody|No\ one)\ (?:is|was)\ (?:still\ )?missing\b": 0},
)


def find(context: Context) -> list[Found]:
    """The counts of a report."""
    return list(telling(context, find_counts(context, MISSING)))


TYPE = FactType(
    field="incident.missing",
    label="Missing",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

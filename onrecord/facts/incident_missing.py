"""How many people are missing."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import NOUN, WORD, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

MISSING = Counting(
    field="incident.missing",
    passive=r"missing(?!\ (?:link|for\ years)|\ (?:was|were)\ (?:later\ )?found)|unaccounted\ for",
    tolls=r"number\ of\ (?:the\ )?(?:missing|people\ missing)",
    more=(rf"\b(?:left|leav(?:es|ing))\ {N}{NOUN}{{0,3}}\ missing\b",),
    fixed={
        r"\b(?:nobody|no\ one|Nobody|No\ one)\ (?:is|was|has\ been)\ (?:still\ |reported\ |listed\ as\ )?"
        r"(?:missing|unaccounted\ for)\b": 0,
        rf"\b(?:[Ee]veryone|[Ee]verybody|[Aa]ll(?:\ {WORD}){{1,3}})\ (?:is|are|was|were|has\ been|have\ been)"
        r"\ (?:now\ )?accounted\ for\b": 0,
    },
    single=True,
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

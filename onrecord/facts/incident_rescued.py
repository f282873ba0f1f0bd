"""How many people were rescued."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

RESCUED = Counting(
    field="incident.rescued",
    active=r"rescu(?:ed|ing)|sav(?:ed|ing)\ the\ lives\ of|pulled\ out",
    passive=r"rescued|pulled\ (?:out\ )?alive|brought\ to\ safety|saved|pulled\ (?:out|from)",
)


def find(context: Context) -> list[Found]:
    """The counts of a report."""
    return list(telling(context, find_counts(context, RESCUED)))


TYPE = FactType(
    field="incident.rescued",
    label="Rescued",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

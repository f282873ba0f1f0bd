"""How many people were moved to safety or left their homes."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import NOUN, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

EVACUATED = Counting(
    field="incident.evacuated",
    active=(
        r"evacuat(?:ed|ing)|mov(?:ed|ing)\ out|(?:evacuation|displacement)\ of|displac(?:ed|ing)"
    ),
    passive=(
        r"evacuated|moved\ out(?:\ of\ their\ homes)?|forced\ (?:to\ leave|from)|told\ to\ leave"
        r"|got\ out|(?:had|have)\ to\ leave|displaced|led\ (?:out|to\ safety)"
        r"|moved\ to\ (?:\w+\ ){0,2}(?:shelters?|safety|hospitals|safer|higher)"
        r"|ordered\ (?:to\ leave|out)|fled\ their\ homes|left\ their\ homes|taken\ to\ safety"
        r"|spent\ the\ night\ in\ (?:\w+\ ){0,3}(?:gym\w*|shelters?|hall|schools?|stadium)"
    ),
    more=(
        rf"\b(?:forc(?:ed|ing)|order(?:ed|ing)|drove|driving)\ {N}{NOUN}{{0,3}}"
        r"\ (?:from|out\ of)\ their\ (?:homes|houses|flats)\b",
        rf"{N}{NOUN}{{1,3}}(?:\ [^,.;\#]{{0,60}})?\ (?:were\ (?:moved\ out|evacuated)|got\ out)\b",
    ),
    fixed={
        r"\b(?:nobody|no\ one|Nobody|No\ one)\ was\ (?:evacuated|moved\ out)\b": 0,
        r"\b[Nn]o\ evacuations\ (?:were|have\ been|had\ been)\ (?:ordered|needed|reported)\b": 0,
    },
)


def find(context: Context) -> list[Found]:
    """The counts of a report."""
    return list(telling(context, find_counts(context, EVACUATED)))


TYPE = FactType(
    field="incident.evacuated",
    label="Evacuated",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

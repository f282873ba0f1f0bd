"""How many people were arrested or detained."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.counting import WORD, Counting, find_counts
from onrecord.facts.show import plain

HELD = (
    r"(?:arrested|detained|apprehended|taken\ into\ custody|placed\ under\ arrest|nicked|nabbed"
    r"|captured|rounded\ up|handcuffed\ and\ taken\ away|bundled\ into\ a\ police\ (?:car|van))"
)
ONE = rf"(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er)\ (?:{WORD}\ ){{1,5}}?|\b[Hh]e\ |\b[Ss]he\ )?"

ARRESTED = Counting(
    field="incident.arrested",
    active=r"arrest(?:ed|ing|s)|detain(?:ed|ing|s)|apprehended|nabbed|rounded\ up",
    passive=rf"{HELD}|in\ custody|under\ arrest|held\ by\ police",
    nouns=r"arrests",
    fixed={
        rf"{ONE}\b(?:was|is|has\ been|had\ been)\ (?:\w+ly\ |later\ |also\ |first\ )?{HELD}\b": 1,
        r"\b(?:arrested|detained|detaining|arresting|nabbed|apprehended)\ (?:an?|the|one|his|her)"
        r"\ (?!(?:number|group|couple|dozen|few|pair)\b)"
        rf"(?:(?!(?:and|in|at|on|who)\b){WORD}(?:\ |\b)){{1,3}}": 1,
        r"\b(?:[Nn]o\ arrests|[Nn]o\ one\ (?:has|had)\ been\ arrested"
        r"|[Nn]obody\ (?:has|had)\ been\ arrested)": 0,
    },
)


def find(context: Context) -> list[Found]:
    """The counts of a report; a person who was arrested counts one."""
    return [_weighed(context, f) for f in find_counts(context, ARRESTED)]


def _weighed(context: Context, found: Found) -> Found:
    """A phrase that introduces who was held ("a man was arrested") tells it best."""
    introduces = re.search(r"\b[Aa]n?\b|[\d,]", found.evidence[0].cut(context.text))
    return replace(found, confidence=1.0 if introduces else 0.9)


TYPE = FactType(
    field="incident.arrested",
    label="Arrested",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

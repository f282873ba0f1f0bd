"""How many people were arrested or detained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import MAX_EVIDENCE, WORD
from onrecord.facts.counting import Counting, count, find_counts
from onrecord.facts.name_lists import names_from
from onrecord.facts.show import plain

HELD = (
    r"(?:arrested|detained|apprehended|taken\ into\ custody|placed\ under\ arrest|nicked|nabbed"
    r"|captured|rounded\ up|handcuffed\ and\ taken\ away|bundled\ into\ a\ police\ (?:car|van))"
)
ONE = rf"(?:\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er)\ (?:{WORD}\ ){{1,5}}?|\b[Hh]e\ |\b[Ss]he\ )?"

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
        r"\b(?:[Nn]o\ arrests|(?:[Nn]o\ one|[Nn]obody)\ was\ (?:arrested|detained)"
        r"|[Nn]o\ one\ (?:has|had)\ been\ arrested"
        r"|[Nn]obody\ (?:has|had)\ been\ arrested|(?:has|have|had)\ (?:never\ |not\ )made\ an(?:y)?"
        r"\ arrests?)": 0,
    },
    perpetrators=None,
)

ARRESTING = re.compile(r"\b(?:arrest(?:ed|s|ing)|detained|apprehended|nabbed|nicked)\ ")
NOT_DONE = re.compile(r"\b(?:not|never|would|could|to|if|was|were|been|he|she)\ (?:\w+\ )?$")


def find(context: Context) -> list[Found]:
    """The counts of a report; a person who was arrested counts one."""
    found = (*find_counts(context, ARRESTED), *_named(context))
    return [_weighed(context, f) for f in telling(context, found)]


def _named(context: Context) -> Iterator[Found]:
    """ "Detectives arrested Ana Brito" counts one; a list of names so many as it has."""
    for sentence in context.prose:
        for match in ARRESTING.finditer(context.text, sentence.start, sentence.end):
            people = list(names_from(context, match.end(), sentence.end))
            if people and not NOT_DONE.search(context.text[sentence.start : match.start()]):
                evidence = Span(match.start(), people[-1].end)
                tight = evidence if len(evidence) <= MAX_EVIDENCE else people[0]
                yield count(context, ARRESTED.field, len(people), tight)


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

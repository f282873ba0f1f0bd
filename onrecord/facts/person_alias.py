"""Another name of a person: "also known as", "nicknamed", a nickname in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import Placed, Sentence, persons, sentences

FIELD = "person.alias"
QUOTES = "\"“”„‘’'"
WORD = r"(?:[A-Z][\w'’.-]*|al-\w+)"
NAME = rf"[{QUOTES}]?(?P<name>(?:the (?=[A-Z]))?{WORD}(?: (?:{WORD}|of|the)){{0,3}})"
KNOWN = re.compile(
    r",?\s*\(?(?:who (?:is|was) |who (?:goes|went) (?:by|under) |who |is |was |better |also |formerly )*"
    r"(?:known (?:locally |online |to \w+ |simply )?(?:as|by)|nicknamed|alias|a\.?k\.?a\.?|dubbed"
    r"|call(?:ed|s|ing) (?:himself|herself)|the (?:name|nickname|alias|nom de guerre)(?: of)?)"
    rf"(?: the (?:name|nickname|alias))?\s+{NAME}"
)
INSIDE = re.compile(r"\s[\"“‘'](?P<name>[A-Z][\w'’ -]{1,24}?)[\"”’'](?=\s[A-Z])")


def find(context: Context) -> Iterator[Found]:
    """Other names told beside a person's own."""
    for sentence in sentences(context):
        for placed in persons(sentence.people):
            yield from _known_as(sentence, placed)
            if placed.mention.form == "name":
                yield from _inside(sentence, placed)


def _known_as(s: Sentence, placed: Placed) -> Iterator[Found]:
    """ "Ana Brito, also known as Nita,"."""
    start = s.words[placed.last].span.end
    at = start
    age = re.compile(r",\s*\d{1,3}(?=,)").match(s.context.text, start, s.span.end)
    if age:
        at = age.end()
    match = KNOWN.match(s.context.text, at, s.span.end)
    if match:
        yield from _found(placed, match["name"], match.start("name"))


def _inside(s: Sentence, placed: Placed) -> Iterator[Found]:
    """ "Domingo “Mingo” Lapa": between the first name and the last."""
    span = placed.mention.span
    for match in INSIDE.finditer(s.context.text, span.start, min(span.end + 30, s.span.end)):
        if match.start() <= span.end:
            yield from _found(placed, match["name"], match.start("name"))


def _found(placed: Placed, name: str, start: int) -> Iterator[Found]:
    if name.lower() != placed.entity.name.lower():
        yield Found(
            subject=placed.entity.id,
            field=FIELD,
            value=name,
            evidence=(Span(start, start + len(name)),),
        )


TYPE = FactType(
    field=FIELD,
    label="Also called",
    many=True,
    find=find,
    compare=compare.texts,
    show=show.plain,
)

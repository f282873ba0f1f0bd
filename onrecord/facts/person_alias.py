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
WORD = r"(?:[A-Z](?:[\w'’.-]*[\w'’]|\.)?|al-\w+)"
NAME = rf"[{QUOTES}]?(?P<name>(?:the (?=[A-Z]))?{WORD}(?: (?:{WORD}|of|the)){{0,3}})"
KNOWN = re.compile(
    r",?\s*\(?(?:who (?:is|was) |(?:who )?(?:goes|went) (?=by|under)|who |is |was |better |also |formerly "
    r"|used |uses |using |an |the )*"
    r"(?:known (?:locally |online |to \w+ |simply )?(?:as|by)|nicknamed|alias(?:es)?|a\.?k\.?a\.?|dubbed"
    r"|(?:by|under)(?<=(?:goes|went) (?:by))|(?:by|under) the (?:name|nickname|alias)(?: of)?"
    r"|whose (?:real |birth |full |given |stage )?(?:name|nickname|alias) (?:is|was)"
    r"|(?<=, )born(?! (?:in|on|at|near)\b)"
    r"|call(?:ed|s|ing) (?:himself|herself)|the (?:name|nickname|alias|nom de guerre)(?: of)?)"
    rf"(?: the (?:name|nickname|alias))?\s+{NAME}"
)
MORE = re.compile(rf",? and {NAME}")
"""A second name behind "the aliases"."""
CALLED = re.compile(rf",? called {NAME}[{QUOTES}]? by\b")
INSIDE = re.compile(
    r"\s(?:[\"“‘'](?P<name>[A-Z][\w'’ -]{1,24}?)[\"”’']|\((?P<short>[A-Z][a-z]{2,11})\))(?=\s[A-Z])"
)
FRIENDS = re.compile(
    r"\b(?:[Ff]riends|[Ff]amily|[Rr]elatives|[Nn]eighbou?rs|[Ee]veryone|[Ee]verybody|[Cc]olleagues|[Pp]eople|[Ll]ocals"
    r"|[Ff]ans)(?: (?:who knew|all|often|always|just|simply) ?\w*)? call(?:ed|s)? $"
)
QUOTED = re.compile(r" [\"“‘'](?P<name>[A-Z][\w'’ -]{1,24}?)[\"”’']")


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
    text, end = s.context.text, s.span.end
    match = KNOWN.match(text, at, end) or CALLED.match(text, at, end)
    if match is None and FRIENDS.search(text, s.span.start, placed.mention.span.start):
        match = QUOTED.match(text, at, end)
    if match and not _is_place(s, match.start("name")):
        yield from _found(placed, match["name"], match.start("name"))
        more = MORE.match(text, match.end(), end) if "aliases" in match[0] else None
        if more:
            yield from _found(placed, more["name"], more.start("name"))


def _is_place(s: Sentence, start: int) -> bool:
    mention = s.context.mention_at(start)
    return mention is not None and mention[1].kind == "place"


def _inside(s: Sentence, placed: Placed) -> Iterator[Found]:
    """ "Domingo “Mingo” Lapa": between the first name and the last."""
    span = placed.mention.span
    for match in INSIDE.finditer(s.context.text, span.start, min(span.end + 30, s.span.end)):
        if match.start() <= span.end:
            group = "name" if match["name"] else "short"
            yield from _found(placed, match[group], match.start(group))


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

"""Whom or what an incident was aimed at, where the words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.learned_roles import ATTACKS, with_learned
from onrecord.facts.show import entity

AIMED = re.compile(
    r"\b(?:target(?:ed|ing|s)|aim(?:ed|ing)\ at|(?:was|were)\ meant\ for"
    r"|(?:meant|wanted|intended|planned|tried)\ to\ (?:kill"
    r"|murder|assassinate|bomb"
    r"|blow\ up)|attempt\ on\ the\ life\ of|intended\ target\ was|target\ was"
    r"|the\ target\ of\ the\ \w+\ was)\ ",
    re.VERBOSE,
)
KINDS = frozenset({"person", "organisation", "facility", "group", "outlet"})
STRUCK = re.compile(
    r"\b(?:attacked|stormed|bombed|shelled|torched|firebombed|ransacked|blew\ up|set\ fire\ to|set\ alight"
    r"|shot\ at|fired\ (?:at|on|upon)"
    r"|(?:bombs?|explosives?|grenades?|device|charge)\ (?:had\ )?(?:exploded|went\ off|detonated|blew\ up)"
    r"\ (?:at|outside|inside|in\ front\ of|under|beneath|in))\ "
)
"""Words of an attack before the thing that it was on; people are attacked in words as well."""
THINGS = frozenset({"facility", "vehicle"})
TARGET_AS = re.compile(
    r"\ (?:was|were|is|had\ been|has\ been)\ (?:(?:also|probably|apparently)\ )?(?:the\ (?:intended\ )?target"
    r"(?!\ of\ (?:criticism|ridicule))|attacked\ (?:with|by)"
    r"\ (?:grenades?|bombs?|gunmen|rockets?|men|rebels))\b"
)
"""Words behind the target: "the works was the target of the attack"."""


def find(context: Context) -> Iterator[Found]:
    """What the words tell, or what the encoder sees."""
    yield from with_learned(context, "target", "incident.target", _told(context))


def _told(context: Context) -> Iterator[Found]:
    """What words of aiming or of an attack have as their object, or what is called the target."""
    for sentence in context.prose:
        yield from _aimed_at(context, sentence, AIMED, KINDS)
        yield from _aimed_at(context, sentence, STRUCK, THINGS)
        for mention, one in context.mentions_in(sentence):
            behind = TARGET_AS.match(context.text, mention.span.end, sentence.end)
            if behind and one.kind in KINDS and mention.form != "pronoun":
                incident = context.incident_at(mention.span)
                if incident.type in ATTACKS:
                    yield Found(
                        incident.id,
                        "incident.target",
                        one.id,
                        (mention.span,),
                        incident=incident.id,
                    )


def _aimed_at(
    context: Context, sentence: Span, words: re.Pattern[str], kinds: frozenset[str]
) -> Iterator[Found]:
    """The object of the words, and a second one joined by "and"."""
    for match in words.finditer(context.text, sentence.start, sentence.end):
        if words is STRUCK and context.incident_at(Span(*match.span())).type not in ATTACKS:
            continue
        for found in _objects(context, match.end(), sentence.end, kinds):
            evidence = Span(match.start(), found.end)
            incident = context.incident_at(evidence).id
            one = context.mention_at(found.start)
            if one is not None:
                yield Found(
                    incident,
                    "incident.target",
                    one[1].id,
                    (evidence if len(evidence) <= 60 else found,),
                    incident=incident,
                )


def _objects(context: Context, start: int, end: int, kinds: frozenset[str]) -> Iterator[Span]:
    """The mention that begins at an offset, over an article, and the next one after "and"."""
    for _ in range(2):
        article = re.match(r"(?:the|a|an)\ ", context.text[start : start + 4])
        found = context.mention_at(start) or (
            context.mention_at(start + len(article[0])) if article else None
        )
        if found is None or found[1].kind not in kinds or found[0].span.end > end:
            return
        span = found[0].span
        yield span
        if not context.text.startswith(" and ", span.end):
            return
        start = span.end + len(" and ")


TYPE = FactType(
    field="incident.target",
    label="Target",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)

"""Whom or what an incident was aimed at, where the words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.learned_roles import with_learned
from onrecord.facts.show import entity

AIMED = re.compile(
    r"\b(?:target(?:ed|ing|s)|aimed\ at|(?:meant|wanted|intended|planned|tried)\ to\ (?:kill"
    r"|murder|assassinate|bomb"
    r"|blow\ up)|attempt\ on\ the\ life\ of|intended\ target\ was|target\ was"
    r"|the\ target\ of\ the\ \w+\ was)\ ",
    re.VERBOSE,
)
KINDS = frozenset({"person", "organisation", "facility", "group", "outlet"})


def find(context: Context) -> Iterator[Found]:
    """What the words tell, or what the encoder sees."""
    yield from with_learned(context, "target", "incident.target", _told(context))


def _told(context: Context) -> Iterator[Found]:
    """The object of "targeted", "meant to kill" and the like, and a second one joined by "and"."""
    for sentence in context.prose:
        for match in AIMED.finditer(context.text, sentence.start, sentence.end):
            for found in _objects(context, match.end(), sentence.end):
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


def _objects(context: Context, start: int, end: int) -> Iterator[Span]:
    """The mention that begins at an offset, over an article, and the next one after "and"."""
    for _ in range(2):
        article = re.match(r"(?:the|a|an)\ ", context.text[start : start + 4])
        found = context.mention_at(start) or (
            context.mention_at(start + len(article[0])) if article else None
        )
        if found is None or found[1].kind not in KINDS or found[0].span.end > end:
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

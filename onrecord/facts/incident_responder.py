"""Who came to help or to stop it: services and named responders, by what they did there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.show import entity

CAME = re.compile(
    r"^(?:\ who)?\ (?:(?:were|was|have|has|had|also|then|quickly|later)\ )*(?:responded"
    r"|arrived\ at|rushed\ to|reached"
    r"\ the\ scene|evacuated|extinguished|treated\ (?:the|him|her|them|people|victims)|cordoned"
    r"|sealed\ off|battled"
    r"|fought\ the|put\ out|brought\ the\ fire|shot\ (?:and|dead|him|her|the)|returned\ fire"
    r"|overpowered|subdued"
    r"|called\ to|sent\ to\ the\ scene|deployed|stormed|searched\ the)\b",
    re.VERBOSE,
)
SERVICE = re.compile(
    r"\b(?:police|officers?|firefighters?|fire\ (?:brigade|service|department|crews?)"
    r"|paramedics?|ambulances?|crews?"
    r"|rescuers?|medics?|troops|soldiers|deputies|troopers|guards?|coastguard|bomb\ squad|swat|emergency)\b",
    re.VERBOSE | re.IGNORECASE,
)
KINDS = frozenset({"group", "organisation", "person"})


def find(context: Context) -> Iterator[Found]:
    """Services that a report has doing something at the scene."""
    for mention, one in context.mentions:
        if one.kind not in KINDS or mention.form == "pronoun":
            continue
        words = context.text[max(0, mention.span.start - 16) : mention.span.end]
        after = context.text[mention.span.end : mention.span.end + 60]
        if SERVICE.search(words) and CAME.match(after):
            evidence = Span(mention.span.start, mention.span.end)
            incident = context.incident_at(evidence).id
            yield Found(incident, "incident.responder", one.id, (evidence,), incident=incident)


TYPE = FactType(
    field="incident.responder",
    label="Responder",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)

"""The body that is said to be behind an incident, as the text attributes it (claims are apart)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.learned_roles import with_learned
from onrecord.facts.show import entity

BLAMED = re.compile(
    r"\b(?:blam(?:ed|es|ing)|attributed\ (?:the\ \w+\ )?to|carried\ out\ by|committed\ by|staged\ by|work\ of"
    r"|linked\ to|loyal\ to|members?\ of|fighters\ (?:of|from)|pledg(?:ed|ing)\ allegiance\ to)\ (?:the\ )?"
    r"(?:(?:banned|armed|militant|extremist|outlawed|rebel|terrorist)\ )?(?:group\ |organi[sz]ation\ )?",
    re.VERBOSE,
)
SURE = re.compile(r"(?:carried\ out|committed|staged)\ by", re.VERBOSE)
ARMED = re.compile(
    r"\b(?:militant|rebel|guerrilla|extremist|jihadist|terrorist|armed|insurgent|separatist|paramilitary|gang|cartel"
    r"|militia|front|brigades?|army|vanguard|command|comando|liberation|islamic\ state|isis"
    r"|taliban|al-qaeda)\b",
    re.VERBOSE | re.IGNORECASE,
)


def find(context: Context) -> Iterator[Found]:
    """What the words tell, and what the encoder sees beside it."""
    yield from with_learned(context, "group", "incident.perpetrator_group", _told(context))


def _told(context: Context) -> Iterator[Found]:
    """Named bodies behind "blamed", "carried out by"; the words before them make them alleged."""
    for sentence in context.prose:
        for match in BLAMED.finditer(context.text, sentence.start, sentence.end):
            found = context.mention_at(match.end())
            if found is None or found[1].kind != "organisation" or not found[1].named:
                continue
            words = found[1].name + match[0]
            if not ARMED.search(words):
                continue
            evidence = Span(match.start(), found[0].span.end)
            incident = context.incident_at(evidence).id
            yield Found(
                incident,
                "incident.perpetrator_group",
                found[1].id,
                (evidence if len(evidence) <= 60 else found[0].span,),
                certainty=None if SURE.search(match[0]) else "alleged",
                incident=incident,
            )


TYPE = FactType(
    field="incident.perpetrator_group",
    label="Group behind it",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)

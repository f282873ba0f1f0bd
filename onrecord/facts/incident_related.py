"""How the incident that a report leads on is tied to another one that it speaks of.

"In retaliation for the January bombing": the lead is a consequence of the other. Only words that say
so make a tie; that two incidents stand in one report makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.reading import ReportIncident
from onrecord.core.span import Span
from onrecord.core.values import Link, Value
from onrecord.facts import compare
from onrecord.facts.base import Context, FactType, Found

FIELD = "incident.related"

CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            "consequence",
            r"in (?:retaliation|revenge|reprisal) for|to avenge|avenging|in response to|"
            r"in protest (?:at|against)|(?:triggered|sparked|prompted|caused|set off) by",
        ),
        ("cause", r"(?:triggered|sparked|set off|touched off|led to|caused)(?! by)"),
        (
            "same_weapon",
            r"(?:with|by) the same (?:weapon|gun|pistol|rifle|revolver|shotgun|knife|van|car|lorry)|"
            r"the same (?:weapon|gun|pistol|rifle|revolver|shotgun|knife) (?:was|had been) used",
        ),
        (
            "same_perpetrator",
            r"(?:is|are|was|were) also (?:suspected|accused|wanted|sought|blamed|charged)|"
            r"by the same (?:man|woman|group|gang|cell|gunman|attacker|attackers|suspect)",
        ),
        (
            "part_of",
            r"(?:was|is|were|are) part of (?:a|the)|the latest in a (?:series|string|wave) of",
        ),
    )
)
"""What the lead is to the other incident, by words that stand in a sentence about the other one. The first
that fits is taken: "set off by" before "set off"."""


def find(context: Context) -> Iterator[Found]:
    """Ties of the lead to the other incidents of the report, one each."""
    lead = next((incident for incident in context.incidents if incident.lead), None)
    for other in context.incidents:
        if lead is not None and not other.lead:
            found = _tie(context, lead, other)
            if found is not None:
                yield found


def _tie(context: Context, lead: ReportIncident, other: ReportIncident) -> Found | None:
    """The first tie that a sentence about the other incident tells."""
    for passage in other.passages:
        sentence = context.sentence_at(passage.start)
        if sentence is None:
            continue
        stretch = Span(sentence.start, min(max(sentence.end, passage.start + 1), passage.end))
        text = context.text[stretch.start : stretch.end]
        for kind, cue in CUES:
            if match := cue.search(text):
                at = Span(stretch.start + match.start(), stretch.start + match.end())
                return Found(
                    subject=lead.id,
                    field=FIELD,
                    value=Link(other.id, kind),
                    evidence=(at,),
                    incident=lead.id,
                )
    return None


WORDS = {
    "same_perpetrator": "by the same attacker as",
    "same_weapon": "with the same weapon as",
    "part_of": "part of",
    "other": "tied to",
}


def show(value: Value, names: dict[str, str]) -> str:
    """A tie in words: "consequence of …", "by the same attacker as …"."""
    if not isinstance(value, Link):
        return str(value)
    return f"{WORDS.get(value.kind, f'{value.kind} of')} {names.get(value.to, value.to)}"


TYPE = FactType(
    field=FIELD,
    label="Related incident",
    many=True,
    find=find,
    compare=compare.links,
    show=show,
)

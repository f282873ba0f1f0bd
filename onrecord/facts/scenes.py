"""Where a report tells of an incident: its sentences, their clauses, and the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.core.reading import ReportIncident
from onrecord.core.span import Span
from onrecord.facts.base import Context, once
from onrecord.facts.incident_words import HAPPENED, NO_TRIGGER, POLICE_SHOOTING, TRIGGERS

CLAUSE_MARK = re.compile(
    r"[;—–()]|:(?!\d)|(?<!shortly)(?<!soon)(?<!just)(?<!moments)\s(?:after|before)\s"
    r"|,?\s(?:until|since|when|where|while|because|although|whether|but|as)\s"
    r"|,\s(?:who|which|whose|and|in\swhich)\s"
)
SAID_ON = re.compile(
    r"\b(?:said|says|told|tells|wrote|announced|confirmed|added|stated|declared"
    r"|(?<!was\ )(?<!were\ )(?<!been\ )reported)"
    r"(?:\ (?!(?:he|she|they|it|was|were|is|are|had|has|that|there|\w+ed)\b)[\w@’']+){0,3}?"
    r"\ (?:on\ |late\ |early\ |at\ )?$",
    re.VERBOSE,
)
SAID_AFTER = re.compile(
    r"(?:\ (?:morning|afternoon|evening|night))?"
    r"\ (?:(?:have|has|had)\ )?(?:said|say|says|told|announced|confirmed|released"
    r"|identified|arrested|charged|named|reported)\b"
)
TOLD_IN = re.compile(
    r"\b(?:statement|release|conference|briefing|interview|affidavit|documents?|report|e-?mail|tweet"
    r"|post)(?:\ (?:released|issued|sent|posted|filed|made|published))?(?:\ (?:on|late|early))?\ $"
)
"""What a day behind it dates: "in a statement Monday"."""
GENERIC = re.compile(
    r"\b(?:[Aa]ttacks?|[Kk]illings?|[Ii]ncident|[Ss]laughter|[Mm]assacre|[Ii]ntrusion)\b"
)
"""Words for any incident, once it has been told what it was."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence about an incident; `triggers` are the words in it that name what happened."""

    sentence: Span
    triggers: tuple[Span, ...]


def tellings(context: Context, incident: ReportIncident) -> tuple[Telling, ...]:
    """The sentences about an incident, in text order."""
    return _all_tellings(context).get(incident.id, ())


@once
def _all_tellings(context: Context) -> dict[str, tuple[Telling, ...]]:
    """The tellings of every incident by its id, each sentence looked at once."""
    kinds = {incident.id: incident.type for incident in context.incidents}
    found: dict[str, list[Telling]] = {name: [] for name in kinds}
    for sentence in context.prose:
        for name, part in _parts(context, sentence):
            found[name].append(Telling(part, trigger_spans(context.text, part, kinds[name])))
    return {name: tuple(parts) for name, parts in found.items()}


def _parts(context: Context, sentence: Span) -> Iterator[tuple[str, Span]]:
    """A sentence cut up by incident; the lead has what no other one has."""
    start = sentence.start
    near = {(passage, incident.id) for passage, incident in context.background_near(sentence)}
    for passage, name in sorted(near):
        yield name, Span(max(sentence.start, passage.start), min(sentence.end, passage.end))
        if passage.start > start:
            yield context.lead.id, Span(start, passage.start)
        start = max(start, passage.end)
    if start < sentence.end:
        yield context.lead.id, Span(start, sentence.end)


def trigger_spans(text: str, within: Span, kind: str, *, general: bool = True) -> tuple[Span, ...]:
    """The words that name an incident of a type; `general` takes in "attack" and such."""
    words = within.cut(text)
    low = words.lower()
    if len(low) != len(words):  # a few capitals grow when folded; offsets must not move
        low = words
    low = NO_TRIGGER.sub(lambda m: " " * len(m[0]), low.replace("\n", " "))
    found = [m.span() for pattern in _patterns(kind) for m in pattern.finditer(low)]
    if general:
        found += [m.span() for m in GENERIC.finditer(words)]
    return tuple(sorted({Span(a, b).shift(within.start) for a, b in found if b > a}))


@lru_cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a type, the surest first; those of a shooting for one by police too."""
    kinds = {kind, "shooting"} if kind == "police_shooting" else {kind}
    chosen = [t for t in TRIGGERS if t.type in kinds]
    chosen.sort(key=lambda t: -t.weight)
    own = (POLICE_SHOOTING,) if kind == "police_shooting" else ()
    return (*own, *(t.pattern for t in chosen))


def clause_around(text: str, within: Span, at: Span) -> Span:
    """The clause of a stretch that holds a span."""
    start = within.start
    for mark in CLAUSE_MARK.finditer(text, within.start, at.start):
        start = mark.end()
    after = CLAUSE_MARK.search(text, at.end, within.end)
    end = after.start() if after else within.end
    return Span(min(start, at.start), max(end, at.end))


def happened(text: str, span: Span) -> bool:
    """Whether a stretch has a word of a happening."""
    return HAPPENED.search(span.cut(text)) is not None


def is_told_then(text: str, at: Span) -> bool:
    """Whether a time is that of saying so ("said on Monday"), not of what happened."""
    before = text[max(0, at.start - 60) : at.start]
    if SAID_ON.search(before) or TOLD_IN.search(before):
        return True
    return SAID_AFTER.match(text, at.end, at.end + 40) is not None

"""Counts that no number tells: where a report only names who was killed or hurt, they are counted.

Used for a lead that has no count of its own. A description ("a man") may be one of those named,
so that descriptions are counted only where nobody is named, and then only a single one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.core.span import Span, Spans, hull
from onrecord.facts.base import Context, Found
from onrecord.facts.count_words import MAX_EVIDENCE
from onrecord.facts.counting import count
from onrecord.facts.roles import asserted, conditions, perpetrators

VIOLENT = frozenset(
    "shooting police_shooting stabbing bombing armed_assault assassination clash arson accident crash"
    " explosion fire disaster vehicle_ramming execution chemical_attack".split()
)
SURE = 0.8
"""A condition that the words alone do not tell ("was shot": and lived?) stands below this. With such
conditions 57 of 101 derived counts of the injured were right on 200 reports of shootings."""
CONFIDENCE = 0.7
"""Below that of a number in the text: coreference may have split or joined the people counted."""


def derived(
    context: Context, field: str, condition: str, counted: Iterable[Found]
) -> Iterator[Found]:
    """The number of people whom a report tells to be in a condition, attackers left out."""
    told = {f.subject for f in counted}
    attackers = asserted(perpetrators(context))
    for incident in context.incidents:
        if not incident.lead or incident.id in told or incident.type not in VIOLENT:
            continue
        dead = _dead(context) if condition == "injured" else frozenset[str]()
        hit = [
            c
            for c in conditions(context)
            if c.value == condition
            and c.certainty is None
            and c.confidence >= SURE
            and c.subject not in attackers
            and c.subject not in dead
            and context.incident_at(c.at or c.evidence[0]).id == incident.id
        ]
        people = _counted({c.subject for c in hit}, context)
        first = next((c for c in hit if c.subject in people), None)
        evidence = _listed(context, people) if len(people) > 1 else first and first.evidence
        if first is not None and evidence and sum(map(len, evidence)) <= MAX_EVIDENCE:
            found = count(context, field, len(people), first.evidence[0])
            yield replace(found, evidence=evidence, confidence=CONFIDENCE)


def _dead(context: Context) -> frozenset[str]:
    """Those who are told to be killed: an injury that they died of is not counted."""
    return frozenset(c.subject for c in conditions(context) if c.value == "killed")


def _listed(context: Context, people: set[str]) -> Spans:
    """The names of all of them from one sentence: what makes their number plain."""
    by_sentence: dict[Span, dict[str, Span]] = {}
    for person in sorted(people):
        for mention in context.by_id[person].mentions:
            sentence = context.sentence_at(mention.span.start)
            if mention.form == "name" and sentence is not None:
                by_sentence.setdefault(sentence, {}).setdefault(person, mention.span)
    full = [names for _, names in sorted(by_sentence.items()) if len(names) == len(people)]
    if not full:
        return ()
    spans = tuple(sorted(full[0].values()))
    whole = hull(spans)
    return (whole,) if len(whole) <= MAX_EVIDENCE else spans


def _counted(people: set[str], context: Context) -> set[str]:
    """Those who can be told apart: the named, or a single person without a name."""
    named = {p for p in people if context.by_id[p].named}
    return named or (people if len(people) == 1 else set())

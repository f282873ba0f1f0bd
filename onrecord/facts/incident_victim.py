"""Whom an incident hit: people killed, hurt, missing or held, the attackers left out."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts import person_condition
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.roles import asserted, perpetrators
from onrecord.facts.show import entity

HIT = frozenset({"killed", "injured", "missing", "hostage"})


def find(context: Context) -> Iterator[Found]:
    """The victims, each by the mention beside what happened to them."""
    attackers = asserted(perpetrators(context))
    for condition in person_condition.find(context):
        if condition.value not in HIT or condition.certainty in ("denied", "asked"):
            continue
        evidence = condition.evidence[0]
        at = condition.at or evidence
        if condition.subject in attackers:
            continue
        incident = condition.incident or context.incident_at(at).id
        yield Found(
            incident,
            "incident.victim",
            condition.subject,
            (_mention(context, condition.subject, evidence),),
            certainty=condition.certainty,
            incident=incident,
            at=at,
        )


def _mention(context: Context, person: str, near: Span) -> Span:
    """The person's mention in the sentence, names first; else the words of the condition."""
    sentence = context.sentence_at(near.start)
    mentions = [
        m
        for m in context.by_id[person].mentions
        if sentence and sentence.contains(m.span) and m.form != "pronoun"
    ]
    best = min(
        mentions, key=lambda m: (m.form != "name", abs(m.span.start - near.start)), default=None
    )
    return best.span if best else near


TYPE = FactType(
    field="incident.victim",
    label="Victim",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)

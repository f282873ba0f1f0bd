"""Whom an incident hit: people killed, hurt, missing or held, the attackers left out."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.counting import is_title
from onrecord.facts.roles import asserted, conditions, perpetrators
from onrecord.facts.show import entity

HIT = frozenset({"killed", "injured", "missing", "hostage", "hospitalised"})
TAKEN = frozenset({"kidnapping", "hostage_taking", "hijacking"})
"""Incidents whose victims are told of as freed."""


def find(context: Context) -> Iterator[Found]:
    """The victims, each by the mention beside what happened to them."""
    left_out = asserted(perpetrators(context)) | {
        c.subject for c in conditions(context) if c.value == "unharmed" and c.certainty is None
    }
    for condition in conditions(context):
        evidence = condition.evidence[0]
        at = condition.at or evidence
        incident = context.incident_at(at)
        freed = condition.value == "released" and incident.type in TAKEN
        if condition.certainty in ("denied", "asked") or (
            condition.subject in left_out and not freed
        ):
            continue
        headline = is_title(context, at) and not context.by_id[condition.subject].named
        if (condition.value in HIT or freed) and not headline:
            yield Found(
                incident.id,
                "incident.victim",
                condition.subject,
                (_mention(context, condition.subject, evidence),),
                certainty=condition.certainty,
                incident=incident.id,
                at=at,
            )


def _mention(context: Context, person: str, near: Span) -> Span:
    """The person's name nearest to the words, else the nearest description, else the words."""
    mentions = [m for m in context.by_id[person].mentions if m.form != "pronoun"]
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

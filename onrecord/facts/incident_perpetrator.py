"""Who did it, or is said to have: suspects are suspects, and the cleared are told as cleared."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.learned_roles import with_learned
from onrecord.facts.roles import perpetrators
from onrecord.facts.show import entity


def find(context: Context) -> Iterator[Found]:
    """What the words tell, or what the encoder sees."""
    yield from with_learned(context, "perpetrator", "incident.perpetrator", _told(context))


def _told(context: Context) -> Iterator[Found]:
    """The attackers of each incident, with how surely the words say so."""
    for role in perpetrators(context):
        yield Found(
            role.incident,
            "incident.perpetrator",
            role.person,
            (role.evidence,),
            certainty=role.certainty,
            incident=role.incident,
        )


TYPE = FactType(
    field="incident.perpetrator",
    label="Attacker",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)

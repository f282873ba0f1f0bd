"""How many of the suspected attackers were arrested: those who are suspects and were arrested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.facts import incident_arrested
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.roles import asserted, conditions, perpetrators
from onrecord.facts.show import plain
from onrecord.facts.stretches import Stretches

HELD = frozenset({"arrested", "detained", "charged"})


def find(context: Context) -> Iterator[Found]:
    """The arrests of people whom the report calls suspects; that they did it stays alleged."""
    roles = perpetrators(context)
    cleared = {
        r.person
        for r in roles
        if r.certainty == "denied" and "got the wrong" not in r.evidence.cut(context.text)
    }  # a relative's "they've got the wrong man" clears nobody
    suspects = asserted(roles) - cleared
    held = [
        f
        for f in conditions(context)
        if f.value in HELD and f.subject in suspects and f.certainty not in ("denied", "asked")
    ]
    words = Stretches(span for f in held for span in f.evidence)
    for arrest in incident_arrested.find(context):
        if arrest.value == 1 and any(words.touch(span) for span in arrest.evidence):
            yield replace(
                arrest,
                field="incident.perpetrators_arrested",
                certainty="alleged",
                confidence=arrest.confidence,
            )


TYPE = FactType(
    field="incident.perpetrators_arrested",
    label="Attackers arrested",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

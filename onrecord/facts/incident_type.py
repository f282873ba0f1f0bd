"""What kind of incident it is, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import one_of
from onrecord.facts.scenes import tellings, trigger_spans
from onrecord.facts.show import code


def find(context: Context) -> Iterator[Found]:
    """The type of each incident; nothing where none fits."""
    for incident in context.incidents:
        if incident.type == "other":
            continue
        told = list(tellings(context, incident))
        triggers = [
            span
            for general in (False, True)
            for telling in told
            for span in trigger_spans(
                context.text, telling.sentence, incident.type, general=general
            )
        ]
        if triggers:
            yield Found(
                incident.id,
                "incident.type",
                incident.type,
                (triggers[0],),
                certainty="stated",
                incident=incident.id,
            )


TYPE = FactType(
    field="incident.type",
    label="Type",
    many=False,
    find=find,
    compare=one_of,
    show=code,
)

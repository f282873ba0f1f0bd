"""Where an incident was: its places, and the most exact one the gazetteer knows."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.reading import Gazetteer
from onrecord.core.record import Finding, Incident, RecordEntity
from onrecord.export.lookup import Lookup, by_field, holding


@dataclass(frozen=True, slots=True)
class IncidentPlace:
    """The most exact place of an incident, where it is, and what says so.

    `where` is that of the place itself, or of the first of its larger places that the gazetteer
    knows; `exact` tells whether it is the place's own. `names` are all places, in order.
    """

    entity: RecordEntity
    finding: Finding
    names: list[str]
    where: Gazetteer | None
    exact: bool


def best_place(incident: Incident, look: Lookup) -> IncidentPlace | None:
    """The incident's first place; None where no report gives one."""
    found = [
        (finding, look.entities[str(finding.value)])
        for finding in holding(by_field(incident).get("incident.place", []))
        if str(finding.value) in look.entities
    ]
    if not found:
        return None
    finding, first = found[0]
    located = [entity for _, entity in found if entity.where is not None]
    # A town says more than the country that a report names before it.
    located.sort(key=lambda entity: entity.where is None or entity.where.precision == "country")
    return IncidentPlace(
        first,
        finding,
        [entity.name for _, entity in found],
        located[0].where if located else None,
        bool(located) and located[0] is first,
    )

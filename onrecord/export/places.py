"""Where an incident was: its places, and the most exact one the gazetteer knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.reading import Gazetteer
from onrecord.core.record import Finding, Incident, RecordEntity
from onrecord.export.lookup import Lookup, by_field, holding

LARGER = frozenset({"country", "state"})
"""Precisions of the gazetteer that are no town's."""
SITE = "site"
"""The precision of a quay or a school: the coordinates are its town's, which is `within` first."""


@dataclass(frozen=True, slots=True)
class IncidentPlace:
    """The most exact place of an incident, where it is, and what says so.

    `located` is the place itself, or the first of the others that the gazetteer knows: for a quay
    its town. `names` are all places, in order.
    """

    entity: RecordEntity
    finding: Finding
    names: list[str]
    located: RecordEntity | None

    @property
    def where(self) -> Gazetteer | None:
        """Where that is; None where the gazetteer knows none of the places."""
        return self.located.where if self.located else None

    @property
    def exact(self) -> bool:
        """Whether the coordinates are the most exact place's own, not those of its town."""
        site = self.where is not None and self.where.precision == SITE
        return self.located is self.entity and not site

    @property
    def country(self) -> str:
        """The country's name; nothing where it is not known."""
        if self.located is None or self.where is None:
            return ""
        if self.where.precision == "country":
            return self.located.name
        return self.where.within[-1] if self.where.within else ""

    @property
    def province(self) -> str:
        """The state or province; nothing where the gazetteer has none between town and country."""
        if self.located is None or self.where is None:
            return ""
        if self.where.precision == "state":
            return self.located.name
        larger = self.where.within[1 if self.where.precision == SITE else 0 :]
        return larger[-2] if len(larger) > 1 else ""

    @property
    def town(self) -> str:
        """The town or village; nothing where only a larger place is known."""
        if self.located is None or self.where is None or self.where.precision in LARGER:
            return ""
        if self.where.precision == SITE:
            return self.where.within[0] if len(self.where.within) > 1 else ""
        return self.located.name


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
    located.sort(key=lambda entity: _rank(entity, first))
    return IncidentPlace(
        first,
        finding,
        [entity.name for _, entity in found],
        located[0] if located else None,
    )


def _rank(entity: RecordEntity, first: RecordEntity) -> int:
    """A town in the place's own name first ("Brevholm quay"), then towns before states, countries."""
    precision = entity.where.precision if entity.where else ""
    if precision == "city" and re.search(rf"\b{re.escape(entity.name)}\b", first.name):
        return 0
    return {"state": 2, "country": 3}.get(precision, 1)

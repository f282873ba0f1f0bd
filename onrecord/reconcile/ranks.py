"""Classes of voices: whose figure leads where as many say the one as the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.core.grouping import MergedEntity
from onrecord.core.record import RecordEntity

AUTHORITY = 2
WITNESS = 0
OTHER = 1

OFFICES = re.compile(
    r"\b(?:polic\w+|prosecut\w+|minist\w+|hospitals?|civil protection|"
    r"fire (?:service|brigade|department)|court|coroner|sheriff\w*|government|army|"
    r"military|ambulance|health|rescue|"
    r"authorit\w+|official\w*|medical examiner|inspectorate|interior)\b",
    re.IGNORECASE,
)
"""Bodies that count the dead and the injured by office. A class for all, never a weight for one
outlet: nobody has enough settled claims for that."""


def voice_weights(entities: Iterable[MergedEntity | RecordEntity]) -> dict[str, int]:
    """Entity id → class: bodies that count by office before others, people without a name last."""
    return {entity.id: _weight(entity) for entity in entities}


def _weight(entity: MergedEntity | RecordEntity) -> int:
    if any(OFFICES.search(name) for name in (entity.name, *entity.also)):
        return AUTHORITY
    return OTHER if entity.kind in ("organisation", "outlet") else WITNESS

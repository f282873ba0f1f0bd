"""Opens a record and finds the incident that a user names."""

from __future__ import annotations

from pathlib import Path

from onrecord.core.record import Incident
from onrecord.errors import RecordNotFound
from onrecord.store import Record


def incident_named(record: Record, name: str, *, where: Path) -> Incident:
    """The incident with that id, id prefix, or number in the list of `onrecord show`.

    Raises:
        RecordNotFound: there is none, or the prefix fits several.
    """
    if not name.isdecimal():
        return record.incident(name)
    incidents = record.incidents
    if not 1 <= int(name) <= len(incidents):
        raise RecordNotFound(
            "No incident with that number",
            value=name,
            where=str(where),
            hint=f"`onrecord show {where}` lists {len(incidents)}.",
        )
    return incidents[int(name) - 1]

"""Incidents on a map: GeoJSON (RFC 7946), a feature an incident."""

from __future__ import annotations

import json
from typing import Any, TextIO

from onrecord.core.record import Incident, RecordContents
from onrecord.export.exporter import of_text
from onrecord.export.lookup import Lookup, by_field, holding
from onrecord.export.places import best_place
from onrecord.export.sheet_rows import incidents

SHOWN = (
    "title",
    "type",
    "date",
    "date_end",
    "time",
    "place",
    "country",
    "killed",
    "killed_low",
    "killed_high",
    "killed_status",
    "injured",
    "injured_low",
    "injured_high",
    "injured_status",
    "disputed",
    "reports",
    "outlets",
)
"""Columns of the incidents' table that a map shows."""


def write(contents: RecordContents, stream: TextIO) -> None:
    """All incidents; one whose place is not known has no geometry, as the format has it."""
    look = Lookup.of(contents)
    rows = {row["incident"]: row for row in incidents(look)}
    features = [_feature(incident, rows[incident.id], look) for incident in contents.incidents]
    whole = {"type": "FeatureCollection", "features": features}
    json.dump(whole, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _feature(incident: Incident, row: dict[str, Any], look: Lookup) -> dict[str, Any]:
    place = best_place(incident, look)
    geometry = None
    if place is not None and place.where is not None:
        point = [place.where.longitude, place.where.latitude]
        geometry = {"type": "Point", "coordinates": point}
    shown = {name: row[name] for name in SHOWN if row.get(name) not in (None, [])}
    if place is not None and place.where is not None:
        shown |= {"precision": place.where.precision, "exact": place.exact}
    shown["claims"] = [
        {"report": claim.report, "words": look.evidence(claim)}
        for finding in holding(by_field(incident).get("incident.place", []))[:1]
        for claim in finding.claims
    ]
    return {"type": "Feature", "id": incident.id, "geometry": geometry, "properties": shown}


EXPORTER = of_text("geojson", ".geojson", "Incidents on a map, a feature each", write)

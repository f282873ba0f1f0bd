"""The reports as IPTC ninjs 3.1, an item a line, with who and what the record found in them."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any, TextIO

from onrecord.core.record import RecordContents, RecordEntity, RecordReport
from onrecord.export.exporter import of_text
from onrecord.export.lookup import Lookup

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
LISTS = {
    "person": "people",
    "organisation": "organisations",
    "outlet": "organisations",
    "place": "places",
    "facility": "places",
}
"""Kinds of entities and the list in which an item names them."""


def uri(kind: str, item_id: str) -> str:
    """The name of a thing of the record that is the same on every machine."""
    return f"urn:onrecord:{kind}:{item_id}"


def write(contents: RecordContents, stream: TextIO) -> None:
    """An item for each report."""
    look = Lookup.of(contents)
    inside: dict[str, list[RecordEntity]] = defaultdict(list)
    for entity in contents.entities:
        for report in dict.fromkeys(mention.report for mention in entity.mentions):
            inside[report].append(entity)
    for entry in contents.reports:
        item = _item(entry, inside[entry.report.id], look)
        stream.write(json.dumps(item, ensure_ascii=False) + "\n")


def _item(entry: RecordReport, entities: list[RecordEntity], look: Lookup) -> dict[str, Any]:
    report = entry.report
    sources = [report.outlet, *(source.name for source in report.declared_sources)]
    fields: dict[str, Any] = {
        "standard": STANDARD,
        "uri": report.url or uri("report", report.id),
        "type": "text",
        "language": report.language,
        "firstCreated": report.published,
        "versionCreated": report.updated or report.published,
        "by": ", ".join(report.byline),
        "headlines": [{"value": report.title, "role": "main"}] if report.title else [],
        "bodies": [
            {"contentType": "text/plain", "charCount": len(report.text), "value": report.text}
        ],
        "infoSources": [{"name": name} for name in dict.fromkeys(sources) if name],
        "altIds": [{"role": "onrecord", "value": report.id}],
        "events": [
            {"name": look.name(incident), "uri": uri("incident", incident)}
            for incident in entry.incidents
        ],
        "associations": _original(entry, look),
    }
    for entity in entities:
        if entity.kind in LISTS:
            fields.setdefault(LISTS[entity.kind], []).append(_concept(entity))
    return {name: value for name, value in fields.items() if value}


def _concept(entity: RecordEntity) -> dict[str, Any]:
    concept: dict[str, Any] = {"name": entity.name, "uri": uri("entity", entity.id)}
    if entity.where is not None:
        point = [entity.where.longitude, entity.where.latitude]
        concept["geoJSON"] = {"type": "Point", "coordinates": point}
    return concept


def _original(entry: RecordReport, look: Lookup) -> list[dict[str, Any]]:
    original = look.report(entry.copy_of) if entry.copy_of else None
    if original is None:
        return []
    address = original.url or uri("report", original.id)
    return [{"name": "original", "uri": address, "type": "text"}]


EXPORTER = of_text("ninjs", ".jsonl", "The reports as IPTC ninjs 3.1, an item a line", write)

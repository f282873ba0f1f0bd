"""Rows of the record's tables, from readings and contents. Keys are the columns of `tables.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from onrecord.core.contract import (
    Json,
    entity_json,
    fact_json,
    incident_json,
    reading_json,
    span_json,
    statement_json,
)
from onrecord.core.reading import Reading
from onrecord.core.record import Claim, Finding, Incident, RecordContents, RecordEntity
from onrecord.core.record_contract import (
    alternative_json,
    claim_json,
    finding_json,
    incident_head_json,
    question_json,
    record_entity_json,
    record_report_json,
    record_statement_json,
    timeline_json,
)

Rows = dict[str, list[Json]]
"""Table name → its rows."""


def reading_rows(reading: Reading) -> Rows:
    """The rows of one report's reading."""
    of = {"report": reading.report.id}
    times = [span_json(t.span) | {"type": t.type, "value": t.value} for t in reading.times]
    return {
        "readings": [of | {"weights": reading.weights, "reading": _line(reading)}],
        "entities": list(_numbered(of, map(entity_json, reading.entities))),
        "mentions": [
            of | span_json(mention.span) | {"entity": entity.id, "form": mention.form}
            for entity in reading.entities
            for mention in entity.mentions
        ],
        "statements": list(_numbered(of, map(statement_json, reading.statements))),
        "report_incidents": list(_numbered(of, map(incident_json, reading.incidents))),
        "facts": list(_numbered(of | {"approximate": False}, map(fact_json, reading.facts))),
        "times": list(_numbered(of, times)),
    }


def _line(reading: Reading) -> str:
    return json.dumps(reading_json(reading), ensure_ascii=False, separators=(",", ":"))


def _numbered(of: Json, rows: Iterable[Json]) -> Iterator[Json]:
    for position, row in enumerate(rows):
        yield of | {"position": position} | row


def contents_rows(contents: RecordContents) -> Rows:
    """The rows of all that is reconciled; rejections have their own log."""
    rows: Rows = {
        "reports": [{"supported": True} | record_report_json(e) for e in contents.reports],
        "record_entities": [record_entity_json(entity) for entity in contents.entities],
        "record_mentions": [row for entity in contents.entities for row in _mention_rows(entity)],
    }
    leads = {(e.report.id, incident) for e in contents.reports for incident in e.incidents[:1]}
    for position, incident in enumerate(contents.incidents):
        for table, found in _incident_rows(incident, position).items():
            rows.setdefault(table, []).extend(found)
    for row in rows.get("incident_reports", []):
        row["lead"] = (row["report"], row["incident"]) in leads
    return rows


def _mention_rows(entity: RecordEntity) -> Iterator[Json]:
    mentions = ({"report": m.report} | span_json(m.span) for m in entity.mentions)
    return _numbered({"entity": entity.id}, mentions)


def _incident_rows(incident: Incident, position: int) -> Rows:
    of = {"incident": incident.id}
    claims = [
        *_part_claims(incident.id, "question", [q.claims for q in incident.questions]),
        *_part_claims(incident.id, "timeline", [t.claims for t in incident.timeline]),
    ]
    rows: Rows = {
        "incidents": [incident_head_json(incident) | {"position": position}],
        "incident_reports": list(_numbered(of, ({"report": r} for r in incident.reports))),
        "questions": list(_numbered(of, map(question_json, incident.questions))),
        "timeline": list(_numbered(of, map(timeline_json, incident.timeline))),
        "record_statements": list(_numbered(of, map(record_statement_json, incident.statements))),
        "findings": list(_numbered(of, map(finding_json, incident.findings))),
        "coded": [row for f in incident.findings for row in _coded_rows(incident.id, f)],
        "alternatives": [
            row
            for f in incident.findings
            for row in _numbered(of | {"finding": f.id}, map(alternative_json, f.alternatives))
        ],
        "claims": claims,
    }
    for finding in incident.findings:
        claims.extend(_finding_claims(incident.id, finding))
    return rows


def _part_claims(
    incident: str, part: str, claims: list[tuple[Claim, ...]], finding: str | None = None
) -> Iterator[Json]:
    for place, those in enumerate(claims):
        of = {"incident": incident, "part": part, "finding": finding, "place": place}
        yield from _numbered(of, map(claim_json, those))


def _finding_claims(incident: str, finding: Finding) -> Iterator[Json]:
    yield from _part_claims(incident, "finding", [finding.claims], finding.id)
    others = [alternative.claims for alternative in finding.alternatives]
    yield from _part_claims(incident, "alternative", others, finding.id)


def _coded_rows(incident: str, finding: Finding) -> Iterator[Json]:
    for codebook, code in sorted((finding.coded or {}).items()):
        of = {"incident": incident, "finding": finding.id, "codebook": codebook, "why": code.why}
        for name, value in sorted(code.columns.items()):
            yield of | {"name": name, "value": value}
        if not code.columns:
            yield of

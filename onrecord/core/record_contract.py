"""The contract's JSON for a record, and back: what `onrecord export --format json` writes.

The contract's names keep their meaning; `title`, `text`, `origin`, `relation` and others are there
besides, so that the JSON holds the whole record and can be read back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from onrecord.core.contract import (
    Json,
    place_from,
    place_json,
    report_from,
    report_json,
    said_from,
    said_json,
    span_from,
    span_json,
    spans_from,
    spans_json,
    statement_from,
    statement_json,
)
from onrecord.core.grouping import DigestPart, LocalRef
from onrecord.core.record import (
    Alternative,
    Claim,
    Coded,
    Finding,
    Incident,
    Question,
    RecordContents,
    RecordEntity,
    RecordMention,
    RecordReport,
    RecordStatement,
    TimelineEntry,
)
from onrecord.core.report import Rejection
from onrecord.core.values import value_from_json, value_json


def record_report_json(entry: RecordReport) -> Json:
    """A report with its place in the record."""
    return report_json(entry.report) | {
        "incidents": list(entry.incidents),
        "copy_of": entry.copy_of,
        "copy_group": entry.copy_group,
        "copy_reason": entry.copy_reason,
        "copy_share": entry.copy_share,
        "copy_evidence": spans_json(entry.copy_evidence),
        "publisher": entry.publisher,
        "version_of": entry.version_of,
        "digest_of": [
            {"report": part.of, "share": part.share, "evidence": spans_json(part.evidence)}
            for part in entry.digest_of
        ],
    }


def record_report_from(data: Json) -> RecordReport:
    """A report of the record from its JSON."""
    return RecordReport(
        report=report_from(data),
        incidents=tuple(data["incidents"]),
        copy_of=data["copy_of"],
        copy_group=data["copy_group"],
        copy_reason=data["copy_reason"],
        copy_share=data.get("copy_share"),
        copy_evidence=spans_from(data.get("copy_evidence") or []),
        publisher=data.get("publisher") or "",
        version_of=data.get("version_of"),
        digest_of=tuple(
            DigestPart(data["id"], part["report"], part["share"], spans_from(part["evidence"]))
            for part in data.get("digest_of") or []
        ),
    )


def record_entity_json(entity: RecordEntity) -> Json:
    """An entity of the record with its mentions; a place with its coordinates where known."""
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "also": list(entity.also),
        "mentions": [{"report": m.report} | span_json(m.span) for m in entity.mentions],
        "voice": entity.voice,
        "reason": entity.reason,
    } | place_json(entity.where)


def record_entity_from(data: Json) -> RecordEntity:
    """An entity of the record from its JSON."""
    return RecordEntity(
        id=data["id"],
        kind=data["kind"],
        name=data["name"],
        also=tuple(data["also"]),
        mentions=tuple(RecordMention(m["report"], span_from(m)) for m in data["mentions"]),
        voice=data["voice"],
        reason=data["reason"],
        where=place_from(data),
    )


def claim_json(claim: Claim) -> Json:
    """One report's word for a value."""
    return {
        "report": claim.report,
        **said_json(claim),
        "published": claim.published,
        "origin": claim.origin,
        "qualifier": claim.qualifier,
        "approximate": claim.approximate,
        "as_of": claim.as_of,
        "mode": claim.mode,
        "confidence": claim.confidence,
        "speaker": claim.speaker,
        "includes_perpetrators": claim.includes_perpetrators,
    }


def claim_from(data: Json) -> Claim:
    """A claim from its JSON."""
    return Claim(
        report=data["report"],
        published=data["published"],
        origin=data["origin"],
        speaker=data.get("speaker") or "",
        **said_from(data),
    )


def _claims_json(claims: tuple[Claim, ...]) -> list[Json]:
    return [claim_json(claim) for claim in claims]


def _claims_from(data: list[Json]) -> tuple[Claim, ...]:
    return tuple(claim_from(item) for item in data)


def alternative_json(alternative: Alternative) -> Json:
    """A value that excludes the finding's own."""
    return {
        "value": value_json(alternative.value),
        "origins": list(alternative.origins),
        "reports": list(alternative.reports),
        "last_seen": alternative.last_seen,
        "relation": alternative.relation,
        "conflict": alternative.conflict,
        "claims": _claims_json(alternative.claims),
    }


def alternative_from(data: Json) -> Alternative:
    """An alternative from its JSON."""
    return Alternative(
        value=value_from_json(data["value"]),
        origins=tuple(data["origins"]),
        reports=tuple(data["reports"]),
        last_seen=data["last_seen"],
        relation=data["relation"],
        conflict=data.get("conflict") or "real",
        claims=_claims_from(data["claims"]),
    )


def coded_json(coded: Mapping[str, Coded] | None) -> Json | None:
    """Codebook → its columns and `why`, on one level."""
    if coded is None:
        return None
    return {name: {**code.columns, "why": code.why} for name, code in sorted(coded.items())}


def coded_from(data: Json | None) -> dict[str, Coded] | None:
    """Coded values from their JSON."""
    if data is None:
        return None
    return {
        name: Coded({key: value for key, value in code.items() if key != "why"}, code["why"])
        for name, code in data.items()
    }


def finding_json(finding: Finding) -> Json:
    """A finding with all that stands behind it."""
    return {
        "id": finding.id,
        "subject": finding.subject,
        "field": finding.field,
        "value": value_json(finding.value),
        "low": finding.low,
        "high": finding.high,
        "includes_perpetrators": finding.includes_perpetrators,
        "status": finding.status,
        "origins": list(finding.origins),
        "carriers": list(finding.carriers),
        "reports": list(finding.reports),
        "reason": finding.reason,
        "claims": _claims_json(finding.claims),
        "coded": coded_json(finding.coded),
        "alternatives": [alternative_json(item) for item in finding.alternatives],
    } | ({"decided": finding.decided} if finding.decided else {})


def finding_from(data: Json) -> Finding:
    """A finding from its JSON."""
    return Finding(
        id=data["id"],
        subject=data["subject"],
        field=data["field"],
        value=value_from_json(data["value"]),
        status=data["status"],
        origins=tuple(data["origins"]),
        carriers=tuple(data["carriers"]),
        reports=tuple(data["reports"]),
        reason=data["reason"],
        claims=_claims_from(data["claims"]),
        alternatives=tuple(alternative_from(item) for item in data["alternatives"]),
        low=data["low"],
        high=data["high"],
        includes_perpetrators=data["includes_perpetrators"],
        coded=coded_from(data["coded"]),
        decided=data.get("decided", ""),
    )


def question_json(question: Question) -> Json:
    """An open question."""
    return {"text": question.text, "claims": _claims_json(question.claims)}


def question_from(data: Json) -> Question:
    """An open question from its JSON."""
    return Question(data["text"], _claims_from(data["claims"]))


def timeline_json(entry: TimelineEntry) -> Json:
    """An entry of the timeline."""
    return {
        "at": entry.at,
        "what": entry.what,
        "kind": entry.kind,
        "step": entry.step,
        "subject": entry.subject,
        "field": entry.field,
        "claims": _claims_json(entry.claims),
    }


def timeline_from(data: Json) -> TimelineEntry:
    """An entry of the timeline from its JSON."""
    return TimelineEntry(
        at=data["at"],
        what=data["what"],
        kind=data["kind"],
        claims=_claims_from(data["claims"]),
        step=data.get("step"),
        subject=data.get("subject") or "",
        field=data.get("field") or "",
    )


def record_statement_json(statement: RecordStatement) -> Json:
    """A statement with record entity ids."""
    return statement_json(statement) | {"report": statement.report}


def record_statement_from(data: Json) -> RecordStatement:
    """A statement of the record from its JSON."""
    plain = statement_from(data)
    parts = {field.name: getattr(plain, field.name) for field in fields(plain)}
    return RecordStatement(report=data["report"], **parts)


def incident_head_json(incident: Incident) -> Json:
    """An incident without what is found out about it."""
    return {
        "id": incident.id,
        "type": incident.type,
        "title": incident.title,
        "reports": list(incident.reports),
        "reason": incident.reason,
        "members": [{"report": ref.report, "local": ref.local} for ref in incident.members],
    }


def record_incident_json(incident: Incident) -> Json:
    """An incident with its findings."""
    return incident_head_json(incident) | {
        "findings": [finding_json(finding) for finding in incident.findings],
        "questions": [question_json(question) for question in incident.questions],
        "timeline": [timeline_json(entry) for entry in incident.timeline],
        "statements": [record_statement_json(statement) for statement in incident.statements],
    }


def record_incident_from(data: Json) -> Incident:
    """An incident of the record from its JSON."""
    return Incident(
        id=data["id"],
        type=data["type"],
        title=data["title"],
        reports=tuple(data["reports"]),
        findings=tuple(finding_from(item) for item in data["findings"]),
        questions=tuple(question_from(item) for item in data["questions"]),
        timeline=tuple(timeline_from(item) for item in data["timeline"]),
        statements=tuple(record_statement_from(item) for item in data["statements"]),
        reason=data["reason"],
        members=tuple(LocalRef(m["report"], m["local"]) for m in data.get("members") or []),
    )


def rejection_json(rejection: Rejection) -> Json:
    """An input, or a part of one, that could not be taken."""
    return {
        "stage": rejection.stage,
        "code": rejection.code,
        "where": rejection.where,
        "detail": rejection.detail,
        "hint": rejection.hint,
    }


def rejection_from(data: Json) -> Rejection:
    """A rejection from its JSON."""
    return Rejection(data["stage"], data["code"], data["where"], data["detail"], data["hint"])


def contents_json(contents: RecordContents) -> dict[str, Any]:
    """The whole record as one JSON object."""
    return {
        "reports": [record_report_json(entry) for entry in contents.reports],
        "entities": [record_entity_json(entity) for entity in contents.entities],
        "incidents": [record_incident_json(incident) for incident in contents.incidents],
        "rejections": [rejection_json(rejection) for rejection in contents.rejections],
    }


def contents_from(data: Mapping[str, Any]) -> RecordContents:
    """A record from its JSON: the inverse of `contents_json`."""
    return RecordContents(
        reports=tuple(record_report_from(item) for item in data["reports"]),
        entities=tuple(record_entity_from(item) for item in data["entities"]),
        incidents=tuple(record_incident_from(item) for item in data["incidents"]),
        rejections=tuple(rejection_from(item) for item in data["rejections"]),
    )

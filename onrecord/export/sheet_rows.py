"""The rows of the tables for coders, from a record's contents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.core.record import Alternative, Claim, Finding, Incident
from onrecord.core.span import hull
from onrecord.core.values import number_bounds, value_json
from onrecord.export.lookup import Lookup, by_field, by_subject, holding
from onrecord.export.places import best_place
from onrecord.export.versions import versions
from onrecord.export.words import value_words

Fields = Mapping[str, list[Finding]]
Row = dict[str, Any]
Cell = str | int | float | bool | list[str] | None

COUNTS = (
    "killed",
    "injured",
    "missing",
    "kidnapped",
    "rescued",
    "evacuated",
    "arrested",
    "perpetrators",
    "perpetrators_killed",
    "perpetrators_arrested",
)
"""Counts of an incident, each a column with the lowest and highest figure that still stands."""
NAMED = (
    "perpetrator",
    "perpetrator_group",
    "victim",
    "target",
    "weapon",
    "claimed_by",
    "motive",
    "damage",
    "charge",
)
"""Fields of an incident that may have several values: a list of words each."""
PERSONAL = (
    "role",
    "affiliation",
    "nationality",
    "gender",
    "residence",
    "birthplace",
    "condition",
    "injury",
    "alias",
    "relation",
)
"""Fields of a person: a list of words each, beside the age."""


def incidents(look: Lookup) -> Iterator[Row]:
    """A row an incident."""
    for incident in look.contents.incidents:
        fields = by_field(incident)
        outlets = [look.outlet(report) for report in incident.reports]
        yield (
            {
                "incident": incident.id,
                "title": incident.title,
                "type": incident.type,
                "questions": [question.text for question in incident.questions],
                "disputed": _disputed(incident, look),
                "reports": len(incident.reports),
                "outlets": sorted(set(filter(None, outlets))),
                "reason": incident.reason,
            }
            | _when(fields)
            | _where(incident, look)
            | _counts(fields)
            | {name: _values(fields.get(f"incident.{name}", []), look) for name in NAMED}
        )


def _disputed(incident: Incident, look: Lookup) -> list[str]:
    found = (
        f.field if f.subject == incident.id else f"{f.field} of {look.name(f.subject)}"
        for f in incident.findings
        if f.status == "disputed"
    )
    return list(dict.fromkeys(found))


def _when(fields: Fields) -> Row:
    """Day and time of an incident's leading findings."""
    row: Row = {}
    for name in ("date", "time"):
        found = holding(fields.get(f"incident.{name}", []))
        value = value_json(found[0].value) if found else None
        if isinstance(value, dict):
            row[name] = value["from"]
            row |= {"date_end": value["to"]} if name == "date" else {}
        else:
            row[name] = value
    return row


def _where(incident: Incident, look: Lookup) -> Row:
    best = best_place(incident, look)
    row: Row = {"places": [] if best is None else best.names}
    if best is None:
        return row
    row["place"] = best.entity.name
    if best.where is not None:
        row["country"] = best.where.country
        row["latitude"], row["longitude"] = best.where.latitude, best.where.longitude
    return row


def _counts(fields: Fields) -> Row:
    """Each count's figure, its bounds and its status; a total with the attackers comes last."""
    row: Row = {}
    for name in COUNTS:
        found = sorted(fields.get(f"incident.{name}", []), key=lambda f: f.status == "denied")
        if not found:
            continue
        first = found[0]
        bounds = number_bounds(first.value)
        if bounds is not None and bounds.low == bounds.high:
            row[name] = bounds.low
        row[f"{name}_low"] = first.low if first.low is not None or not bounds else bounds.low
        row[f"{name}_high"] = first.high if first.high is not None or not bounds else bounds.high
        row[f"{name}_status"] = first.status
    return row


def _values(findings: list[Finding], look: Lookup) -> list[str]:
    return list(dict.fromkeys(look.value(finding) for finding in holding(findings)))


def people(look: Lookup) -> Iterator[Row]:
    """A row a person of an incident."""
    for incident in look.contents.incidents:
        parts = _parts(incident)
        for person, findings in by_subject(incident).items():
            fields: dict[str, list[Finding]] = {}
            for finding in findings:
                fields.setdefault(finding.field, []).append(finding)
            ages = holding(fields.get("person.age", []))
            bounds = number_bounds(ages[0].value) if ages else None
            yield {
                "incident": incident.id,
                "person": person,
                "name": look.name(person),
                "also": list(look.entities[person].also) if person in look.entities else [],
                "part": parts.get(person, []),
                "age": bounds.low if bounds and bounds.low == bounds.high else None,
                "age_low": bounds.low if bounds else None,
                "age_high": bounds.high if bounds else None,
                "origins": len({origin for finding in findings for origin in finding.origins}),
            } | {name: _values(fields.get(f"person.{name}", []), look) for name in PERSONAL}


def _parts(incident: Incident) -> dict[str, list[str]]:
    """Entity id → what it is in the incident: perpetrator, victim, witness …"""
    roles: dict[str, list[str]] = {}
    for finding in holding(incident.findings):
        if finding.subject == incident.id and isinstance(finding.value, str):
            roles.setdefault(finding.value, []).append(finding.field.removeprefix("incident."))
    return {key: list(dict.fromkeys(words)) for key, words in roles.items()}


def findings(look: Lookup) -> Iterator[Row]:
    """A row a finding."""
    for incident in look.contents.incidents:
        for finding in incident.findings:
            bounds = number_bounds(finding.value)
            yield {
                "incident": incident.id,
                "finding": finding.id,
                "subject": finding.subject,
                "subject_name": look.name(finding.subject),
                "field": finding.field,
                "value": json.dumps(value_json(finding.value), ensure_ascii=False),
                "value_words": look.value(finding),
                "number": bounds.low if bounds and bounds.low == bounds.high else None,
                "low": finding.low,
                "high": finding.high,
                "includes_perpetrators": finding.includes_perpetrators,
                "status": finding.status,
                "origins": look.named(finding.origins),
                "carriers": list(finding.carriers),
                "reports": list(finding.reports),
                "alternatives": [
                    value_words(finding.field, other.value, look.names)
                    for other in finding.alternatives
                ],
                "reason": finding.reason,
            }


def claims(look: Lookup) -> Iterator[Row]:
    """A row a claim, those of the values that lost included."""
    for incident in look.contents.incidents:
        for finding in incident.findings:
            for claim in finding.claims:
                yield _claim(look, incident, finding, claim, None)
            for other in finding.alternatives:
                for claim in other.claims:
                    yield _claim(look, incident, finding, claim, other)


def _claim(
    look: Lookup, incident: Incident, finding: Finding, claim: Claim, other: Alternative | None
) -> Row:
    around = hull(claim.evidence) if claim.evidence else None
    return {
        "incident": incident.id,
        "finding": finding.id,
        "side": "value" if other is None else other.relation,
        "subject": finding.subject,
        "field": finding.field,
        "value": json.dumps(value_json(claim.value), ensure_ascii=False),
        "value_words": value_words(finding.field, claim.value, look.names),
        "qualifier": claim.qualifier or ("about" if claim.approximate else None),
        "certainty": claim.certainty,
        "report": claim.report,
        "outlet": look.outlet(claim.report),
        "published": claim.published,
        "as_of": claim.as_of,
        "words": look.evidence(claim),
        "start": around.start if around else None,
        "end": around.end if around else None,
        "chain": look.named(claim.chain),
        "chain_words": [look.words(claim.report, link) for link in claim.chain_evidence],
        "origin": look.name(claim.origin),
        "confidence": claim.confidence,
    }


def statements(look: Lookup) -> Iterator[Row]:
    """A row a statement."""
    for incident in look.contents.incidents:
        for said in incident.statements:
            around = hull(said.content) if said.content else None
            yield {
                "incident": incident.id,
                "statement": said.id,
                "report": said.report,
                "outlet": look.outlet(said.report),
                "speaker": look.name(said.speaker) if said.speaker else None,
                "speaker_id": said.speaker,
                "source_words": look.words(said.report, said.source),
                "cue_words": look.words(said.report, said.cue),
                "words": look.words(said.report, said.content),
                "start": around.start if around else None,
                "end": around.end if around else None,
                "chain": look.named(said.chain),
                "manner": said.manner,
                "stance": said.stance,
                "certainty": said.certainty,
            }


def reports(look: Lookup) -> Iterator[Row]:
    """A row a report."""
    for entry in look.contents.reports:
        report = entry.report
        yield {
            "report": report.id,
            "given_id": report.given_id,
            "outlet": report.outlet,
            "title": report.title,
            "byline": list(report.byline),
            "published": report.published,
            "updated": report.updated,
            "url": report.url,
            "language": report.language,
            "declared_sources": [source.name for source in report.declared_sources],
            "copy_of": entry.copy_of,
            "copy_group": entry.copy_group,
            "incidents": list(entry.incidents),
            "text": report.text,
        }


def copies(look: Lookup) -> Iterator[Row]:
    """A row a report that is a copy or was copied."""
    for entry in look.contents.reports:
        if entry.copy_group is not None:
            original = look.report(entry.copy_of) if entry.copy_of else None
            yield {
                "copy_group": entry.copy_group,
                "report": entry.report.id,
                "outlet": entry.report.outlet,
                "published": entry.report.published,
                "original": entry.copy_of is None,
                "copy_of": entry.copy_of,
                "copy_of_outlet": original.outlet if original else None,
                "reason": entry.copy_reason,
            }


def version_rows(look: Lookup) -> Iterator[Row]:
    """A row a capture of an address that was captured several times."""
    for version in versions(look):
        report = version.entry.report
        yield {
            "address": version.address,
            "version": version.number,
            "versions": version.of,
            "report": report.id,
            "outlet": report.outlet,
            "published": report.published,
            "updated": report.updated,
            "current": version.number == version.of,
            "added": version.added,
            "removed": version.removed,
            "withdrawn": list(version.withdrawn),
        }


def crosswalk(look: Lookup) -> Iterator[Row]:
    """Which report speaks of which incident: a row a pair."""
    for incident in look.contents.incidents:
        for report_id in incident.reports:
            entry = look.reports.get(report_id)
            if entry is None:
                continue
            yield {
                "incident": incident.id,
                "report": report_id,
                "lead": entry.incidents[:1] == (incident.id,),
                "outlet": entry.report.outlet,
                "published": entry.report.published,
                "title": entry.report.title,
                "url": entry.report.url,
                "given_id": entry.report.given_id,
                "copy_of": entry.copy_of,
            }

"""A record's contents by id: what every exporter looks up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.core.record import (
    Claim,
    Finding,
    Incident,
    RecordContents,
    RecordEntity,
    RecordReport,
)
from onrecord.core.report import Report
from onrecord.core.span import Spans, cut_all
from onrecord.export.words import value_words


@dataclass(frozen=True, slots=True)
class Lookup:
    """A record's contents with its reports, entities and incidents by id."""

    contents: RecordContents
    reports: Mapping[str, RecordReport]
    entities: Mapping[str, RecordEntity]
    incidents: Mapping[str, Incident]
    names: Mapping[str, str]

    @classmethod
    def of(cls, contents: RecordContents) -> Lookup:
        """The lookup of a record."""
        entities = {entity.id: entity for entity in contents.entities}
        incidents = {incident.id: incident for incident in contents.incidents}
        return cls(
            contents,
            {entry.report.id: entry for entry in contents.reports},
            entities,
            incidents,
            {key: entity.name for key, entity in entities.items()}
            | {key: incident.title for key, incident in incidents.items()},
        )

    def report(self, report_id: str) -> Report | None:
        """The report with that id."""
        entry = self.reports.get(report_id)
        return entry.report if entry else None

    def name(self, entity_id: str) -> str:
        """An entity's or incident's name; the id where the record has none."""
        return self.names.get(entity_id, entity_id)

    def named(self, ids: Iterable[str]) -> list[str]:
        """The names of several, in their order."""
        return [self.name(entity_id) for entity_id in ids]

    def words(self, report_id: str, spans: Spans) -> str:
        """The words of a report's spans; nothing where the record lacks the report."""
        report = self.report(report_id)
        return cut_all(spans, report.text) if report else ""

    def evidence(self, claim: Claim) -> str:
        """The words of a claim."""
        return self.words(claim.report, claim.evidence)

    def value(self, finding: Finding) -> str:
        """A finding's value in words, entity ids as names."""
        return value_words(finding.field, finding.value, self.names)

    def outlet(self, report_id: str) -> str:
        """A report's outlet; nothing where none is known."""
        report = self.report(report_id)
        return (report.outlet or "") if report else ""


def by_field(incident: Incident) -> Mapping[str, list[Finding]]:
    """The incident's own findings (not those of its people) by field, in their order."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in incident.findings:
        if finding.subject == incident.id:
            found[finding.field].append(finding)
    return found


def by_subject(incident: Incident) -> Mapping[str, list[Finding]]:
    """The findings of the incident's people by entity id, in their order."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in incident.findings:
        if finding.field.startswith("person."):
            found[finding.subject].append(finding)
    return found


def holding(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that nobody rejected: what a table may give as the record's value."""
    return [finding for finding in findings if finding.status != "denied"]

"""Reconciling: an incident's facts become findings, each with its origins, rivals and reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.grouping import CopyLink, DigestPart, Grouping, IncidentGroup, MergedEntity
from onrecord.core.moments import moment
from onrecord.core.reading import Reading
from onrecord.core.record import (
    Incident,
    RecordContents,
    RecordEntity,
    RecordMention,
    RecordReport,
)
from onrecord.reconcile.claims import NO_DATE, Said, said_in
from onrecord.reconcile.findings import Names, make_findings
from onrecord.reconcile.incidents import incident_type, questions, statements
from onrecord.reconcile.origins import Ledger, make_ledger
from onrecord.reconcile.ranks import voice_weights
from onrecord.reconcile.related import incident_words, same_attacker
from onrecord.reconcile.timeline import make_timeline
from onrecord.reconcile.titles import incident_title, made_title
from onrecord.reconcile.versions import newest_alone, withdrawals

__all__ = ["reconcile"]


def reconcile(readings: Sequence[Reading], grouping: Grouping) -> RecordContents:
    """The record of a set of readings and their grouping, whatever their order."""
    by_id = {reading.report.id: reading for reading in readings}
    ordered = {report: by_id[report] for report in sorted(by_id)}
    ledger = make_ledger(list(ordered.values()), grouping)
    names = _names(ordered, grouping)
    claims = said_in(list(ordered.values()), ledger)
    said = _by_incident([*claims, *same_attacker(claims, names.entities)])
    incidents = (
        _incident(group, said.get(group.id, []), ordered, ledger, names)
        for group in grouping.incidents
    )
    return RecordContents(
        reports=_reports_of(ordered, grouping),
        entities=tuple(_entity(entity, ordered) for entity in grouping.entities),
        incidents=tuple(sorted(incidents, key=lambda i: (-len(i.reports), i.id))),
    )


def _names(readings: Mapping[str, Reading], grouping: Grouping) -> Names:
    return Names(
        entities={entity.id: entity.name for entity in grouping.entities}
        | {g.id: incident_words(incident_type(g, readings), g.id) for g in grouping.incidents},
        outlets={id_: r.report.outlet for id_, r in readings.items() if r.report.outlet},
        weights=voice_weights(grouping.entities),
    )


def _by_incident(said: Sequence[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for one in said:
        found.setdefault(one.incident, []).append(one)
    return found


def _incident(
    group: IncidentGroup,
    said: Sequence[Said],
    readings: Mapping[str, Reading],
    ledger: Ledger,
    names: Names,
) -> Incident:
    found = make_findings(group.id, said, names)
    kind = incident_type(group, readings)
    title = incident_title(group, readings, frozenset(ledger.copies))
    title = title or made_title(kind, found, names.entities)
    return Incident(
        id=group.id,
        type=kind,
        title=title,
        reports=newest_alone(_reports(group, readings), ledger.versions),
        findings=found,
        questions=questions(said),
        timeline=make_timeline(
            title,
            found,
            said,
            names.entities,
            names.weights,
            withdrawals(said, readings, ledger.versions, names.entities),
        ),
        statements=statements(group, readings, ledger),
        reason=group.reason,
        members=group.members,
    )


def _reports(group: IncidentGroup, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """The reports that speak of it, those that lead on it first, by time."""

    def order(report: str) -> tuple[bool, str, str]:
        when = moment(readings[report].report.published)
        return (report not in group.lead_of, when.isoformat() if when else NO_DATE, report)

    return tuple(sorted({ref.report for ref in group.members}, key=order))


def _reports_of(readings: Mapping[str, Reading], grouping: Grouping) -> tuple[RecordReport, ...]:
    """All reports with their incidents (the lead first) and what they are copies of."""
    incidents: dict[str, list[IncidentGroup]] = {}
    for group in grouping.incidents:
        for report in {ref.report for ref in group.members}:
            incidents.setdefault(report, []).append(group)
    links = {link.report: link for link in grouping.copies}
    parts: dict[str, list[DigestPart]] = {}
    for part in grouping.parts:
        parts.setdefault(part.report, []).append(part)
    originals = {link.of: link.group for link in grouping.copies}
    return tuple(
        _report(
            reading,
            incidents.get(id_, []),
            links.get(id_),
            group=originals.get(id_),
            publisher=grouping.outlets.get(id_, ""),
            version_of=grouping.versions.get(id_),
            parts=parts.get(id_, []),
        )
        for id_, reading in readings.items()
    )


def _report(
    reading: Reading,
    groups: Sequence[IncidentGroup],
    link: CopyLink | None,
    *,
    group: str | None,
    publisher: str,
    version_of: str | None,
    parts: Sequence[DigestPart],
) -> RecordReport:
    """One report. `group` is the copy group of an original."""
    report = reading.report
    ordered = sorted(groups, key=lambda g: (report.id not in g.lead_of, g.id))
    return RecordReport(
        report=report,
        incidents=tuple(one.id for one in ordered),
        copy_of=link.of if link else None,
        copy_group=link.group if link else group,
        copy_reason=link.reason if link else "",
        copy_share=link.share if link else None,
        copy_evidence=link.evidence if link else (),
        publisher=publisher,
        version_of=version_of,
        digest_of=tuple(parts),
    )


def _entity(entity: MergedEntity, readings: Mapping[str, Reading]) -> RecordEntity:
    mentions = tuple(
        RecordMention(ref.report, mention.span)
        for ref in entity.members
        for mention in readings[ref.report].entity(ref.local).mentions
    )
    return RecordEntity(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        also=entity.also,
        mentions=mentions,
        voice=entity.voice,
        reason=entity.reason,
        where=entity.where,
    )

"""History: what a record holds as of a time, and what is new since, from its own claims.

A record keeps every claim with whose word it is and when its report appeared. So earlier states need
no second grouping: the claims up to a time are settled again. When a report came in plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.core.moments import moment
from onrecord.core.record import Claim, Finding, Incident, RecordContents, RecordReport, Step
from onrecord.facts.base import FactType
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import NO_DATE, Said, dated_back
from onrecord.reconcile.conflicts import Scope, scope_of
from onrecord.reconcile.findings import (
    QUESTION,
    Names,
    by_subject,
    finding_id,
    make_findings,
    settled,
)
from onrecord.reconcile.moves import Move, moves
from onrecord.reconcile.nodes import make_nodes
from onrecord.reconcile.origins import is_digest
from onrecord.reconcile.ranks import voice_weights
from onrecord.reconcile.related import incident_words
from onrecord.reconcile.settle import Settled
from onrecord.reconcile.telling import told
from onrecord.reconcile.timeline import make_timeline


@dataclass(frozen=True, slots=True)
class Change:
    """A value that moved since a time. `finding` is the id of the finding as the record now holds it."""

    step: Step
    incident: str
    finding: str
    subject: str
    field: str
    what: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new in a record since a time (UTC, ISO 8601).

    `incidents` and `reports` are new, `updated` reports were changed by their outlets, `undated`
    reports have no date: what they say counts as known before.
    """

    since: str
    incidents: tuple[Incident, ...]
    reports: tuple[RecordReport, ...]
    updated: tuple[RecordReport, ...]
    changes: tuple[Change, ...]
    undated: tuple[RecordReport, ...]


def names_of(contents: RecordContents) -> Names:
    """What the findings of a record are told with."""
    return Names(
        entities={entity.id: entity.name for entity in contents.entities}
        | {i.id: incident_words(i.type, i.id) for i in contents.incidents},
        outlets={e.report.id: e.report.outlet for e in contents.reports if e.report.outlet},
        weights=voice_weights(contents.entities),
    )


def said_of(incident: Incident, reports: Mapping[str, RecordReport]) -> list[Said]:
    """The claims of an incident's findings as they went into them, in order of time."""
    found = [
        _said(incident.id, finding, claim, reports[claim.report])
        for finding in incident.findings
        for claim in _claims(finding)
        if claim.report in reports
    ]
    return sorted(dated_back(found), key=lambda said: said.order)


def _claims(finding: Finding) -> Iterable[Claim]:
    yield from finding.claims
    for alternative in finding.alternatives:
        yield from alternative.claims


def _said(incident: str, finding: Finding, claim: Claim, entry: RecordReport) -> Said:
    digest = is_digest(entry.report)
    return Said(
        incident=incident,
        subject=finding.subject,
        field=finding.field,
        claim=claim,
        when=appeared(entry) or NO_DATE,
        speaker=claim.speaker or claim.origin,
        publisher=entry.publisher or entry.report.id,
        includes_perpetrators=claim.includes_perpetrators,
        digest=digest and not claim.chain,
        retold=digest,
        page=entry.version_of or "",
    )


def appeared(entry: RecordReport) -> str | None:
    """When a report appeared as it stands: last update or publication (UTC, ISO 8601)."""
    when = moment(entry.report.updated) or moment(entry.report.published)
    return when.isoformat() if when else None


def findings_at(incident: Incident, contents: RecordContents, at: str) -> tuple[Finding, ...]:
    """An incident's findings as of a moment (UTC, ISO 8601, itself included).

    Claims of reports without a date count as known from the start.
    """
    reports = {entry.report.id: entry for entry in contents.reports}
    known = [s for s in said_of(incident, reports) if s.when <= at or s.when == NO_DATE]
    return make_findings(incident.id, known, names_of(contents))


def incident_at(incident: Incident, contents: RecordContents, at: str) -> Incident:
    """An incident as the record would have had it at a moment (UTC, ISO 8601, itself included).

    Reports, findings, timeline, questions and statements are those of the reports that had appeared by then
    as they now stand; what belongs together, the title and the type are today's.
    """
    reports = {e.report.id: e for e in contents.reports if (appeared(e) or "") <= at}
    known = said_of(incident, reports)
    names = names_of(contents)
    found = make_findings(incident.id, known, names)
    asked = (
        replace(question, claims=tuple(c for c in question.claims if c.report in reports))
        for question in incident.questions
    )
    return replace(
        incident,
        reports=tuple(report for report in incident.reports if report in reports),
        findings=found,
        questions=tuple(question for question in asked if question.claims),
        timeline=make_timeline(incident.title, found, known, names.entities, names.weights),
        statements=tuple(s for s in incident.statements if s.report in reports),
        members=tuple(member for member in incident.members if member.report in reports),
    )


def changes_since(contents: RecordContents, since: str) -> Changes:
    """What the record says that it would not have said before a moment (UTC, ISO 8601)."""
    reports = {entry.report.id: entry for entry in contents.reports}
    fresh = {id_ for id_, e in reports.items() if (appeared(e) or "") >= since}
    new = {i.id for i in contents.incidents if i.reports and set(i.reports) <= fresh}
    names = names_of(contents)
    changed = [
        change
        for incident in contents.incidents
        if incident.id not in new and fresh.intersection(incident.reports)
        for change in _changes(incident, said_of(incident, reports), since, names)
    ]
    return Changes(
        since=since,
        incidents=tuple(i for i in contents.incidents if i.id in new),
        reports=_by_time(reports[id_] for id_ in fresh if _is_new(reports[id_], since)),
        updated=_by_time(reports[id_] for id_ in fresh if not _is_new(reports[id_], since)),
        changes=tuple(changed),
        undated=_by_time(e for e in reports.values() if appeared(e) is None),
    )


def _is_new(entry: RecordReport, since: str) -> bool:
    """Whether it was published, not only updated, since then."""
    first = moment(entry.report.published)
    return first is None or first.isoformat() >= since


def _by_time(entries: Iterable[RecordReport]) -> tuple[RecordReport, ...]:
    return tuple(sorted(entries, key=lambda e: (appeared(e) or NO_DATE, e.report.id)))


def _changes(incident: Incident, said: Sequence[Said], since: str, names: Names) -> list[Change]:
    """The moves of an incident's values, fields in their order."""
    scope = scope_of(said)
    return [
        _change(incident.id, move, kind, since, names)
        for kind in FACT_TYPES
        if kind.field != QUESTION
        for group in by_subject([one for one in said if one.field == kind.field])
        if any(since <= one.when != NO_DATE for one in group)
        for move in moves(
            _state([s for s in group if s.when < since or s.when == NO_DATE], kind, names, scope),
            _state(group, kind, names, scope),
            kind,
        )
    ]


def _state(said: Sequence[Said], kind: FactType, names: Names, scope: Scope) -> list[Settled]:
    nodes = make_nodes(said, kind)
    return settled(nodes, kind, names.weights, scope) if nodes else []


def _change(incident: str, move: Move, kind: FactType, since: str, names: Names) -> Change:
    leading = move.after.leading
    fresh = [one for one in leading.said if since <= one.when != NO_DATE]
    return Change(
        step=move.step,
        incident=incident,
        finding=finding_id(incident, move.after),
        subject=leading.said[0].subject,
        field=kind.field,
        what=told(move, kind, names.entities, since=since, step_too=False),
        reports=tuple(sorted({one.claim.report for one in fresh})),
    )

"""The record: incidents, findings and all their support. What exporters and pages read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.core.annotation import EntityKind
from onrecord.core.reading import Certainty, Gazetteer, Qualifier, Statement
from onrecord.core.report import Rejection, Report
from onrecord.core.span import Span, Spans
from onrecord.core.values import Value

Status = Literal["agreed", "single", "disputed", "superseded", "denied"]


@dataclass(frozen=True, slots=True)
class RecordReport:
    """A report with its place in the record. The lead incident stands first in `incidents`."""

    report: Report
    incidents: tuple[str, ...]
    copy_of: str | None = None
    copy_group: str | None = None
    copy_reason: str = ""


@dataclass(frozen=True, slots=True)
class RecordMention:
    """A mention of a record's entity in one report."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class RecordEntity:
    """An entity of the record. `also` holds other spellings; `voice` the body it speaks for."""

    id: str
    kind: EntityKind
    name: str
    also: tuple[str, ...]
    mentions: tuple[RecordMention, ...]
    voice: str
    reason: str = ""
    where: Gazetteer | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One report's word for a value: what stands behind a finding. `chain` holds record entity ids."""

    report: str
    value: Value
    evidence: Spans
    chain: tuple[str, ...]
    chain_evidence: tuple[Spans, ...]
    certainty: Certainty
    published: str | None
    origin: str
    qualifier: Qualifier | None = None
    approximate: bool = False
    as_of: str | None = None
    mode: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value that excludes the finding's own. `relation` says how: replaced, disputed, denied or weaker."""

    value: Value
    origins: tuple[str, ...]
    reports: tuple[str, ...]
    last_seen: str | None
    relation: str
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """What a codebook's ladder makes of the same claims, and why."""

    columns: Mapping[str, int | None]
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record holds for one field of one subject after all reports are put together.

    `subject` is an entity's or the incident's id; `origins` are entity ids of independent voices,
    `carriers` outlet names, `reports` report ids. Counts origins, not truth.
    """

    id: str
    subject: str
    field: str
    value: Value
    status: Status
    origins: tuple[str, ...]
    carriers: tuple[str, ...]
    reports: tuple[str, ...]
    reason: str
    claims: tuple[Claim, ...]
    alternatives: tuple[Alternative, ...] = ()
    low: int | None = None
    high: int | None = None
    includes_perpetrators: bool | None = None
    coded: Mapping[str, Coded] | None = None

    def __repr__(self) -> str:
        return (
            f"<Finding {self.field} = {self.value!r}: {self.status}, {len(self.origins)} origins, "
            f"{len(self.reports)} reports>"
        )


@dataclass(frozen=True, slots=True)
class Question:
    """An open question under investigation, with the claims that ask it."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something that happened or was reported at a time (ISO 8601), with its claims.

    `kind` is `happened` or `reported`.
    """

    at: str
    what: str
    kind: Literal["happened", "reported"]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class RecordStatement(Statement):
    """A statement with record entity ids, and the report that holds it."""

    report: str


@dataclass(frozen=True, slots=True)
class Incident:
    """The happening that several reports are about."""

    id: str
    type: str
    title: str
    reports: tuple[str, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    timeline: tuple[TimelineEntry, ...]
    statements: tuple[RecordStatement, ...]
    reason: str = ""

    def __repr__(self) -> str:
        return f"<Incident {self.id} {self.type}: {self.title!r}, {len(self.reports)} reports>"


@dataclass(frozen=True, slots=True)
class RecordContents:
    """All that a record holds, as a value: reports, entities, incidents and rejections."""

    reports: tuple[RecordReport, ...] = ()
    entities: tuple[RecordEntity, ...] = ()
    incidents: tuple[Incident, ...] = ()
    rejections: tuple[Rejection, ...] = ()

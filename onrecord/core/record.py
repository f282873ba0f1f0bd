"""The record: incidents, findings and all their support. What exporters and pages read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.core.annotation import EntityKind
from onrecord.core.grouping import DigestPart, LocalRef
from onrecord.core.reading import Certainty, Gazetteer, Qualifier, Statement
from onrecord.core.report import Rejection, Report
from onrecord.core.span import Span, Spans
from onrecord.core.values import Value

Status = Literal["agreed", "single", "disputed", "superseded", "denied"]
Conflict = Literal["scope", "time", "rounding", "granularity", "real"]
"""Why two values differ: they count different things, were given at different times, one is rounded
or told less exactly, or they exclude each other."""

Step = Literal[
    "first",
    "risen",
    "fallen",
    "changed",
    "finer",
    "confirmed",
    "corrected",
    "withdrawn",
    "denied",
    "disputed",
]
"""How a value moved when something new was reported."""


@dataclass(frozen=True, slots=True)
class RecordReport:
    """A report with its place in the record. The lead incident stands first in `incidents`.

    `publisher` is its outlet's entity id. Of a copy, `copy_share` is the part of its words that the
    original has and `copy_evidence` where they stand in the copy. `digest_of` are the texts that a digest
    puts together, each with where its words stand. `version_of` is, of an earlier capture
    of a page, the id of the newest one, which counts as the report.
    """

    report: Report
    incidents: tuple[str, ...]
    copy_of: str | None = None
    copy_group: str | None = None
    copy_reason: str = ""
    copy_share: float | None = None
    copy_evidence: Spans = ()
    publisher: str = ""
    version_of: str | None = None
    digest_of: tuple[DigestPart, ...] = ()


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
    """One report's word for a value: what stands behind a finding. `chain` holds record entity ids.

    `speaker` is who said it first, `origin` the independent voice that it counts for: the body that
    the speaker speaks for, or the speaker.
    """

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
    speaker: str = ""
    includes_perpetrators: bool | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """A value that is not the finding's own.

    `relation` says what became of it (replaced, disputed, denied or weaker), `conflict` why the two
    differ.
    """

    value: Value
    origins: tuple[str, ...]
    reports: tuple[str, ...]
    last_seen: str | None
    relation: str
    claims: tuple[Claim, ...] = ()
    conflict: Conflict = "real"


@dataclass(frozen=True, slots=True)
class Coded:
    """What a codebook's ladder makes of the same claims, and why."""

    columns: Mapping[str, int | None]
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record holds for one field of one subject after all reports are put together.

    `subject` is an entity's or the incident's id; `origins` are entity ids of independent voices,
    `carriers` outlet names, `reports` report ids. Counts origins, not truth. `decided` says in words
    what a coder has ruled on it, and is no part of what the record's tables keep.
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
    decided: str = ""

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

    `kind` is `happened` or `reported`. What was reported is a `step` of one `field` of one `subject`.
    """

    at: str
    what: str
    kind: Literal["happened", "reported"]
    claims: tuple[Claim, ...]
    step: Step | None = None
    subject: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class RecordStatement(Statement):
    """A statement with record entity ids, and the report that holds it.

    `decided` says in words what a coder has ruled on its speaker, and is no part of what the record's
    tables keep.
    """

    report: str
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """The happening that several reports are about.

    `members` are the local incidents of the reports that were found to be it.
    """

    id: str
    type: str
    title: str
    reports: tuple[str, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    timeline: tuple[TimelineEntry, ...]
    statements: tuple[RecordStatement, ...]
    reason: str = ""
    members: tuple[LocalRef, ...] = ()

    def __repr__(self) -> str:
        return f"<Incident {self.id} {self.type}: {self.title!r}, {len(self.reports)} reports>"


@dataclass(frozen=True, slots=True)
class RecordContents:
    """All that a record holds, as a value: reports, entities, incidents and rejections."""

    reports: tuple[RecordReport, ...] = ()
    entities: tuple[RecordEntity, ...] = ()
    incidents: tuple[Incident, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    @property
    def current(self) -> tuple[RecordReport, ...]:
        """The reports without earlier captures of their pages: each counts once."""
        return tuple(entry for entry in self.reports if entry.version_of is None)

"""Reading: all that one report gives, each part with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.core.annotation import EntityKind, Form
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.core.values import Value

Certainty = Literal["stated", "alleged", "possible", "denied", "asked"]
Manner = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "says",
    "denies",
    "confirms",
    "declines",
    "asks",
    "believes",
    "knows",
    "wants",
    "plans",
    "orders",
    "promises",
    "judges",
]
TimeType = Literal["date", "time", "duration", "set"]
Qualifier = Literal["exact", "at_least", "at_most", "about", "range", "vague"]
Gender = Literal["female", "male", "other"]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Where a place is: degrees, ISO 3166-1 alpha-2, larger places around it (smallest first)."""

    latitude: float
    longitude: float
    country: str
    within: tuple[str, ...] = ()
    precision: str = "place"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One mention of an entity in the report."""

    span: Span
    form: Form


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of one report. `id` is `e1`, `e2` … in order of first mention.

    `name` is its fullest name, or the words that describe it. `plural` marks groups. `gender` is
    set where the text's own words tell it.
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[EntityMention, ...]
    named: bool = True
    plural: bool = False
    gender: Gender | None = None
    where: Gazetteer | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """On whose word a stretch of text is: the chain, the words of each link, and the certainty.

    An empty chain is the report's own word.
    """

    chain: tuple[str, ...] = ()
    chain_evidence: tuple[Spans, ...] = ()
    certainty: Certainty = "stated"


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody says, writes, believes, denies, asks or orders something."""

    id: str
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    chain: tuple[str, ...]
    chain_evidence: tuple[Spans, ...]
    manner: Manner
    stance: Stance
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class ReportIncident:
    """An incident as one report speaks of it. `id` is `i1` (the lead), `i2` …

    `passages` are the stretches of text that are about it (the lead: all that is no other's).
    """

    id: str
    type: str
    lead: bool
    passages: Spans = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 value, resolved against the report's date."""

    span: Span
    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of one subject with one value, as one report gives it."""

    id: str
    subject: str
    field: str
    value: Value
    evidence: Spans
    chain: tuple[str, ...]
    chain_evidence: tuple[Spans, ...]
    certainty: Certainty
    incident: str
    confidence: float = 1.0
    qualifier: Qualifier | None = None
    includes_perpetrators: bool | None = None
    approximate: bool = False
    as_of: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What `onrecord read` gives for one report. `weights` is the id of the encoder's weights."""

    report: Report
    weights: str
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    incidents: tuple[ReportIncident, ...] = ()
    facts: tuple[Fact, ...] = ()
    times: tuple[Time, ...] = ()

    def entity(self, entity_id: str) -> Entity:
        """The entity with that id.

        Raises:
            KeyError: there is none.
        """
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)

    def lead(self) -> ReportIncident | None:
        """The lead incident."""
        return next((incident for incident in self.incidents if incident.lead), None)

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(part)} {name}"
            for name, part in (
                ("entities", self.entities),
                ("statements", self.statements),
                ("facts", self.facts),
            )
        )
        return f"<Reading of {self.report!r}: {counts}>"

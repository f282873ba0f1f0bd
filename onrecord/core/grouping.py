"""Grouping: which reports are copies, which speak of one incident, which entities are one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.core.annotation import EntityKind
from onrecord.core.reading import Gazetteer
from onrecord.core.span import Spans

CopyKind = Literal["verbatim", "trimmed", "extended", "reworked", "release"]


@dataclass(frozen=True, slots=True)
class CopyLink:
    """A report whose text is, wholly or for the most part, another report's.

    `kind` says how: verbatim; trimmed (parts of the original are missing); extended (paragraphs of its
    own are added, the original is there); reworked (neither has the other whole); release (both print
    the press release of `issuer`, neither copies the other).

    `share` is the part of the copy's own words that the original has; `evidence` the stretches of
    the copy that stand in the original. What lies outside them is the copy's own.
    """

    report: str
    of: str
    group: str
    share: float
    evidence: Spans
    reason: str
    kind: CopyKind = "reworked"
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class DigestPart:
    """One of several texts that a report puts together, itself a copy of none of them.

    `share` is the part of the digest's words that stand in that text, `evidence` where they stand in the
    digest.
    """

    report: str
    of: str
    share: float
    evidence: Spans


@dataclass(frozen=True, slots=True, order=True)
class LocalRef:
    """An entity or incident of one report: the report's id and the local id (`e4`, `i1`)."""

    report: str
    local: str


@dataclass(frozen=True, slots=True)
class IncidentGroup:
    """One incident: the local incidents of several reports. `lead_of` are the reports that lead on it."""

    id: str
    members: tuple[LocalRef, ...]
    lead_of: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of evidence for two reports' being of one incident: text, names, people, place …

    `weight` is what it adds to the score's log odds (negative: it speaks against), `words` says why.
    """

    kind: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """Why the incidents of two reports are, or are not, taken for one. `score` runs from 0 to 1; below
    0 it is a veto."""

    one: LocalRef
    two: LocalRef
    score: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class MergedEntity:
    """One entity across reports, with the reason for each merge.

    `voice` is the id of the body that a spokesperson speaks for (its own id where none): both
    count as one origin.
    """

    id: str
    kind: EntityKind
    name: str
    also: tuple[str, ...]
    members: tuple[LocalRef, ...]
    voice: str
    reason: str = ""
    where: Gazetteer | None = None
    everywhere: bool = False
    """Whether it is the same in all incidents: places, and outlets by name."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The result of `group`: a pure function of the set of readings."""

    copies: tuple[CopyLink, ...] = ()
    incidents: tuple[IncidentGroup, ...] = ()
    entities: tuple[MergedEntity, ...] = ()
    outlets: dict[str, str] = field(default_factory=dict)
    """Report id → entity id of its outlet (an outlet is an entity too)."""
    agencies: dict[str, str] = field(default_factory=dict)
    """Report id → entity id of the agency whose text it is by its own credit line or byline."""
    versions: dict[str, str] = field(default_factory=dict)
    """Id of an earlier capture of a page → id of the newest one, which is the report."""
    parts: tuple[DigestPart, ...] = ()
    """The texts that digests put together: of each digest two or more, by report and source."""

"""Origins: on whose independent word a fact is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.grouping import CopyLink, Grouping, LocalRef
from onrecord.core.reading import Fact, Reading
from onrecord.core.values import Link, Value

DIGEST_SOURCES = 2
"""Listed sources from which a report is a digest: naming one may be a courtesy."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is needed to say whose word a fact is, by record ids.

    `ids` gives each local entity's record entity, `voices` each entity's voice, `incidents` each
    local incident's record incident, `outlets` each report's outlet, `agencies` each report's
    agency, `copies` each copy's link and `digests` the reports that put others together.
    """

    ids: Mapping[LocalRef, str]
    voices: Mapping[str, str]
    incidents: Mapping[LocalRef, str]
    outlets: Mapping[str, str]
    agencies: Mapping[str, str]
    copies: Mapping[str, CopyLink]
    digests: frozenset[str]
    said: frozenset[tuple[str, str]]
    """(report id, what it says) of all facts: what a copy only repeats is its original's."""

    def entity(self, report: str, local: str) -> str:
        """The record id of a report's entity; the local id where the report has no such entity."""
        return self.ids.get(LocalRef(report, local), local)

    def own_voice(self, report: str) -> str:
        """Who speaks where the report speaks for itself: its agency, else its outlet."""
        own = self.agencies.get(report) or self.outlets.get(report) or report
        return self.voices.get(own, own)


def make_ledger(readings: Sequence[Reading], grouping: Grouping) -> Ledger:
    """The ledger of a set of readings."""
    ids = {ref: entity.id for entity in grouping.entities for ref in entity.members}
    digests = frozenset(r.report.id for r in readings if is_digest(r))
    return Ledger(
        ids=ids,
        voices={entity.id: entity.voice for entity in grouping.entities},
        incidents={ref: group.id for group in grouping.incidents for ref in group.members},
        outlets=grouping.outlets,
        agencies=grouping.agencies,
        copies={link.report: link for link in grouping.copies},
        digests=digests,
        said=frozenset(
            (reading.report.id, saying(reading.report.id, fact, ids))
            for reading in readings
            for fact in reading.facts
        ),
    )


def is_digest(reading: Reading) -> bool:
    """Whether the report lists the sources that it puts together."""
    listed = [s for s in reading.report.declared_sources if s.kind == "listed"]
    return len(listed) >= DIGEST_SOURCES


def saying(report: str, fact: Fact, ids: Mapping[LocalRef, str]) -> str:
    """Field, subject, value and chain with record ids, to find the same saying in two reports."""
    value = mapped(fact.value, report, ids)
    subject = ids.get(LocalRef(report, fact.subject), "")
    chain = [ids.get(LocalRef(report, link), link) for link in fact.chain]
    return f"{fact.field}|{subject}|{value!r}|{chain}"


def mapped(value: Value, report: str, ids: Mapping[LocalRef, str]) -> Value:
    """The value with record entity ids in place of local ones."""
    if isinstance(value, Link):
        return Link(ids.get(LocalRef(report, value.to), value.to), value.kind)
    if isinstance(value, str):
        return ids.get(LocalRef(report, value), value)
    return value


def origin(reading: Reading, fact: Fact, ledger: Ledger) -> str:
    """The entity id of the voice that a fact goes back to."""
    report = reading.report.id
    if fact.chain:
        first = ledger.entity(report, fact.chain[0])
        return ledger.voices.get(first, first)
    seen = {report}
    while (
        (link := ledger.copies.get(report))
        and link.of not in seen
        and _passed_on(fact, reading, link, ledger)
    ):
        report = link.of
        seen.add(report)
    return ledger.own_voice(report)


def _passed_on(fact: Fact, reading: Reading, link: CopyLink, ledger: Ledger) -> bool:
    """Whether the copy has the fact from its original: by its words, or as the same saying."""
    if link.report == reading.report.id and any(
        span.overlaps(copied) for span in fact.evidence for copied in link.evidence
    ):
        return True
    return (link.of, saying(reading.report.id, fact, ledger.ids)) in ledger.said

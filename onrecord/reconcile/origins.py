"""Origins: on whose independent word a fact is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.grouping import CopyLink, DigestPart, Grouping, LocalRef
from onrecord.core.reading import Fact, Reading
from onrecord.core.report import Report
from onrecord.core.values import Link, Value

DIGEST_SOURCES = 2
"""Listed sources from which a report is a digest: naming one may be a courtesy."""


GENDER = "person.gender"
"""Told by a reporter's pronoun ("he said"), not by the person who speaks."""


@dataclass(frozen=True, slots=True)
class Source:
    """A fact and the reading it stands in."""

    reading: Reading
    fact: Fact


@dataclass(frozen=True, slots=True)
class Origin:
    """Who said it first, and the voice that counts as independent (their body's, or their own)."""

    speaker: str
    voice: str


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
    sayings: Mapping[tuple[str, str], Source]
    """(report id, what it says) of all facts: what a copy only repeats is its original's."""
    issuers: Mapping[str, str]
    """Report that prints a body's press release, as others do → that body's entity."""
    parts: Mapping[str, tuple[DigestPart, ...]]
    """The texts that a digest, by its id, puts together."""
    versions: Mapping[str, str]
    """Id of an earlier capture of a page → id of the newest."""

    def entity(self, report: str, local: str) -> str:
        """The record id of a report's entity; the local id where the report has no such entity."""
        return self.ids.get(LocalRef(report, local), local)

    def origin(self, speaker: str) -> Origin:
        """The origin for one who said it first."""
        return Origin(speaker, self.voices.get(speaker, speaker))

    def publisher(self, report: str) -> str:
        """Who speaks where the report speaks for itself: its agency, else its outlet."""
        return self.agencies.get(report) or self.outlets.get(report) or report

    def original(self, report: str) -> str:
        """The report that a copy goes back to; the report itself where it is no copy."""
        seen = {report}
        while (link := self.copies.get(report)) and link.of not in seen:
            report = link.of
            seen.add(report)
        return report


def make_ledger(readings: Sequence[Reading], grouping: Grouping) -> Ledger:
    """The ledger of a set of readings."""
    ids = {ref: entity.id for entity in grouping.entities for ref in entity.members}
    incidents = {ref: group.id for group in grouping.incidents for ref in group.members}
    ids |= incidents  # a tie to another incident names it by its id in the report
    return Ledger(
        ids=ids,
        voices={entity.id: entity.voice for entity in grouping.entities},
        incidents=incidents,
        outlets=grouping.outlets,
        agencies=grouping.agencies,
        copies={link.report: link for link in grouping.copies},
        digests=frozenset(r.report.id for r in readings if is_digest(r.report)),
        sayings=_sayings(readings, ids, incidents),
        issuers=_issuers(grouping),
        parts=_parts(grouping.parts),
        versions=grouping.versions,
    )


def _issuers(grouping: Grouping) -> dict[str, str]:
    """The bodies whose press releases are printed, where the reports know them."""
    bodies: dict[str, str] = {}
    for entity in grouping.entities:
        if entity.kind in ("organisation", "outlet", "group"):
            for name in (entity.name, *entity.also):
                bodies.setdefault(_bare(name), entity.id)
    return {
        report: bodies[_bare(link.issuer)]
        for link in grouping.copies
        if _bare(link.issuer) in bodies
        for report in (link.report, link.of)
    }


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _parts(parts: Sequence[DigestPart]) -> dict[str, tuple[DigestPart, ...]]:
    """The parts of each digest."""
    found: dict[str, tuple[DigestPart, ...]] = {}
    for part in parts:
        found[part.report] = (*found.get(part.report, ()), part)
    return found


def _sayings(
    readings: Sequence[Reading], ids: Mapping[LocalRef, str], incidents: Mapping[LocalRef, str]
) -> dict[tuple[str, str], Source]:
    """What each report says, its own word before what it says on another's."""
    found: dict[tuple[str, str], Source] = {}
    for reading in readings:
        for fact in sorted(reading.facts, key=lambda f: (len(f.chain), f.id)):
            key = (reading.report.id, saying(reading.report.id, fact, ids, incidents))
            found.setdefault(key, Source(reading, fact))
    return found


def is_digest(report: Report) -> bool:
    """Whether the report lists the sources that it puts together."""
    listed = [s for s in report.declared_sources if s.kind == "listed"]
    return len(listed) >= DIGEST_SOURCES


def saying(
    report: str, fact: Fact, ids: Mapping[LocalRef, str], incidents: Mapping[LocalRef, str]
) -> str:
    """Field, subject, value and whether it is denied, to find the same saying in two reports."""
    ref = LocalRef(report, fact.subject)
    subject = incidents.get(ref) or ids.get(ref, "")
    denied = fact.certainty == "denied"
    return f"{fact.field}|{subject}|{mapped(fact.value, report, ids)!r}|{denied}"


def mapped(value: Value, report: str, ids: Mapping[LocalRef, str]) -> Value:
    """The value with record entity ids in place of local ones."""
    if isinstance(value, Link):
        return Link(ids.get(LocalRef(report, value.to), value.to), value.kind)
    if isinstance(value, str):
        return ids.get(LocalRef(report, value), value)
    return value


def origin(reading: Reading, fact: Fact, ledger: Ledger) -> Origin:
    """The voice that a fact goes back to.

    The first link of its chain; where the report speaks for itself, its outlet. A copy speaks for
    itself only in what its own passages add: what stands in the copied ones, or repeats what the
    original says, is the original's. So it is with the passages of a digest.
    """
    report = reading.report.id
    if fact.chain and not (fact.field == GENDER and fact.chain[0] == fact.subject):
        return ledger.origin(ledger.entity(report, fact.chain[0]))
    original = ledger.original(report)
    if original == report and report in ledger.issuers:
        return ledger.origin(_released(reading, fact, ledger))
    if original == report:
        return _put_together(reading, fact, ledger)
    key = saying(report, fact, ledger.ids, ledger.incidents)
    same = ledger.sayings.get((original, key))
    if same is not None:
        if original in ledger.issuers and not same.fact.chain:
            return ledger.origin(ledger.issuers[original])
        return origin(same.reading, same.fact, ledger)
    copied = ledger.copies[report].evidence
    if any(span.overlaps(part) for span in fact.evidence for part in copied):
        return ledger.origin(ledger.issuers.get(original) or ledger.publisher(original))
    return ledger.origin(ledger.outlets.get(report) or report)


def _released(reading: Reading, fact: Fact, ledger: Ledger) -> str:
    """Who says what stands in a report that prints a press release: its issuer what another print of it
    says too, the outlet the rest."""
    report = reading.report.id
    key = saying(report, fact, ledger.ids, ledger.incidents)
    others = (link.report for link in ledger.copies.values() if link.of == report)
    if any((other, key) in ledger.sayings for other in others):
        return ledger.issuers[report]
    return ledger.publisher(report)


def _put_together(reading: Reading, fact: Fact, ledger: Ledger) -> Origin:
    """Whose word it is that a report which is no copy says for itself: of a digest's passages, the word
    of the text that they stand in."""
    report = reading.report.id
    for part in ledger.parts.get(report, ()):
        if any(span.overlaps(passage) for span in fact.evidence for passage in part.evidence):
            key = saying(report, fact, ledger.ids, ledger.incidents)
            same = ledger.sayings.get((part.of, key))
            if same is not None and same.reading.report.id not in ledger.parts:
                return origin(same.reading, same.fact, ledger)
            return ledger.origin(ledger.publisher(ledger.original(part.of)))
    return ledger.origin(ledger.publisher(report))

"""Claims: the facts of all readings with record ids, origin and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.core.grouping import LocalRef
from onrecord.core.moments import moment
from onrecord.core.reading import Fact, Reading
from onrecord.core.record import Claim
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.origins import GENDER, Ledger, Origin, mapped, origin

NO_DATE = "9999"
"""Sorts claims of reports without a date behind all others."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim and what it is about.

    `when` is the moment of publication or last update in UTC (ISO 8601), or `NO_DATE`. `speaker` is
    the entity id of who said it first, `publisher` of the outlet whose report it stands in. `digest` marks
    what a report that puts others together says for itself, `retold` all that it says.
    """

    incident: str
    subject: str
    field: str
    claim: Claim
    when: str
    speaker: str
    publisher: str
    includes_perpetrators: bool | None
    digest: bool
    retold: bool
    recalls: bool = False
    """Whether the report gives another value as its own a little further on: "29, it had said (he is
    27)". It tells of the first value to take it back."""
    page: str = ""
    """Id of the newest capture of the page, where the report is an earlier one: they count as one."""

    @property
    def denies(self) -> bool:
        """Whether the claim is that it is not so. Who denies what "her son" did denies no gender."""
        return (self.claim.certainty == "denied" or self.recalls) and self.field != GENDER

    @property
    def voice(self) -> str:
        """The entity id of its origin."""
        return self.claim.origin

    @property
    def order(self) -> tuple[str, str, str]:
        """By time, then report and evidence: the same whatever order the reports came in."""
        spans = ",".join(f"{s.start:08}" for s in self.claim.evidence)
        return (self.when, self.claim.report, f"{spans}|{self.claim.value!r}|{self.claim.chain}")


def said_in(readings: Sequence[Reading], ledger: Ledger) -> list[Said]:
    """All claims of known fields, in order of time."""
    fields = {known.field for known in FACT_TYPES}
    found = [
        _said(reading, fact, ledger)
        for reading in readings
        for fact in reading.facts
        if fact.field in fields and LocalRef(reading.report.id, fact.incident) in ledger.incidents
    ]
    return sorted(dated_back(found), key=lambda said: said.order)


def dated_back(said: Sequence[Said]) -> list[Said]:
    """What is passed on from an outlet is as old as that outlet's own report of it."""
    first: dict[tuple[str, str, str, str], str] = {}
    for one in said:
        key = (one.publisher, *_saying(one))
        first[key] = min(one.when, first.get(key, one.when))
    return [
        replace(
            one,
            when=min(
                [one.when, *(first.get((link, *_saying(one)), NO_DATE) for link in one.claim.chain)]
            ),
        )
        for one in said
    ]


def _saying(one: Said) -> tuple[str, str, str]:
    return (one.subject, one.field, repr(one.claim.value))


def _said(reading: Reading, fact: Fact, ledger: Ledger) -> Said:
    report = reading.report
    incident = ledger.incidents[LocalRef(report.id, fact.incident)]
    about_incident = fact.field.startswith("incident.")
    when = moment(report.updated) or moment(report.published)
    source = origin(reading, fact, ledger)
    return Said(
        incident=incident,
        subject=incident if about_incident else ledger.entity(report.id, fact.subject),
        field=fact.field,
        claim=_claim(reading, fact, ledger, source),
        when=when.isoformat() if when else NO_DATE,
        speaker=source.speaker,
        publisher=ledger.outlets.get(report.id, report.id),
        includes_perpetrators=fact.includes_perpetrators,
        digest=report.id in ledger.digests and not fact.chain,
        retold=report.id in ledger.digests,
        page=ledger.versions.get(report.id, ""),
    )


def _claim(reading: Reading, fact: Fact, ledger: Ledger, source: Origin) -> Claim:
    report = reading.report
    return Claim(
        report=report.id,
        value=mapped(fact.value, report.id, ledger.ids),
        evidence=fact.evidence,
        chain=tuple(ledger.entity(report.id, link) for link in fact.chain),
        chain_evidence=fact.chain_evidence,
        certainty=fact.certainty,
        published=report.published,
        origin=source.voice,
        qualifier=fact.qualifier,
        approximate=fact.approximate,
        as_of=fact.as_of,
        mode=fact.mode,
        confidence=fact.confidence,
        speaker=source.speaker,
        includes_perpetrators=fact.includes_perpetrators,
    )

"""An invented story as a record: a shooting on a ferry quay, told by five outlets.

People, places, outlets and what happens are made up. Values are disputed, replaced, denied and
agreed, one report is an agency's and one its copy, so that every part of a brief has something to
show.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.core.ids import content_id
from onrecord.core.reading import Certainty, Manner, Stance
from onrecord.core.record import (
    Coded,
    Finding,
    Incident,
    Question,
    RecordContents,
    RecordReport,
    RecordStatement,
    TimelineEntry,
)
from onrecord.core.report import Rejection, Report
from onrecord.core.span import Spans
from onrecord.core.values import Interval, Link
from tests.export.story_parts import (
    COPY,
    IDS,
    INCIDENT_ID,
    MAIL,
    NAMES,
    OTHER_ID,
    RADIO,
    REPORTS,
    REVIEW,
    WIRE,
    alternative,
    at,
    claim,
    entity,
    finding,
)

POLICE = (("police", "police"),)
INSPECTOR = (("ødegren", "Ødegren"),)
HOSPITAL = (("hospital", "county hospital"),)


def _killed() -> Finding:
    return finding(
        "incident.killed",
        3,
        "disputed",
        (
            claim(RADIO, 3, "A third victim", chain=(("hospital", "the county hospital"),)),
            claim(REVIEW, 3, "killed three people"),
        ),
        reason="Two later sources give 3; 2 was the first evening's figure; 5 stands against it.",
        alternatives=(
            alternative(
                2,
                "replaced",
                (
                    claim(WIRE, 2, "Two people were killed", chain=POLICE),
                    claim(COPY, 2, "Two people were killed", chain=POLICE),
                ),
            ),
            alternative(
                5,
                "disputed",
                (
                    claim(
                        MAIL,
                        5,
                        "As many as five people died",
                        chain=(("driver", "ambulance driver"),),
                        certainty="possible",
                    ),
                ),
            ),
        ),
        low=3,
        high=5,
        coded={
            "gtd-2021": Coded(
                {"nkill": 3}, "The most recent independent source: The Skerries Review."
            ),
            "acled-2024": Coded({"fatalities": 3}, "The lowest corroborated figure."),
            "ucdp-ged-26": Coded(
                {"best": 3, "low": 3, "high": 5}, "Best: the police; high: the Mail."
            ),
        },
    )


def _injured() -> Finding:
    return finding(
        "incident.injured",
        7,
        "agreed",
        (
            claim(RADIO, 7, "Seven people are being treated", chain=HOSPITAL),
            claim(REVIEW, 7, "Seven people were injured", chain=HOSPITAL, origin="review"),
        ),
        reason="Agrees with “at least six” of the first evening.",
        alternatives=(
            alternative(
                Interval(6, None),
                "replaced",
                (
                    claim(WIRE, Interval(6, None), "at least six injured", chain=POLICE),
                    claim(COPY, Interval(6, None), "at least six injured", chain=POLICE),
                ),
            ),
        ),
        low=7,
        high=7,
    )


def _gunmen() -> Finding:
    people = (("people", "people"), ("strand", "Strand"))
    return finding(
        "incident.perpetrators",
        1,
        "disputed",
        (
            claim(WIRE, 1, "looking for one man", chain=INSPECTOR),
            claim(COPY, 1, "looking for one man", chain=INSPECTOR),
            claim(REVIEW, 1, "acted alone", chain=INSPECTOR),
        ),
        reason="The police name one man and reject a second; two are told by hearsay.",
        alternatives=(
            alternative(
                2,
                "denied",
                (
                    claim(RADIO, 2, "There were two of them", chain=people, certainty="alleged"),
                    claim(MAIL, 2, "two gunmen", chain=(("driver", "ambulance driver"),)),
                ),
            ),
        ),
    )


def _claimed() -> Finding:
    front = IDS["front"]
    message = (("front", "Free Skerries Front"),)
    return finding(
        "incident.claimed_by",
        front,
        "denied",
        (claim(MAIL, front, "claimed the attack", chain=message, certainty="alleged"),),
        reason="The police call the claim false; nobody independent supports it.",
        alternatives=(
            alternative(
                front,
                "denied",
                (
                    claim(
                        REVIEW,
                        front,
                        "the claim of the Free Skerries Front was false",
                        chain=INSPECTOR,
                        certainty="denied",
                    ),
                ),
            ),
        ),
    )


def _happening() -> tuple[Finding, ...]:
    return (*_what_and_when(), *_where(), *_with_what_and_who())


def _what_and_when() -> tuple[Finding, ...]:
    return (
        finding(
            "incident.type",
            "shooting",
            "agreed",
            tuple(claim(r, "shooting", "shooting") for r in (RADIO, REVIEW)),
        ),
        finding(
            "incident.date",
            "2031-03-07",
            "agreed",
            (
                claim(WIRE, "2031-03-07", "Friday evening", chain=POLICE),
                claim(COPY, "2031-03-07", "Friday evening", chain=POLICE),
                claim(REVIEW, "2031-03-07", "two days earlier"),
            ),
        ),
        finding(
            "incident.time",
            "19:20",
            "single",
            (
                claim(WIRE, "19:20", "7:20 p.m.", chain=INSPECTOR, approximate=True),
                claim(COPY, "19:20", "7:20 p.m.", chain=INSPECTOR, approximate=True),
            ),
            reason="One voice, carried by two outlets.",
        ),
    )


def _where() -> tuple[Finding, ...]:
    quay, town = IDS["quay"], IDS["brevholm"]
    return (
        finding(
            "incident.place",
            quay,
            "agreed",
            (
                claim(WIRE, quay, "ferry quay of Brevholm", chain=POLICE),
                claim(COPY, quay, "ferry quay of Brevholm", chain=POLICE),
                claim(REVIEW, quay, "ferry quay of Brevholm"),
            ),
        ),
        finding(
            "incident.place",
            town,
            "agreed",
            (claim(WIRE, town, "Brevholm", chain=POLICE), claim(REVIEW, town, "Brevholm")),
        ),
    )


def _with_what_and_who() -> tuple[Finding, ...]:
    rifle = IDS["rifle"]
    return (
        finding(
            "incident.weapon",
            rifle,
            "single",
            (claim(REVIEW, rifle, "hunting rifle", chain=(("aasgard", "Elin Aasgard"),)),),
        ),
        finding(
            "incident.perpetrator",
            IDS["vik"],
            "agreed",
            (
                claim(MAIL, IDS["vik"], "Torstein Vik", certainty="alleged"),
                claim(REVIEW, IDS["vik"], "Torstein Vik", chain=INSPECTOR, certainty="alleged"),
            ),
        ),
        finding(
            "incident.victim",
            IDS["løvdal"],
            "single",
            (claim(WIRE, IDS["løvdal"], "Isak Løvdal", chain=(("line", "his employer"),)),),
        ),
    )


def _people() -> tuple[Finding, ...]:
    return (*_deckhand(), *_suspect(), *_others(), _relation())


def _deckhand() -> tuple[Finding, ...]:
    employer = (("line", "his employer"),)
    wires = (WIRE, COPY)
    return (
        finding(
            "person.age",
            61,
            "single",
            tuple(claim(r, 61, "61", chain=employer) for r in wires),
            subject="løvdal",
        ),
        finding(
            "person.role",
            "deckhand",
            "single",
            tuple(claim(r, "deckhand", "deckhand", chain=employer) for r in wires),
            subject="løvdal",
        ),
        finding(
            "person.affiliation",
            IDS["line"],
            "single",
            tuple(claim(r, IDS["line"], "Tarn Line", chain=employer) for r in wires),
            subject="løvdal",
        ),
        finding(
            "person.condition",
            "killed",
            "single",
            tuple(claim(r, "killed", "One of the dead", chain=employer) for r in wires),
            subject="løvdal",
        ),
    )


def _suspect() -> tuple[Finding, ...]:
    return (
        finding(
            "person.age",
            38,
            "disputed",
            (claim(REVIEW, 38, "a man of 38"),),
            subject="vik",
            reason="The two outlets give different ages, and neither took its own back.",
            alternatives=(alternative(36, "disputed", (claim(MAIL, 36, "36"),)),),
        ),
        finding(
            "person.role",
            "former dock worker",
            "agreed",
            (claim(REVIEW, "former dock worker", "former dock worker"),),
            subject="vik",
        ),
        finding(
            "person.condition",
            "arrested",
            "single",
            (claim(REVIEW, "arrested", "arrested"),),
            subject="vik",
        ),
    )


def _others() -> tuple[Finding, ...]:
    wires = (WIRE, COPY)
    return (
        finding("person.age", 44, "single", (claim(WIRE, 44, "44"),), subject="brandvoll"),
        finding(
            "person.injury",
            "cut hand",
            "single",
            (claim(WIRE, "cut hand", "cut hand"),),
            subject="brandvoll",
        ),
        finding(
            "person.role",
            "police inspector",
            "single",
            tuple(claim(r, "police inspector", "police inspector") for r in wires),
            subject="ødegren",
        ),
    )


def _relation() -> Finding:
    return finding(
        "person.relation",
        Link(IDS["løvdal"], "colleague"),
        "single",
        (claim(REVIEW, Link(IDS["løvdal"], "colleague"), "knew any of the victims"),),
        subject="vik",
    )


def _statement(
    report: Report,
    content: tuple[str, ...],
    chain: tuple[tuple[str, str], ...],
    cue: str,
    *,
    stance: Stance = "says",
    manner: Manner = "direct",
    certainty: Certainty = "stated",
) -> RecordStatement:
    spans: Spans = tuple(at(report.text, words) for words in content)
    return RecordStatement(
        id=content_id("statement", report.id, content[0]),
        report=report.id,
        source=(at(report.text, chain[0][1]),),
        cue=(at(report.text, cue),),
        content=spans,
        speaker=IDS[chain[0][0]],
        chain=tuple(IDS[key] for key, _ in chain),
        chain_evidence=tuple((at(report.text, said),) for _, said in chain),
        manner=manner,
        stance=stance,
        certainty=certainty,
    )


def _statements() -> tuple[RecordStatement, ...]:
    strand = (("people", "people say"), ("strand", "Strand"))
    return (
        _statement(
            WIRE,
            ("“We are looking for one man,”", "“He left the quay on foot.”"),
            INSPECTOR,
            "said",
        ),
        _statement(COPY, ("“We are looking for one man,”",), INSPECTOR, "said"),
        _statement(
            WIRE,
            ("“I heard four shots, then the horn of the ferry,”",),
            (("brandvoll", "Ketil Brandvoll"),),
            "said",
        ),
        _statement(
            RADIO, ("“We did all that could be done,”",), (("haugmo", "Synne Haugmo"),), "said"
        ),
        _statement(RADIO, ("There were two of them",), strand, "Strand said", certainty="alleged"),
        _statement(
            MAIL,
            ("As many as five people died when two gunmen fired at families on the Brevholm quay",),
            (("driver", "an ambulance driver"),),
            "told",
            manner="indirect",
            certainty="possible",
        ),
        _statement(
            REVIEW, ("“He acted alone,”", "“No second man was ever there.”"), INSPECTOR, "told"
        ),
        _statement(
            REVIEW,
            ("the claim of the Free Skerries Front was false",),
            INSPECTOR,
            "said",
            stance="denies",
            manner="indirect",
        ),
        _statement(
            REVIEW,
            ("Whether Vik knew any of the victims",),
            (("aasgard", "Aasgard"),),
            "said",
            stance="asks",
            manner="indirect",
            certainty="asked",
        ),
    )


def _timeline() -> tuple[TimelineEntry, ...]:
    return (
        TimelineEntry(
            "2031-03-07T19:20",
            "Shots on the ferry quay of Brevholm",
            "happened",
            (claim(WIRE, "19:20", "The shots fell at about 7:20 p.m.", chain=INSPECTOR),),
        ),
        TimelineEntry(
            "2031-03-07T21:05+01:00",
            "Killed: 2",
            "reported",
            (claim(WIRE, 2, "Two people were killed", chain=POLICE),),
        ),
        TimelineEntry(
            "2031-03-08",
            "A third victim dies",
            "happened",
            (claim(RADIO, 3, "A third victim", chain=HOSPITAL),),
        ),
        TimelineEntry(
            "2031-03-09",
            "Torstein Vik is arrested",
            "happened",
            (claim(REVIEW, "arrested", "arrested a man of 38 on Sunday"),),
        ),
    )


def incident() -> Incident:
    """The shooting."""
    asks = claim(
        REVIEW,
        "Whether Vik knew any of the victims",
        "Whether Vik knew any of the victims",
        chain=(("aasgard", "Aasgard"),),
        certainty="asked",
    )
    why = claim(WIRE, "why the man had fired", "why the man had fired", certainty="asked")
    return Incident(
        id=INCIDENT_ID,
        type="shooting",
        title="Shooting on the ferry quay of Brevholm",
        reports=tuple(report.id for report in REPORTS),
        findings=(_killed(), _injured(), _gunmen(), _claimed(), *_happening(), *_people()),
        questions=(
            Question("Whether Vik knew any of the victims", (asks,)),
            Question("why the man had fired", (why,)),
        ),
        timeline=_timeline(),
        statements=_statements(),
        reason="Five reports name the same quay and the same evening.",
    )


def contents() -> RecordContents:
    """The whole record: the shooting, a second incident that one report mentions, a rejection."""
    other = Incident(OTHER_ID, "other", "Another matter", (RADIO.id,), (), (), (), ())
    reports = tuple(
        RecordReport(
            report,
            (INCIDENT_ID, OTHER_ID) if report is RADIO else (INCIDENT_ID,),
            copy_of=WIRE.id if report is COPY else None,
            copy_group="c1" if report in (WIRE, COPY) else None,
            copy_reason="94 % of its words stand in the original" if report is COPY else "",
        )
        for report in REPORTS
    )
    return RecordContents(
        reports=tuple(sorted(reports, key=lambda entry: entry.report.id)),
        entities=tuple(sorted(map(entity, NAMES), key=lambda known: known.id)),
        incidents=(incident(), other),
        rejections=(
            Rejection("intake", "empty", "reports/blank.txt", "The file is empty", "Leave it out."),
        ),
    )


def captured_twice() -> RecordContents:
    """The same record where the radio's report is an earlier capture of the wire's page."""
    whole = contents()
    page = "http://www.wire.example/brevholm/?utm_source=x"

    def captured(entry: RecordReport) -> RecordReport:
        report = entry.report
        if report is WIRE:
            later = replace(report, url=page, updated="2031-03-08T08:00:00+01:00")
            return replace(entry, report=later)
        if report is RADIO:
            first = replace(report, url=WIRE.url, published="2031-03-07T20:00+01:00")
            return replace(entry, report=first, version_of=WIRE.id)
        return entry

    return replace(whole, reports=tuple(map(captured, whole.reports)))

"""The parts of the invented story: its reports, its names, and makers of claims and findings."""

from __future__ import annotations

from onrecord.core.ids import content_id
from onrecord.core.reading import Certainty, Gazetteer
from onrecord.core.record import (
    Alternative,
    Claim,
    Coded,
    Finding,
    RecordEntity,
    RecordMention,
    Status,
)
from onrecord.core.report import Boilerplate, DeclaredSource, Report, report_id
from onrecord.core.span import Span
from onrecord.core.values import Value
from tests.export.story_texts import COPY_TEXT, RADIO_TEXT, REVIEW_TEXT, TABLOID_TEXT, WIRE_TEXT

COPY_TITLE = "Two killed in shooting on Brevholm ferry quay"


def _report(outlet: str, title: str, published: str, text: str, slug: str) -> Report:
    url = f"https://{slug}.example/brevholm"
    sources: tuple[DeclaredSource, ...] = ()
    if "(Nordsund Wire)" in text:
        sources = (DeclaredSource("Nordsund Wire", at(text, "Nordsund Wire"), "agency"),)
    boilerplate: tuple[Boilerplate, ...] = ()
    if slug == "mail":
        boilerplate = (Boilerplate(at(text, "FIVE DEAD IN FERRY HORROR"), "other"),)
    return Report(
        id=report_id(text, outlet=outlet, url=url, published=published, given_id=None),
        input=f"reports/{slug}.txt",
        text=text,
        url=url,
        outlet=outlet,
        title=title,
        byline=("Runa Tveit",) if slug == "review" else (),
        published=published,
        boilerplate=boilerplate,
        declared_sources=sources,
    )


def at(text: str, words: str, occurrence: int = 1) -> Span:
    """The span of these words in the text."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


WIRE = _report("Nordsund Wire", COPY_TITLE, "2031-03-07T21:05+01:00", WIRE_TEXT, "wire")
COPY = _report("The Tarn Courier", COPY_TITLE, "2031-03-07T22:40+01:00", COPY_TEXT, "courier")
RADIO = _report(
    "Radio Skjær", "Third victim dies after shooting", "2031-03-08T09:30+01:00", RADIO_TEXT, "radio"
)
MAIL = _report(
    "The Quayside Mail", "Ferry horror: five dead", "2031-03-08T06:00+01:00", TABLOID_TEXT, "mail"
)
REVIEW = _report(
    "The Skerries Review",
    "Former dock worker arrested over Brevholm shooting",
    "2031-03-09T18:15+01:00",
    REVIEW_TEXT,
    "review",
)
REPORTS = (WIRE, COPY, RADIO, MAIL, REVIEW)

NAMES = {
    "wire": ("outlet", "Nordsund Wire"),
    "courier": ("outlet", "The Tarn Courier"),
    "radio": ("outlet", "Radio Skjær"),
    "mail": ("outlet", "The Quayside Mail"),
    "review": ("outlet", "The Skerries Review"),
    "police": ("organisation", "Brevholm police"),
    "ødegren": ("person", "Marit Ødegren"),
    "løvdal": ("person", "Isak Løvdal"),
    "line": ("organisation", "Tarn Line"),
    "brandvoll": ("person", "Ketil Brandvoll"),
    "hospital": ("organisation", "county hospital"),
    "haugmo": ("person", "Synne Haugmo"),
    "strand": ("person", "Oddvar Strand"),
    "people": ("group", "people"),
    "driver": ("person", "ambulance driver"),
    "neighbour": ("person", "neighbour"),
    "vik": ("person", "Torstein Vik"),
    "front": ("organisation", "Free Skerries Front"),
    "aasgard": ("person", "Elin Aasgard"),
    "quay": ("facility", "ferry quay of Brevholm"),
    "brevholm": ("place", "Brevholm"),
    "rifle": ("weapon", "hunting rifle"),
}
IDS = {key: content_id("entity", kind, name) for key, (kind, name) in NAMES.items()}
VOICES = {"ødegren": "police", "haugmo": "hospital"}
INCIDENT_ID = content_id("incident", "brevholm")
OTHER_ID = content_id("incident", "market")


def entity(key: str) -> RecordEntity:
    """An entity of the story, with its mentions in all reports."""
    kind, name = NAMES[key]
    mentions = [
        RecordMention(report.id, at(report.text, part))
        for report in REPORTS
        for part in (name, name.split()[-1])
        if part in report.text
    ]
    where = (
        Gazetteer(61.05, 4.71, "NO", ("Skerries County", "Norway")) if key == "brevholm" else None
    )
    return RecordEntity(
        id=IDS[key],
        kind=kind,  # type: ignore[arg-type]
        name=name,
        also=("T. Vik",) if key == "vik" else (),
        mentions=tuple(dict.fromkeys(mentions)),
        voice=IDS[VOICES.get(key, key)],
        reason="Same name in every report" if key == "vik" else "",
        where=where,
    )


def claim(
    report: Report,
    value: Value,
    words: str,
    *,
    chain: tuple[tuple[str, str], ...] = (),
    origin: str | None = None,
    certainty: Certainty = "stated",
    approximate: bool = False,
) -> Claim:
    """A claim with the words of the report; `chain` holds keys of NAMES with their words."""
    outlets = {name: key for key, (kind, name) in NAMES.items() if kind == "outlet"}
    first = chain[0][0] if chain else "wire" if report is COPY else outlets[report.outlet or ""]
    return Claim(
        report=report.id,
        value=value,
        evidence=(at(report.text, words),),
        chain=tuple(IDS[key] for key, _ in chain),
        chain_evidence=tuple((at(report.text, said),) for _, said in chain),
        certainty=certainty,
        published=report.published,
        origin=IDS[origin or VOICES.get(first, first)],
        approximate=approximate,
    )


def finding(
    field: str,
    value: Value,
    status: Status,
    claims: tuple[Claim, ...],
    *,
    subject: str | None = None,
    reason: str = "",
    alternatives: tuple[Alternative, ...] = (),
    low: int | None = None,
    high: int | None = None,
    coded: dict[str, Coded] | None = None,
) -> Finding:
    """A finding; origins, carriers and reports follow from its claims."""
    about = IDS[subject] if subject else INCIDENT_ID
    outlets = {report.id: report.outlet or "" for report in REPORTS}
    return Finding(
        id=content_id("finding", about, field, repr(value)),
        subject=about,
        field=field,
        value=value,
        status=status,
        origins=tuple(dict.fromkeys(c.origin for c in claims)),
        carriers=tuple(dict.fromkeys(outlets[c.report] for c in claims)),
        reports=tuple(dict.fromkeys(c.report for c in claims)),
        reason=reason,
        claims=claims,
        alternatives=alternatives,
        low=low,
        high=high,
        coded=coded,
    )


def alternative(value: Value, relation: str, claims: tuple[Claim, ...]) -> Alternative:
    """An alternative; origins and reports follow from its claims."""
    return Alternative(
        value=value,
        origins=tuple(dict.fromkeys(c.origin for c in claims)),
        reports=tuple(dict.fromkeys(c.report for c in claims)),
        last_seen=max(c.published or "" for c in claims),
        relation=relation,
        claims=claims,
    )

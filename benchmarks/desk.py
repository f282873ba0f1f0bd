"""How fast the desk answers: every page over a synthetic record, in one process, without a browser.

    python -m benchmarks.desk [--reports 10000] [--keep FILE] [--output FILE]

The record is made of invented reports in a few sentences, incidents of one to two hundred reports,
reconciled by the real code. Each page is asked for five times after a first one; the median and the
slowest are in milliseconds by the clock, `cpu` is the median of the processor's time over all cores,
which a busy machine does not stretch. `open` is what the desk takes to start, the index included,
and `load_average` what else the machine did.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path

from starlette.testclient import TestClient

from onrecord.core.grouping import CopyLink, Grouping, IncidentGroup, LocalRef, MergedEntity
from onrecord.core.ids import content_id
from onrecord.core.reading import (
    Entity,
    EntityMention,
    Fact,
    Gazetteer,
    Reading,
    ReportIncident,
    Statement,
)
from onrecord.core.report import Report, report_id
from onrecord.core.span import Span
from onrecord.reconcile import reconcile
from onrecord.store import Record
from onrecord.web.access import Access
from onrecord.web.app import make_app
from onrecord.web.desk import Desk

TIMES = 5
SIZES = (1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20)
"""Reports of an incident, in turn; every 150th incident has two hundred."""
LARGE, EVERY = 200, 150
TOWNS = (
    ("Tarnvik", 58.4, 15.6, "SE"),
    ("Olbera", 41.1, -4.0, "ES"),
    ("Kesmarin", 39.5, 32.9, "TR"),
    ("Dubrovec", 45.8, 16.0, "HR"),
    ("Amalonga", -6.2, 35.7, "TZ"),
    ("Puerto Casma", -9.5, -78.3, "PE"),
)
OUTLETS = ("The Anvil", "Radio Norrland", "Meridian Post", "Harbour Wire", "El Faro Nuevo", "Kurye")
FIRST = ("Ilse", "Marek", "Tomasa", "Yusuf", "Birgit", "Odalys", "Renzo", "Hana")
LAST = ("Varga", "Lindqvist", "Obando", "Terzi", "Makonde", "Ferrante", "Novotny", "Quispe")
FILLER = (
    "Traffic was held back for most of the afternoon while officers took photographs of the scene. "
    "Neighbours said that they had heard the noise from several streets away and had come out to look. "
    "The town hall opened a hall for those who could not go home, and volunteers brought blankets. "
)


@dataclass(frozen=True, slots=True)
class Timing:
    """A page's answers, in milliseconds, and its size in kilobytes."""

    page: str
    first: float
    median: float
    slowest: float
    cpu: float
    kilobytes: int


@dataclass(frozen=True, slots=True)
class Made:
    """A report's reading and which incident it is of."""

    reading: Reading
    incident: int


def text_of(incident: int, place: int, killed: int) -> str:
    """An invented report."""
    town = TOWNS[incident % len(TOWNS)][0]
    who = f"{FIRST[incident % 8]} {LAST[incident // 8 % 8]}"
    return (
        f"{killed} people were killed in a warehouse fire in {town}, police said. "
        f"{who}, 44, a foreman, saw the flames from the gate number {incident}.{place}. "
        f'"We could not go in," {who} said. {FILLER * (3 + place % 5)}'
    )


def span(text: str, words: str) -> Span:
    """Where the words stand first."""
    return Span(text.index(words), text.index(words) + len(words))


def one_report(incident: int, place: int) -> Made:
    """One report's reading."""
    killed = 2 + incident % 7 + (place % 3 == 2)
    text, outlet = text_of(incident, place, killed), OUTLETS[(incident + place) % len(OUTLETS)]
    published = f"2031-{1 + incident % 12:02}-{1 + place % 27:02}T{place % 24:02}:15:00+00:00"
    report = Report(
        id=report_id(text, outlet=outlet, url=None, published=published, given_id=None),
        input=f"reports/{incident}-{place}.txt",
        text=text,
        outlet=outlet,
        title=f"Warehouse fire in {TOWNS[incident % 6][0]}: {killed} killed ({incident})",
        published=published,
    )
    return Made(Reading(report, "synthetic", *parts_of(text, incident, killed)), incident)


def parts_of(
    text: str, incident: int, killed: int
) -> tuple[tuple[Entity, ...], tuple[Statement, ...], tuple[ReportIncident, ...], tuple[Fact, ...]]:
    """Entities, statements, incidents and facts of an invented report."""
    town, latitude, longitude, country = TOWNS[incident % len(TOWNS)]
    who = f"{FIRST[incident % 8]} {LAST[incident // 8 % 8]}"
    entities = (
        Entity("e1", "person", who, (EntityMention(span(text, who), "name"),)),
        Entity("e2", "organisation", "police", (EntityMention(span(text, "police"), "nominal"),)),
        Entity(
            "e3",
            "place",
            town,
            (EntityMention(span(text, town), "name"),),
            where=Gazetteer(latitude, longitude, country),
        ),
    )
    quote = span(text, '"We could not go in,"')
    statement = Statement(
        "s1", (span(text, who),), (), (quote,), "e1", ("e1",), ((span(text, who),),),
        "direct", "says", "stated",
    )  # fmt: skip
    number = (span(text, f"{killed} people"),)
    police = (("e2",), ((span(text, "police"),),))
    facts = (
        Fact("f1", "i1", "incident.killed", killed, number, *police, "stated", "i1"),
        Fact("f2", "i1", "incident.place", "e3", (span(text, town),), *police, "stated", "i1"),
        Fact("f3", "e1", "person.age", 44, (span(text, "44"),), (), (), "stated", "i1"),
        Fact(
            "f4", "e1", "person.role", "foreman", (span(text, "foreman"),), (), (), "stated", "i1"
        ),
        Fact("f5", "i1", "incident.type", "fire", (span(text, "fire"),), (), (), "stated", "i1"),
    )
    return entities, (statement,), (ReportIncident("i1", "fire", lead=True),), facts


def reports(number: int) -> Iterator[Made]:
    """So many reports, incident by incident."""
    incident = left = 0
    sizes = cycle(SIZES)
    for _ in range(number):
        if not left:
            incident += 1
            left, place = LARGE if incident % EVERY == 0 else next(sizes), 0
        yield one_report(incident, place)
        left, place = left - 1, place + 1


def grouping_of(made: Sequence[Made]) -> Grouping:
    """The grouping as it is known: every sixth report of an incident copies its first."""
    by: dict[int, list[Reading]] = {}
    for one in made:
        by.setdefault(one.incident, []).append(one.reading)
    copies, incidents, entities = [], [], []
    for number, readings in by.items():
        ids = sorted(r.report.id for r in readings)
        home = content_id("incident", str(number))
        refs = tuple(LocalRef(report, "i1") for report in ids)
        incidents.append(IncidentGroup(home, refs, tuple(ids), "Made together."))
        first = readings[0].report.id
        for copy in islice(readings, 5, None, 6):
            group = content_id("copies", first)
            copies.append(CopyLink(copy.report.id, first, group, 0.9, (), "Made as a copy."))
        for local in readings[0].entities:
            own = content_id("entity", local.name, home)
            members = tuple(LocalRef(report, local.id) for report in ids)
            entities.append(
                MergedEntity(own, local.kind, local.name, (), members, own, "", local.where)
            )
    outlets = {name: content_id("entity", name) for name in OUTLETS}
    entities += [MergedEntity(own, "outlet", name, (), (), own) for name, own in outlets.items()]
    of = {m.reading.report.id: outlets[m.reading.report.outlet or ""] for m in made}
    return Grouping(tuple(copies), tuple(incidents), tuple(entities), of)


def make_record(path: Path, number: int) -> None:
    """Writes the synthetic record."""
    made = list(reports(number))
    readings = [one.reading for one in made]
    with Record.create(path) as record:
        record.add(readings)
        record.replace(reconcile(readings, grouping_of(made)))


def pages_of(desk: Desk) -> dict[str, str]:
    """Pages by name; an incident of usual size and the largest one."""
    rows = desk.snapshot.overview.rows
    usual = next(row for row in rows if row.reports == 8)
    largest = max(rows, key=lambda row: row.reports)
    incident = desk.snapshot.incident(usual.id)
    report = desk.snapshot.reports(incident.reports)
    copy = next(entry for entry in report if entry.copy_of)
    person = next(f.subject for f in incident.findings if f.field == "person.age")
    finding = next(f.id for f in incident.findings if f.field == "incident.killed")
    return {
        "incidents": "/",
        "incidents, filtered": "/?disputed=1&place=TR&sort=killed",
        "incidents, search": "/?q=foreman+Tarnvik",
        "map": "/?view=map",
        "timeline": "/?view=timeline",
        "incident": f"/incidents/{usual.id}",
        f"incident of {largest.reports} reports": f"/incidents/{largest.id}",
        "value": f"/incidents/{usual.id}/values/{finding}",
        "report": f"/reports/{copy.report.id}",
        "side by side": f"/reports/{copy.report.id}/beside/{copy.copy_of}",
        "people and bodies": "/entities?q=varga",
        "person": f"/entities/{person}",
        "queue, disputed": "/queue",
        "queue, uncertain": "/queue?order=uncertain",
        "queue, newest": "/queue?order=newest",
        "decisions": "/decisions",
        "agreement": "/agreement",
    }


def timed(client: TestClient, name: str, path: str) -> Timing:
    """One page's answers."""
    taken, worked = [], []
    for _ in range(TIMES + 1):
        start, work = time.perf_counter(), time.process_time()
        answer = client.get(path)
        taken.append(1000 * (time.perf_counter() - start))
        worked.append(1000 * (time.process_time() - work))
        answer.raise_for_status()
    later = taken[1:]
    return Timing(
        name,
        round(taken[0], 1),
        round(statistics.median(later), 1),
        round(max(later), 1),
        round(statistics.median(worked[1:]), 1),
        len(answer.content) // 1000,
    )


def main() -> int:
    """Make the record, ask for every page, print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="the record's file, made where there is none")
    parser.add_argument("--output", type=Path, help="write the figures to this file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "desk.duckdb"
        if not path.exists():
            make_record(path, given.reports)
        start = time.perf_counter()
        with Desk(path) as desk:
            opened = round(time.perf_counter() - start, 2)
            client = TestClient(make_app(desk, Access("names"), hosts=("*",)))
            timings = [timed(client, name, at) for name, at in pages_of(desk).items()]
            counted = desk.snapshot.overview
    for timing in timings:
        shown = f"{timing.median:8.1f} {timing.slowest:8.1f} {timing.cpu:8.1f}"
        print(f"{shown} {timing.kilobytes:6} kB  {timing.page}")
    figures = {
        "reports": counted.reports,
        "incidents": len(counted.rows),
        "open_seconds": opened,
        "load_average": round(os.getloadavg()[0], 1),
        "pages": [asdict(timing) for timing in timings],
    }
    print(f"{counted.reports} reports, {len(counted.rows)} incidents; opened in {opened} s")
    if given.output:
        given.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

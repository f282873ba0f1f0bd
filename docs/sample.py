"""A small invented record from which the reference's example cells are taken.

It is the record that the exporters' tests are held against: a shooting on a ferry quay, told by five
reports, and the readings of a burning ferry. Nothing is read or grouped for it, so that the cells change
only when the tables do.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from docs.field_examples import FIELD_EXAMPLES
from onrecord.core.grouping import DigestPart, LocalRef
from onrecord.core.reading import Gazetteer, Reading, Statement, Time
from onrecord.core.record import Claim, Finding, Incident, RecordContents, RecordReport
from onrecord.core.report import PhotoCredit
from onrecord.core.span import Span
from onrecord.core.tables import TABLES
from onrecord.core.values import Damage, Period, Value
from onrecord.core.views import VIEWS
from onrecord.export.sheets import filled, joined
from onrecord.facts.base import FactType
from onrecord.facts.registry import FACT_TYPES
from onrecord.store import Record
from tests.export.story import captured_twice
from tests.export.story_parts import IDS, WIRE
from tests.group.ferry import story

LONGEST = 60
"""Characters of a cell that are shown."""

PLACE = Gazetteer(60.4, 5.3, "NO", ("Outer Sound",))

Cells = Mapping[str, Mapping[str, str]]
"""Table → column → an example cell."""


def sample() -> RecordContents:
    """The record, with the parts filled that its story has no use for."""
    contents = captured_twice()
    shooting, other = contents.incidents
    told = next(f for f in shooting.findings if f.field == "incident.killed")
    return replace(
        contents,
        incidents=(_whole(shooting), replace(other, findings=tuple(_others(other, told)))),
        reports=tuple(map(_given, contents.reports)),
    )


def _given(entry: RecordReport) -> RecordReport:
    report = replace(
        entry.report,
        given_id="story-17",
        photo_credits=(PhotoCredit("Nordsund Wire", Span(10, 23)),),
        corrections=(Span(0, 58),),
    )
    share = 0.94 if entry.copy_of else None
    evidence = (Span(0, 58),) if entry.copy_of else ()
    return replace(
        entry,
        report=report,
        copy_share=share,
        copy_evidence=evidence,
        publisher=IDS["police"],
        digest_of=(DigestPart(report.id, WIRE.id, 0.41, (Span(0, 58),)),),
    )


def _read(reading: Reading) -> Reading:
    """The reading of the ferry with a statement, a time and what else its story leaves out."""
    said = (Span(0, 40),)
    statement = Statement(
        "s1",
        (Span(50, 56),),
        (Span(57, 61),),
        said,
        "e2",
        ("e2",),
        ((Span(50, 56),),),
        "indirect",
        "says",
        "stated",
    )
    return replace(
        reading,
        entities=tuple(
            replace(e, gender="female", where=PLACE) if e.kind == "place" else e
            for e in reading.entities
        ),
        statements=(statement,),
        incidents=tuple(replace(i, passages=said) for i in reading.incidents),
        facts=tuple(
            replace(f, includes_perpetrators=False, as_of="2031-04-01", mode="video")
            for f in reading.facts
        ),
        times=(Time(Span(20, 27), "date", "2031-04-01"),),
    )


def _whole(incident: Incident) -> Incident:
    return replace(
        incident,
        findings=tuple(map(_counted, incident.findings)),
        timeline=tuple(
            replace(e, step="risen", subject=incident.id, field="incident.killed")
            for e in incident.timeline
        ),
        members=tuple(LocalRef(report, "i1") for report in incident.reports),
    )


def _others(incident: Incident, told: Finding) -> Iterator[Finding]:
    """A finding of each field, for columns that the shooting leaves empty."""
    for kind in FACT_TYPES:
        value = _value(kind)
        if value is not None:
            subject = IDS["ødegren"] if kind.field.startswith("person.") else incident.id
            known = f"f-{kind.field}"
            yield replace(
                told, id=known, subject=subject, field=kind.field, value=value, alternatives=()
            )


def _value(kind: FactType) -> Value | None:
    if kind.field == "incident.date":
        return Period("2031-03-01", "2031-03-02")
    if kind.field == "incident.damage":
        return Damage("$2 million", 2_000_000.0, "USD")
    example = FIELD_EXAMPLES[kind.field].value
    if kind.entity_value:
        return IDS["strand"]
    return example if isinstance(example, (int, str)) else 4 if "low" in str(example) else None


def _counted(finding: Finding) -> Finding:
    if finding.field != "incident.killed":
        return finding
    claims = tuple(map(_claim, finding.claims))
    return replace(finding, includes_perpetrators=False, claims=claims)


def _claim(claim: Claim) -> Claim:
    return replace(
        claim,
        qualifier="exact",
        as_of="2031-03-08",
        mode="video",
        approximate=True,
        includes_perpetrators=False,
        speaker=claim.origin,
    )


def sheet_cells() -> Cells:
    """Of each table for coders, a cell of each column."""
    return {
        sheet.table.name: _first(
            [c.name for c in sheet.table.columns],
            ({name: joined(cell) for name, cell in row.items()} for row in rows),
        )
        for sheet, rows in filled(sample())
    }


def record_cells() -> Cells:
    """Of each table and view of a record, a cell of each column."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.duckdb"
        with Record.create(path) as record:
            record.add([_read(reading) for reading in story()])
            record.replace(sample())
        with Record.open(path) as record:
            return {table.name: _first(*_rows(record, table.name)) for table in (*TABLES, *VIEWS)}


def _rows(record: Record, table: str) -> tuple[list[str], Iterator[Mapping[str, object]]]:
    answer = record.sql(f"SELECT * FROM {table} ORDER BY ALL")
    names = [str(column[0]) for column in answer.description or ()]
    return names, (dict(zip(names, row, strict=True)) for row in answer.fetchall())


def _first(names: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The first cell of each column that is not empty."""
    known = list(names)
    found: dict[str, str] = {}
    for row in rows:
        for name in known:
            if name not in found and row.get(name) not in (None, "", [], ()):
                found[name] = shown(row[name])
    return found


def shown(cell: object) -> str:
    """A cell as a line of Markdown code, cut where it is long."""
    text = " ".join(str(cell).replace("`", "'").split())
    return f"`{text}`" if len(text) <= LONGEST else f"`{text[: LONGEST - 1]}…`"

"""A digest carries the texts that it puts together: its passages are those texts' word."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.core.reading import Reading
from onrecord.core.record import RecordContents
from onrecord.group import group
from onrecord.reconcile import reconcile
from onrecord.reconcile.accounts import report_account
from onrecord.store import Record
from tests.group.making import Draft, Told, make

LANDSLIDE = (
    "Four people died when a hillside above the spa town of Kirrbach gave way on Tuesday night and "
    "buried two guest houses beside the river, the only road out and a stretch of the old railway."
)
REPAIRS = (
    "Engineers who looked at the slope of Kirrbach on Wednesday said that the railway would stay "
    "closed for a month at least, since the masonry of the lower viaduct had moved by a hand."
)
OWN = "Nine people were hurt, as far as this page could learn while the rescue was still going on."


def told(text: str, outlet: str, day: int, facts: tuple[Told, ...] = ()) -> Reading:
    return make(Draft(outlet, text, f"2031-04-0{day}T10:00:00+00:00", facts=facts))


@pytest.fixture(scope="module")
def contents() -> RecordContents:
    killed = Told("incident.killed", 4, "Four people")
    hurt = Told("incident.injured", 9, "Nine people")
    readings = [
        told(LANDSLIDE, "Spa Gazette", 2, facts=(killed,)),
        told(REPAIRS, "Railway Weekly", 3),
        told(f"{LANDSLIDE} {OWN} {REPAIRS}", "Day in Brief", 4, facts=(killed, hurt)),
    ]
    return reconcile(readings, group(readings))


def origins(contents: RecordContents, field: str) -> set[str]:
    names = {entity.id: entity.name for entity in contents.entities}
    return {
        names[origin]
        for incident in contents.incidents
        for finding in incident.findings
        if finding.field == field
        for origin in finding.origins
    }


def test_digest_names_each_of_its_texts_with_the_passages(contents: RecordContents) -> None:
    outlets = {entry.report.id: entry.report.outlet for entry in contents.reports}
    digest = next(entry for entry in contents.reports if entry.report.outlet == "Day in Brief")
    assert digest.copy_of is None
    parts = {outlets[part.of]: part for part in digest.digest_of}
    assert parts.keys() == {"Spa Gazette", "Railway Weekly"}
    assert parts["Spa Gazette"].evidence[0].cut(digest.report.text).startswith("Four people died")
    assert 0.3 < parts["Railway Weekly"].share < 0.5


def test_its_passages_are_no_second_origin_but_its_own_words_are_one(
    contents: RecordContents,
) -> None:
    assert origins(contents, "incident.killed") == {"Spa Gazette"}
    assert origins(contents, "incident.injured") == {"Day in Brief"}


def test_it_is_explained_and_comes_back_from_the_file(
    contents: RecordContents, tmp_path: Path
) -> None:
    digest = next(entry for entry in contents.reports if entry.digest_of)
    lines = [line for part in report_account(digest, contents).parts for line in part.lines]
    assert any("stand in that of Spa Gazette" in line for line in lines)
    with Record.create(tmp_path / "r.duckdb") as record:
        record.replace(contents)
        assert record.contents().reports == contents.reports

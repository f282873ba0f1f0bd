"""What a reader must find in the demo story's record, whatever else is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.annotate import Encoder
from onrecord.core.record import Finding, Incident, RecordContents
from onrecord.core.span import cut_all
from onrecord.core.values import Interval
from onrecord.export import brief
from onrecord.pipeline import build
from onrecord.store import Record


@pytest.fixture(scope="module")
def contents(
    demo_reports: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RecordContents]:
    """The demo's record."""
    path = tmp_path_factory.mktemp("demo") / "record.duckdb"
    assert build(demo_reports, path, encoder=encoder).rejections == ()
    with Record.open(path) as record:
        yield record.contents()


@pytest.fixture(scope="module")
def bombing(contents: RecordContents) -> Incident:
    """The incident that most reports speak of."""
    return max(contents.incidents, key=lambda incident: len(incident.reports))


def named(contents: RecordContents, *names: str) -> set[str]:
    """Ids of the entities with one of these names."""
    return {e.id for e in contents.entities if e.name in names or set(names) & set(e.also)}


def about(incident: Incident, field: str) -> list[Finding]:
    """The incident's own findings of a field."""
    return [f for f in incident.findings if f.field == field and f.subject == incident.id]


def test_one_bombing_in_seven_reports(bombing: Incident) -> None:
    assert bombing.type == "bombing"
    assert len(bombing.reports) == 7


def test_the_fire_is_another_incident(contents: RecordContents) -> None:
    (fire,) = [r for r in contents.reports if r.report.title and "Tampere" in r.report.title]
    lead = next(i for i in contents.incidents if i.id == fire.incidents[0])
    assert lead.type == "fire"
    assert lead.reports[0] == fire.report.id


def test_two_copies_of_the_agency(contents: RecordContents) -> None:
    copies = {r.report.outlet for r in contents.reports if r.copy_of}
    assert copies == {"Saaristo Post", "The Tolverton Courier"}


def test_the_corrected_toll_took_the_place_of_the_first(bombing: Incident) -> None:
    (killed,) = about(bombing, "incident.killed")
    assert killed.value == 2
    assert killed.status == "superseded"
    assert [other.value for other in killed.alternatives] == [3]


def test_the_number_of_injured_is_disputed(bombing: Incident) -> None:
    injured = [f for f in about(bombing, "incident.injured") if f.status == "disputed"]
    assert injured
    values = {injured[0].value, *(other.value for other in injured[0].alternatives)}
    assert {14, 17} <= values
    assert Interval(injured[0].low, injured[0].high) == Interval(14, 17)


def test_the_claim_of_responsibility_is_denied(contents: RecordContents, bombing: Incident) -> None:
    claims = about(bombing, "incident.claimed_by")
    assert {f.value for f in claims} == named(contents, "Ember Front")
    assert {f.status for f in claims} == {"denied"}


def test_a_relay_keeps_its_links(contents: RecordContents, bombing: Incident) -> None:
    names = {entity.id: entity.name for entity in contents.entities}
    texts = {report.report.id: report.report.text for report in contents.reports}
    chains = [
        [names[link] for link in s.chain]
        for s in bombing.statements
        if "had been seen in the hall" in cut_all(s.content, texts[s.report])
    ]
    assert ["cleaner", "Turku Gazette", "Radio Aura Coast"] in chains


@pytest.mark.parametrize(
    ("name", "age", "origins"),
    [("Aino Lehtisaari", 61, 2), ("Oskar Brännvik", 19, 2), ("Teemu Varjola", 34, 1)],
)
def test_ages(
    name: str, age: int, origins: int, contents: RecordContents, bombing: Incident
) -> None:
    people = named(contents, name)
    (finding,) = [f for f in bombing.findings if f.field == "person.age" and f.subject in people]
    assert (finding.value, len(finding.origins)) == (age, origins)


def test_the_brief_tells_it(contents: RecordContents, bombing: Incident) -> None:
    text = brief.markdown(contents, bombing.id)
    for words in ("Turku", "Ember Front", "disputed", "Lehtisaari", "2 of them copies"):
        assert words in text

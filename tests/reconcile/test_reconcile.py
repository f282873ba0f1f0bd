"""A story end to end: origins, carriers, copies, digest, timeline, and the order of arrival."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.grouping import Grouping
from onrecord.core.record import Finding, Incident, RecordContents
from onrecord.group import group
from onrecord.reconcile import reconcile
from tests.group import ferry


@pytest.fixture(scope="module")
def grouping() -> Grouping:
    return group(ferry.story())


@pytest.fixture(scope="module")
def contents(grouping: Grouping) -> RecordContents:
    return reconcile(ferry.story(), grouping)


@pytest.fixture(scope="module")
def incident(contents: RecordContents) -> Incident:
    return max(contents.incidents, key=lambda one: len(one.reports))


def names(contents: RecordContents) -> dict[str, str]:
    return {entity.id: entity.name for entity in contents.entities}


def finding(incident: Incident, field: str) -> Finding:
    return next(found for found in incident.findings if found.field == field)


def origins(contents: RecordContents, found: Finding) -> set[str]:
    return {names(contents)[origin] for origin in found.origins}


def test_toll_is_the_later_one_and_the_earlier_stands_beside_it(
    contents: RecordContents, incident: Incident
) -> None:
    toll = finding(incident, "incident.killed")
    assert (toll.value, toll.low, toll.high, toll.status) == (3, 3, 3, "superseded")
    assert origins(contents, toll) == {"county hospital"}
    assert [(other.value, other.relation) for other in toll.alternatives] == [(2, "replaced")]
    assert len(toll.alternatives[0].reports) == 4


def test_copies_carry_but_are_no_origins(contents: RecordContents, incident: Incident) -> None:
    role = next(f for f in incident.findings if f.value == "ticket inspector")
    assert origins(contents, role) == {"Fjordwire", "Torsvika Tidende"}
    assert {"Sound Courier", "BriefRoom"} <= set(role.carriers)
    assert role.status == "agreed"


def test_own_paragraph_of_a_copy_is_its_own_word(
    contents: RecordContents, incident: Incident
) -> None:
    head = next(f for f in incident.findings if f.value == "head")
    assert origins(contents, head) == {"Hestøy Post"}


def test_digest_is_an_origin_of_what_nobody_else_says(
    contents: RecordContents, incident: Incident
) -> None:
    injured = finding(incident, "incident.injured")
    assert (injured.value, origins(contents, injured)) == (14, {"BriefRoom"})


def test_two_ages_are_disputed_and_both_are_told(
    contents: RecordContents, incident: Incident
) -> None:
    age = finding(incident, "person.age")
    assert (age.value, age.low, age.high, age.status) == (44, 44, 45, "disputed")
    assert "Plain vote of reports" in age.reason
    assert "45" in age.reason


def test_entity_with_a_slip_has_one_finding(contents: RecordContents, incident: Incident) -> None:
    victims = [f for f in incident.findings if f.field == "incident.victim"]
    assert [names(contents)[str(f.value)] for f in victims] == ["Marta Ollery"]


def test_coded_values_say_why(incident: Incident) -> None:
    coded = finding(incident, "incident.killed").coded
    assert coded is not None
    assert coded["gtd-2021"].columns == {"nkill": 3}
    assert "most recent" in coded["gtd-2021"].why


def test_timelines(incident: Incident) -> None:
    happened = [e for e in incident.timeline if e.kind == "happened"]
    reported = [e.what for e in incident.timeline if e.kind == "reported"]
    assert [e.at for e in happened] == ["2031-04-01"]
    assert any("2 → 3" in what and "county hospital" in what for what in reported)


def test_title_is_no_copys(incident: Incident) -> None:
    assert incident.title in {
        "Two die in ferry fire at Torsvika",
        "Ferry fire in Torsvika: third victim dies",
        "Torsvika ferry fire: what we know",
    }


def test_reports_know_their_incidents_and_originals(contents: RecordContents) -> None:
    by_outlet = {entry.report.outlet: entry for entry in contents.reports if entry.copy_group}
    assert set(by_outlet) == {"Fjordwire", "Sound Courier", "Hestøy Post"}
    assert by_outlet["Fjordwire"].copy_of is None
    assert by_outlet["Sound Courier"].copy_of == by_outlet["Fjordwire"].report.id
    assert all(entry.incidents for entry in contents.reports)


def test_every_claim_can_be_shown(contents: RecordContents) -> None:
    texts = {entry.report.id: entry.report.text for entry in contents.reports}
    claims = [c for i in contents.incidents for f in i.findings for c in f.claims]
    assert claims
    assert all(span.cut(texts[claim.report]) for claim in claims for span in claim.evidence)


def test_origins_and_subjects_are_entities(contents: RecordContents) -> None:
    known = set(names(contents)) | {incident.id for incident in contents.incidents}
    for incident in contents.incidents:
        for found in incident.findings:
            assert found.subject in known
            assert set(found.origins) <= known


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_order_of_arrival_does_not_matter(order: list[int]) -> None:
    story = ferry.story()
    shuffled = [story[i] for i in order]
    grouping = group(shuffled)
    assert grouping == group(story)
    assert reconcile(shuffled, grouping) == reconcile(story, group(story))


def test_repeats_do_not_matter(grouping: Grouping) -> None:
    assert group([*ferry.story(), ferry.own()]) == grouping


def test_same_report_from_two_paths_is_one(grouping: Grouping) -> None:
    moved = ferry.own()
    moved = replace(moved, report=replace(moved.report, input="elsewhere"))
    assert [g.id for g in group([*ferry.story(), moved]).incidents] == [
        g.id for g in grouping.incidents
    ]


def test_nothing_gives_nothing() -> None:
    assert reconcile([], group([])) == RecordContents()

"""Incidents: stories together, twins apart, follow-ups and background joined."""

from __future__ import annotations

from onrecord.core.grouping import IncidentGroup
from onrecord.core.reading import Reading
from onrecord.group import group
from tests.group import ferry
from tests.group.making import Draft, Told, make


def stories(readings: list[Reading]) -> set[frozenset[str]]:
    outlets = {r.report.id: f"{r.report.outlet} {(r.report.title or '')[:12]}" for r in readings}
    return {frozenset(outlets[report] for report in g.lead_of) for g in group(readings).incidents}


def of(readings: list[Reading], report: Reading) -> IncidentGroup:
    return next(g for g in group(readings).incidents if report.report.id in g.lead_of)


def test_one_story_is_one_incident_and_the_other_stays_apart() -> None:
    found = stories(ferry.story())
    assert sorted(len(one) for one in found) == [1, 5]
    assert frozenset({"Fjordwire Van rolls do"}) in found


def twin(place: str, day: str, who: str) -> Reading:
    text = (
        f"A man was shot in the leg outside a bar in {place} on {day}, police said. The man, 27, "
        f"was taken to a hospital with injuries that were not life-threatening. {who} said no one "
        "had been arrested and asked witnesses to call the detectives' office."
    )
    return make(
        Draft(
            f"{place} Herald",
            text,
            f"{day}T20:00:00+00:00",
            f"Man shot outside bar in {place}",
            (f"{place}:place", who),
            (
                Told("incident.date", day, day),
                Told("incident.place", place, place),
                Told("incident.killed", 0, "shot"),
            ),
            kind="shooting",
        )
    )


def test_twins_of_another_place_and_date_are_two_incidents() -> None:
    readings = [
        twin("Dunmarrow", "2031-05-03", "Sgt Ada Pell"),
        twin("Quellwick", "2031-05-09", "Sgt Rolf Ames"),
    ]
    assert len(stories(readings)) == 2


def test_follow_up_months_later_joins_by_name_place_and_date() -> None:
    early = twin("Dunmarrow", "2031-05-03", "Sgt Ada Pell")
    text = (
        "The trial of a man accused of a shooting outside a bar in Dunmarrow on 2031-05-03 opened "
        "before the county court. Sgt Ada Pell told the jury how police found the man who was "
        "shot in the leg, and how witnesses had called the detectives' office."
    )
    late = make(
        Draft(
            "Dunmarrow Herald",
            text,
            "2031-09-20T09:00:00+00:00",
            "Trial opens over shooting outside Dunmarrow bar",
            ("Dunmarrow:place", "Sgt Ada Pell"),
            (
                Told("incident.date", "2031-05-03", "2031-05-03"),
                Told("incident.place", "Dunmarrow", "Dunmarrow"),
            ),
            kind="shooting",
        )
    )
    assert len(stories([early, late])) == 1


def test_background_of_one_report_joins_the_lead_of_another() -> None:
    past = (
        "The fire on the night ferry Solrenna at its berth in Torsvika killed two people, and "
        "flames spread from the car deck"
    )
    text = f"The county of Sund will pay for new pumps in all its harbours. {past}."
    later = make(
        Draft(
            "County Gazette",
            text,
            "2031-04-05T08:00:00+00:00",
            "County pays for harbour pumps",
            ("Torsvika:place", "Solrenna:vehicle"),
            (
                Told("incident.date", "2031-04-01", "killed", incident="i2"),
                Told("incident.place", "Torsvika", "Torsvika", incident="i2"),
            ),
            background=(past,),
            kind="other",
        )
    )
    incident = of([*ferry.story(), later], ferry.wire())
    assert any(ref.report == later.report.id and ref.local == "i2" for ref in incident.members)
    assert later.report.id not in incident.lead_of


def test_reason_is_told_in_words() -> None:
    reason = of(ferry.story(), ferry.wire()).reason
    assert "both tell of torsvika" in reason
    assert "the dates agree" in reason

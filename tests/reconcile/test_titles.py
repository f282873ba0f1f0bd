"""Titles: plain headlines first, and what an incident is called without one."""

from __future__ import annotations

import pytest

from onrecord.core.grouping import IncidentGroup, LocalRef
from onrecord.core.reading import Reading
from onrecord.core.record import Finding
from onrecord.core.report import Report
from onrecord.core.values import Interval, Period, Value
from onrecord.reconcile.titles import date_words, headline, incident_title, made_title


def title_of(*titles: str, copies: frozenset[str] = frozenset()) -> str:
    reports = [Report(id=f"r{n}", input="", text="", title=t) for n, t in enumerate(titles)]
    ids = tuple(report.id for report in reports)
    group = IncidentGroup("i", tuple(LocalRef(id_, "i1") for id_ in ids), ids, "")
    return incident_title(group, {r.id: Reading(r, "none") for r in reports}, copies)


def finding(field: str, value: Value, status: str = "single") -> Finding:
    return Finding("f", "s", field, value, status, (), (), (), "", ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "odd",
    [
        "Correction: Ferry fire kills two off Brevik",
        "Brevik ferry fire: live updates as two die",
        "Ferry fire off Brevik kills two: was it arson?",
        "TWO DEAD in FERRY FIRE off Brevik",
        "“We jumped”: two dead in ferry fire off Brevik",
    ],
)
def test_plain_headline_goes_before(odd: str) -> None:
    assert title_of(odd, "Two die in blaze") == "Two die in blaze"
    assert title_of(odd) == odd


def test_most_in_common_leads_and_copies_stand_back() -> None:
    titles = ("Ferry fire kills two", "Night of fear at sea", "Two dead after ferry fire")
    assert title_of(*titles) in (titles[0], titles[2])
    assert title_of(*titles, copies=frozenset({"r0", "r2"})) == titles[1]


def test_site_name_is_no_part_of_a_headline() -> None:
    assert headline("Ferry fire kills two - Channel 9 News") == "Ferry fire kills two"
    assert headline("Ferry fire kills two | WXYQ") == "Ferry fire kills two"
    assert headline("Ferry fire - two dead in port") == "Ferry fire - two dead in port"


def test_title_is_made_of_what_is_known() -> None:
    names = {"e1": "Brevik", "e2": "man", "e3": "Brevik ferry terminal"}
    place, date = finding("incident.place", "e1"), finding("incident.date", "2031-04")
    assert made_title("fire", [place, date], names) == "Fire in Brevik, April 2031"
    assert made_title("fire", [finding("incident.place", "e3")], names) == (
        "Fire at Brevik ferry terminal"
    )
    assert made_title("fire", [finding("incident.place", "e1", "denied")], names) == "Fire"
    toll = finding("incident.killed", Interval(11, None))
    assert made_title("other", [finding("incident.victim", "e2"), toll], names) == (
        "Incident with at least 11 killed"
    )


def test_dates_in_words() -> None:
    assert date_words("2031-04-05") == "5 April 2031"
    assert date_words("2031") == "2031"
    assert date_words(Period("2031-01-01", "2031-12-31")) == "2031"
    assert date_words(Period("2031-04-05", "2031-05-01")) == "5 April 2031 to 1 May 2031"
    assert date_words("2031-W14") == "2031-W14"

"""The day of an incident: hard cases, told on Thursday, 14 March 2024."""

from __future__ import annotations

import pytest

from onrecord.core.values import Period
from onrecord.facts import incident_date
from tests.facts.incident_cases import told, values_of

DAYS = [
    ("Two men were shot dead on Monday.", "2024-03-11"),
    ("Two men were shot dead Monday night.", "2024-03-11"),
    ("Two men were shot dead on March 5.", "2024-03-05"),
    ("Two men were shot dead last Friday.", "2024-03-08"),
    ("Two men were shot dead yesterday.", "2024-03-13"),
    ("Two men were shot dead early today.", "2024-03-14"),
    ("Two men were shot dead. It happened on Tuesday.", "2024-03-12"),
    ("Two men were shot dead. This happened on Elm Road on March 3rd.", "2024-03-03"),
    ("The shooting took place just before 9 p.m. Monday at a home.", "2024-03-11"),
    ("The shooting was reported at 11:42 a.m. Tuesday.", "2024-03-12"),
    ("A man was shot. Officers were called to a bar at about 8 p.m. Saturday.", "2024-03-09"),
    ("Police are looking for the man who shot four people outside a shop Saturday night.",
     "2024-03-09"),
    ("A teenager was shot dead Sunday; a man was arrested on Tuesday.", "2024-03-10"),
    ("A man was arrested on Wednesday over a shooting that killed two people on Sunday.",
     "2024-03-10"),
    ("A man was charged on Tuesday after a shooting in Linz on Saturday.", "2024-03-09"),
    ("Saturday's shooting left two dead, police said on Monday.", "2024-03-09"),
    ("Police said on Wednesday that two men had been shot on Sunday.", "2024-03-10"),
    ("He was shot late Monday night, February 26.", "2024-02-26"),
    ("Five people were shot overnight. Police arrived at about 2 a.m.", "2024-03-14"),
    ("Five people were shot overnight. It began at 10:30 p.m.", "2024-03-13"),
    ("Five people were shot overnight, early on Thursday.", "2024-03-14"),
    ("The shots rang out on Friday evening, witnesses to the shooting said.", "2024-03-08"),
    ("A boy was shot. He was playing in a yard on Tuesday when a gun went off.", "2024-03-12"),
    ("A boy was shot. The bodies were found on Sunday.", "2024-03-10"),
]  # fmt: skip

AFTER = [
    ("Two men were shot dead in a Wednesday shooting, and a suspect was identified.", "2024-03-13"),
    ("He was caught days after the March 2 gunfight outside the bank.", "2024-03-02"),
    ("A man booked on Tuesday for the Sunday shooting remains in custody.", "2024-03-10"),
    ("A woman was shot. Her neighbour made a 911 call on Saturday morning.", "2024-03-09"),
    ("A boy was shot. He was at the park on Monday night with his uncle.", "2024-03-11"),
    ("A girl was shot in the hand. Her father left the gun in his car Friday.", "2024-03-08"),
    ("Officials Wednesday identified the man who was shot dead on Sunday.", "2024-03-10"),
    ("A man was charged with murder on Tuesday. He shot two neighbours dead on January 6 after a row.",
     "2024-01-06"),
    ("A jury found him guilty on Wednesday. The shooting on August 2, 2022 left one dead.",
     "2022-08-02"),
    ("Five people were shot in the 1600 block of Elm Street on Tuesday.", "2024-03-12"),
]  # fmt: skip

NONE = [
    "Two men were shot dead, police said on Monday.",
    "A boy was in a critical condition on Wednesday after shooting himself in the head.",
    "He was shot dead, a spokesman wrote in a statement Tuesday.",
    "The boy who was shot turns six on Sunday.",
    "A boy was shot. The mayor visited the street on Tuesday.",
    "As of Monday there had been nine shootings in the town.",
    "A boy was shot in the 1900 block of Elm Street.",
    "A suspect in the shooting appeared in court on Tuesday.",
    "The man accused of the shooting was denied bond on Wednesday.",
    "A grand jury indicted him on Monday for the shooting.",
    "The shooting victim's funeral will be held on Saturday.",
    "Posted: Monday, March 11, 2024\nTwo men were shot dead in Linz.",
    "All but two of those held over the shooting had been freed by Sunday.",
    "Two men were shot dead in Linz.",
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_day(text: str, day: str) -> None:
    assert day in values_of(incident_date.TYPE, text, "shooting")[:1]


@pytest.mark.parametrize(("text", "day"), AFTER)
def test_day_in_a_report_of_what_came_after(text: str, day: str) -> None:
    assert day in values_of(incident_date.TYPE, text, "shooting")[:1]


@pytest.mark.parametrize("text", NONE)
def test_no_day(text: str) -> None:
    days = incident_date.TYPE.find(told(text, "shooting"))
    assert [day.value for day in days if not day.approximate] == []


FRESH = [
    ("Two men were shot dead in Linz.", Period("2024-03-13", "2024-03-14")),
    ("Police are looking for whoever shot five people in a bar.",
     Period("2024-03-13", "2024-03-14")),
    ("Two men were shot dead, police said on Monday.", Period("2024-03-10", "2024-03-11")),
]  # fmt: skip

OLD = [
    "A man has been charged with shooting two people dead.",
    "A grand jury indicted him for the shooting.",
    "The shooting victim's funeral will be held on Saturday.",
    "Two men were shot dead here a year ago.",
    "Two men were shot dead in the town last month.",
]


@pytest.mark.parametrize(("text", "days"), FRESH)
def test_days_of_a_report_told_as_news(text: str, days: Period) -> None:
    (found,) = incident_date.TYPE.find(told(text, "shooting"))
    assert (found.value, found.certainty, found.approximate) == (days, "possible", True)


@pytest.mark.parametrize("text", OLD)
def test_a_report_of_what_came_after_gives_no_days_of_its_own(text: str) -> None:
    assert values_of(incident_date.TYPE, text, "shooting") == []


def test_what_is_no_incident_has_no_days() -> None:
    assert values_of(incident_date.TYPE, "Two men were shot dead in Linz.", "other") == []


def test_night_without_an_hour_is_a_period() -> None:
    found = values_of(incident_date.TYPE, "Five people were shot overnight.", "shooting")
    assert found == [Period("2024-03-13", "2024-03-14")]

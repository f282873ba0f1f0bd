"""Time expressions and their TIMEX3 values, resolved against the report's own day."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.times import find_times

# Told on a Wednesday evening.
PUBLISHED = "2023-06-14T21:30:00+02:00"

CASES = [
    ("The bridge fell on Monday.", "Monday", "date", "2023-06-12"),
    ("It fell on Wednesday.", "Wednesday", "date", "2023-06-14"),
    ("The mayor will speak on Friday.", "Friday", "date", "2023-06-16"),
    ("Talks broke down last Thursday.", "last Thursday", "date", "2023-06-08"),
    ("She comes next Monday.", "next Monday", "date", "2023-06-19"),
    ("He fled on Sunday night.", "Sunday night", "time", "2023-06-11TNI"),
    ("It rained yesterday.", "yesterday", "date", "2023-06-13"),
    ("It rained this morning.", "this morning", "time", "2023-06-14TMO"),
    ("It burned last night.", "last night", "time", "2023-06-13TNI"),
    ("It burned overnight.", "overnight", "time", "2023-06-14TNI"),
    ("In March, two boats sank.", "March", "date", "2023-03"),
    ("They left last month.", "last month", "date", "2023-05"),
    ("They left earlier this week.", "earlier this week", "date", "2023-W24"),
    ("They left last year.", "last year", "date", "2022"),
    ("They left two days ago.", "two days ago", "date", "2023-06-12"),
    ("They left a week ago.", "a week ago", "date", "2023-06-07"),
    ("They left five years ago.", "five years ago", "date", "2018"),
    ("It began on March 5.", "March 5", "date", "2023-03-05"),
    ("It began on Nov. 5.", "Nov. 5", "date", "2022-11-05"),
    ("It began on 9 June.", "9 June", "date", "2023-06-09"),
    ("It began on 3 July 2021.", "3 July 2021", "date", "2021-07-03"),
    ("It began on July 3, 2021.", "July 3, 2021", "date", "2021-07-03"),
    ("Held on 2021-07-03.", "2021-07-03", "date", "2021-07-03"),
    ("In December 2018 a dam broke.", "December 2018", "date", "2018-12"),
    ("A dam broke in February.", "February", "date", "2023-02"),
    ("A dam broke in November.", "November", "date", "2022-11"),
    ("In 2011 a dam broke.", "2011", "date", "2011"),
    ("They met in the 1980s.", "the 1980s", "date", "198"),
    ("They met last summer.", "last summer", "date", "2022-SU"),
    ("He woke at 3 a.m.", "3 a.m.", "time", "2023-06-14T03:00"),
    ("He was shot on New Year's Eve.", "New Year's Eve", "date", "2022-12-31"),
    ("It will be held on the Fourth of July.", "Fourth of July", "date", "2023-07-04"),
    ("They met on Christmas Day 2019.", "Christmas Day 2019", "date", "2019-12-25"),
    ("They met on Thanksgiving.", "Thanksgiving", "date", "2022-11-24"),
    ("They met in nineteen ninety-six.", "nineteen ninety-six", "date", "1996"),
    ("Sales fell in the year-ago first quarter.", "the year-ago first quarter", "date", "2022-Q1"),
    ("Sales fell in the latest quarter.", "the latest quarter", "date", "2023-Q1"),
    ("He woke at 11:20 p.m. on Monday.", "11:20 p.m.", "time", "2023-06-12T23:20"),
    ("He woke at 10.07am.", "10.07am", "time", "2023-06-14T10:07"),
    ("He woke at 16:20.", "16:20", "time", "2023-06-14T16:20"),
    ("She came at ten to eleven.", "ten to eleven", "time", "2023-06-14T10:50"),
    (
        "It ended at half past eight on Tuesday night.",
        "half past eight",
        "time",
        "2023-06-13T20:30",
    ),
    ("It ended at nine o'clock.", "nine o'clock", "time", "2023-06-14T09:00"),
    ("It ended at noon.", "noon", "time", "2023-06-14T12:00"),
    ("It ended at 9 p.m. Tuesday.", "9 p.m. Tuesday", "time", "2023-06-13T21:00"),
    ("He was held for three days.", "three days", "duration", "P3D"),
    ("He waited two hours.", "two hours", "duration", "PT2H"),
    ("He got 24 years in prison.", "24 years", "duration", "P24Y"),
    ("They talk every day.", "every day", "set", "P1D"),
    ("They talk every Friday.", "every Friday", "set", "XXXX-WXX-5"),
    ("Nobody knows now.", "now", "date", "PRESENT_REF"),
    ("It opened recently.", "recently", "date", "PAST_REF"),
]

NO_TIMES = [
    "Between 15 and 18 soldiers died.",
    "A 34-year-old man spoke.",
    "It may rain.",
    "They march through town.",
    "A .38 pistol and 200 rounds.",
    "She may go to the sun.",
]


def times_of(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    report = Report(id="r1", input="x", text=text, published=published)
    found = find_times(report, (Span(0, len(text)),) if text else ())
    return [(t.span.cut(text), t.type, t.value) for t in found]


@pytest.mark.parametrize(("text", "words", "kind", "value"), CASES)
def test_value(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in times_of(text)


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    assert times_of(text) == []


def test_day_is_the_outlets_own() -> None:
    text = "It burned today."
    assert times_of(text, "2023-06-14T23:50:00-05:00")[0][2] == "2023-06-14"


def test_without_a_date_days_stay_open() -> None:
    assert times_of("It burned on Friday.", None) == [("Friday", "date", "XXXX-WXX-5")]


def test_quarter_of_a_firms_results() -> None:
    text = (
        "Lumora earned $5 million in the first quarter, up from $4 million a year earlier. It opened"
        " two shops in the quarter. Its chief came a year ago."
    )
    report = Report(id="r", input="t", text=text, published=PUBLISHED)
    values = [time.value for time in find_times(report, ())]
    assert values == ["2023-Q1", "2022-Q1", "2023-Q1", "2022"]


@pytest.mark.parametrize(
    "text", ["The 1600 block is closed.", "He lived at 1900 Elm Street.", "The quarter is old."]
)
def test_what_is_no_year_and_no_quarter(text: str) -> None:
    assert find_times(Report(id="r", input="t", text=text, published=PUBLISHED), ()) == ()


def test_day_of_saying_is_past() -> None:
    text = "The bridge will be closed, she said on Monday."
    assert times_of(text) == [("Monday", "date", "2023-06-12")]


def test_later_day_counts_from_the_last_one() -> None:
    text = "It sank on 1 May. Two days later it was found."
    assert [t[2] for t in times_of(text)] == ["2023-05-01", "2023-05-03"]


@given(st.text(alphabet="at 0123456789.:apmMondyMrch,-", max_size=50))
def test_any_text_gives_ordered_spans(text: str) -> None:
    report = Report(id="r1", input="x", text=text, published=PUBLISHED)
    found = find_times(report, ())
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))

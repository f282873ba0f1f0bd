"""Words for people: dates, counts, lists, values."""

from __future__ import annotations

import pytest

from onrecord.core.record import Status
from onrecord.core.values import Interval, Link, Period
from onrecord.export.words import (
    STATUS_MEANING,
    STATUS_WORDS,
    calm,
    counted,
    date_words,
    is_named,
    listed,
    period_words,
    time_words,
    upper_first,
    value_words,
    web_address,
)

NAMES = {"e1": "Isak Løvdal"}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2031-03-07T21:05+01:00", "7 March 2031, 21:05"),
        ("2031-03-07", "7 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("last spring", "last spring"),
        (None, "no date"),
    ],
)
def test_dates(written: str | None, words: str) -> None:
    assert date_words(written) == words


def test_day_alone() -> None:
    assert date_words("2031-03-07T21:05", time=False) == "7 March 2031"


def test_times_say_where_they_are_utc() -> None:
    assert time_words("2031-03-07T21:05:00+00:00") == "21:05 UTC"
    assert time_words("2031-03-07T21:05") == "21:05"
    assert time_words("2031-03-07") == ""


def test_periods() -> None:
    assert period_words(Period("2031-03-07", "2031-03-09")) == "7 March 2031 to 9 March 2031"


def test_counts_and_lists() -> None:
    assert counted(1, "origin") == "1 origin"
    assert counted(1200, "origin") == "1,200 origins"
    assert counted(2, "copy", "copies") == "2 copies"
    assert [listed(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_values() -> None:
    assert value_words("incident.killed", Interval(11, None), NAMES) == "at least 11"
    assert value_words("incident.victim", "e1", NAMES) == "Isak Løvdal"
    assert value_words("person.condition", "at_large", NAMES) == "at large"
    assert value_words("person.relation", Link("e1", "colleague"), NAMES).endswith("Isak Løvdal")


def test_a_field_that_nobody_lists_has_words_all_the_same() -> None:
    assert value_words("incident.noise_level", "very_loud", NAMES) == "very loud"


@pytest.mark.parametrize(
    ("name", "named"),
    [("Ana Brito", True), ("62-year-old man", False), ("One attacker", False), ("", False)],
)
def test_names(name: str, named: bool) -> None:
    assert is_named(name) is named


def test_each_status_has_its_words() -> None:
    assert set(STATUS_WORDS) == set(STATUS_MEANING) == set(Status.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://a.example/b", 'https://a"b', ""]
)
def test_only_web_addresses_are_linked(url: str) -> None:
    assert web_address(url) == ""


def test_web_addresses() -> None:
    assert web_address("https://a.example/b?c=d#e") == "https://a.example/b?c=d#e"
    assert upper_first("ñandú") == "Ñandú"


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("TARNVIK", "place", "Tarnvik"),
        ("PUERTO CASMA", "place", "Puerto Casma"),
        ("ILSE O'VARGA", "person", "Ilse O'Varga"),
        ("ST OLA'S QUAY", "facility", "St Ola's Quay"),
        ("USA", "place", "USA"),
        ("UNESCO", "organisation", "UNESCO"),
        ("Tarnvik", "place", "Tarnvik"),
    ],
)
def test_names_in_capitals_are_shown_in_title_case(name: str, kind: str, shown: str) -> None:
    assert calm(name, kind) == shown

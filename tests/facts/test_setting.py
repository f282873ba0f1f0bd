"""The town that a report is set in."""

from __future__ import annotations

import pytest

from onrecord.core.reading import Entity
from onrecord.core.report import Report
from onrecord.facts.places import lookup
from onrecord.facts.setting import find_setting, placed, within_seat
from onrecord.facts.states import state_of
from tests.facts.build import sentences_of

CASES = [
    ("LEOBEN, Austria (Wire) — Two men were shot dead on Friday.", "Leoben", "AT"),
    ("LEOBEN (Wire) Two men were shot dead on Friday.", "Leoben", "AT"),
    ("By Ida Marek in Leoben\nTwo men were shot dead on Friday.", "Leoben", "AT"),
    ("Linz police said two men were shot dead outside a bar.", "Linz", "AT"),
    ("Police in Linz are looking for a man who shot two people.", "Linz", "AT"),
    ("A Linz man was stabbed on Friday, officers said.", "Linz", "AT"),
    ("Two men were shot dead in Linz on Friday.", "Linz", "AT"),
    ("Two men were shot dead in the city of Linz on Friday.", "Linz", "AT"),
    ("Police in Vienna said gunmen had opened fire in Graz.", "Graz", "AT"),
    ("Two men were shot in Springfield, Ohio, on Friday.", "Springfield", "US"),
    ("SPRINGFIELD, Mo. — Two men were shot on Friday.", "Springfield", "US"),
    ("The Springfield, Ill. home where two were shot is empty.", "Springfield", "US"),
]


def setting(text: str, title: str | None = None):  # type: ignore[no-untyped-def]
    report = Report(id="r1", input="test", text=text, title=title, published="2024-03-14")
    return find_setting(report, sentences_of(text), ())


@pytest.mark.parametrize(("text", "name", "country"), CASES)
def test_town(text: str, name: str, country: str) -> None:
    found = setting(text)
    assert found is not None
    assert (found.name, found.where.country) == (name, country)
    assert found.span.cut(text).casefold() == name.casefold()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Two men were shot in Springfield, Ohio, on Friday.", "Ohio"),
        ("SPRINGFIELD, Mo. — Two men were shot on Friday.", "Missouri"),
        ("Springfield, Ill., police said two men were shot.", "Illinois"),
        ("Two men were shot in Springfield. Oregon state police are helping.", "Oregon"),
    ],
)
def test_state_told_beside_the_town(text: str, state: str) -> None:
    found = setting(text)
    assert found is not None
    assert found.where.within[0] == state


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot dead on Friday.",
        "He was born in Linz.",
        "The hearing in August was short.",
        "She told reporters in Linz that it was over.",
        "A man was arrested in Linz over the robbery.",
        "It had come months after a shooting in Linz.",
    ],
)
def test_no_town(text: str) -> None:
    assert setting(text) is None


def test_small_namesake_far_away_is_a_quarter_of_the_datelines_town() -> None:
    found = setting(
        "PITTSBURGH — A man was shot at a bar in Homewood on Friday.", "Shot in Homewood"
    )
    assert found is not None
    assert found.name == "Pittsburgh"


def test_title_decides_between_two_towns() -> None:
    text = "Two men were shot in Linz and one in Graz."
    found = setting(text, "Graz shooting")
    assert found is not None
    assert found.name == "Graz"


@pytest.mark.parametrize(
    ("words", "state"),
    [("Ind.", "Indiana"), ("IN", "Indiana"), ("N.C.", "North Carolina"), ("N. C.", "North Carolina"),
     ("Ohio", "Ohio"), ("Graz", None), ("in", None)],
)  # fmt: skip
def test_states(words: str, state: str | None) -> None:
    assert state_of(words) == state


def test_names_in_short() -> None:
    assert lookup("Ft. Worth")[0].name == "Fort Worth"
    assert lookup("Mich.")[0].name == "Michigan"
    assert lookup("West Oakland")[0].within[0] == "Oakland"


def test_settings_own_country_is_no_village_of_that_name() -> None:
    found = setting("BOGOTÁ (Wire) — Two men were shot dead on Friday.")
    where = placed(Entity("e1", "place", "Colombia", ()), found, ["Colombia"])
    assert where is not None
    assert where.precision == "country"


WAYS = [
    ("GRAZ | Police are looking for a man who shot two people.", "Graz"),
    ("Officers were called to Leoben at about 9 p.m. after a man was shot.", "Leoben"),
    ("Two men were shot dead in the Gries section of Graz.", "Graz"),
    ("Two men were shot dead near Leoben on Friday.", "Leoben"),
    ("Two men were shot dead. The victims lived at 12 Annen Street, Graz.", "Graz"),
    ("Two men were shot dead. Linz Mayor Ida Marek called for calm.", "Linz"),
    ("Two men were shot dead in Graz's Lend neighborhood.", "Graz"),
]


@pytest.mark.parametrize(("text", "name"), WAYS)
def test_faint_ways_of_telling_the_town(text: str, name: str) -> None:
    found = setting(text)
    assert found is not None
    assert found.name.casefold() == name.casefold()


def test_a_quarter_lies_in_the_town_whose_police_tell_of_it() -> None:
    text = "A boy was shot in Englewood on Friday, according to Chicago police."
    found = setting(text)
    assert found is not None
    assert found.seat is not None
    assert (found.name, found.seat.name) == ("Englewood", "Chicago")
    assert within_seat(found.name, found.where, found).within[0] == "Chicago"


def test_a_town_with_its_own_police_is_no_quarter() -> None:
    found = setting("Cicero police said a boy was shot in Cicero. Chicago police are helping.")
    assert found is not None
    assert within_seat(found.name, found.where, found).within[0] == "Illinois"


def test_a_quarter_is_no_far_namesake() -> None:
    text = "PITTSBURGH — A girl was shot in the city's Knoxville neighborhood, police said."
    found = setting(text)
    assert found is not None
    assert found.quarters == {"knoxville"}
    assert placed(Entity("e1", "place", "Knoxville", ()), found, ()) is None


def test_a_district_that_is_one_city() -> None:
    assert [(row.kind, row.within[0]) for row in lookup("D.C.")] == [("city", "Washington")]

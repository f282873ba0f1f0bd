"""Names: which can be one person's."""

from __future__ import annotations

import pytest

from onrecord.group.names import fold, match_names, name_parts, part_match


def agree(one: str, two: str) -> bool:
    return match_names(name_parts(one), name_parts(two)) is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lena Rauscher", "Lena Rauscher"),
        ("Łukasz Bąk", "Lukasz Bak"),
        ("Inspector Ivo Brandt", "Ivo Brandt"),
        ("I. Brandt", "Ivo Brandt"),
        ("Ivo Brandt Jr.", "Ivo Brandt"),
        ("Ivo M. Brandt", "Ivo Brandt"),
        ("Marta Ollery", "Marta Olery"),
        ("Yevgeny Sokolov", "Evgeny Sokolov"),
        ("Mohammed Qasim", "Muhammad Kasim"),
        ("Nguyen Thi Mai", "Mai Thi Nguyen"),
        ("Brandt", "Ivo Brandt"),
        ("José Antonio Vidal Ruiz", "José Vidal"),
    ],
)
def test_one_person(one: str, two: str) -> None:
    assert agree(one, two)
    assert agree(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ivo Brandt", "Ina Brandt"),
        ("Mario Conti", "Maria Conti"),
        ("Ivo Brandt", "Ivo Brenner"),
        ("Jan Novak", "Jan Horak"),
        ("Tor Falk", "Tom Falk"),
        ("I. Brandt", "Otto Brandt"),
        ("Ivo B.", "Ivo Brandt"),
        ("", "Ivo Brandt"),
    ],
)
def test_two_people(one: str, two: str) -> None:
    assert not agree(one, two)


def test_slip_is_told() -> None:
    found = match_names(name_parts("Marta Ollery"), name_parts("Marta Olery"))
    assert found is not None
    assert "one letter" in found.reason


def test_parts_of_three_letters_take_no_slip() -> None:
    assert part_match("tor", "tom") is None
    assert part_match("toby", "tobi") == "slip"


def test_fold_takes_off_marks_and_strokes() -> None:
    assert fold("  Þóra  Sørensen-Łoś ") == "thora sorensen-los"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Amin Al-Harazi", "Amin Alharazi", True),
        ("Matt Goring", "Matthew Goring", True),
        ("Goring Matthew", "Matthew Lee Goring", True),
        ("Matthew Gore", "Matthew G. Brenner", False),
        ("Matthew Romeri", "Matthew Romero", True),
    ],
)
def test_short_forms_order_and_hyphens(one: str, two: str, *, same: bool) -> None:
    assert agree(one, two) is same
    assert agree(two, one) is same


def test_a_nickname_may_stand_for_the_given_name_or_be_left_out() -> None:
    whole = name_parts('Jonas "Bear" Lindqvist')
    for other in (
        "Jonas Lindqvist",
        "Bear Lindqvist",
        "Jonas Bear Lindqvist",
        "Jonas Erik Lindqvist",
    ):
        found = match_names(whole, name_parts(other))
        assert found is not None, other
        assert found.score >= 0.6
    assert match_names(whole, name_parts("Bear Halvorsen")) is None


def test_a_final_o_is_no_other_gender() -> None:
    assert match_names(name_parts("Gilbert Ruiz"), name_parts("Gilberto Ruiz")) is not None
    assert match_names(name_parts("Simon Ruiz"), name_parts("Simone Ruiz")) is None

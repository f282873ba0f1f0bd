"""Names of shops, cars, bodies and people that look alike, and people described before they are named."""

from __future__ import annotations

import pytest

from onrecord.core.annotation import EntityKind
from tests.extract.read import context_of, entity, forms, people

KINDS: list[tuple[str, str, EntityKind]] = [
    ("Two men were shot outside Suds & Spin on Monday.", "Suds & Spin", "facility"),
    ("A lawyer of Lund & Vik said so.", "Lund & Vik", "organisation"),
    ("He was seen at Dale's Diner.", "Dale's Diner", "facility"),
    ("The gunman drove a Honda Civic to the quay.", "Honda Civic", "vehicle"),
    ("Police sought a white Toyota Corolla.", "Toyota Corolla", "vehicle"),
    ("The Joint Terrorism Task Force came.", "Joint Terrorism Task Force", "organisation"),
    ("The Norvik City Council met.", "Norvik City Council", "organisation"),
    ("Norvik Police Department officers came.", "Norvik Police Department", "organisation"),
    ("She wrote for the Moss Courier.", "Moss Courier", "outlet"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(text: str, name: str, kind: EntityKind) -> None:
    assert entity(context_of(text), name).kind == kind


NOBODY = [
    "A Woodville man was arrested on Monday.",
    "MOTHER of two was hurt on Monday, and HER SON ran to the quay.",
    "The gunman drove a Ford Transit.",
    "The Violent Crimes Task Force helped.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_name_of_a_person(text: str) -> None:
    assert people(context_of(text)) == []


def test_two_names_with_a_slash_are_two_people() -> None:
    assert people(context_of("Police named Jon Lund/Olaf Dunn as suspects.")) == [
        "Jon Lund",
        "Olaf Dunn",
    ]


def test_an_address_with_slashes_is_nobody() -> None:
    assert people(context_of("See example.org/Olaf/Dunn for more of it.")) == []


def test_a_man_who_did_something_is_named_behind_it() -> None:
    text = "A man who stabbed two shoppers, Olaf Dunn, 29, was shot. Dunn died."
    assert forms(context_of(text), "Olaf Dunn") == ["A man", "Olaf Dunn", "Dunn"]


def test_an_officer_told_as_a_woman_is_one_person() -> None:
    context = context_of("One officer, a 34-year-old woman, was hurt. She is at home.")
    assert forms(context, "One officer") == ["One officer", "a 34-year-old woman", "She"]


def test_his_partner_is_the_partner_of_the_one_named_last() -> None:
    text = "Olaf Dunn shot Per Vik. Vik, 40, was with his partner, Ida Berg. She was hurt."
    assert forms(context_of(text), "Ida Berg") == ["his partner", "Ida Berg", "She"]
    assert forms(context_of(text), "Per Vik") == ["Per Vik", "Vik", "his"]


def test_he_and_she_across_quotations() -> None:
    text = "Kim Dale was hurt. “She smiled,” her brother, Lee Dale, said. “He was there too.”"
    assert entity(context_of(text), "Kim Dale").gender == "female"
    assert "He" not in forms(context_of(text), "Kim Dale")

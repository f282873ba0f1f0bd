"""Pronouns and descriptions that find whom they point at, the hard cases."""

from __future__ import annotations

from tests.extract.read import context_of, entity, forms


def test_an_object_pronoun_is_not_its_own_subject() -> None:
    context = context_of("Olaf Dunn, 40, left. Ruben Marsh shot him in the yard.")
    assert "him" not in forms(context, "Ruben Marsh")
    assert "him" in forms(context, "Olaf Dunn")


def test_who_speaks_is_not_whom_the_quotation_is_about() -> None:
    context = context_of(
        "The lawyer, Ines Toller, spoke. “He walked for a mile,” she told the court. “He ran.”"
    )
    assert "He" not in forms(context, "Ines Toller")
    assert entity(context, "Ines Toller").gender == "female"


def test_police_identify_a_victim() -> None:
    context = context_of("A man was shot. Police identified the victim as 29-year-old Omar Lask.")
    assert "the victim" in forms(context, "Omar Lask")


def test_an_age_between_a_relation_and_a_name() -> None:
    context = context_of("Ada Pell was hurt. Her brother, 25-year-old Dale Roach, was arrested.")
    assert "Her brother" in forms(context, "Dale Roach")


def test_the_teenager_is_not_the_shooter() -> None:
    context = context_of("A juvenile was hurt. The shooter fled. The teenager was treated.")
    assert "The teenager" not in forms(context, "shooter")


def test_a_reflexive_is_its_own_subject() -> None:
    context = context_of("Sergeant Ole Brun wrote that the victim had shot himself in the foot.")
    assert "himself" not in forms(context, "Ole Brun")


def test_a_county_is_no_person() -> None:
    context = context_of("Prince Rupert's County officers spoke. Leo Dahl, 37, spoke.")
    assert entity(context, "Prince Rupert's County").kind == "place"

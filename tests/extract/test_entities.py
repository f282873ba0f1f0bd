"""Names, nominals and pronouns of one report."""

from __future__ import annotations

from tests.extract.read import context_of, entity, find, forms, name, people


def test_titles_are_no_part_of_a_name() -> None:
    context = context_of("Police spokesman Captain Ruben Haldane met Officer Tove Lindqvist.")
    assert people(context) == ["Ruben Haldane", "Tove Lindqvist"]


def test_surname_and_first_name_join_the_full_name() -> None:
    context = context_of("Marek Dolenský was hurt. Dolenský, 31, is in hospital. Marek is awake.")
    assert forms(context, "Marek Dolenský") == ["Marek Dolenský", "Dolenský", "Marek"]


def test_relatives_stay_apart() -> None:
    context = context_of("Ana Brito, 40, was shot. Her brother, Luis Brito, 38, was not hurt.")
    assert people(context) == ["Ana Brito", "Luis Brito"]


def test_a_name_over_a_line_break_is_two() -> None:
    context = context_of("Jana Novotná\nPetr Hrubý, 30, said he was well.")
    assert "Jana Novotná Petr Hrubý" not in people(context)


def test_apposition_and_the_role_again() -> None:
    context = context_of(
        "Captain Vera Osman, a police spokeswoman, spoke on Monday. A man was held. "
        "The spokeswoman gave no name."
    )
    assert forms(context, "Vera Osman") == ["Vera Osman", "a police spokeswoman", "The spokeswoman"]
    assert entity(context, "Vera Osman").gender == "female"


def test_relation_in_front_of_a_name() -> None:
    context = context_of("Tomas Reiter, 22, was freed. His mother, Edda Reiter, 50, wept.")
    assert forms(context, "Edda Reiter")[0] == "His mother"


def test_unnamed_people_and_groups() -> None:
    context = context_of("A 27-year-old man fired at two officers. The man fled.")
    man = entity(context, "27-year-old man")
    assert not man.named
    assert man.gender == "male"
    assert len(man.mentions) == 2
    assert entity(context, "two officers").kind == "group"


def test_him_is_not_he() -> None:
    context = context_of("Jon Askeland met Per Lund. Askeland thanked Lund, and he hugged him.")
    assert forms(context, "Per Lund")[-1] == "him"


def test_outlets_by_form() -> None:
    context = context_of("The Harbour Gazette and Radio Selva reported it.")
    assert entity(context, "Radio Selva").kind == "outlet"
    assert entity(context, "The Harbour Gazette").kind == "outlet"


def test_bodies_and_acronyms_are_no_people() -> None:
    context = context_of(
        "The Harbour Workers' Union and the Northern Relief Committee (NRC) met in Trondheim. "
        "The NRC said nothing."
    )
    assert people(context) == []
    assert forms(context, "Northern Relief Committee") == [
        "Northern Relief Committee",
        "NRC",
        "NRC",
    ]


def test_days_and_months_are_no_names() -> None:
    context = context_of("On Friday, March 3, Ida Berg, 30, left. Monday Morning came.")
    assert people(context) == ["Ida Berg"]


def test_the_encoder_finds_what_rules_miss() -> None:
    text = "There was one more: Ossian."
    assert people(context_of(text)) == []
    assert people(context_of(text, mentions=[name(text, "Ossian")])) == ["Ossian"]


def test_ids_follow_the_text() -> None:
    context = context_of("Ana Brito, 40, met Luis Costa, 41. Brito left.")
    starts = [e.mentions[0].span for e in context.entities]
    assert [e.id for e in context.entities] == [f"e{n}" for n in range(1, len(starts) + 1)]
    assert starts == sorted(starts)


def test_mentions_cut_the_words_of_the_text() -> None:
    text = "Ana Brito's lawyer spoke."
    context = context_of(text)
    assert find(text, "Ana Brito") in [m.span for e in context.entities for m in e.mentions]


def test_a_list_of_people_with_their_ages_is_no_headline() -> None:
    context = context_of(
        "The victims were Ada Holm, 54; Olaf Dunn, 26; the Rev. Ines Toller, 45; and Leo Dahl, 49"
    )
    assert people(context) == ["Ada Holm", "Olaf Dunn", "Ines Toller", "Leo Dahl"]


def test_a_surname_that_is_a_job() -> None:
    text = "Police named Ada Maria Steward, 30, of Moss."
    context = context_of(text, mentions=[name(text, "Ada Maria Steward")])
    assert "Ada Maria Steward" in people(context)

"""Pronouns and descriptions that find whom they point at, the hard cases."""

from __future__ import annotations

from onrecord.core.annotation import Annotation, Attribution, Coreference
from onrecord.core.report import Report
from onrecord.extract.reading import read_context
from tests.extract.read import context_of, entity, find, forms, name, statement
from tests.facts.build import sentences_of


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


def test_they_who_claim_are_the_body_that_spoke() -> None:
    context = context_of(
        "In a statement, the Harbour Union denied the charge. The tide was low. They also claimed "
        "that Ines Toller had resigned."
    )
    assert "They" in forms(context, "Harbour Union")


def test_they_are_rather_people_than_a_body() -> None:
    context = context_of("Three sailors left the Harbour Union. They were tired.")
    assert "They" in forms(context, "Three sailors")


def test_who_is_named_in_a_quotation_does_not_speak_it() -> None:
    context = context_of(
        "For Olaf Dunn, a teacher, Ruben Marsh was a hero. He said, “Ruben Marsh built this pier.”"
    )
    assert "He" in forms(context, "Olaf Dunn")
    assert "He" not in forms(context, "Ruben Marsh")


def test_a_city_that_speaks_is_the_one_named_last() -> None:
    text = "The pier of Vesterby, Northmark, was closed. The city said that it was unsafe."
    said = Attribution(
        (find(text, "The city"),), (find(text, "said"),), (find(text, "that it was unsafe"),)
    )
    towns = [name(text, "Vesterby", "place"), name(text, "Northmark", "place")]
    context = context_of(text, mentions=towns, attributions=[said])
    assert "The city" in forms(context, "Vesterby")
    assert statement(context, "that it was unsafe").speaker == entity(context, "Vesterby").id


def test_a_report_that_states_is_no_place() -> None:
    context = context_of("Police wrote a report. The report states that the pier was unsafe.")
    assert entity(context, "report").kind == "object"
    assert statement(context, "that the pier").speaker == entity(context, "report").id


def test_a_first_name_alone_leans_to_her() -> None:
    text = "Peter Marsh met a friend, Gloria. She was tired."
    context = context_of(text, mentions=[name(text, "Gloria")])
    assert "She" in forms(context, "Gloria")


def test_the_encoders_antecedent_is_a_vote() -> None:
    text = "On Monday Olaf Dunn met Ruben Marsh. He was tired."
    names = [name(text, "Olaf Dunn"), name(text, "Ruben Marsh")]
    plain = context_of(text, mentions=names)
    assert "He" in forms(plain, "Olaf Dunn")
    link = Coreference(find(text, "He"), find(text, "Ruben Marsh"), 0.99)
    report = Report(id="r1", input="test", text=text)
    told = Annotation("r1", "none", sentences_of(text), tuple(names), coreferences=(link,))
    assert "He" in forms(read_context(report, told), "Ruben Marsh")


def test_an_age_can_stand_for_a_person() -> None:
    context = context_of(
        "Ada Holm, 17, was hurt. A 16-year-old was held. The 17-year-old is awake."
    )
    assert "The 17-year-old" in forms(context, "Ada Holm")
    assert entity(context, "16-year-old").kind == "person"


def test_an_age_before_a_noun_stands_for_nobody() -> None:
    context = context_of("A 16-year-old dance pupil was held.")
    assert [e.name for e in context.entities] == ["16-year-old dance pupil"]

"""Entities across reports: who is one, who is not, who speaks for whom."""

from __future__ import annotations

from onrecord.core.grouping import Grouping, MergedEntity
from onrecord.core.reading import Reading
from onrecord.group import group
from tests.group import ferry
from tests.group.making import Draft, Told, make

SCENES = {
    "The Oar": "The boathouse of Kellin burned down on Sunday night, and the rowing club lost all "
    "of its boats, the trainer's car and a cup from the year of its founding. ",
    "Lake Echo": "Nothing is left of the boathouse at Kellin. It went up in flames on Sunday with "
    "every boat that the rowing club owned, and its founders' cup. ",
}


def scene(outlet: str, more: str, entities: tuple[str, ...], *facts: Told) -> Reading:
    return make(
        Draft(
            outlet,
            SCENES[outlet] + more,
            "2031-06-01T08:00:00+00:00",
            "Kellin boathouse burns down",
            ("Kellin:place", *entities),
            (
                Told("incident.date", "2031-05-31", "Sunday"),
                Told("incident.place", "Kellin", "Kellin"),
                *facts,
            ),
        )
    )


def named(grouping: Grouping, name: str) -> list[MergedEntity]:
    return [e for e in grouping.entities if name in (e.name, *e.also)]


def together(one: Reading, two: Reading, first: str, second: str) -> bool:
    """Whether the first name of the one and the second of the other came to be one entity."""
    grouping = group([one, two])
    ids = {ref: e.id for e in grouping.entities for ref in e.members}
    homes = [
        {ids[ref] for ref in ids if ref.report == r.report.id and r.entity(ref.local).name == name}
        for r, name in ((one, first), (two, second))
    ]
    return bool(homes[0] & homes[1])


def people(first: str, second: str, *facts: tuple[Told, ...]) -> bool:
    mine, theirs = facts or ((), ())
    one = scene("The Oar", f"{first}, 31, saw it.", (first,), *mine)
    two = scene("Lake Echo", f"It was {second}, 31, who called.", (second,), *theirs)
    return together(one, two, first, second)


def test_slip_of_one_letter_inside_an_incident() -> None:
    grouping = group(ferry.story())
    (merged,) = named(grouping, "Marta Olery")
    assert merged.name == "Marta Ollery"
    assert "one letter apart" in merged.reason
    assert "ticket inspector" in merged.reason


def test_accents_initials_titles() -> None:
    assert people("Zoë Lindqvist", "Zoe Lindqvist")
    assert people("Z. Lindqvist", "Zoë Lindqvist")
    assert people("Dr Zoë Lindqvist", "Zoë Lindqvist")


def test_relatives_stay_apart() -> None:
    assert not people("Zoë Lindqvist", "Nils Lindqvist")
    assert not people("Mario Lindqvist", "Maria Lindqvist")


def test_surname_alone_joins_where_one_bears_it() -> None:
    assert people("Zoë Lindqvist", "Lindqvist")


def test_surname_alone_joins_nobody_where_two_bear_it() -> None:
    one = scene(
        "The Oar", "Zoë Lindqvist and Nils Lindqvist ran.", ("Zoë Lindqvist", "Nils Lindqvist")
    )
    two = scene("Lake Echo", "It was Lindqvist who called.", ("Lindqvist",))
    assert not together(one, two, "Zoë Lindqvist", "Lindqvist")
    assert not together(one, two, "Nils Lindqvist", "Lindqvist")


def test_contradicting_gender_keeps_a_slip_apart() -> None:
    woman = (Told("person.gender", "female", "31", (), "Alexa Lindqvist"),)
    man = (Told("person.gender", "male", "31", (), "Alex Lindqvist"),)
    assert not people("Alexa Lindqvist", "Alex Lindqvist", woman, man)


def test_described_person_joins_on_age_and_condition() -> None:
    mine = (
        Told("person.age", 31, "31", (), "Zoë Lindqvist"),
        Told("person.condition", "injured", "31", (), "Zoë Lindqvist"),
    )
    theirs = (
        Told("person.age", 31, "31", (), "trainer of 31"),
        Told("person.condition", "injured", "31", (), "trainer of 31"),
    )
    assert people("Zoë Lindqvist", "trainer of 31", mine, theirs)
    assert not people("Zoë Lindqvist", "trainer of 31", mine, theirs[:1])


def test_people_of_two_incidents_are_not_one_by_name() -> None:
    far = make(
        Draft(
            "Alp Bote",
            "Zoë Lindqvist has won the cheese prize of the Alpine valleys for the third time.",
            "2031-11-11",
            "Cheese prize goes to the valley",
            ("Zoë Lindqvist",),
            kind="other",
        )
    )
    near = scene("The Oar", "Zoë Lindqvist saw it.", ("Zoë Lindqvist",))
    assert not together(near, far, "Zoë Lindqvist", "Zoë Lindqvist")


def test_places_are_one_everywhere() -> None:
    far = make(
        Draft("Alp Bote", "Kellin won.", "2031-11-11", "Prize", ("Kellin:place",), kind="other")
    )
    near = scene("The Oar", "", ())
    assert together(near, far, "Kellin", "Kellin")


def test_unnamed_people_of_different_reports_stay_apart() -> None:
    one = scene("The Oar", "A woman ran.", ("woman",))
    two = scene("Lake Echo", "It was a woman who called.", ("woman",))
    assert not together(one, two, "woman", "woman")


def test_outlet_is_an_entity_that_others_may_name() -> None:
    grouping = group(ferry.story())
    digest, wire = ferry.digest(), ferry.wire()
    spoken_of = next(e for e in grouping.entities if "Fjordwire" in e.name)
    assert grouping.outlets[wire.report.id] == spoken_of.id
    assert any(ref.report == digest.report.id for ref in spoken_of.members)


def test_agency_of_a_reprint_is_known_by_its_credit() -> None:
    grouping = group([ferry.reprint()])
    (agency,) = named(grouping, "Fjordwire")
    assert grouping.agencies == {ferry.reprint().report.id: agency.id}


def test_spokeswoman_speaks_with_her_bodys_voice() -> None:
    reading = scene(
        "The Oar",
        "Ines Falk, spokeswoman of the Kellin fire brigade, thanked all.",
        ("Ines Falk", "Kellin fire brigade:organisation"),
        Told("person.role", "spokeswoman", "spokeswoman", (), "Ines Falk"),
        Told("person.affiliation", "Kellin fire brigade", "Kellin fire brigade", (), "Ines Falk"),
    )
    grouping = group([reading])
    (woman,), (body,) = named(grouping, "Ines Falk"), named(grouping, "Kellin fire brigade")
    assert woman.voice == body.id
    assert body.voice == body.id


def test_police_of_one_incident_have_one_voice() -> None:
    one = scene("The Oar", "The police came.", ("police:organisation",))
    two = scene("Lake Echo", "A senior police officer was there.", ("senior police officer",))
    grouping = group([one, two])
    assert len({e.voice for e in grouping.entities if "police" in e.name}) == 1


def test_ids_are_unique_and_members_in_one_entity() -> None:
    grouping = group(ferry.story())
    assert len({e.id for e in grouping.entities}) == len(grouping.entities)
    members = [ref for e in grouping.entities for ref in e.members]
    assert len(members) == len(set(members)) == sum(len(r.entities) for r in ferry.story())


def test_one_word_for_the_attacker_is_one_person() -> None:
    did = Told("incident.perpetrator", "the arsonist", "the arsonist")
    texts = ("They saw the arsonist run.", "It was the arsonist who fled.")
    one = scene("The Oar", texts[0], ("the arsonist",), did)
    two = scene("Lake Echo", texts[1], ("the arsonist",), did)
    assert together(one, two, "the arsonist", "the arsonist")
    without = scene("Lake Echo", texts[1], ("the arsonist",))
    assert not together(one, without, "the arsonist", "the arsonist")


def test_a_name_taken_for_a_persons_in_one_report_is_the_bodys() -> None:
    one = scene("The Oar", "Kellin Night Watch wrote of it.", ("Kellin Night Watch",))
    two = scene("Lake Echo", "So did Kellin Night Watch.", ("Kellin Night Watch:organisation",))
    assert together(one, two, "Kellin Night Watch", "Kellin Night Watch")

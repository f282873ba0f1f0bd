"""What the later heads learn from: every derived label is the text's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import sentences
from onrecord.train.certainty import PASSAGE, Documents, joined, rated
from onrecord.train.chains import Linked, chains
from onrecord.train.example import Example, Label
from onrecord.train.people import projected
from onrecord.train.phrases import Capitals, GoldMention, Reducer
from onrecord.train.truecase import Truecaser
from onrecord.train.wires import retyped, wire

PLAIN = "The guerrillas of the port attacked a bridge. They fled from Lorvik and the army."
WIRE = "   LORVIK, 3 MAY -- THE GUERRILLAS [ELN] ATTACKED\nA BRIDGE.\n\n   JOAN ODE DIED."


def test_upper_case_becomes_mixed_and_no_offset_moves() -> None:
    mixed = Truecaser().learn([PLAIN]).mixed(WIRE)
    assert len(mixed) == len(WIRE)
    # What follows a bracket opens a sentence, as behind "[TEXT]".
    assert "The guerrillas [ELN] Attacked a bridge.\n\n" in mixed
    assert "Joan Ode Died" in mixed  # never seen in lower case, so a name


@given(st.text(alphabet="AB Z'[]-.\n\"é", max_size=80))
def test_no_text_changes_its_length(text: str) -> None:
    mixed = Truecaser().learn([PLAIN]).mixed(text)
    assert len(mixed) == len(text)
    assert mixed.lower().split() == text.lower().split()


def fill(value: str, text: str, of: list[str] | None = None) -> dict[str, object]:
    at = text.find(value)
    spans = [[at, at + len(value)]] if at >= 0 else []
    return {"optional": False, "alternatives": [{"value": value, "spans": spans, "for": of}]}


def key(effect: str = "DEATH", kind: str = "ATTACK") -> dict[str, object]:
    slots = {
        "incident_type": [fill(kind, "")],
        "perp_individual_id": [fill("GUERRILLAS", WIRE)],
        "phys_tgt_id": [fill("BRIDGE", WIRE)],
        "hum_tgt_name": [fill("JOAN ODE", WIRE)],
        "hum_tgt_effect_of_incident": [fill(effect, "", ["JOAN ODE"])],
    }
    return {"doc_id": "W1", "text": WIRE, "templates": [{"slots": slots}]}


def kinds(example: Example, head: str) -> dict[str, str]:
    return {example.text[x.start : x.end]: x.kind for x in example.labels if x.head == head}


def test_a_key_becomes_roles_and_conditions() -> None:
    example = wire(key())
    assert kinds(example, "role") == {
        "GUERRILLAS": "perpetrator",
        "BRIDGE": "target",
        "JOAN ODE": "victim",
    }
    assert kinds(example, "condition") == {"JOAN ODE": "killed"}
    assert example.known["role"] == [(0, len(WIRE))]
    mixed = retyped(example, Truecaser().learn([PLAIN]))
    assert (mixed.labels, mixed.corpus) == (example.labels, "muc4_mixed")


def test_a_victim_whose_fate_is_open_is_unknown() -> None:
    example = wire(key(effect="-"))
    at = WIRE.index("JOAN ODE")
    assert kinds(example, "condition") == {}
    assert example.known["condition"] == [(0, at), (at + 8, len(WIRE))]
    assert kinds(wire(key(effect="-", kind="KIDNAPPING")), "condition") == {"JOAN ODE": "kidnapped"}


STORY = (
    "Ada Holm, 34, was shot dead on Monday. Per Lund, 34, and Nils Vik, 51, fled.\n"
    "Sgt. Kari Moe said Vik was arrested. A 9-year-old girl was unhurt."
)


def story(status: str = "Killed") -> Example:
    people = [
        {"name": "Ada Holm", "age": 34, "type": "Victim", "status": [status]},
        {"name": "Nils Vik", "age": 51, "type": "Subject-Suspect", "status": ["Arrested"]},
    ]
    mentions = [
        {"incident_id": "i", "participant": i, "spans": [[at, at + 8]]}
        for i, at in enumerate((STORY.index("Ada Holm"), STORY.index("Nils Vik")))
    ]
    vik = STORY.rindex("Vik")
    base = Example("g", "gva_longtail", STORY, [Label("name", "person", vik, vik + 3)], {})
    record = {"text": STORY, "participant_name_mentions": mentions}
    return projected(record, {"i": {"participants": people}}, base)


def test_a_record_is_projected_onto_the_names_it_has() -> None:
    example = story()
    assert kinds(example, "role") == {
        "Ada Holm": "victim",
        "Nils Vik": "perpetrator",
        "Vik": "perpetrator",
    }
    assert kinds(example, "condition") == {
        "Ada Holm": "killed",
        "Nils Vik": "arrested",
        "Vik": "arrested",
    }
    assert [STORY[s:e] for s, e in example.known["role"]] == ["Kari Moe"]


def test_what_the_text_does_not_say_is_not_labelled() -> None:
    assert "Ada Holm" in kinds(story("Injured"), "condition")
    assert "Ada Holm" not in kinds(story("Unharmed"), "condition")


def test_ages_belong_where_the_record_or_grammar_says() -> None:
    judged = {(STORY[slice(*j.argument)], STORY[slice(*j.target)]): j.gold for j in story().ages}
    assert judged["51", "Nils Vik"] is True
    assert judged["51", "Ada Holm"] is False
    assert judged["9", "A 9-year-old girl"] is True


def test_chains_stand_on_names_nominals_and_pronouns() -> None:
    text = "Mayor Ada Holm of Lorvik said she would stay."
    linked = [
        Linked(GoldMention(0, 24, "person"), "a"),
        Linked(GoldMention(18, 24, "place"), "b"),
        Linked(GoldMention(30, 33, "person"), "a"),
        Linked(GoldMention(0, 5, "object"), "c"),
    ]
    found = chains(text, linked, Reducer(Capitals().learn([text])))
    assert [[text[s:e] for s, e in chain] for chain in found] == [["Ada Holm", "she"], ["Lorvik"]]


def sentence(text: str, trigger: str, value: float) -> dict[str, object]:
    at = text.index(trigger)
    events = [{"start": at, "end": at + len(trigger), "factuality": value}]
    return {"id": "U/1", "text": text, "events": events}


def test_rated_sentences_are_put_together_as_printed() -> None:
    example = rated(sentence("She did n't flee , Ode 's aide ( 40 ) said .", "said", 2.5))
    assert example.text == "She didn't flee, Ode's aide (40) said."
    rating = example.ratings[0]
    assert (example.text[rating.start : rating.end], rating.value) == ("said", 2.5)


def test_passages_keep_every_rating_in_place() -> None:
    every = [rated(sentence(f"Ode {word} .", word, 1.0)) for word in ("fled", "hid")] * PASSAGE
    passages = list(joined(every))
    assert [len(p.ratings) for p in passages] == [PASSAGE, PASSAGE]
    words = [p.text[r.start : r.end] for p in passages for r in p.ratings]
    assert words == ["fled", "hid"] * PASSAGE


@pytest.mark.parametrize(
    ("text", "found"),
    [("Ode 's boat sank slowly .", "d"), ("It rained all day .", None), ("Oh", None)],
)
def test_a_sentence_finds_its_document(text: str, found: str | None) -> None:
    assert Documents([{"doc_id": "d", "text": "Later Ode's boat sank slowly."}]).of(text) == found


def test_sentences_are_at_hand_for_ages() -> None:
    assert len(sentences(STORY)) >= 3

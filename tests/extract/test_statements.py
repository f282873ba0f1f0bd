"""Who says what: forms of attribution, speakers, chains, manner and stance."""

from __future__ import annotations

import pytest

from onrecord.core.annotation import Attribution
from tests.extract.read import chain, context_of, entity, find, statement, told

MANNERS = [
    ("“The bridge is shut,” said Ida Berg, an engineer.", "The bridge", "direct"),
    ("Ida Berg, an engineer, said that the bridge was shut.", "that the", "indirect"),
    ("Ida Berg said the bridge was “not safe at all”.", "the bridge", "mixed"),
    ("The bridge is shut, Ida Berg said.", "The bridge", "indirect"),
    ("According to Ida Berg, the bridge is shut.", "the bridge", "indirect"),
    ("The bridge is shut, according to Ida Berg.", "The bridge", "indirect"),
    ("Ida Berg told reporters: “The bridge is shut.”", "The bridge", "direct"),
    ("Ida Berg wrote on Monday that the bridge was shut.", "that the", "indirect"),
    ("Asked why, Ida Berg, who built it, said: 'The bridge is shut.'", "The bridge", "direct"),
]


@pytest.mark.parametrize(("text", "words", "manner"), MANNERS)
def test_forms(text: str, words: str, manner: str) -> None:
    context = context_of(text)
    found = statement(context, words)
    assert chain(context, found) == ["Ida Berg"]
    assert found.manner == manner


def test_a_broken_quotation_is_one_statement() -> None:
    context = context_of("“It was late,” Ida Berg said. “Nobody was there.”")
    (only,) = context.statements
    assert told(context, only) == "“It was late,” | “Nobody was there.”"


def test_content_leaves_out_the_full_stop_and_other_voices() -> None:
    context = context_of("The bridge is safe, police said, although Ida Berg said it was not.")
    assert told(context, statement(context, "The bridge")) == "The bridge is safe"
    assert chain(context, statement(context, "it was")) == ["Ida Berg"]


def test_a_pronoun_speaks_for_its_person() -> None:
    context = context_of("Ida Berg, 40, left early. “I was tired,” she said.")
    assert chain(context, statement(context, "I was")) == ["Ida Berg"]


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    context = context_of(
        "Jon Askeland was shot on Monday. “He was a good man,” Per Lund said. “He helped us all.”"
    )
    lund = next(e for e in context.entities if e.name == "Per Lund")
    assert [m.span.cut(context.text) for m in lund.mentions] == ["Per Lund"]


def test_nested_speech_goes_through_the_outer_voice() -> None:
    context = context_of("The mother told Canal Sul that an officer had said that he “had to run”.")
    found = statement(context, "that he")
    assert chain(context, found) == ["officer", "mother", "Canal Sul"]
    assert [len(words) for words in found.chain_evidence] == [2, 2, 1]


def test_an_outlet_passes_on() -> None:
    context = context_of("Two men fled, Ida Berg said, the Harbour Gazette reported.")
    assert chain(context, statement(context, "Two men fled, Ida")) == ["Harbour Gazette"]
    assert chain(context, statement(context, "Two men fled")) == ["Ida Berg", "Harbour Gazette"]


def test_the_reports_own_outlet_is_no_link() -> None:
    context = context_of(
        "A trader told The Harbour Gazette that it rained.", outlet="The Harbour Gazette"
    )
    assert chain(context, statement(context, "that it")) == ["trader"]


def test_a_translation_is_a_link_and_says_nothing() -> None:
    context = context_of("“We wait,” Ida Berg said, according to a translation by Radio Selva.")
    (only,) = context.statements
    assert chain(context, only) == ["Ida Berg", "Radio Selva"]


def test_citing_gives_the_origin() -> None:
    context = context_of("Radio Selva reported that six had died, citing the health ministry.")
    assert ["health ministry", "Radio Selva"] in [chain(context, s) for s in context.statements]


def test_citing_between_verb_and_content() -> None:
    context = context_of("In May, Radio Selva reported, citing the ministry, that six had died.")
    cited = [s for s in context.statements if chain(context, s) == ["ministry", "Radio Selva"]]
    assert [told(context, s) for s in cited] == ["that six had died"]


def test_a_frame_holds_for_the_sentences_after_it() -> None:
    context = context_of(
        "According to police chief Ida Berg, the guards saw a man. They spoke to Jon Lund, who said "
        "he had no key.\n\nThe man was shot."
    )
    assert chain(context, statement(context, "he had")) == ["Jon Lund", "Ida Berg"]
    assert "The man was shot" not in " ".join(told(context, s) for s in context.statements)


@pytest.mark.parametrize(
    "text",
    [
        "From Chairwoman Ida Berg: “We will rebuild the hall.”",
        "Mayor Ida Berg: We will rebuild the hall",
    ],
)
def test_colon_forms(text: str) -> None:
    context = context_of(text)
    assert chain(context, statement(context, "We will")) == ["Ida Berg"]


def test_documents_are_origins() -> None:
    context = context_of("Two men fled, according to court records.")
    assert chain(context, statement(context, "Two men")) == ["court records"]


STANCES = [
    ("The ministry denied that the door had been open.", "denies"),
    ("Police said there was no sign of a second man.", "denies"),
    ("Ida Berg asked residents to stay at home.", "asks"),
    ("The mayor ordered the crew to leave.", "orders"),
    ("Prosecutors believe that he acted alone.", "believes"),
    ("Ida Berg promised that nobody would pay.", "promises"),
    ("The bank confirmed that it had been robbed.", "confirms"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stances(text: str, stance: str) -> None:
    assert [s.stance for s in context_of(text).statements] == [stance]


def test_a_declined_comment_is_the_encoders_to_find() -> None:
    text = "Ida Berg would not say whether the man had a key."
    given = Attribution(
        (find(text, "Ida Berg"),),
        (find(text, "would not say"),),
        (find(text, "whether the man had a key"),),
    )
    (only,) = context_of(text, attributions=[given]).statements
    assert only.stance == "declines"


@pytest.mark.parametrize(
    "text",
    [
        "A group calling itself Red Dawn left.",
        "The “Iron Lady” of the town left early.",
        "The police report was long.",
        "He is said to be abroad.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert context_of(text).statements == ()


def test_the_encoders_boundaries_win() -> None:
    text = "Ida Berg said late on Monday the bridge was shut."
    given = Attribution(
        (find(text, "Ida Berg"),), (find(text, "said"),), (find(text, "the bridge was shut"),)
    )
    (only,) = context_of(text, attributions=[given]).statements
    assert only.content == (find(text, "the bridge was shut"),)


def test_a_threat_after_a_colon_is_its_authors() -> None:
    context = context_of(
        "In the video, Jon Lund said:\n\nWe will come back for our land.\n\nThe town is quiet."
    )
    (only,) = context.statements
    assert told(context, only) == "We will come back for our land."
    assert chain(context, only) == ["Jon Lund"]


SPEAKERS = [
    ("The minister of trade, Ida Berg, disputes that. “We paid,” she said.", "We paid", "Ida Berg"),
    (
        "Port chief Jon Lund told Radio Selva that it rained. Per Askeland, a spokesman for the "
        "union, said that this was untrue.\n\n“It snowed first. We saw it,” he said.",
        "It snowed",
        "Per Askeland",
    ),
    (
        "Baker Kev Lund, 40, ran out. “I saw smoke,” Kev told The Harbour Gazette.",
        "I saw smoke",
        "Kev Lund",
    ),
    (
        "The ferry left at noon, according to its operator, the shipping company Rederi del Norte. "
        "Its captain was unhurt, it said.",
        "Its captain",
        "Rederi del Norte",
    ),
    (
        "Olav Berg, 60, a retired tailor, spoke of his son, and an interpreter stood by. “I wait "
        "for him,” he said.",
        "I wait",
        "Olav Berg",
    ),
    (
        "Two men fled, the Port Hollow Police Department said. One of them wore a hat, according to "
        "police.",
        "One of them",
        "Port Hollow Police Department",
    ),
    (
        "Ida Berg, 30, a singer, said it was late. “I left early,” she wrote.\n\nUpstairs "
        "lived Lund's sister, Grete Lund. “The piano kept me awake,” she said.",
        "The piano",
        "Grete Lund",
    ),
    (
        "The winners were Per Lund, a diver; Ida Berg, a potter; and Jon Askeland, according to "
        "Grete Voll.",
        "The winners",
        "Grete Voll",
    ),
    ("Two lads ran off, cops said. The police have no names.", "Two lads", "police"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPEAKERS)
def test_speakers(text: str, words: str, speaker: str) -> None:
    context = context_of(text)
    found = statement(context, words)
    assert context.by_id[found.speaker or ""].name == speaker


def test_speech_inside_a_quotation_ends_with_its_own_marks() -> None:
    context = context_of(
        "Jon Lund rowed. “He yelled ‘Turn left!’ but nobody listened,” Ida Berg said."
    )
    assert told(context, statement(context, "Turn")) == "‘Turn left!’"
    assert chain(context, statement(context, "Turn")) == ["Jon Lund", "Ida Berg"]
    assert chain(context, statement(context, "He yelled")) == ["Ida Berg"]


def test_a_neighbour_in_a_quotation_speaks_through_its_speaker() -> None:
    context = context_of("“The fisherman behind us said his boat had leaked,” said Nora Voll.")
    assert chain(context, statement(context, "his boat")) == ["fisherman", "Nora Voll"]


def test_an_outlet_that_cites_in_an_aside_passes_on() -> None:
    context = context_of("Radio Selva, quoting an internal memo, reported that rain was expected.")
    assert ["internal memo", "Radio Selva"] in [chain(context, s) for s in context.statements]


def test_a_court_that_is_told_something_passes_nothing_on() -> None:
    context = context_of("The surveyor Ida Berg told the Harbour Court that the hull was sound.")
    assert chain(context, statement(context, "that the")) == ["Ida Berg"]


def test_a_wish_for_anonymity_is_no_statement() -> None:
    context = context_of(
        "A cook, who asked not to be identified, told Ida Berg that the soup was old."
    )
    assert [told(context, s) for s in context.statements] == ["that the soup was old"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry denied that shots were fired. “We had no guns,” it said.", "We had"),
        (
            "The captain called the hull sound. The surveyor replied that it was not.",
            "that it was not",
        ),
        ("“You have the wrong key,” Ida Berg said.", "You have"),
    ],
)
def test_rejections_are_denials(text: str, words: str) -> None:
    assert statement(context_of(text), words).stance == "denies"


def test_requests_begin_with_what_is_asked() -> None:
    context = context_of("Ida Berg urged anybody in a small boat to stay ashore.")
    (only,) = context.statements
    assert (told(context, only), only.stance) == ("to stay ashore", "asks")


def test_a_bodys_paper_is_its_own_word() -> None:
    context = context_of("The men fled north, according to a police statement.")
    found = statement(context, "The men")
    assert [span.cut(context.text) for span in found.source] == ["a police statement"]
    assert chain(context, found) == ["police"]


def test_what_somebody_is_told_is_passed_on() -> None:
    context = context_of("“The baker told us that the oven was cold,” Jon Lund said.")
    assert chain(context, statement(context, "that the oven")) == ["baker", "Jon Lund"]


def test_an_interpreter_is_no_link() -> None:
    context = context_of("An officer, speaking through an interpreter, said the gate was open.")
    assert chain(context, statement(context, "the gate")) == ["officer"]


def test_we_in_a_bodys_own_release_is_the_body() -> None:
    text = "The Fell Dockers Union met on Monday. We reject the report on the crane."
    context = context_of(text, outlet="Fell Dockers Union")
    found = statement(context, "the report")
    assert context.by_id[str(found.speaker)].name == "The Fell Dockers Union"
    assert found.chain == ()


def test_her_name_is_no_verb() -> None:
    context = context_of("A woman who gave her name only as Milena left early, Ida Berg said.")
    assert [chain(context, s) for s in context.statements] == [["Ida Berg"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Toller spoke in a hall on the pier that overlooks Moss.",
        "Ines Toller called off the search.",
        "Ines Toller maintains a garden in Moss.",
        "Ines Toller plans free state schools for poor families in Moss.",
        "Ines Toller laughed at his supposed “proof” of the flood.",
        "Olaf Dunn is not as rich as he says he is.",
    ],
)
def test_verbs_that_carry_no_words(text: str) -> None:
    assert not context_of(text).statements


def test_what_somebody_maintains_can_be_a_clause() -> None:
    context = context_of("Ines Toller maintains the pier was closed.")
    assert told(context, context.statements[0]) == "the pier was closed"


def test_a_content_ends_before_saying() -> None:
    context = context_of("Ines Toller said the pier was shut, saying, “Nobody may pass.”")
    assert told(context, statement(context, "the pier")) == "the pier was shut"


def test_the_encoder_decides_who_speaks_in_an_apposition() -> None:
    text = "Olaf Dunn, head of the Moss Harbour Fund, said members will pay for the pier."
    seen = Attribution(
        (find(text, "Olaf Dunn, head of the Moss Harbour Fund"),),
        (find(text, "said"),),
        (find(text, "members will pay for the pier"),),
    )
    context = context_of(text, attributions=[seen])
    assert told(context, context.statements[0]) == "members will pay for the pier"
    assert context.statements[0].speaker == entity(context, "Olaf Dunn").id

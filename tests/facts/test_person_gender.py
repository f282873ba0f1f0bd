"""Gender: labelled cases."""

from __future__ import annotations

import pytest

from onrecord.facts.person_gender import TYPE, gender_of
from tests.facts.build import build, values

CASES = [
    ("Police spokeswoman [e1 Ines Valdo] spoke.", [("e1", "female")]),
    ("[e1 Ines Valdo] left. [e1 She] ran.", [("e1", "female")]),
    ("Mr [e1 Karsten] spoke.", [("e1", "male")]),
    ("Mrs. [e1 Karsten] spoke.", [("e1", "female")]),
    ("[e1 A 36-year-old man] left.", [("e1", "male")]),
    ("His mother [e1 Zita], 54, disagreed.", [("e1", "female")]),
    ("His wife, [e1 Zita], was treated.", [("e1", "female")]),
    ("[e1 His brother-in-law] ran.", [("e1", "male")]),
    ("[e1 Ulm Karsten], a spokesman for the firm, spoke.", [("e1", "male")]),
    ("[e1 The gran], aged 71, waved.", [("e1", "female")]),
    ("They asked [e1 Kim Karsten]. [e1 He] left.", [("e1", "male")]),
    ("[e1 Ulm Karsten] was with [e1 his] son.", [("e1", "male")]),
    ("[e1 A clerk] lost [e1 his] keys.", [("e1", "male")]),
    ("[e1:group Two women] spoke.", [("e1", "female")]),
    ("[e1:group Six men in hoods] ran.", [("e1", "male")]),
    # nothing tells it
    ("[e1 A clerk] left. Then [e1 he] ran.", []),
    ("The chairman, [e1 Kim Valdo], spoke.", []),
    ("[e1 The gunman] fled.", []),
    ("[e1 Ines Valdo] spoke.", []),
    ("“I saw [e1 my wife],” said Ulm.", []),
    ("[e1:group Men and women] spoke.", []),
    ("[e1:group Two men and women] spoke.", []),
    ("[e1 A waitress] left.", [("e1", "female")]),
    ("[e1 Nils Karsten], a father of two, left.", [("e1", "male")]),
    ("Ms [e1 Karsten] spoke.", [("e1", "female")]),
    ("His brother [e1 Kim] ran.", [("e1", "male")]),
    ("[e1 A 9-year-old girl] ran.", [("e1", "female")]),
    ("[e1 The boy] ran.", [("e1", "male")]),
    ("[e1 Two passengers] ran.", []),
    ("[e1 Kim Valdo], a doctor, spoke.", []),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_gender(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_a_noun_is_surer_than_a_pronoun():
    context = build("[e1 She] is police spokeswoman [e1 Ines Valdo].")
    sure = {f.evidence[0].cut(context.text): f.confidence for f in TYPE.find(context)}
    assert sure["spokeswoman"] > sure["She"]


@pytest.mark.parametrize(("word", "gender"), [("step-sister", "female"), ("officer", None)])
def test_words(word, gender):
    assert gender_of(word) == gender

"""Injuries: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.facts.person_injury import TYPE
from tests.facts.build import build, values

CASES = [
    ("[e1 He] shot [e2 Orre] in the right shoulder before being fatally shot in the chest.",
     [("e2", "right shoulder"), ("e1", "chest")]),
    ("[e1 The suspect] shot [e2 his partner], Officer [e2 Orre], in the shoulder.", [("e2", "shoulder")]),
    ("[e1 Zita], his wife, was treated for a broken wrist.", [("e1", "broken wrist")]),
    ("[e1 Ines Valdo] has a bruised knee.", [("e1", "bruised knee")]),
    ("[e1 Milo] was pulled out with burns to both hands.", [("e1", "burns to both hands")]),
    ("[e1 The man] was in hospital with wounds to the chest and the right arm.",
     [("e1", "wounds to the chest and the right arm")]),
    ("[e1 Milo], a waiter, cut his forehead pulling a pram away.", [("e1", "cut his forehead")]),
    ("[e1 Orre] had a successful surgery on his right shoulder.", [("e1", "right shoulder")]),
    ("[e1 The man] has a fractured pelvis.", [("e1", "fractured pelvis")]),
    ("[e1 The trainee] was hit in the left thigh.", [("e1", "left thigh")]),
    ("[e1 The man] died of burns in a clinic.", [("e1", "burns")]),
    ("[e1 Orre] was treated for smoke inhalation.", [("e1", "smoke inhalation")]),
    ("[e1 A woman] shot in the leg was found.", [("e1", "leg")]),
    ("[e1 Orre] suffered a gunshot wound to the head.", [("e1", "gunshot wound to the head")]),
    ("[e1 Orre] was stabbed in the neck and back.", [("e1", "neck and back")]),
    # no injuries
    ("[e1 Orre] walked on the left hand side.", []),
    ("[e1 Orre] had a pistol in his hand.", []),
    ("[e1 Orre] hit the brakes in the market.", []),
    ("The hospital treats burns.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_injuries(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_value_is_as_written():
    context = build("[e1 Orre] has a Broken Wrist.")
    (found,) = TYPE.find(context)
    assert found.value == found.evidence[0].cut(context.text) == "Broken Wrist"

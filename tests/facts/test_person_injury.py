"""Injuries: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.facts.person_injury import TYPE
from tests.facts.build import build, values

CASES = [
    ("Two cooks suffered burns, among them [e1 a clerk].", [("e1", "burns")]),
    ("Medics found [e1 a man] with a stab wound to the neck.", [("e1", "stab wound to the neck")]),
    ("[e1 Ulm Orre] lost an eye.", [("e1", "lost an eye")]),
    ("[e1 She] stabbed [e2 Orre] in the left thigh before being shot in the neck.",
     [("e2", "left thigh"), ("e1", "neck")]),
    ("[e1 The robber] hit [e2 her colleague], Trooper [e2 Orre], in the elbow.", [("e2", "elbow")]),
    ("[e1 Zita], his cousin, was treated for a broken toe.", [("e1", "broken toe")]),
    ("[e1 Ines Valdo] has a bruised knee.", [("e1", "bruised knee")]),
    ("[e1 Milo] was pulled out with burns to both hands.", [("e1", "burns to both hands")]),
    ("[e1 The thief] was in bed with cuts to the face and the left hand.",
     [("e1", "cuts to the face and the left hand")]),
    ("[e1 Milo], a cook, sprained his ankle on the stairs.", [("e1", "sprained his ankle")]),
    ("[e1 Orre] underwent surgery on his left knee.", [("e1", "left knee")]),
    ("[e1 The man] has a fractured pelvis.", [("e1", "fractured pelvis")]),
    ("[e1 The cook] was hit in the right ear.", [("e1", "right ear")]),
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
    ("[e1 Orre] was shot in the shoulder.", [("e1", "shoulder")]),
    ("[e1 Orre] has a broken arm.", [("e1", "broken arm")]),
    ("[e1 Orre] suffered burns to his legs.", [("e1", "burns to his legs")]),
    ("[e1 Zita] was stabbed in the chest.", [("e1", "chest")]),
    ("[e1 Zita] was treated for a broken nose.", [("e1", "broken nose")]),
    ("[e1 Zita] raised her left hand.", []),
    ("[e1 Zita] cut the rope.", []),
    ("[e1 Zita] broke the window.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_injuries(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_value_is_as_written():
    context = build("[e1 Orre] has a Broken Wrist.")
    (found,) = TYPE.find(context)
    assert found.value == found.evidence[0].cut(context.text) == "Broken Wrist"

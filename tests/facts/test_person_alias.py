"""Other names: labelled cases."""

from __future__ import annotations

import pytest

from onrecord.facts.person_alias import TYPE
from tests.facts.build import build, values

CASES = [
    ("[e1 Ines Valdo], also known as Nita, left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], known as “Nita”, left.", [("e1", "Nita")]),
    ("[e1 Domingo “Mingo” Lapa] left.", [("e1", "Mingo")]),
    ("[e1 Domingo] “Mingo” Lapa left.", [("e1", "Mingo")]),
    ("[e1 Ines Valdo], nicknamed the Fox, left.", [("e1", "the Fox")]),
    ("[e1 Ines Valdo], 34, also known as Nita, left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], alias Rosa Marle, left.", [("e1", "Rosa Marle")]),
    ("[e1 Ines Valdo] (aka Nita) left.", [("e1", "Nita")]),
    ("[e1 The man], who calls himself Abu Marle, left.", [("e1", "Abu Marle")]),
    ("[e1 Ines Valdo], better known as Nita, left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], who goes by the name of Nita, left.", [("e1", "Nita")]),
    ("[e1 A man] known locally as Old Tam left.", [("e1", "Old Tam")]),
    ("[e1 Ines Valdo] is known to police.", []),
    ("[e1 Ines Valdo] left “Mingo” at home.", []),
    ("[o1:organisation A group] known as Lumora left.", []),
    ("[e1 Ines Valdo], known as Ines Valdo, left.", []),
    ("[e1 Ines Valdo], known for her honey, left.", []),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_aliases(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_evidence_is_the_name_alone():
    context = build("[e1 Ines Valdo], known as “Nita”, left.")
    (found,) = TYPE.find(context)
    assert found.evidence[0].cut(context.text) == "Nita"

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
    ("[e1 Ines Valdo] (a.k.a Nita) left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], aka “Nita”, left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], who is also known by the name Nita Rol, left.", [("e1", "Nita Rol")]),
    ("[e1 Ines Valdo], who was nicknamed “the Fox”, left.", [("e1", "the Fox")]),
    ("[e1 Ines Valdo], 34, nicknamed Nita, left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], whose nickname is Nita, left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], whose real name is Berta Oss, left.", [("e1", "Berta Oss")]),
    ("[e1 Ines Valdo], born Berta Oss, left.", [("e1", "Berta Oss")]),
    ("[e1 Ines Valdo], formerly Berta Oss, left.", []),
    ("[e1 Ines Valdo] used the alias Rosa Marle.", [("e1", "Rosa Marle")]),
    ("[e1 Ines Valdo] used the aliases Rosa Marle and Ida Bern.",
     [("e1", "Rosa Marle"), ("e1", "Ida Bern")]),
    ("[e1 Ines Valdo] went by the name Rosa Marle.", [("e1", "Rosa Marle")]),
    ("[e1 Ines Valdo] goes by Nita.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], who went by Nita, left.", [("e1", "Nita")]),
    ("[e1 The rapper], whose real name is Odo Varn, left.", [("e1", "Odo Varn")]),
    ("Friends called [e1 Ines Valdo] “Nita”.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], called Nita by her friends, left.", [("e1", "Nita")]),
    ("[e1 Abu Marle], the nom de guerre of the commander, left.", []),
    ("[e1 Ines Valdo], posing as a nurse, left.", []),
    ("[e1 Ines Valdo], known as a quiet woman, left.", []),
    ("[e1 Ines Valdo] called the mayor “Fool”.", []),
    ("[e1 Ines Valdo] named the boat “Nita”.", []),
    ("[e1 Ines “Nita” Valdo], 30, left.", [("e1", "Nita")]),
    ("[e1 Ines (Nita) Valdo] left.", [("e1", "Nita")]),
    ("[e1 Ines Valdo], nicknamed “Nita” by the press, left.", [("e1", "Nita")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_aliases(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_evidence_is_the_name_alone():
    context = build("[e1 Ines Valdo], known as “Nita”, left.")
    (found,) = TYPE.find(context)
    assert found.evidence[0].cut(context.text) == "Nita"

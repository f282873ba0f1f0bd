"""Birthplaces: labelled cases."""

from __future__ import annotations

import pytest

from onrecord.facts.person_birthplace import TYPE
from tests.facts.build import build, values

CASES = [
    ("[e1 She] was born in [p1:place Tarsa], in [p2:place Nordland], and moved north.",
     [("e1", "p1"), ("e1", "p2")]),
    ("[e1 Ines Valdo] was born in [p1:place Radom].", [("e1", "p1")]),
    ("[e1 Ines Valdo], born in [p1:place Radom], left.", [("e1", "p1")]),
    ("[e1 Ines Valdo], who was born in [p1:place Radom], left.", [("e1", "p1")]),
    ("[e1 Ines Valdo] is a native of [p1:place Radom].", [("e1", "p1")]),
    ("[e1 Ines Valdo], a native of [p1:place Radom], left.", [("e1", "p1")]),
    ("[e1 She] was born and raised in [p1:place Radom].", [("e1", "p1")]),
    ("The [p1:place Radom]-born baker [e1 Ines Valdo] left.", [("e1", "p1")]),
    ("[e1 Ines Valdo] was born near [p1:place Radom].", [("e1", "p1")]),
    ("[e1 Ines Valdo] was born in the town of [p1:place Radom].", [("e1", "p1")]),
    ("[e1 Ines Valdo] lives in [p1:place Radom].", []),
    ("[e1 Ines Valdo] was born in 1980.", []),
    ("[e1 Ines Valdo] from [p1:place Radom] left.", []),
    ("[e1 Ines Valdo] saw the calf born in [p1:place Radom].", []),
    ("The idea was born in [p1:place Radom].", []),
    ("Born in [p1:place Radom], [e1 Ines Valdo] moved north at ten.", [("e1", "p1")]),
    ("Born and raised in [p1:place Radom], [e1 she] moved north.", [("e1", "p1")]),
    ("[e1 Ines Valdo] was born on 3 May 1980 in [p1:place Radom].", [("e1", "p1")]),
    ("[e1 Ines Valdo], who was born in 1980 in [p1:place Radom], left.", [("e1", "p1")]),
    ("[e1 Ines Valdo] was born into a family of bakers in [p1:place Radom].", []),
    ("[e1 Ines Valdo], originally from [p1:place Radom], left.", [("e1", "p1")]),
    ("[e1 Ines Valdo] hails from [p1:place Radom].", [("e1", "p1")]),
    ("[e1 Ines Valdo], a [p1:place Radom] native, left.", [("e1", "p1")]),
    ("The [p1:place Radom] native [e1 Ines Valdo] left.", [("e1", "p1")]),
    ("[e1 Ines Valdo] grew up in [p1:place Radom].", []),
    ("[e1 Ines Valdo] was born to parents from [p1:place Radom].", []),
    ("[e1 Ines Valdo] was raised in [p1:place Radom].", []),
    ("[e1 Ines Valdo] was not born in [p1:place Radom].", []),
    ("[e1 Ines Valdo] gave birth in [p1:place Radom].", []),
    ("[e1 Ines Valdo] said [e2 Odo Varn] was born in [p1:place Radom].", [("e2", "p1")]),
    ("[e1 Ines Valdo] and [e2 Odo Varn] were born in [p1:place Radom].",
     [("e1", "p1"), ("e2", "p1")]),
    ("[e1 The suspect], born in [p1:place Radom] in 1980, left.", [("e1", "p1")]),
    ("[e1 Ines Valdo], the [p1:place Radom]-born baker, left.", [("e1", "p1")]),
    ("[e1 Ines Valdo], 34, born in [p1:place Radom], left.", [("e1", "p1")]),
    ("[e1 Ines Valdo] died in [p1:place Radom], where [e1 she] was born.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_birthplaces(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_a_person_may_have_a_birthplace_at_several_levels():
    assert TYPE.many
    assert TYPE.compare("p1", "p2") == "compatible"

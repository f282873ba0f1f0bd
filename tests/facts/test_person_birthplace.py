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
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_birthplaces(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_a_person_may_have_a_birthplace_at_several_levels():
    assert TYPE.many
    assert TYPE.compare("p1", "p2") == "compatible"

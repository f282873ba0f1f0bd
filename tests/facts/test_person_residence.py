"""Homes: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.facts.person_residence import TYPE
from tests.facts.build import build, values

CASES = [
    ("[e1 Ines Valdo], 49, a potter from the Polish village of [p1:place Lipno], left.", [("e1", "p1")]),
    ("[e1 Ines Valdo], a plumber from [p1:place Selva], left.", [("e1", "p1")]),
    ("[e1 Ines Valdo], 23, of [p1:place Radom], was held.", [("e1", "p1")]),
    ("[e1 Ines Valdo] of [p1:place Radom] was held.", [("e1", "p1")]),
    ("[e1 A [p1:place Radom] man] was held.", [("e1", "p1")]),
    ("[e1 A [p1:place Radom] attorney] mourned.", [("e1", "p1")]),
    ("[e1 Ines Valdo], who lives in [p1:place Radom], spoke.", [("e1", "p1")]),
    ("Shops on the [p1:place Torvik] estate, where [e1 Valdo] lives, shut.", [("e1", "p1")]),
    ("[e1 A pipefitter] in [p1:place Radom] said so.", [("e1", "p1")]),
    ("[e1 A man] from [p1:place Radom] was held.", [("e1", "p1")]),
    ("[e1 Valdo] lived in [p1:place Radom] until May.", [("e1", "p1")]),
    ("[e1 A retired plumber] from the quiet port of [p1:place Selva] was hurt.", [("e1", "p1")]),
    # where somebody is, comes from for the day, or holds an office
    ("Police took [e1 Ines Valdo] from [p1:place Radom] to court.", []),
    ("[e1 The [p1:place Radom] police chief] spoke.", []),
    ("[e1 A [p1:place Radom] councillor] spoke.", []),
    ("[e1 Ines Valdo] fled from [p1:place Radom].", []),
    ("[e1 Ines Valdo] was held in [p1:place Radom].", []),
    ("[e1 Ilse Brand] of the [p1:place Marle Centre for Peace] spoke.", []),
    ("[e1 A baker] from the [p1:place Polish] coast spoke.", []),
    ("[e1 Heidi Orre] of [p1:place Radom]'s church spoke.", []),
    ("[e1 Ulm Karsten], who lived in [p1:place Selva], drowned.", [("e1", "p1")]),
    ("[e1 A woman] of [p1:place Radom] was hurt.", [("e1", "p1")]),
    ("[e1 Ulm Karsten], 61, from [p1:place Selva], drowned.", [("e1", "p1")]),
    ("[e1 A nurse] from [p1:place Lipno] was hurt.", [("e1", "p1")]),
    ("[e1 Ulm Karsten], a resident of [p1:place Selva], drowned.", [("e1", "p1")]),
    ("[e1 Ulm Karsten] drove from [p1:place Selva] to Lipno.", []),
    ("[e1 Ulm Karsten] spoke in [p1:place Selva].", []),
    ("[e1 The mayor] of [p1:place Selva] spoke.", []),
    ("[e1 Ulm Karsten] was born in [p1:place Selva].", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_homes(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_evidence_is_the_place():
    context = build("[e1 Ines Valdo], a plumber from [p1:place Selva], left.")
    (found,) = TYPE.find(context)
    assert found.evidence[0].cut(context.text) == "Selva"

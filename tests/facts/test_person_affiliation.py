"""Affiliations: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.facts.person_affiliation import TYPE
from tests.facts.build import build, values, words

CASES = [
    ("Colonel [e1 Ulm Karsten], who commands [o1:organisation the Marle brigade], left.", [("e1", "o1")]),
    ("[e1 Ines Valdo], 30, who runs the site [o1:organisation Lumora], left.", [("e1", "o1")]),
    ("[o1:organisation Lumora] rejected it. “No,” said its secretary, [e1 Ines Valdo].", [("e1", "o1")]),
    ("They were taken to [f1:facility Marle Hospital], said its director, [e1 Ines Valdo].", [("e1", "f1")]),
    ("[e1 Ines Valdo], the director of [o1:organisation Lumora Group], spoke.", [("e1", "o1")]),
    ("[o1:organisation Interior Ministry] spokesman [e1 Ulm Karsten] spoke.", [("e1", "o1")]),
    ("[e1 Ilse Brand] of the [o1:organisation Centre for Peace Data] spoke.", [("e1", "o1")]),
    ("[e1 Ilse Brand] of the [p1:place Marle Centre for Peace] spoke.", [("e1", "p1")]),
    ("[o1:organisation The ministry]'s spokesman, [e1 Ulm Karsten], wrote.", [("e1", "o1")]),
    ("A [o1:organisation Lumora] spokesman, [e1 Ulm Karsten], wrote.", [("e1", "o1")]),
    ("[e1 Ulm Karsten], a lance corporal in [o1:organisation the harbour guard], drowned.", [("e1", "o1")]),
    ("[e1 Ulm Karsten], who works for [o1:organisation Lumora], left.", [("e1", "o1")]),
    ("said [e1 Ulm Karsten], president of [o1:organisation the bar association].", [("e1", "o1")]),
    ("[o1:organisation Lumora] analyst [e1 Ulm Karsten] spoke.", [("e1", "o1")]),
    ("Signed by its chief executive, [e1 Ulm Karsten], [o1:organisation Lumora] said no.", [("e1", "o1")]),
    ("[e1 A spokesman] for [o1:organisation the brewery] rang back.", [("e1", "o1")]),
    ("Lt. [e1 Ulm Karsten] with the [o1:organisation Marle Police Department] spoke.", [("e1", "o1")]),
    ("[e1 Ulm Karsten] slept at [o1:organisation Lumora Works], where [e1 he] worked.", [("e1", "o1")]),
    ("[e1 Ulm Karsten] sued [e1 his] employer, [o1:organisation Lumora].", [("e1", "o1")]),
    # no tie
    ("[o1:organisation police] spokeswoman [e1 Ines Valdo] spoke.", []),
    ("[e1 Ines Valdo] told [o1:organisation Lumora] that she left.", []),
    ("[o1:organisation Lumora] sued [e1 Ines Valdo].", []),
    ("The van left. Its driver, [e1 Ulm Karsten], ran from [o1:organisation Lumora].", []),
    ("[e1 Ines Valdo], the mayor, met [o1:organisation Lumora].", []),
    ("[e1 Ulm Karsten], a lawyer at [o1:organisation Lumora Group], wept.", [("e1", "o1")]),
    ("[e1 Ines Valdo] works at [o1:organisation Lumora].", [("e1", "o1")]),
    ("[e1 Ines Valdo], who heads [o1:organisation the union], spoke.", [("e1", "o1")]),
    ("[e1 Ines Valdo], who chairs [o1:organisation the Marle Board], spoke.", [("e1", "o1")]),
    ("[e1 Ulm Karsten] from [o1:organisation Lumora] agreed.", [("e1", "o1")]),
    ("[e1 Ulm Karsten], spokesman for [o1:organisation the Marle Fire Service], spoke.", [("e1", "o1")]),
    ("[e1 Ulm Karsten] walked past [o1:organisation Lumora].", []),
    ("[e1 Ulm Karsten] said [o1:organisation Lumora] had lied.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_affiliations(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_its_takes_the_body_and_the_phrase_as_evidence():
    context = build("[o1:organisation Lumora] paid, its owner, [e1 Ines Valdo], said.")
    assert words(TYPE.find(context), context) == ["Lumora … its owner"]


def test_show_gives_the_name():
    assert TYPE.show("o1", {"o1": "Lumora"}) == "Lumora"

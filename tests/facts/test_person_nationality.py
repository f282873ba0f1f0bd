"""Nationalities: labelled cases, those that are none last."""

from __future__ import annotations

import pytest

from onrecord.facts.demonyms import DEMONYMS
from onrecord.facts.person_nationality import TYPE
from tests.facts.build import build, values

CASES = [
    ("[e1 A 24-year-old Tunisian man] was held.", [("e1", "TN")]),
    ("[e1 The Tunisian] was held.", [("e1", "TN")]),
    ("Tunisian [e1 Ulm Karsten] was held.", [("e1", "TN")]),
    ("[e1 Ulm Karsten], a Polish lorry driver, was held.", [("e1", "PL")]),
    ("Polish lorry driver [e1 Ulm Karsten] was held.", [("e1", "PL")]),
    ("[e1 Ulm Karsten] is Syrian.", [("e1", "SY")]),
    ("[e1 Ulm Karsten] was a Syrian national.", [("e1", "SY")]),
    ("[e1 Ulm Karsten], a New Zealander, was held.", [("e1", "NZ")]),
    ("[e1 A South Korean woman] was hurt.", [("e1", "KR")]),
    ("[e1 Ines Valdo], a Briton, was hurt.", [("e1", "GB")]),
    ("[e1 A Portuguese worker] was hurt.", [("e1", "PT")]),
    # an office, a thing, a place
    ("Italian Interior Minister [e1 Ulm Karsten] spoke.", []),
    ("[e1 The Italian police officer] spoke.", []),
    ("[e1 Ulm Karsten], a carter from the Polish village of Lipno, left.", []),
    ("[e1 A man] of Tunisian descent was held.", []),
    ("[e1 Ulm Karsten], a Polish embassy official, spoke.", []),
    ("[e1 Ulm Karsten] speaks Polish.", []),
    ("[e1 An African-American man] was hurt.", []),
    ("[e1 The Saudi Arabia envoy] spoke.", []),
    ("[e1 A French nurse] was hurt.", [("e1", "FR")]),
    ("[e1 Ulm Karsten], a Danish citizen, was held.", [("e1", "DK")]),
    ("[e1 A 40-year-old Greek sailor] drowned.", [("e1", "GR")]),
    ("[e1 Ines Valdo], 33, a Chilean, was held.", [("e1", "CL")]),
    ("[e1 The Norwegian] fled.", [("e1", "NO")]),
    ("Kenyan [e1 Ines Valdo] won.", [("e1", "KE")]),
    ("[e1 Ulm Karsten] is Irish.", [("e1", "IE")]),
    ("[e1 Ulm Karsten] left a French restaurant.", []),
    ("[e1 Ulm Karsten] flew to the Danish capital.", []),
    ("[e1 The French ambassador] spoke.", []),
    ("[e1 Ulm Karsten] learned Greek.", []),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_nationalities(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_every_code_has_two_letters():
    assert {len(code) for code in DEMONYMS.values()} == {2}


def test_a_word_that_two_states_share_is_left_out():
    assert "Dominican" not in DEMONYMS

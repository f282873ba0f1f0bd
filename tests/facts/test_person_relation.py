"""Relations: labelled cases, the hard ones first."""

from __future__ import annotations

import pytest

from onrecord.core.reading import Statement
from onrecord.core.span import Span
from onrecord.core.values import Link
from onrecord.facts.person_relation import TYPE
from tests.facts.build import build, values, words

CASES = [
    ("[e1 His] wife, [e2 Zita Orre], was treated.", [("e2", Link("e1", "spouse"))]),
    ("[e1 Ulm]'s younger brother, [e2 Milo Orre], ran.", [("e2", Link("e1", "sibling"))]),
    ("[e2 Zita Orre], 61, the aunt of [e1 the jailed sailor], spoke.", [("e2", Link("e1", "relative"))]),
    ("[e2 Zita Orre], the mother of [e1 Ulm], spoke.", [("e2", Link("e1", "parent"))]),
    ("[e2 Milo Orre] is [e1 Ulm]'s nephew.", [("e2", Link("e1", "relative"))]),
    ("[e1 Ulm Orre]'s lawyer, [e2 Zita Marle], spoke.", [("e2", Link("e1", "lawyer"))]),
    ("[e1 Officer Orre] ran after [e1 his] partner, Officer [e2 Milo Marle].",
     [("e2", Link("e1", "colleague"))]),
    ("[e1 Ulm] and [e1 his] partner, [e2 Zita], ran.", [("e2", Link("e1", "spouse"))]),
    ("[e1 Ulm Orre], whose younger brother [e2 Milo], 48, ran, spoke.", [("e2", Link("e1", "sibling"))]),
    ("[e2 The mother] of one of the missing, [e1 Ulm Orre], spoke.", [("e2", Link("e1", "parent"))]),
    ("[e1 Her] son, [e2 Milo Orre], a waiter, ran.", [("e2", Link("e1", "child"))]),
    ("[e1 He] came with [e2 [e1 his] little girl].", [("e2", Link("e1", "child"))]),
    ("[e2 [e1 His] gran] was killed.", [("e2", Link("e1", "relative"))]),
    ("[e1 Orre]'s father, [e2 Teo], spoke.", [("e2", Link("e1", "parent"))]),
    ("[e1 His] brother-in-law, [e2 Nils Seta], spoke.", [("e2", Link("e1", "relative"))]),
    ("[e2 Zita Orre], [e1 Ulm]'s aunt, spoke.", [("e2", Link("e1", "relative"))]),
    ("[e2 The mother] of [e1 Ulm Orre] spoke.", [("e2", Link("e1", "parent"))]),
    ("[e1 Her] friend [e2 Zita Orre] spoke.", [("e2", Link("e1", "friend"))]),
    # no relation
    ("[e2 A colleague] of [e1 Ulm] spoke.", []),
    ("[e1 He] told the wife, [e2 Zita Orre] said.", []),
    ("[e1 Ulm Orre] met [e2 Zita Marle].", []),
    ("[e1:group Their] sister, [e2 Zita], spoke.", []),
    ("[e1 Ulm Orre], a father of two, ran.", []),
    ("[e2 Zita Orre], [e1 Ulm]'s mother, spoke.", [("e2", Link("e1", "parent"))]),
    ("[e1 Ulm]'s daughter [e2 Zita] wept.", [("e2", Link("e1", "child"))]),
    ("[e1 Her] husband, [e2 Nils Seta], ran.", [("e2", Link("e1", "spouse"))]),
    ("[e1 His] sister, [e2 Zita Orre], ran.", [("e2", Link("e1", "sibling"))]),
    ("[e1 His] colleague, [e2 Nils Seta], ran.", [("e2", Link("e1", "colleague"))]),
    ("[e1 Zita Orre]'s cousin [e2 Nils] ran.", [("e2", Link("e1", "relative"))]),
    ("[e1 Ulm Orre] saw a brother and a sister.", []),
    ("[e1 Ulm Orre] and [e2 Zita Marle] have lawyers.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_relations(marked, expected):
    assert values(TYPE.find(build(marked))) == expected


def test_evidence_is_the_word_for_kin_with_its_owner():
    context = build("[e1 His] wife, [e2 Zita Orre], was treated.")
    assert words(TYPE.find(context), context) == ["His wife"]


def test_show():
    assert TYPE.show(Link("e1", "spouse"), {"e1": "Ulm Orre"}) == "spouse of Ulm Orre"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Link("e1", "spouse"), Link("e1", "spouse"), "same"),
        (Link("e1", "spouse"), Link("e1", "sibling"), "conflict"),
        (Link("e1", "spouse"), Link("e2", "child"), "compatible"),
    ],
)
def test_compare(first, second, expected):
    assert TYPE.compare(first, second) == expected


def test_who_says_my_is_the_speaker():
    marked = "“[e2 My wife] tells me to rest,” said [e1 Abel Toma]. “I saw [e3 my son] there.”"
    text = build(marked).text
    spoken = Statement(
        id="s1",
        source=(Span(text.index("Abel"), text.index("Toma") + 4),),
        cue=(),
        content=(Span(0, text.index(" said")), Span(text.index("“I"), len(text))),
        speaker="e1",
        chain=("e1",),
        chain_evidence=(),
        manner="direct",
        stance="says",
        certainty="stated",
    )
    found = list(TYPE.find(build(marked, statements=[spoken])))
    assert [(f.subject, f.value) for f in found] == [("e2", Link("e1", "spouse"))]

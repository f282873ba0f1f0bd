"""Who goes with which verb."""

from __future__ import annotations

import pytest

from onrecord.facts.grammar import Sentence, sentences
from tests.facts.build import build


def parsed(marked: str) -> Sentence:
    return sentences(build(marked))[0]


def subjects(marked: str, verb: str) -> list[str]:
    sentence = parsed(marked)
    index = next(i for i in range(len(sentence)) if sentence.lower(i) == verb)
    return [p.entity.id for p in sentence.subjects(sentence.group_start(index))]


SUBJECTS = [
    ("[e1 Ines Valdo] was held.", "held", ["e1"]),
    ("[e1 Ines Valdo], 46, a shift supervisor, was held.", "held", ["e1"]),
    ("[e1 Ines Valdo] and [e2 Ulm Orre] were held.", "held", ["e1", "e2"]),
    ("[e1 A man] who shot [e2 Ulm Orre] was held.", "held", ["e1"]),
    ("[e1 The mother] of [e2 Ulm Orre] was held.", "held", ["e1"]),
    ("[e1 Ines Valdo] was seen and was held.", "held", ["e1"]),
    ("Police said [e1 Ines Valdo] was held.", "held", ["e1"]),
    ("[e1 Ines Valdo], police said, was held.", "held", ["e1"]),
    ("[e1 Ines Valdo], who ran, was held.", "held", ["e1"]),
    ("[e1 The man], whom [e2 Ulm Orre] saw, was held.", "held", ["e1"]),
    ("The talks with [e1 Ines Valdo] were held.", "held", []),
    ("[e1 Ines Valdo]'s car was held.", "held", []),
    ("The van was held.", "held", []),
]


@pytest.mark.parametrize(("marked", "verb", "expected"), SUBJECTS)
def test_subjects(marked, verb, expected):
    assert subjects(marked, verb) == expected


OBJECTS = [
    ("Police arrested [e1 Ines Valdo] at dawn.", ["e1"]),
    ("Police arrested Officer [e1 Ines Valdo] and [e2 Ulm Orre].", ["e1", "e2"]),
    ("Police arrested [e1 Valdo]'s brother [e2 Ulm Orre].", ["e2"]),
    ("Police arrested near [e1 Ines Valdo].", []),
    ("Police arrested nobody.", []),
]


@pytest.mark.parametrize(("marked", "expected"), OBJECTS)
def test_objects(marked, expected):
    assert [p.entity.id for p in parsed(marked).objects(1)] == expected


def test_sentences_are_parsed_once():
    context = build("[e1 Ines Valdo] ran. [e1 She] fell.")
    assert sentences(context) is sentences(context)


def test_abbreviations_are_one_word():
    assert parsed("Col. [e1 Orre] rose at 5 a.m. and left.").lower(0) == "col"

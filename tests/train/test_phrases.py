"""Nested mentions reduced to names and nominals."""

from __future__ import annotations

import pytest

from onrecord.train.example import Label
from onrecord.train.phrases import Capitals, GoldMention, Reducer, is_plural, without_overlap

BACKGROUND = "They say the team and the police met. Critics met critics there. He saw men run."


def reduced(text: str, *phrases: tuple[str, str]) -> list[tuple[str, str, str]]:
    mentions = []
    for phrase, kind in phrases:
        start = text.index(phrase)
        mentions.append(GoldMention(start, start + len(phrase), kind))
    labels = Reducer(Capitals().learn([BACKGROUND, text])).labels(text, mentions)
    return [(x.head, x.kind, text[x.start : x.end]) for x in labels]


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "expected"),
    [
        ("saw President Jana Brod's car", "President Jana Brod's", "person", "Jana Brod"),
        (
            "at the Department of Health, he",
            "the Department of Health",
            "organisation",
            "Department of Health",
        ),
        ("in Ostrow, the capital", "Ostrow, the capital", "place", "Ostrow"),
        ("near Ostrow Airport now", "Ostrow Airport", "facility", "Ostrow Airport"),
    ],
)
def test_names(text: str, phrase: str, kind: str, expected: str) -> None:
    assert ("name", kind, expected) in reduced(text, (phrase, kind))


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "expected"),
    [
        (
            "and a 27-year-old man who ran",
            "a 27-year-old man who ran",
            "person",
            ("person", "a 27-year-old man"),
        ),
        (
            "and two officers in uniform",
            "two officers in uniform",
            "person",
            ("group", "two officers"),
        ),
        ("as people killed in it", "people killed in it", "person", ("group", "people")),
        ("then the President left", "the President", "person", ("person", "the President")),
        ("with a rifle of his", "a rifle of his", "weapon", ("weapon", "a rifle")),
    ],
)
def test_nominals(text: str, phrase: str, kind: str, expected: tuple[str, str]) -> None:
    assert reduced(text, (phrase, kind)) == [("nominal", *expected)]


def test_a_sentence_start_is_no_name() -> None:
    assert reduced("Critics met. So", ("Critics", "person")) == [("nominal", "group", "Critics")]


def test_a_title_that_is_a_place_is_cut_off() -> None:
    found = reduced(
        "when Sundland Minister Ann Lee left",
        ("Sundland Minister Ann Lee", "person"),
        ("Sundland", "place"),
    )
    assert found == [("name", "place", "Sundland"), ("name", "person", "Ann Lee")]


def test_pronouns_are_left_to_rules() -> None:
    assert reduced("then she ran", ("she", "person")) == []


def test_without_overlap_keeps_the_longest_of_each_head() -> None:
    labels = [
        Label("name", "place", 0, 4),
        Label("name", "person", 0, 9),
        Label("nominal", "person", 2, 5),
    ]
    assert [(x.start, x.end) for x in without_overlap(labels)] == [(0, 9), (2, 5)]


@pytest.mark.parametrize(
    ("head", "plural"), [("men", True), ("officers", True), ("boss", False), ("man", False)]
)
def test_is_plural(head: str, plural: bool) -> None:
    assert is_plural(head, [head]) is plural

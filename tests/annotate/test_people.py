"""Ages go to the person that fits best; roles and conditions carry what the tags say."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.annotate.events import certainty_at, events
from onrecord.annotate.labels import LINK_PARTS, LINK_WIDTH
from onrecord.annotate.links import BUCKETS
from onrecord.annotate.network import Scores
from onrecord.annotate.people import adjoins, ages, person_conditions, role_fillers
from onrecord.annotate.spans import WordSpan, word_span
from onrecord.annotate.words import WordSplitter
from onrecord.core.span import Span

TEXT = "Ada Holm, 34, hid Per Lund, 9."


def silent(count: int, certainty: list[float] | None = None) -> Scores:
    links = {p: np.zeros((count, LINK_WIDTH), np.float32) for p in LINK_PARTS}
    scales = {"certainty": np.asarray(certainty, np.float32)} if certainty else {}
    return Scores({}, links, scales)


@pytest.mark.parametrize("odds", [-3.0, 3.0])
def test_an_age_goes_to_the_person_it_adjoins(splitter: WordSplitter, odds: float) -> None:
    words = splitter.split(TEXT)
    people = [word_span(words, "person", Span(0, 8)), word_span(words, "person", Span(18, 26))]
    spans = [word_span(words, "age", Span(10, 12)), word_span(words, "age", Span(28, 29))]
    table = np.full(BUCKETS, odds, np.float32)
    found = ages(TEXT, words, silent(len(words)), spans, people, table)
    assert [a.person.cut(TEXT) for a in found if a.person] == ["Ada Holm", "Per Lund"]
    assert all(a.link_score > 0.9 for a in found)


@pytest.mark.parametrize(
    ("text", "adjoining"),
    [
        ("Ada Holm, 34, fled", True),
        ("Ada Holm (34) fled", True),
        ("Ada Holm, aged 34, fled", True),
        ("34-year-old Ada Holm fled", True),
        ("34-year-old teacher Ada Holm fled", True),
        ("Ada Holm and Per, 34, fled", False),
        ("34 shots hit Ada Holm", False),
    ],
)
def test_what_adjoins(text: str, adjoining: bool) -> None:
    age, name = text.index("34"), text.index("Ada Holm")
    assert adjoins(text, Span(age, age + 2), Span(name, name + 8)) is adjoining


def test_an_age_that_fits_nobody_stays_alone(splitter: WordSplitter) -> None:
    words = splitter.split(TEXT)
    person = word_span(words, "person", Span(0, 8))
    age = word_span(words, "age", Span(10, 12), 0.7)
    table = np.full(BUCKETS, -20.0, np.float32)
    found = ages(TEXT, words, silent(len(words)), [age], [person], table)[0]
    assert (found.person, found.score, found.span) == (None, 0.7, Span(10, 12))
    assert found.link_score < 0.5


def test_without_the_link_ages_have_no_person(splitter: WordSplitter) -> None:
    words = splitter.split(TEXT)
    age = word_span(words, "age", Span(10, 12))
    person = word_span(words, "person", Span(0, 8))
    assert ages(TEXT, words, silent(len(words)), [age], [person], None)[0].person is None


def test_a_described_victim_is_a_victim(splitter: WordSplitter) -> None:
    words = splitter.split("Two shoppers died.")
    found = role_fillers(words, [WordSpan("described", 0, 1, 0.9)])[0]
    assert (found.role, found.described, found.span) == ("victim", True, Span(0, 12))
    killed = person_conditions(words, [WordSpan("killed", 0, 1, 0.8)])[0]
    assert (killed.condition, killed.score) == ("killed", 0.8)


@pytest.mark.parametrize(("raw", "expected"), [(9.0, 3.0), (-4.0, -3.0), (1.25, 1.25)])
def test_certainty_stays_on_its_scale(splitter: WordSplitter, raw: float, expected: float) -> None:
    words = splitter.split("It may fall.")
    scores = silent(len(words), [0.0, 0.0, raw, 0.0])
    assert certainty_at(scores, WordSpan("event", 2, 2, 1.0)) == expected
    assert events(words, scores, [WordSpan("event", 2, 2, 1.0)])[0].certainty == expected


def test_without_the_head_there_is_no_certainty(splitter: WordSplitter) -> None:
    words = splitter.split("It fell.")
    assert certainty_at(silent(len(words)), WordSpan("event", 1, 1, 1.0)) is None
    assert events(words, silent(len(words)), [WordSpan("event", 1, 1, 1.0)]) == []

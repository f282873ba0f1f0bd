"""Pronouns by rule beside what the encoder found."""

from __future__ import annotations

from onrecord.annotate.mentions import tagged_mentions, with_pronouns
from onrecord.annotate.spans import WordSpan
from onrecord.annotate.words import WordSplitter


def found(splitter: WordSplitter, text: str, *names: WordSpan, **more: WordSpan) -> list[str]:
    words = splitter.split(text)
    tagged = tagged_mentions(text, words, names, list(more.values()))
    result = with_pronouns(text, tagged)
    return [f"{m.form} {m.kind} {m.span.cut(text)}" for m in result]


def test_pronouns_are_people(splitter: WordSplitter) -> None:
    assert found(splitter, "He saw them and her.") == [
        "pronoun person He",
        "pronoun person them",
        "pronoun person her",
    ]


def test_a_country_is_no_pronoun_and_its_is_none(splitter: WordSplitter) -> None:
    assert found(splitter, "The US lost its way. Theirs.") == ["pronoun person Theirs"]


def test_a_nominal_may_hold_a_name(splitter: WordSplitter) -> None:
    name, nominal = WordSpan("place", 1, 1, 0.9), WordSpan("person", 0, 2, 0.8)
    assert found(splitter, "the Ostrow mayor", name, one=nominal) == [
        "nominal person the Ostrow mayor",
        "name place Ostrow",
    ]


def test_a_nominal_that_is_a_name_or_a_pronoun_is_dropped(splitter: WordSplitter) -> None:
    name, same = WordSpan("person", 0, 0, 0.9), WordSpan("person", 0, 0, 0.8)
    assert found(splitter, "Brod ran", name, one=same) == ["name person Brod"]
    assert found(splitter, "she ran", one=same) == ["pronoun person she"]


def test_titles_are_no_part_of_a_name(splitter: WordSplitter) -> None:
    name = WordSpan("person", 1, 5, 0.9)
    assert (
        found(splitter, "then Police Sgt. Jana Brod ran", name)[0]
        == "name person Police Sgt. Jana Brod"
    )
    assert found(splitter, "then Chief Sgt. Jana Brod ran", name)[0] == "name person Jana Brod"
    assert found(splitter, "Officer ran", WordSpan("person", 0, 0, 0.9)) == ["name person Officer"]

"""How sure a fact's clause is, and where a hedge's scope ends."""

from __future__ import annotations

import pytest

from onrecord.core.reading import Certainty
from onrecord.extract.voices import voice_at
from tests.extract.read import context_of, find, statement

CLAUSES: list[tuple[str, str, Certainty]] = [
    ("Two men fled.", "fled", "stated"),
    ("Two men reportedly fled.", "fled", "alleged"),
    ("Two men allegedly fled.", "fled", "alleged"),
    ("Two men may have fled.", "fled", "possible"),
    ("Two men are believed to have fled.", "fled", "possible"),
    ("Two men could have fled.", "fled", "possible"),
    ("Two men planned to flee.", "flee", "possible"),
    ("Two men threatened to set fire to the shed.", "set fire", "possible"),
    ("There was a threat of fire.", "fire", "possible"),
    ("If the bridge falls, the road will shut.", "falls", "possible"),
    ("Two men fled, but this could not be confirmed.", "fled", "alleged"),
    ("Two men fled, although the claim has not been verified.", "fled", "alleged"),
    ("It was not clear whether two men fled.", "fled", "asked"),
    ("Two men will leave on Friday.", "leave", "stated"),
    ("Two men fled, and the owner may sue.", "fled", "stated"),
    ("Two men came in May 2031.", "2031", "stated"),
]


@pytest.mark.parametrize(("text", "words", "certainty"), CLAUSES)
def test_the_words_around_it(text: str, words: str, certainty: Certainty) -> None:
    assert voice_at(context_of(text), find(text, words)).certainty == certainty


SPOKEN: list[tuple[str, str, Certainty]] = [
    ("Ida Berg said that two men fled.", "fled", "stated"),
    ("Ida Berg said that two men might have fled.", "fled", "possible"),
    ("Ida Berg, who may retire, said that two men fled.", "fled", "stated"),
    ("Ida Berg reportedly said that two men fled.", "fled", "alleged"),
    ("Ida Berg denied that two men fled.", "fled", "denied"),
    ("Ida Berg asked whether two men fled.", "fled", "asked"),
    ("Ida Berg believes that two men fled.", "fled", "possible"),
    ("Reportedly tired, Ida Berg said: “Two men fled.”", "fled", "stated"),
    ("“Two men probably fled,” Ida Berg said.", "fled", "possible"),
]


@pytest.mark.parametrize(("text", "words", "certainty"), SPOKEN)
def test_the_speakers_own_certainty(text: str, words: str, certainty: Certainty) -> None:
    voice = voice_at(context_of(text), find(text, words))
    assert len(voice.chain) == 1
    assert voice.certainty == certainty


def test_a_statement_that_is_reported_as_made() -> None:
    context = context_of("Ida Berg allegedly told Per Lund that the bridge was shut.")
    assert statement(context, "that the").certainty == "alleged"

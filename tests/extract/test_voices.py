"""On whose word a stretch is, and how sure it is."""

from __future__ import annotations

import pytest

from onrecord.extract.voices import voice_at
from tests.extract.read import context_of, find


@pytest.mark.parametrize(
    ("text", "words", "certainty"),
    [
        ("The man was reportedly armed with a knife.", "knife", "alleged"),
        ("The man may have had a knife.", "knife", "possible"),
        ("In May the man had a knife.", "knife", "stated"),
        ("Police are asking whether he had a knife.", "knife", "asked"),
        ("The man, allegedly drunk, fell; the knife was his.", "knife was", "stated"),
    ],
)
def test_hedges_reach_their_clause(text: str, words: str, certainty: str) -> None:
    assert voice_at(context_of(text), find(text, words)).certainty == certainty


def test_the_innermost_statement_speaks() -> None:
    text = "Ida Berg said that Jon Lund had told her that the knife was his. It rained."
    context = context_of(text)
    inner = voice_at(context, find(text, "knife"))
    assert [context.by_id[link].name for link in inner.chain] == ["Jon Lund", "Ida Berg"]
    assert voice_at(context, find(text, "rained")).chain == ()


def test_a_denied_content_is_denied() -> None:
    text = "The ministry denied that the door had been open."
    assert voice_at(context_of(text), find(text, "open")).certainty == "denied"


def test_an_abbreviation_at_a_contents_end_is_in_it() -> None:
    text = "Ida Berg said that the door had been open at 4 a.m.\n\nIt rained."
    context = context_of(text)
    voice = voice_at(context, find(text, "4 a.m."))
    assert [context.by_id[link].name for link in voice.chain] == ["Ida Berg"]

"""Papers, posts and figures as what somebody says; verbs of doing that are no cues. Invented texts."""

from __future__ import annotations

import pytest

from onrecord.core.annotation import Attribution, Mention
from tests.extract.read import chain, context_of, entity, find, forms, people, statement

PAPERS = {
    "An internal memo said that the crane was old.": ["internal memo"],
    "A review found that the crane was old.": ["review"],
    "An update said that the crane was old.": ["update"],
    "Early reports said that the crane was old.": ["reports"],
    "A study suggested that the crane was old.": ["study"],
}


@pytest.mark.parametrize("text", PAPERS)
def test_a_paper_that_tells_is_an_origin(text: str) -> None:
    context = context_of(text)
    assert chain(context, statement(context, "that the crane")) == PAPERS[text]


@pytest.mark.parametrize("noun", ["review", "post", "update"])
def test_a_paper_that_tells_nothing_is_no_entity(noun: str) -> None:
    context = context_of(f"Ida Berg read the {noun} at the quay.")
    assert noun not in {e.name for e in context.entities}


FIGURES = {
    "A figure of 26 came from a councillor.": ("A figure of 26", ["councillor"]),
    "The toll of nine was given by police on Friday.": ("The toll of nine", ["police"]),
    "Yet an early estimate of 30 boats was given by Ida Berg.": (
        "an early estimate of 30 boats",
        ["Ida Berg"],
    ),
}


@pytest.mark.parametrize("text", FIGURES)
def test_who_a_figure_came_from(text: str) -> None:
    words, links = FIGURES[text]
    context = context_of(text)
    assert chain(context, statement(context, words)) == links


def test_a_figure_that_came_from_nobody() -> None:
    assert context_of("A figure of 26 came from thin air.").statements == ()


def test_a_figure_and_local_are_nobody() -> None:
    text = "All times are local. It was a figure of stone."
    seen = [Mention(find(text, w), "person", "nominal", 0.9) for w in ("local", "a figure")]
    assert context_of(text, mentions=seen).entities == ()


DOINGS = [
    ("Ida Berg", "traced", "the crane's owner"),
    ("The map", "shows", "the quay"),
    ("Ida Berg", "examined", "the crane"),
    ("Ida Berg", "misstated", "his age"),
    ("Ida Berg", "remembers", "the quay"),
]


def attributed(source: str, cue: str, content: str) -> int:
    text = f"{source} {cue} {content}."
    seen = Attribution((find(text, source),), (find(text, cue),), (find(text, content),))
    return len(context_of(text, attributions=[seen]).statements)


@pytest.mark.parametrize(("source", "cue", "content"), DOINGS)
def test_doing_something_is_no_statement(source: str, cue: str, content: str) -> None:
    assert attributed(source, cue, content) == 0


def test_but_a_clause_behind_it_is_one() -> None:
    assert attributed("Ida Berg", "remembers", "that the crane was old") == 1


def test_who_police_say_he_was() -> None:
    context = context_of(
        "A man who stabbed two shoppers was shot. Police said he was Per Lund, 29.\n\n"
        "Lund came by ferry."
    )
    assert people(context) == ["Per Lund"]
    assert forms(context, "Per Lund")[0] == "A man"
    assert entity(context, "Per Lund").kind == "person"


def test_whose_brother_he_was_is_not_who_he_was() -> None:
    context = context_of("A man was shot. Police said he was Per Lund’s brother.")
    assert "A man" not in forms(context, "Per Lund")

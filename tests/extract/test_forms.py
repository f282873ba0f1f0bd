"""Forms in which words stand beside their source: each with the cue, the content and the chain.

Read by rules alone, so that a form does not depend on one set of weights. All texts are invented.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from onrecord.core.reading import Manner, Stance
from tests.extract.read import chain, context_of, statement, told


class Form(NamedTuple):
    """A text, how the content begins, the chain, and what else is told."""

    text: str
    words: str
    chain: list[str]
    content: str = ""
    stance: Stance = "says"
    manner: Manner | None = None


BERG, MOSS = ["Ida Berg"], ["Ida Berg", "Moss Courier"]
QUESTIONS = (
    "The Moss Courier spoke to the mayor, Ida Berg.\n\nQ: When did it burn?\n\n"
    "A: It burned at six. I was at home.\n\nQ: Who called?\n\nA: The fire chief did."
)
TALK = (
    "Per Lund leads the pilots' union.\n\nMoss Courier: Is the ship lost?\n\nLund: It is not lost.\n\n"
    "It lies off the quay.\n\nMoss Courier: And the crew?\n\nLund: All safe.\n\nIt rained on Monday."
)
CAPITALS = "INTERVIEWER: What fell?\n\nIDA BERG: A crane fell.\n\nINTERVIEWER: And then?\n\nIDA BERG: I ran."

FORMS = {
    "question": Form(QUESTIONS, "When did", [], "When did it burn?", "asks"),
    "answer": Form(QUESTIONS, "It burned", BERG, "It burned at six. I was at home"),
    "last answer": Form(QUESTIONS, "The fire chief", BERG, "The fire chief did"),
    "labelled turn over paragraphs": Form(
        TALK, "It is not", ["Per Lund"], "It is not lost | It lies off the quay"
    ),
    "an outlet asks": Form(TALK, "Is the ship", ["Moss Courier"], stance="asks"),
    "the report goes on behind the last turn": Form(TALK, "All safe", ["Per Lund"], "All safe"),
    "labels in capitals": Form(CAPITALS, "A crane fell", ["IDA BERG"]),
    "post of a live blog": Form(
        "10:42 Police: stay off the quay\n\nPolice closed it at ten.", "stay off", ["Police"]
    ),
    "social post with a handle": Form(
        "Ida Berg (@idab) wrote on X: “The bridge is shut.”", "The bridge", BERG, manner="direct"
    ),
    "handle as a label": Form(
        "@idaberg: The bridge is shut for a week", "The bridge", ["@idaberg"]
    ),
    "embedded post": Form(
        "The bridge is shut for a week.\n\n— Ida Berg (@idab) March 7, 2031", "The bridge", BERG
    ),
    "tweeted": Form("“The bridge is shut,” Ida Berg tweeted.", "The bridge", BERG),
    "release": Form("From Chairwoman Ida Berg: “We shall not close.”", "We shall", BERG),
    "release, a statement": Form(
        "Statement from Chairwoman Ida Berg: “We shall not close.”", "We", BERG
    ),
    "release, over a line": Form("Chairwoman Ida Berg:\n\n“We shall not close.”", "We shall", BERG),
    "headline with a colon": Form(
        "Mayor: we had no warning\n\nThe mayor, Ida Berg, was abroad.", "we had", BERG
    ),
    "headline with its source behind": Form(
        "Crane was faulty for weeks: inspectors\n\nIt rained.", "Crane was", ["inspectors"]
    ),
    "headline with a dash": Form(
        "Crane was faulty – inspectors\n\nIt fell.", "Crane was", ["inspectors"]
    ),
    "headline that quotes": Form(
        "‘We ran for our lives’: Ida Berg on the fire\n\nIt rained.",
        "We ran",
        BERG,
        manner="direct",
    ),
    "signed with a dash": Form("“We ran,” — Ida Berg, a welder.", "We ran", BERG, "“We ran,”"),
    "signed on the next line": Form(
        "“The yard is closed.”\n\n– Ida Berg, welder", "The yard", BERG
    ),
    "name, dash, quotation": Form("Ida Berg – “We ran for our lives.”", "We ran", BERG),
    "three paragraphs, one closing mark": Form(
        "Ida Berg said:\n\n“It fell.\n\n“Nobody was there.\n\n“We were lucky.”\n\nIt rained.",
        "It fell",
        BERG,
        "“It fell. | “Nobody was there. | “We were lucky.”",
    ),
    "quoted as saying by": Form(
        "Ida Berg was quoted as saying by the Moss Courier that it fell.", "that it fell", MOSS
    ),
    "quotation, quoted as saying by": Form(
        "“It fell,” Ida Berg was quoted as saying by the Moss Courier.", "It fell", MOSS
    ),
    "quoted by as saying": Form(
        "Ida Berg was quoted by the Moss Courier as saying that it fell.", "that it fell", MOSS
    ),
    "cited by": Form("Ida Berg was cited by the Moss Courier as saying it fell.", "it fell", MOSS),
    "an outlet quotes": Form(
        "It fell, the Moss Courier quoted Ida Berg as saying.", "It fell", MOSS
    ),
    "rebels": Form("The rebels say they hold the bridge.", "they hold", ["rebels"]),
    "a claim by": Form(
        "The claim by the union that the crane was old was rejected by the owner.",
        "that the crane",
        ["union"],
        "that the crane was old",
    ),
    "claims by": Form("There were claims by the union that it was old.", "that it", ["union"]),
    "somebody's claim": Form(
        "Ida Berg's claim that the crane was old has not been confirmed.",
        "that the",
        BERG,
        "that the crane was old",
    ),
    "according to a warning": Form(
        "The crane was old, according to a warning by the harbour inspectorate.",
        "The crane",
        ["harbour inspectorate"],
    ),
    "a group named later": Form(
        "A group of dockers wrote to him. The group, Clean Quay, said that it fell.",
        "that it fell",
        ["Clean Quay"],
    ),
    "a denial": Form(
        "The union claimed that he knew. Police rejected the claim.",
        "the claim",
        ["Police"],
        stance="denies",
    ),
    "the claim that is denied": Form(
        "The union claimed that he knew. Police rejected the claim.", "that he knew", ["union"]
    ),
    "the claim inside its denial": Form(
        "Police rejected the claim by the union that he knew.", "that he knew", ["union", "Police"]
    ),
    "told, according to": Form(
        "Ida Berg told Per Lund that it fell, according to the Moss Courier.", "that it fell", MOSS
    ),
    "according to, told": Form(
        "According to the Moss Courier, Ida Berg told Per Lund that it fell.", "that it fell", MOSS
    ),
    "court papers": Form("Court papers say that Ida Berg fell.", "that Ida", ["Court papers"]),
    "papers seen by": Form(
        "An internal memo seen by Radio Fell says that it was old.", "that it", ["internal memo"]
    ),
    "declined to comment": Form(
        "The owner declined to comment.", "to comment", ["owner"], stance="declines"
    ),
    "would not say": Form(
        "The police would not say how many fell.", "how many", ["police"], stance="declines"
    ),
    "refused to say": Form(
        "The owner refused to say whether it fell.", "to say", ["owner"], stance="declines"
    ),
    "did not respond": Form(
        "The owner did not respond to questions.", "to questions", ["owner"], stance="declines"
    ),
    "straight marks": Form('"It fell," said Ida Berg.', "It fell", BERG, manner="direct"),
    "angled marks": Form("«It fell», said Ida Berg.", "It fell", BERG, manner="direct"),
    "angled marks turned inwards": Form("»It fell«, said Ida Berg.", "»It fell", BERG),
    "low and high marks": Form("„It fell“, said Ida Berg.", "It fell", BERG, manner="direct"),
    "low and high marks, English": Form("„It fell”, said Ida Berg.", "It fell", BERG),
    "paired marks": Form("''It fell,'' said Ida Berg.", "It fell", BERG, manner="direct"),
    "single marks": Form("‘It fell,’ said Ida Berg.", "It fell", BERG, manner="direct"),
    "an opening mark alone": Form("“It fell, said Ida Berg.", "It fell", BERG),
    "a closing mark alone": Form("It fell,” said Ida Berg.", "It fell", BERG),
}


@pytest.mark.parametrize("name", FORMS)
def test_form(name: str) -> None:
    form = FORMS[name]
    context = context_of(form.text, outlet="The Norvik Mail")
    found = statement(context, form.words)
    assert chain(context, found) == form.chain
    assert found.stance == form.stance
    if form.content:
        assert told(context, found) == form.content
    if form.manner is not None:
        assert found.manner == form.manner


SILENT = [
    "The so-called “quay king” lives in Norvik.",
    "He read “The Long Tide” in prison.",
    "Per “Tiny” Lund was at the quay.",
    "The “accident” cost the yard its licence.",
    "Killed: 3\n\nInjured: 5\n\nMissing: 1",
    "14:05 - Per Lund at the quay\n\nTwo more boats came in.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_speech(text: str) -> None:
    assert context_of(text).statements == ()


def test_an_aside_behind_a_dash_is_no_signature() -> None:
    context = context_of("“We ran,” said Per Lund — Ida Berg, a welder, had left.")
    assert [chain(context, s) for s in context.statements] == [["Per Lund"]]


def test_a_dateline_before_a_quotation_is_a_place() -> None:
    context = context_of("NORVIK — “We ran,” said Per Lund.")
    assert [chain(context, s) for s in context.statements] == [["Per Lund"]]


UNCUED = {
    "behind it": ("“The crane was old.” Ida Berg has worked there for years.", ["Ida Berg"]),
    "before it": ("Ida Berg pointed at the crane. “The crane was old.”", ["Ida Berg"]),
    "who spoke last": (
        "The yard is shut, Ida Berg said.\n\n«The crane was old,» The move came after a fall.",
        ["Ida Berg"],
    ),
}


@pytest.mark.parametrize("name", UNCUED)
def test_quotations_without_a_cue(name: str) -> None:
    text, links = UNCUED[name]
    context = context_of(text)
    found = statement(context, "The crane")
    assert chain(context, found) == links
    assert found.cue == ()
    assert found.manner == "direct"


def test_a_sentence_that_nobody_stands_beside_has_no_speaker() -> None:
    assert context_of("“The crane was old.” The yard is shut.").statements == ()

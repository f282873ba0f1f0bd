"""Any text: marks without end, scripts from right to left, emoji, combining marks, one long line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.span import Span
from onrecord.facts.base import Context
from tests.extract.read import chain, context_of, told

TEXT = (
    "“The crane fell at six,” said Ida Berg, a welder.\n\n"
    "She told the Moss Courier that the owner had been warned. Two men fled, according to police.\n\n"
    "Per Lund: “Nobody knew.”"
)
STRANGE = (
    "שלום עולם",
    "مرحبا بالعالم “نعم”",
    "😀👩‍👩‍👧‍👦🏳️‍🌈",
    "e\u0301a\u0308o\u0302 Z\u0351\u036b\u0343a\u030algo",
    "𝒜𝓃𝒸𝒾𝑒𝓃𝓉 𐍈",
    "日本語「はい」と言った。",
    "«„“‟’‘‚›‹»\"'``''",
    "\u202eright to left\u202c",
    "\u200b\u00a0\u2009",
)
MARKS = "“”\"'‘’«»„‟‹›`"


def spans(context: Context) -> list[Span]:
    """All spans of statements and mentions."""
    found = [m.span for e in context.entities for m in e.mentions]
    for one in context.statements:
        parts = (one.source, one.cue, one.content, *one.chain_evidence)
        found.extend(span for part in parts for span in part)
    return found


def said(context: Context) -> list[tuple[str, list[str]]]:
    return [(told(context, one), chain(context, one)) for one in context.statements]


@pytest.mark.parametrize("strange", STRANGE)
def test_offsets_count_code_points_behind_any_script(strange: str) -> None:
    plain = context_of("It rained.\n\n" + TEXT)
    moved = context_of(f"It rained {strange}.\n\n" + TEXT)
    by = len(strange) + 1
    assert [s.content for s in moved.statements] == [
        tuple(span.shift(by) for span in s.content) for s in plain.statements
    ]
    assert said(moved) == said(plain)


@given(
    st.lists(
        st.sampled_from((*STRANGE, *MARKS, TEXT, "Ida Berg said", ":", " ", "\n\n", "Q: Why?")),
        max_size=14,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_span_lies_in_the_text(parts: list[str]) -> None:
    context = context_of(" ".join(parts))
    assert all(0 <= s.start < s.end <= len(context.text) for s in spans(context))


@given(st.text(alphabet=MARKS + " \n.a", max_size=400))
@settings(max_examples=60, deadline=None)
def test_a_text_of_marks_is_read(text: str) -> None:
    assert all(s.end <= len(text) for s in spans(context_of(text)))


@given(st.text(alphabet="ab\u0301é😀א\u202e\u200d ,.:“”—@\n", max_size=120))
@settings(max_examples=60, deadline=None)
def test_mixed_scripts_are_read(text: str) -> None:
    found = context_of(text + "\n\n" + TEXT)
    assert all(s.end <= len(found.text) for s in spans(found))


WORST = {
    "marks": "“",
    "marks of all kinds": "\"'“” ",
    "nested speech": "Ida Berg said that ",
    "quotations of one paragraph": "“The crane fell again.” ",
    "quotations that never close": "“It fell.\n\n",
    "pronouns": "He said she ran. ",
    "labels": "Q: Why?\n\nA: Because.\n\n",
    "colons": "Berg: ",
    "no full stop": "police said the men fled and the owner told Per Lund that it was; ",
}


def seconds(text: str) -> float:
    """Processor time of reading it, the better of two runs."""
    taken = []
    for _ in range(2):
        begun = time.process_time()
        context_of(text)
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.parametrize("name", WORST)
def test_four_times_the_text_takes_some_four_times_as_long(name: str) -> None:
    unit, head = WORST[name], "Ida Berg said it. "
    short = seconds(head + unit * (4_000 // len(unit)))
    long = seconds(head + unit * (16_000 // len(unit)))
    assert long < 9 * short + 0.05  # a quadratic one takes 16 times as long

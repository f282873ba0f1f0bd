"""Unbalanced quotation marks: a content keeps the marks at its edges, each where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.quotations import QUOTE_MARKS
from tests.extract.read import chain, context_of, told

OPENING = ["“", '"', "«", "„", "‘", "''", "'"]
CLOSING = ["”", '"', "»", "“", "’", "''", "'"]
SPEECH = st.sampled_from(
    ["It fell", "It fell on the quay", "We saw it, and we ran", "The crane was old"]
)
BEFORE = ["Ida Berg said: {}.", "Ida Berg said {}.", "Ida Berg told reporters: {}"]
BEHIND = ["{}, said Ida Berg.", "{}, Ida Berg said.", "{}, Ida Berg told reporters."]


def told_by_berg(text: str) -> str:
    context = context_of(text)
    assert [chain(context, s) for s in context.statements] == [["Ida Berg"]]
    return told(context, context.statements[0])


@given(st.sampled_from(OPENING), SPEECH, st.sampled_from([*BEFORE, *BEHIND]))
def test_an_opening_mark_alone_is_kept(mark: str, speech: str, form: str) -> None:
    content = told_by_berg(form.format(mark + speech))
    assert content.rstrip(".,") == mark + speech


@given(st.sampled_from(CLOSING), SPEECH, st.sampled_from(BEFORE))
def test_a_closing_mark_alone_is_kept(mark: str, speech: str, form: str) -> None:
    content = told_by_berg(form.format(speech + mark))
    assert content == speech + mark


@given(
    st.sampled_from(CLOSING),
    SPEECH,
    st.sampled_from(["{},@ said Ida Berg.", "{},@ Ida Berg said."]),
)
def test_a_closing_mark_before_the_source_is_kept(mark: str, speech: str, form: str) -> None:
    content = told_by_berg(form.format(speech).replace("@", mark))
    assert content == f"{speech},{mark}"


@given(st.sampled_from(OPENING), st.sampled_from(CLOSING), SPEECH)
def test_marks_that_do_not_fit_are_both_kept(opening: str, closing: str, speech: str) -> None:
    content = told_by_berg(f"{opening}{speech},{closing} said Ida Berg.")
    assert content.strip(QUOTE_MARKS).rstrip(",") == speech
    assert content.startswith(opening)
    assert content.endswith(closing)

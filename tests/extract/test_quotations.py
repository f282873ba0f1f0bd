"""Quotation marks of all kinds, balanced or not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.annotation import Annotation
from onrecord.core.report import Report
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import Quotation


def quotations(text: str) -> tuple[Quotation, ...]:
    return Prose(Report(id="r", input="t", text=text), Annotation("r", "w", ())).quotations


@pytest.mark.parametrize(
    "text",
    [
        'She said: "The door was open."',
        "She said: “The door was open.”",
        "She said: «The door was open.»",
        "She said: „The door was open.“",
        "She said: ''The door was open.''",
        "She said: ‘The door was open.’",
        "She said: 'The door was open.'",
        'She said: “The door was open."',
    ],
)
def test_kinds_of_marks(text: str) -> None:
    (found,) = quotations(text)
    assert found.inner.cut(text) == "The door was open."


def test_apostrophes_are_no_quotations() -> None:
    assert quotations("The drivers’ union wasn’t told, and the mayor's office isn't sure.") == ()


def test_a_quotation_over_paragraphs_closes_once() -> None:
    first, second = quotations("“We heard it first.\n\n“Then we saw it,” she said.")
    assert first.open_end
    assert second.continued


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "He said: “Nobody came.\n\nThe road is closed."
    (found,) = quotations(text)
    assert found.inner.cut(text) == "Nobody came."


@given(st.text(alphabet="“”\"'‘’«»„ \na.é😀", max_size=80))
def test_quotations_are_disjoint_and_inside_the_text(text: str) -> None:
    found = quotations(text)
    assert all(q.span.end <= len(text) and q.span.contains(q.inner) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))

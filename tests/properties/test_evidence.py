"""Evidence of any reading: never white space at its ends; a count's holds its number."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.annotation import Annotation
from onrecord.core.report import Report
from onrecord.core.span import cut_all
from onrecord.extract import extract
from tests.facts.test_count_evidence import COUNTS, plainly_holds

PIECES = st.sampled_from(
    [
        "Nora Feld", "Ulm Karsten", "a man", "The gunman", "He", "two women", "at least 12 people",
        "Dozens", "nobody", "A third body", "three", "23", ", 34,", "was", "were", "has", "been", "been ",
        "killed", "killing", "himself", "arrested", "arrested ", "injured", "wounded", "missing", "died",
        "detained a man ", "police", "before", "and", "in", "a car", ".", ". ", ",", "\n", "\n\n", " ",
        "of them",
        "the death toll rose to", "hostages", "rescued", "acted alone", "gunmen", "said", "officer",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_evidence_is_tight_and_holds_its_count(text: str) -> None:
    reading = extract(Report(id="r1", input="test", text=text), Annotation("r1", "w", ()))
    for fact in reading.facts:
        for span in fact.evidence:
            assert span.cut(text) == span.cut(text).strip()
        if fact.field in COUNTS:
            assert plainly_holds(cut_all(fact.evidence, text), fact.value)  # type: ignore[arg-type]

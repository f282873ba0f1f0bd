"""The whole reading: a pure function, for any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.annotation import Annotation, Attribution
from onrecord.core.contract import reading_from, reading_json
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract import extract

WORDS = st.sampled_from(
    [
        "said", "told", "according", "to", "Ida", "Berg", "police", "“", "”", '"', "''", "‘", "’", ",",
        ".", "\n\n", "he", "she", "that", "who", "the", "man", "a", ":", ";", "😀", "é", "e\u0301", "قال",
        "«", "»", "citing", "calling", "itself", "quoted", "as", "saying", "I", "’s", "A.", "of", "Bank",
    ]
)  # fmt: skip


def report_of(text: str, *, supported: bool = True) -> Report:
    return Report(id="r1", input="test", text=text, supported=supported)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.data())
def test_any_text_is_read_alike_twice(text: str, data: st.DataObject) -> None:
    spans = st.builds(
        lambda a, b: Span(min(a, b), max(a, b) + 1),
        st.integers(0, max(len(text) - 1, 0)),
        st.integers(0, max(len(text) - 1, 0)),
    )
    some = st.lists(spans, max_size=2).map(tuple)
    given_ = data.draw(st.lists(st.builds(Attribution, some, some, some), max_size=4))
    annotation = Annotation("r1", "w", (), (), tuple(given_) if text else ())
    reading = extract(report_of(text), annotation)
    assert reading == extract(report_of(text), annotation)
    assert reading_from(reading_json(reading)) == reading
    ids = {entity.id for entity in reading.entities}
    for one in reading.statements:
        assert set(one.chain) <= ids
        assert len(one.chain) == len(one.chain_evidence)
        assert all(s.end <= len(text) for s in (*one.source, *one.cue, *one.content))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_odd_text_is_no_error(text: str) -> None:
    reading = extract(report_of(text), Annotation("r1", "w", ()))
    assert all(m.span.end <= len(text) for e in reading.entities for m in e.mentions)
    assert sum(incident.lead for incident in reading.incidents) == 1


def test_an_unsupported_language_gives_an_empty_reading() -> None:
    reading = extract(
        report_of("Ida Berg sa at broen er stengt.", supported=False), Annotation("r1", "w", ())
    )
    assert reading.entities == ()
    assert reading.statements == ()
    assert reading.facts == ()


def test_facts_are_numbered_and_vouched_for() -> None:
    text = "Jon Lund, 23, was shot dead, Ida Berg said. Lund, 23, lived in Oslo."
    reading = extract(report_of(text), Annotation("r1", "w", (Span(0, 43), Span(44, len(text)))))
    assert [fact.id for fact in reading.facts] == [f"f{n + 1}" for n in range(len(reading.facts))]
    ages = [fact for fact in reading.facts if fact.field == "person.age"]
    assert {len(fact.chain) for fact in ages} == {0, 1}

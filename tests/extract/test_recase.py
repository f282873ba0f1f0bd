"""Texts in capitals made to read as prose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.annotation import Annotation, Mention
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.recase import is_shouted, recased

TEXT = (
    "LINZ, 4 MAY 24 (WIRE) -- TWO MEN IN BLACK SHOT ANA BRITO, A JUDGE, ON FRIDAY NEAR THE COURT. "
    "THE POLICE SAID THAT THE IRON FRONT (IF) MAY BE BEHIND IT. NOBODY HAS BEEN HELD SO FAR, AND "
    "THE JUDGE IS IN HOSPITAL, WHERE SHE HAS BEEN GUARDED SINCE SATURDAY BY SIX MEN. SHE HAD "
    "SENT FOUR OF ITS LEADERS TO PRISON."
)


def annotated(text: str, *names: str) -> Annotation:
    starts = [0, text.index("THE POLICE"), text.index("NOBODY")]
    spans = tuple(Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    found = (text.index(name) for name in names)
    mentions = tuple(
        Mention(Span(at, at + len(name)), "person", "name")
        for at, name in zip(found, names, strict=True)
    )
    return Annotation("r1", "w1", spans, mentions)


def text_of(text: str, *names: str) -> str:
    report = Report(id="r1", input="test", text=text)
    return recased(report, annotated(text, *names)).text


def test_names_days_and_openings_keep_their_capitals() -> None:
    text = text_of(TEXT, "LINZ", "ANA BRITO", "THE IRON FRONT")
    assert text.startswith(
        "Linz, 4 May 24 (WIRE) -- two men in black shot Ana Brito, a judge, on Friday"
    )
    assert "The police said that the Iron Front (IF) may be behind it. Nobody" in text


def test_prose_and_headlines_stay() -> None:
    prose = "Two men shot Ana Brito, a judge, on Friday. " * 8
    assert not is_shouted(prose)
    assert not is_shouted("TWO MEN SHOOT JUDGE IN LINZ")
    report = Report(id="r1", input="test", text=prose)
    assert recased(report, Annotation("r1", "w1", (Span(0, len(prose)),))) is report


@given(st.text(alphabet="ABCÄÖİß .\n(é", min_size=220, max_size=400))
def test_offsets_stay(text: str) -> None:
    report = Report(id="r1", input="test", text=text)
    annotation = Annotation("r1", "w1", (Span(0, len(text)),), ())
    again = recased(report, annotation).text
    assert len(again) == len(text)
    assert again.casefold().replace("̇", "") == text.casefold().replace("̇", "")

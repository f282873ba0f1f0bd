"""When a count was taken and a condition came about."""

from __future__ import annotations

import pytest

from onrecord.core.reading import Time
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.facts.as_of import as_of
from onrecord.facts.base import Context


def told(text: str, field: str, words: str, **times: str) -> str | None:
    """The time of the fact whose evidence are these words; `times`: words (with _) → value."""
    spans = {name.replace("_", " "): value for name, value in times.items()}
    found = tuple(
        Time(Span(text.index(name), text.index(name) + len(name)), "date", value)
        for name, value in spans.items()
    )
    report = Report(id="r", input="r", text=text)
    context = Context(report, (Span(0, len(text)),), (), (), (), found)
    start = text.index(words)
    return as_of(context, field, (Span(start, start + len(words)),))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("As of Tuesday, 12 people had died.", "12 people", "2031-04-01"),
        ("By late Tuesday 12 people were dead.", "12 people", "2031-04-01"),
        ("Twelve people had died by Tuesday.", "Twelve", "2031-04-01"),
        ("Twelve people died on Tuesday.", "Twelve", None),
        ("Police said on Tuesday that twelve died.", "twelve", None),
    ],
)
def test_counts(text: str, words: str, expected: str | None) -> None:
    assert told(text, "incident.killed", words, Tuesday="2031-04-01") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Berg died on Friday.", "died", "2031-04-04"),
        ("Berg was arrested in a flat early on Friday.", "arrested", "2031-04-04"),
        ("Berg was arrested, police said on Friday.", "arrested", None),
        ("On Friday the court heard that Berg was arrested.", "arrested", None),
        ("Berg was released; the search went on until Friday.", "released", None),
    ],
)
def test_conditions(text: str, words: str, expected: str | None) -> None:
    assert told(text, "person.condition", words, Friday="2031-04-04") == expected


def test_other_fields_have_none() -> None:
    assert told("Berg, 40 by Friday.", "person.age", "40", Friday="2031-04-04") is None


def test_a_month_is_no_day() -> None:
    assert told("As of June, 12 died.", "incident.killed", "12", June="2031-06") is None

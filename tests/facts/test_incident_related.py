"""Ties between incidents of one report, by words that say so."""

from __future__ import annotations

import pytest

from onrecord.core.reading import ReportIncident
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.core.values import Link
from onrecord.facts.base import Context
from onrecord.facts.incident_related import TYPE

LEAD = "Two men were shot dead in Tarnby on Monday."


def tie(background: str) -> list[tuple[str, object, str]]:
    """The ties of a report whose second sentence is about another incident."""
    text = f"{LEAD} {background}"
    start = len(LEAD) + 1
    context = Context(
        report=Report(id="r", input="r", text=text),
        sentences=(Span(0, len(LEAD)), Span(start, len(text))),
        entities=(),
        statements=(),
        incidents=(
            ReportIncident("i1", "shooting", lead=True, passages=(Span(0, len(LEAD)),)),
            ReportIncident("i2", "bombing", lead=False, passages=(Span(start, len(text)),)),
        ),
        times=(),
    )
    return [(f.subject, f.value, f.evidence[0].cut(text)) for f in TYPE.find(context)]


@pytest.mark.parametrize(
    ("background", "kind", "words"),
    [
        (
            "Police called it an act in retaliation for the March bombing.",
            "consequence",
            "in retaliation for",
        ),
        ("It was prompted by a bombing in March.", "consequence", "prompted by"),
        ("The shots set off a stampede in March Square.", "cause", "set off"),
        ("The same pistol was used in a bombing raid.", "same_weapon", "The same pistol was used"),
        (
            "The suspect is also wanted for a bombing in March.",
            "same_perpetrator",
            "is also wanted",
        ),
    ],
)
def test_ties(background: str, kind: str, words: str) -> None:
    assert tie(background) == [("i1", Link("i2", kind), words)]


def test_two_incidents_in_one_report_are_no_tie() -> None:
    assert tie("In March a bomb went off in the same street.") == []


def test_ties_are_told_in_words() -> None:
    names = {"i2": "the bombing"}
    assert TYPE.show(Link("i2", "consequence"), names) == "consequence of the bombing"
    assert TYPE.show(Link("i2", "same_perpetrator"), names) == (
        "by the same attacker as the bombing"
    )
    assert TYPE.show(Link("i9", "other"), names) == "tied to i9"

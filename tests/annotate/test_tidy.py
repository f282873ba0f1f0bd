"""A content leaves its sentence's full stop outside."""

from __future__ import annotations

import pytest

from onrecord.annotate.tidy import tidy_content
from onrecord.core.span import Span


@pytest.mark.parametrize(
    ("content", "after", "tidied"),
    [
        ("it rained.", "", "it rained"),
        ("it rained", ".", "it rained"),
        ("“it rained.”", "", "“it rained.”"),
        ("it rained.", "”", "it rained."),
        ("he went to the U.S.", " Then", "he went to the U.S."),
        ("at 3 a.m.", "", "at 3 a.m."),
        (".", "", "."),
        ("no.", "", "no"),
    ],
)
def test_full_stop(content: str, after: str, tidied: str) -> None:
    text = f"said {content}{after}"
    assert tidy_content(text, Span(5, 5 + len(content))).cut(text) == tidied

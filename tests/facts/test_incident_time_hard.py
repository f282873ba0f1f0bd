"""The time of day of an incident: hard cases, told on Thursday, 14 March 2024."""

from __future__ import annotations

import pytest

from onrecord.facts import incident_time
from tests.facts.incident_cases import values_of

TIMES = [
    ("Two men were shot dead at 9:20 p.m. on Monday.", "21:20"),
    ("Two men were shot dead just before 9 p.m. Monday.", "21:00"),
    ("Gunmen opened fire at about 3 a.m.", "03:00"),
    ("The shooting began at 16:40.", "16:40"),
    ("The shooting took place at half past eight in the evening.", "20:30"),
    ("The shooting began at noon.", "12:00"),
    ("The shooting began at midnight.", "00:00"),
    ("The shooting happened around 8:30 p.m. at the corner of two streets.", "20:30"),
    ("Officers responded to a shooting at about 2 a.m. Saturday.", "02:00"),
    ("The street was calm until shortly before 5 p.m., when gunmen opened fire.", "17:00"),
]
NONE = [
    "Two men were shot dead. A suspect was arrested at 9 p.m.",
    "Two men were shot dead. He died in hospital at 4 a.m.",
    "Two men were shot dead. The mayor said at 8 p.m. that it was over.",
    "Two men were shot dead. A vigil is due to begin at 7 p.m.",
    "Two men were shot dead on Monday.",
    "6:51 p.m. Two men were shot dead.",
]


@pytest.mark.parametrize(("text", "clock"), TIMES)
def test_clock(text: str, clock: str) -> None:
    assert values_of(incident_time.TYPE, text, "shooting")[:1] == [clock]


@pytest.mark.parametrize("text", NONE)
def test_no_clock(text: str) -> None:
    assert values_of(incident_time.TYPE, text, "shooting") == []

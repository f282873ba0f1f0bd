"""Publication dates keep their offset; what can be read two ways is not read."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.dates import normalise


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("2023-04-03", "2023-04-03"),
        ("2023-04-03T09:10:00+02:00", "2023-04-03T09:10:00+02:00"),
        ("2023-04-03T09:10:00.123Z", "2023-04-03T09:10:00+00:00"),
        ("2023-04-03T09:10:00-0530", "2023-04-03T09:10:00-05:30"),
        ("2023-04-03 09:10:00 +0200", "2023-04-03T09:10:00+02:00"),
        ("2023-04-03 09:10", "2023-04-03T09:10:00"),
        ("Mon, 03 Apr 2023 09:10:00 +0200", "2023-04-03T09:10:00+02:00"),
        ("Mon, 03 Apr 2023 09:10:00 GMT", "2023-04-03T09:10:00+00:00"),
        ("3 April 2023", "2023-04-03"),
        ("Monday, April 3rd, 2023", "2023-04-03"),
        ("Sept. 3, 2023", "2023-09-03"),
        ("April 3, 2023 9:10 p.m.", "2023-04-03T21:10:00"),
        ("2023/04/03", "2023-04-03"),
        ("03.04.2023", "2023-04-03"),
        ("03/04/2023", None),
        ("2023-13-40", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_as_outlets_write_them(given: str, wanted: str | None) -> None:
    assert normalise(given) == wanted


@given(
    st.datetimes(datetime(1700, 1, 1), datetime(2200, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
def test_iso_moments_come_back_as_they_are(moment: datetime, minutes: int) -> None:
    aware = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert normalise(aware.isoformat()) == aware.isoformat()

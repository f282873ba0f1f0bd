"""Moments of publication: ISO 8601 strings as points in time that can be compared."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def moment(written: str | None) -> datetime | None:
    """The point in time (UTC) of an ISO 8601 date or time; None where there is none.

    A date alone counts as its first minute, a time without an offset as UTC.
    """
    if written is None:
        return None
    try:
        parsed = datetime.fromisoformat(written)
    except ValueError:
        return None
    return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)


def day_of(written: str | None) -> date | None:
    """The calendar day where it was published; None where none is given."""
    if written is None:
        return None
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        return None


def last_moment(written: str) -> datetime | None:
    """The last moment (UTC) of an ISO 8601 day or minute, or the moment itself; None where it is none."""
    start = moment(written)
    if start is None:
        return None
    length = {10: timedelta(days=1), 16: timedelta(minutes=1)}.get(len(written))
    return start if length is None else start + length - timedelta(microseconds=1)

"""Calendar arithmetic for time expressions: days, weekdays, weeks, months, quarters and years."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = {name: i for i, name in enumerate("mon tue wed thu fri sat sun".split())}
MONTHS = {
    name: i
    for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
DAYS_AHEAD = 45
"""A day of a year without its year may lie so many days after the report (a date set for soon);
beyond that it is last year's. Chosen on TimeBank: 30 to 60 give the same figure."""


@dataclass(slots=True)
class Anchor:
    """What a time expression is resolved against.

    `told` is the report's day in its outlet's own time; `last` the day that the text spoke of last.
    `ahead` says that the clause speaks of what is to come, `late` that its clock times are of the
    second half of the day. `quarter` is the ended quarter that the text named last (`2024-Q3`).
    """

    told: date | None
    last: date | None = None
    ahead: bool = False
    late: bool = False
    quarter: str | None = None


def day_of(published: str | None) -> date | None:
    """The day of an ISO 8601 date or date-time, in the offset that it is written in."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def weekday(name: str, anchor: Anchor, *, step: int = 0) -> date | None:
    """The nearest day of that name: past or the same, coming where the clause looks ahead.

    `step` moves to the last (-1) or next (1) such day, the report's own day left out.
    """
    if anchor.told is None:
        return None
    back = (anchor.told.weekday() - WEEKDAYS[name[:3].lower()]) % 7
    if step > 0:
        return anchor.told + timedelta(days=7 - back)
    if step < 0:
        return anchor.told - timedelta(days=back or 7)
    if anchor.ahead and back:
        return anchor.told + timedelta(days=7 - back)
    return anchor.told - timedelta(days=back)


def month_day(month: int, day: int, anchor: Anchor) -> str | None:
    """A day of a month in the nearest year: the past one unless the day is soon to come."""
    if not 1 <= day <= 31:
        return None
    if anchor.told is None:
        return f"XXXX-{month:02d}-{day:02d}"
    this = safe_date(anchor.told.year, month, day)
    if this is None:
        return None
    distance = (this - anchor.told).days
    year = anchor.told.year
    if distance > (300 if anchor.ahead else DAYS_AHEAD):
        year -= 1
    elif distance < -300 and (anchor.ahead or distance < -365 + DAYS_AHEAD):
        year += 1
    moved = safe_date(year, month, day)
    return moved.isoformat() if moved else None


def month_alone(month: int, anchor: Anchor) -> str:
    """A month without its year: the latest begun, the coming one if the clause looks ahead."""
    if anchor.told is None:
        return f"XXXX-{month:02d}"
    year = anchor.told.year
    if anchor.ahead:
        year += month < anchor.told.month
    else:
        year -= month > anchor.told.month
    return f"{year}-{month:02d}"


def safe_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def month_number(name: str) -> int:
    """1 to 12 for a month's name, short or long."""
    return MONTHS[name[:3].lower()]


def shifted(day: date, unit: str, by: int) -> str:
    """The day, week, month or year so many units away, as exact as the unit."""
    match unit:
        case "day":
            return (day + timedelta(days=by)).isoformat()
        case "week":
            return week(day + timedelta(weeks=by))
        case "month":
            return month(day, by)
        case "quarter":
            return quarter(day, by)
        case "decade":
            return str(day.year // 10 + by)
        case "century":
            return str(day.year // 100 + by)
        case _:
            return f"{day.year + by:04d}"


def week(day: date) -> str:
    """The ISO week of a day: `2024-W19`."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def month(day: date, by: int = 0) -> str:
    """The month so many months from a day's: `2024-05`."""
    index = day.year * 12 + day.month - 1 + by
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def quarter(day: date, by: int = 0) -> str:
    """The quarter so many quarters from a day's: `2024-Q2`."""
    index = day.year * 4 + (day.month - 1) // 3 + by
    return f"{index // 4:04d}-Q{index % 4 + 1}"


def thanksgiving(year: int, anchor: Anchor) -> str:
    """The fourth Thursday of November (USA); of the year before where that is still far ahead."""
    first = date(year, 11, 1)
    day = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    if anchor.told and year == anchor.told.year and (day - anchor.told).days > DAYS_AHEAD:
        return thanksgiving(year - 1, anchor)
    return day.isoformat()


def has_ended(value: str, anchor: Anchor) -> bool:
    """Whether a quarter (`2024-Q3`) lies before the report's own."""
    return anchor.told is not None and value < quarter(anchor.told)


def year_before(quarter: str) -> str:
    """The same quarter of the year before."""
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"


def quarter_alone(number: int, anchor: Anchor) -> str | None:
    """A quarter without its year: the latest that has begun."""
    if anchor.told is None:
        return None
    now = (anchor.told.month - 1) // 3 + 1
    return f"{anchor.told.year - (number > now)}-Q{number}"

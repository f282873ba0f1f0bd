"""Publication dates as outlets write them, normalised to ISO 8601 with the offset from UTC kept."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

DATE_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")
WEEKDAY = re.compile(
    r"^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday)?,?\s+",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
COMPACT_OFFSET = re.compile(r"([+-]\d{2})(\d{2})$")
MONTH = re.compile(r"\b(sept)\b\.?|\b([a-z]{3})\.(?=\s)", re.IGNORECASE)

MAIL = re.compile(
    r"(?:[a-z]{3},?\s+)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+(?!am|pm)\S+)?$",
    re.IGNORECASE,
)

DAY_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d")
"""Days that can be read one way only. `03/04/2024` is not among them: it has two readings."""
FIRST_YEAR = "1600"
"""No newspaper is older; year 1 is what some systems write for "no date"."""
TIME_FORMATS = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%H:%M %z", "%H:%M:%S %z", "%I:%M %p %z")


SCRIPT = re.compile(
    r"(?:[a-z]{3}\s+)?(?P<day>[a-z]{3}\s+\d{1,2}\s+\d{4})\s+(?P<time>\d{2}:\d{2}:\d{2})\s+"
    r"(?:GMT|UTC)(?P<offset>[+-]\d{4})(?:\s*\(.*\))?",
    re.IGNORECASE,
)
"""A date as JavaScript writes it out: "Tue Nov 19 2019 03:05:46 GMT+0000 (UTC)"."""


def normalise(given: str) -> str | None:
    """The date in ISO 8601: a date alone where no time is told, an offset where one is.

    None where it is no date or can be read in two ways.
    """
    found = _normalised(" ".join(given.split()))
    return found if found and found[:4] >= FIRST_YEAR else None


def _normalised(text: str) -> str | None:
    if DATE_ONLY.fullmatch(text):
        return _day(text)
    moment = _iso(text) or _mail(text) or _script(text)
    if moment is not None:
        return moment.replace(microsecond=0).isoformat()
    return _in_words(text)


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _iso(text: str) -> datetime | None:
    compact = re.sub(r"\s+(?=[+-]\d{2}:?\d{2}$|Z$)", "", text)
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]\d", compact):
        return None
    try:
        return datetime.fromisoformat(COMPACT_OFFSET.sub(r"\1:\2", compact))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    """RFC 822 dates, as feeds write them; the zone `-0000` says that none is known."""
    try:
        return parsedate_to_datetime(text) if MAIL.match(text) else None
    except (ValueError, IndexError):
        return None


def _script(text: str) -> datetime | None:
    match = SCRIPT.fullmatch(text)
    if match is None:
        return None
    try:
        whole = f"{match['day']} {match['time']} {match['offset']}"
        return datetime.strptime(whole, "%b %d %Y %H:%M:%S %z")
    except ValueError:
        return None


def _in_words(text: str) -> str | None:
    plain = WEEKDAY.sub("", ORDINAL.sub("", text))
    plain = MONTH.sub(lambda m: "Sep" if m[1] else m[2], plain).replace(",", " ")
    plain = " ".join(re.sub(r"\b([ap])\.?m\.?", r"\1m", plain, flags=re.IGNORECASE).split())
    for day in DAY_FORMATS:
        try:
            return datetime.strptime(plain, day).date().isoformat()
        except ValueError:
            continue
    for layout in (f"{day} {time}" for day in DAY_FORMATS for time in TIME_FORMATS):
        try:
            return datetime.strptime(plain, layout).isoformat()
        except ValueError:
            continue
    return None

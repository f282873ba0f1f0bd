"""The kinds of time expression: a pattern each, and what its value is.

Values are those of TIMEX3 (TimeML 1.2.1): `2024-05-11`, `2024-05`, `2024-W19`, `2024-05-11T10:40`,
`2024-05-11TMO`, `P2D`, `PT3H`, `PRESENT_REF`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.core.reading import TimeType
from onrecord.extract.dates import (
    WEEKDAYS,
    Anchor,
    month_alone,
    month_day,
    month_number,
    quarter,
    quarter_alone,
    safe_date,
    shifted,
    thanksgiving,
    week,
    weekday,
    year_before,
)
from onrecord.facts.numbers import TENS, UNITS, VAGUE, parse_figure

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Timex:
    """Type and value of a time expression."""

    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of time expression. `read` gives None where the words are no time after all."""

    pattern: re.Pattern[str]
    read: Callable[[Match, Anchor], Timex | None]


DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.(?=\s)"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_WORD = "|".join((*TENS, *sorted(UNITS, key=len, reverse=True)))
FIGURE = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?:\ 1/2)?|(?:{_WORD})(?:-(?:{_WORD}))?|an?|half\ an?"
    rf"|a\ couple\ of|a\ few|several|many|dozens\ of|hundreds\ of)"
)
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies))"
)
DAYTIME = r"(?:morning|afternoon|evening|night)"
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
HALF = r"(?:\ ?[ap]\.m\.|\ ?[ap]\.?m\b)"
CLOCK_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
HOUR = rf"(?:{'|'.join(CLOCK_WORDS)}|\d{{1,2}})"
LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
MULTIPLES = {"quarter": (3, "month"), "decade": (10, "year"), "century": (100, "year")}


HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24),
    "christmas": (12, 25), "valentine's day": (2, 14), "halloween": (10, 31),
    "boxing day": (12, 26), "july fourth": (7, 4), "fourth of july": (7, 4),
    "st. patrick's day": (3, 17),
}  # fmt: skip
"""Feasts that fall on the same day every year: month and day."""


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern between the edges of words, its capitals kept."""
    return re.compile(rf"(?<![\w$€£/-])(?:{pattern})(?![\w])", re.VERBOSE)


def loose(pattern: str) -> re.Pattern[str]:
    """A pattern between the edges of words, in capitals or not."""
    return re.compile(rf"(?<![\w$€£-])(?:{pattern})(?![\w])", re.VERBOSE | re.IGNORECASE)


def _date(value: str | date | None) -> Timex | None:
    return Timex("date", str(value)) if value else None


# --- days ----------------------------------------------------------------------------------------


def full_date(match: Match, anchor: Anchor) -> Timex | None:
    """ "11 May 2024", "May 11, 2024", "Oct 10": with the year or the nearest."""
    day, month = int(match["d"]), month_number(match["m"])
    if match["y"]:
        return _date(safe_date(int(match["y"]), month, day))
    return _date(month_day(month, day, anchor))


def iso_date(match: Match, anchor: Anchor) -> Timex | None:
    """ "2024-05-11"."""
    return _date(safe_date(int(match["y"]), int(match["m"]), int(match["d"])))


def month_year(match: Match, anchor: Anchor) -> Timex | None:
    """ "December 2018", "June last year", "March" alone."""
    month = month_number(match["m"])
    if match["y"]:
        return _date(f"{match['y']}-{month:02d}")
    if match["rel"]:
        step = {"last": -1, "this": 0, "next": 1}[match["rel"].split()[-2].lower()]
        return _date(f"{anchor.told.year + step}-{month:02d}") if anchor.told else None
    step_word = (match["step"] or "").lower()
    value = month_alone(month, anchor)
    if step_word == "last" and anchor.told and value == anchor.told.isoformat()[:7]:
        value = f"{anchor.told.year - 1}-{month:02d}"
    return _date(value)


def day_name(match: Match, anchor: Anchor) -> Timex | None:
    """ "Friday", "last Friday", "Thursday night"."""
    step = {"last": -1, "next": 1}.get((match["step"] or "").lower(), 0)
    found = weekday(match["w"], anchor, step=step)
    value = found.isoformat() if found else f"XXXX-WXX-{WEEKDAYS[match['w'][:3].lower()] + 1}"
    return _with_part(value, match["part"])


def _with_part(value: str, part: str | None) -> Timex:
    if part:
        return Timex("time", f"{value}T{PARTS[part.lower()]}")
    return Timex("date", value)


def near_day(match: Match, anchor: Anchor) -> Timex | None:
    """ "today", "yesterday morning", "this afternoon", "last night", "tonight"."""
    if anchor.told is None:
        return None
    words = match[0].lower()
    by = -1 if words.startswith(("yesterday", "last")) else int(words.startswith("tomorrow"))
    value = shifted(anchor.told, "day", by)
    if "night" in words:
        return Timex("time", f"{value}TNI")
    part = next((p for p in PARTS if words.endswith(p)), None)
    return _with_part(value, part)


def early_hours(match: Match, anchor: Anchor) -> Timex | None:
    """ "the early hours of Sunday"."""
    day = weekday(match["w"], anchor)
    return Timex("time", f"{day.isoformat()}TMO") if day else None


def overnight(match: Match, anchor: Anchor) -> Timex | None:
    """ "overnight": the night before the report, or the night that it is of."""
    return Timex("time", f"{anchor.told.isoformat()}TNI") if anchor.told else None


# --- longer stretches ----------------------------------------------------------------------------


def near_unit(match: Match, anchor: Anchor) -> Timex | None:
    """ "last month", "earlier this week", "next year"."""
    if anchor.told is None:
        return None
    step = match["step"].lower()
    by = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0}.get(step, 1)
    return _date(shifted(anchor.told, match["u"].lower(), by))


def ago(match: Match, anchor: Anchor) -> Timex | None:
    """ "two days ago", "a week later", "a year earlier"."""
    unit, figure = _unit(match["u"]), amount(match["n"])
    way = match["way"].lower()
    if figure is None or unit in ("second", "minute", "hour"):
        return Timex("date", "PAST_REF") if way == "ago" else None
    if unit == "year" and figure == 1 and anchor.quarter and _is_of_results(match):
        return _date(year_before(anchor.quarter))
    start = anchor.told if way in ("ago", "from now") else (anchor.last or anchor.told)
    if start is None:
        return None
    sign = 1 if way in ("later", "from now", "after") else -1
    if unit == "week":
        return _date(shifted(start, "day", sign * 7 * int(figure)))
    return _date(shifted(start, unit, sign * int(figure)))


def holiday(match: Match, anchor: Anchor) -> Timex | None:
    """ "New Year's Eve", "Christmas Day", "the Fourth of July": the day, in the nearest year."""
    words = match["holiday"].lower().replace("’", "'")
    if words.startswith("thanksgiving"):
        year = int(match["y"]) if match["y"] else anchor.told.year if anchor.told else None
        return _with_part(thanksgiving(year, anchor), match["part"]) if year else None
    month, day = next(at for name, at in HOLIDAYS.items() if words.startswith(name))
    if match["y"]:
        value = f"{match['y']}-{month:02d}-{day:02d}"
    else:
        value = month_day(month, day, anchor) or ""
    return _with_part(value, match["part"]) if value else None


RESULTS = re.compile(
    r"(?:[$#£€]\ ?\d[\d.,]*(?:\ (?:thousand|million|billion|trillion))?|\bcents|\bpence|\bshare)[^.;]{0,12}$"
)
RESULTS_NEXT = re.compile(
    r",?\ (?:[\w'’]+\ ){0,3}?(?:net|earned|income|loss|profit|revenue|sales)\b"
)
"""Sums of money before or behind "a year earlier": a firm's results of the same quarter."""


def _is_of_results(match: Match) -> bool:
    """Whether "a year ago" stands beside a firm's results."""
    text, start = match.string, match.start()
    if RESULTS.search(text[max(0, start - 50) : start]):
        return True
    return RESULTS_NEXT.match(text, match.end(), match.end() + 50) is not None


def told_quarter(match: Match, anchor: Anchor) -> Timex | None:
    """ "The quarter", "the latest period", "the year-earlier quarter": of a firm's results."""
    step = (match["step"] or "").lower()
    if anchor.told is None or (match["u"].lower() == "period" and not step):
        return None
    told = anchor.quarter or (quarter(anchor.told, -1) if step else None)
    if told is None:
        return None
    return _date(year_before(told) if step.startswith("year") and anchor.quarter == told else told)


def same_day(match: Match, anchor: Anchor) -> Timex | None:
    """ "the same day", "that night", "the next morning", "the day before"."""
    if anchor.last is None:
        return None
    words = match[0].lower()
    by = 1 if re.search(r"next|following|after", words) else -1 if "previous" in words else 0
    by = -1 if words.endswith("before") else by
    part = next((p for p in PARTS if words.endswith(p)), None)
    return _with_part(shifted(anchor.last, "day", by), part)


def weekend(match: Match, anchor: Anchor) -> Timex | None:
    """ "the weekend", "last weekend": the latest that has begun."""
    if anchor.told is None:
        return None
    back = 0 if anchor.ahead or anchor.told.weekday() >= 5 else 7
    if (match["step"] or "").lower() == "next":
        back = -7
    return _date(week(anchor.told - timedelta(days=back)) + "-WE")


def season(match: Match, anchor: Anchor) -> Timex | None:
    """ "last summer", "the winter of 2019"."""
    code = SEASONS[match["s"].lower()]
    if match["y"]:
        return _date(f"{match['y']}-{code}")
    if anchor.told is None:
        return None
    step = {"last": -1, "next": 1}.get((match["step"] or "").lower(), 0)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if step == -1 and begins + 3 <= anchor.told.month:
        step = 0
    return _date(f"{anchor.told.year + step}-{code}")


def bare_year(match: Match, anchor: Anchor) -> Timex | None:
    """ "2017"."""
    return _date(match["y"])


def spoken_year(match: Match, anchor: Anchor) -> Timex | None:
    """ "Nineteen ninety-six", as it is read out."""
    ones = UNITS.get((match["one"] or "zero").lower(), 0)
    return _date(f"{1900 + TENS[match['tens'].lower()] + ones}")


def decade(match: Match, anchor: Anchor) -> Timex | None:
    """ "the 1980s", "the '80s"."""
    return _date((match["y"] or f"19{match['short']}")[:3])


def century(match: Match, anchor: Anchor) -> Timex | None:
    """ "the 19th century"."""
    return _date(f"{int(match['n']) - 1:02d}")


def quarter_of(match: Match, anchor: Anchor) -> Timex | None:
    """ "the third quarter", "the first quarter of 2019"."""
    number = "first second third fourth".split().index(match["q"].lower()) + 1
    if match["y"]:
        return _date(f"{match['y']}-Q{number}")
    value = quarter_alone(number, anchor)
    return _date(year_before(value) if value and match["back"] else value)


# --- times of day --------------------------------------------------------------------------------


def clock(match: Match, anchor: Anchor) -> Timex | None:
    """ "11:20 p.m.", "3 a.m.", "16:20"."""
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["half"] or "").strip().lower()[:1]
    if hour > (12 if half else 23) or minute > 59:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif anchor.late and hour < 12 and len(match["h"]) < 2:
        hour += 12
    return _clock(hour, minute, anchor)


def spoken_clock(match: Match, anchor: Anchor) -> Timex | None:
    """ "half past eight", "ten to eleven", "nine o'clock", "four in the morning"."""
    hour = _hour(match["h"])
    away = match["away"] or ""
    minutes = {"half": 30, "a quarter": 15, "quarter": 15}.get(away.lower())
    minute = minutes if minutes is not None else (parse_figure(away) if away else 0)
    if match["to"]:
        hour, minute = (hour - 1) % 24, 60 - minute
    part = (match["part"] or "").lower()
    late = part in ("afternoon", "evening", "night") or (not part and anchor.late)
    if not (0 <= minute < 60 and hour < 24):
        return None
    return _clock(hour + 12 if late and hour < 12 else hour, minute, anchor)


def _hour(word: str) -> int:
    return int(word) if word.isdigit() else CLOCK_WORDS.index(word.lower()) + 1


def noon(match: Match, anchor: Anchor) -> Timex | None:
    """ "noon", "midday", "midnight"."""
    return _clock(0 if match[0].lower() == "midnight" else 12, 0, anchor)


def _clock(hour: int, minute: int, anchor: Anchor) -> Timex:
    day = anchor.last or anchor.told
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}"
    return Timex("time", value)


# --- lengths and repetitions ---------------------------------------------------------------------


def duration(match: Match, anchor: Anchor) -> Timex | None:
    """ "three days", "two-hour", "the past 20 years"."""
    figure, unit = amount(match["n"]), _unit(match["u"])
    if match["n"].lower() == "a" and unit == "second":  # an ordinal, hardly ever a length of time
        return None
    if figure is not None and unit in MULTIPLES:
        factor, unit = MULTIPLES[unit]
        figure *= factor
    clocked = "T" if unit in ("second", "minute", "hour") else ""
    number = "X" if figure is None else f"{figure:g}"
    return Timex("duration", f"P{clocked}{number}{LETTERS[unit]}")


def repeated(match: Match, anchor: Anchor) -> Timex | None:
    """ "every day", "each year", "daily", "on Sundays"."""
    words = match[0].lower()
    if match["w"]:
        return Timex("set", f"XXXX-WXX-{WEEKDAYS[match['w'][:3].lower()] + 1}")
    units = {"dai": "D", "dail": "D", "annu": "Y", "hour": "H"}
    letter = next((v for k, v in units.items() if words.startswith(k)), None)
    if letter is None:
        unit = next((u for u in LETTERS if u in words), "day")
        letter = LETTERS[unit]
    return Timex("set", f"P{'T' if letter == 'H' else ''}1{letter}")


def vague_time(match: Match, anchor: Anchor) -> Timex | None:
    """ "now", "recently", "soon"."""
    words = match[0].lower()
    if re.match(r"(?:right )?now|current|at present|at the moment|these days", words):
        return Timex("date", "PRESENT_REF")
    if re.match(r"soon|the (?:near )?future", words):
        return Timex("date", "FUTURE_REF")
    return Timex("date", "PAST_REF")


def amount(words: str) -> float | None:
    """The number of units; None for "a few", "several", "many"."""
    words = words.lower().removesuffix(" of").strip()
    if words in VAGUE or words == "many":
        return 2.0 if words == "a couple" else None
    if words.endswith(" 1/2"):
        return float(parse_figure(words.removesuffix(" 1/2"))) + 0.5
    if words in ("a", "an"):
        return 1.0
    if words.startswith("half"):
        return 0.5
    if re.fullmatch(r"\d+\.\d+", words):
        return float(words)
    return float(parse_figure(words))


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")

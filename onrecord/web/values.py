"""Values as coders write them: "12", "11..15", "2031-03-07", a word of a list, or an entity."""

from __future__ import annotations

import re

from onrecord.core.values import Damage, Interval, Period, Value
from onrecord.errors import UsageError
from onrecord.export.order import FIGURES
from onrecord.facts.registry import FACT_TYPES, fact_type

NUMBERS = frozenset({*FIGURES, "person.age"})
DAYS = "incident.date"
TIMES = "incident.time"
DAMAGE = "incident.damage"
RELATION = "person.relation"
NUMBER = re.compile(r"\d{1,9}")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
HINTS = {
    DAYS: "2031-03-07, or 2031-03-07..2031-03-09",
    TIMES: "19:20, or 19:00..20:00",
}
NUMBER_HINT = "12; 11.. for at least 11; ..15 for up to 15; 11..15"


def hint(field: str) -> str:
    """How a value of the field is written."""
    return NUMBER_HINT if field in NUMBERS else HINTS.get(field, "")


def takes_entity(field: str) -> bool:
    """Whether the field's value is an entity."""
    return fact_type(field).entity_value


def open_fields(*, person: bool) -> tuple[tuple[str, str], ...]:
    """Fields that a coder can add, with their labels."""
    start = "person." if person else "incident."
    return tuple(
        (kind.field, kind.label)
        for kind in FACT_TYPES
        if kind.field.startswith(start) and kind.field != RELATION
    )


def parse(field: str, written: str) -> Value:
    """The value that was written.

    Raises:
        UsageError: it is none of that field.
    """
    fact_type(field)
    words = " ".join(written.split())
    if not words:
        raise UsageError("A value is missing", hint=hint(field) or "Write it.")
    if field in NUMBERS:
        return _number(words)
    if field == DAYS:
        return _period(words, DAY, HINTS[DAYS])
    if field == TIMES:
        return _period(words, TIME, HINTS[TIMES])
    if field == DAMAGE:
        return Damage(words)
    return words


def _number(words: str) -> int | Interval:
    low, between, high = words.replace(",", "").partition("..")
    for end in filter(None, (low, high)):
        if not NUMBER.fullmatch(end.strip()):
            raise UsageError("Not a number", value=words, hint=f"Write {NUMBER_HINT}.")
    if not between:
        return int(low)
    ends = Interval(int(low) if low else None, int(high) if high else None)
    if ends.low is not None and ends.high is not None and ends.low > ends.high:
        raise UsageError("The lower number comes first", value=words, hint=NUMBER_HINT)
    return ends


def _period(words: str, form: re.Pattern[str], how: str) -> str | Period:
    start, between, end = words.partition("..")
    for part in (start, end) if between else (start,):
        if not form.fullmatch(part.strip()):
            raise UsageError("Not a date or time", value=words, hint=f"Write {how}.")
    return Period(start.strip(), end.strip()) if between else start

"""Ways of showing a value in words for people; each fact type takes one as its `show`."""

from __future__ import annotations

from onrecord.core.values import Damage, Interval, Link, Period, Value


def plain(value: Value, names: dict[str, str]) -> str:
    """A number, text, interval or period as it reads."""
    match value:
        case Interval():
            return interval(value)
        case Period(start, end):
            return f"{start} to {end}"
        case Link():
            return link(value, names)
        case Damage(text, _, _):
            return text
        case _:
            return f"{value:,}" if isinstance(value, int) else str(value)


def interval(value: Interval) -> str:
    """The words for an interval: "at least 11", "up to 23", "15 to 18"."""
    match value:
        case Interval(None, None):
            return "an unknown number"
        case Interval(low, None):
            return f"at least {low:,}"
        case Interval(None, high):
            return f"up to {high:,}"
        case Interval(low, high) if low == high:
            return f"{low:,}"
        case Interval(low, high):
            return f"{low:,} to {high:,}"


def entity(value: Value, names: dict[str, str]) -> str:
    """An entity's name; its id where no name is known."""
    return names.get(str(value), str(value))


def code(value: Value, names: dict[str, str]) -> str:
    """A code in plain words: "at_large" is "at large"."""
    return str(value).replace("_", " ")


def link(value: Value, names: dict[str, str]) -> str:
    """A relation in words: "spouse of Ana Brito"."""
    if not isinstance(value, Link):
        return plain(value, names)
    to = names.get(value.to, value.to)
    return f"other relation to {to}" if value.kind == "other" else f"{value.kind} of {to}"

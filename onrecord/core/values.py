"""The values of facts, and their JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.errors import UsageError


@dataclass(frozen=True, slots=True)
class Interval:
    """A number known by its ends; None is open. "At least 11" is `Interval(11, None)`."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Period:
    """A date or time of day known by its ends (ISO 8601 dates, or HH:MM), both inclusive."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation to another entity or incident: the subject is the `kind` of `to`."""

    to: str
    kind: str


@dataclass(frozen=True, slots=True)
class Damage:
    """Damage as written, with a sum of money where one is given."""

    text: str
    amount: float | None = None
    currency: str | None = None


Value = int | float | str | Interval | Period | Link | Damage


def value_json(value: Value) -> Any:
    """The contract's JSON of a value."""
    match value:
        case Interval(low, high):
            return {"low": low, "high": high}
        case Period(start, end):
            return {"from": start, "to": end}
        case Link(to, kind):
            return {"to": to, "kind": kind}
        case Damage(text, amount, currency):
            return {"text": text, "amount": amount, "currency": currency}
        case _:
            return value


def value_from_json(data: Any) -> Value:
    """A value from the contract's JSON.

    Raises:
        UsageError: no value of the contract looks like this.
    """
    if isinstance(data, (int, float, str)) and not isinstance(data, bool):
        return data
    if isinstance(data, dict):
        keys = set(data)
        if keys == {"low", "high"}:
            return Interval(data["low"], data["high"])
        if keys == {"from", "to"}:
            return Period(data["from"], data["to"])
        if keys == {"to", "kind"}:
            return Link(data["to"], data["kind"])
        if "text" in keys:
            return Damage(data["text"], data.get("amount"), data.get("currency"))
    raise UsageError("Not a value of a fact", value=repr(data))


def number_bounds(value: Value) -> Interval | None:
    """The interval of a number or interval; None for anything else."""
    if isinstance(value, Interval):
        return value
    if isinstance(value, (int, float)):
        return Interval(int(value), int(value))
    return None

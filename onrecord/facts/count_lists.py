"""A sentence with its numbers masked, and the numbers of a list added up to one count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.core.span import Span
from onrecord.facts.count_words import NO_VERB, WORD
from onrecord.facts.numbers import Number


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with each number as a run of marks, and the numbers by where they begin in it."""

    text: str
    numbers: Mapping[int, Number]


LISTED_BEFORE = re.compile(
    rf"(?P<item>\#+(?:\ {NO_VERB}{WORD}){{0,3}}|\b[Aa]n?(?:\ {NO_VERB}{WORD}){{1,3}})"
    r"(?:,\ (?:aged?\ |ages\ )?[\d\ ,and]+,)?,?\ and\ (?:(?:his|her|their)\ )?$",
    re.VERBOSE,
)
"""What a number is the second part of: "two boys and" before "three adults were hurt"."""
ONE_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\ (?:\w+\ ){0,2}(?:couple|parents?|father|mother|wife|husband"
    r"|son|daughter|brother|sister|man|woman|boy|girl|teenager|child|driver|victim|boyfriend|girlfriend)"
    r"(?:,\ \d+,)?\ and\ (?:(?:his|her|their|the)\ )?$"
)
"""Somebody told before a number who belongs to the same total: "a couple and their two children"."""
AND_AFTER = re.compile(
    rf"\ and\ (?P<other>\#+)(?P<noun>(?:\ {NO_VERB}{WORD}){{1,2}})"
    r"(?=[.,;]|$|\ (?:in|on|at|near|from|after|over)\b)",
    re.VERBOSE,
)
"""A second object behind the first: "arrested five men and two women"."""
AND_BEFORE = re.compile(r"[\w,#]\ and\ (?:(?:his|her|their|the)\ )?$")


@dataclass(frozen=True, slots=True)
class Summed:
    """A number, with the other parts of its list added, and where the list begins in its sentence."""

    number: Number
    start: int


def summed(masked: Masked, match: re.Match[str]) -> Summed | None:
    """The number with the first part of a list added, and where the list begins; None: a mere part."""
    number, start = masked.numbers[match.start("n")], match.start("n")
    before = masked.text[: match.start()]
    told = re.search(
        r"\ (?:dead|injured|wounded|hurt|missing)$", match[0]
    )  # "left one dead and five"
    second = None if told else AND_AFTER.match(masked.text, match.end())
    if second and match.start("n") > match.start() and isinstance(number.value, int):
        other = masked.numbers[second.start("other")]
        if isinstance(other.value, int):
            span = Span(number.span.start, other.span.end + len(second["noun"]))
            return Summed(replace(number, span=span, value=number.value + other.value), start)
    if match.start("n") > match.start() or not AND_BEFORE.search(before):
        return Summed(number, start)
    listed = LISTED_BEFORE.search(before)
    if listed is None or not isinstance(number.value, int):
        return None if ONE_BEFORE.search(before) else Summed(number, start)
    first = masked.numbers.get(listed.start("item"))
    value = first.value if first else 1
    if not isinstance(value, int):
        return None
    return Summed(replace(number, value=value + number.value), listed.start("item"))

"""Ways of comparing two values of one field; each fact type takes one as its `compare`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.core.values import Interval, Link, Value, number_bounds
from onrecord.facts.base import Comparison

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
FILLERS = frozenset("a an the his her its their of in at for from by to with on and".split())

INVERSE = {"parent": "child", "child": "parent"}
"""Kinds of relation that read differently from the other end; the others are their own inverse."""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Case-folded, without accents, apostrophes made alike."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def content_words(text: str) -> frozenset[str]:
    """The folded words of a text without articles, possessives and prepositions."""
    return frozenset(WORD.findall(fold(text))) - FILLERS


def one_of(first: Value, second: Value) -> Comparison:
    """Codes of which a subject has one: another value excludes the first."""
    return "same" if first == second else "conflict"


def any_of(first: Value, second: Value) -> Comparison:
    """Codes or entities of which a subject may have several."""
    return "same" if first == second else "compatible"


def numbers(first: Value, second: Value) -> Comparison:
    """Numbers and intervals: the narrower one inside the other is finer."""
    one, two = number_bounds(first), number_bounds(second)
    if one is None or two is None:
        return one_of(first, second)
    if one == two:
        return "same"
    if _inside(one, two):
        return "finer"
    if _inside(two, one):
        return "coarser"
    return "compatible" if _meet(one, two) else "conflict"


def _low(bounds: Interval) -> float:
    return float("-inf") if bounds.low is None else bounds.low


def _high(bounds: Interval) -> float:
    return float("inf") if bounds.high is None else bounds.high


def _inside(inner: Interval, outer: Interval) -> bool:
    return _low(outer) <= _low(inner) and _high(inner) <= _high(outer)


def _meet(one: Interval, two: Interval) -> bool:
    return max(_low(one), _low(two)) <= min(_high(one), _high(two))


def texts(first: Value, second: Value) -> Comparison:
    """Free text: one whose words take in all of the other's says the same more exactly."""
    one, two = content_words(str(first)), content_words(str(second))
    if one == two:
        return "same"
    if one > two:
        return "finer"
    return "coarser" if one < two else "compatible"


RANKS = {
    "adm": "admiral", "brig": "brigadier", "capt": "captain", "cmdr": "commander",
    "col": "colonel", "cpl": "corporal", "det": "detective", "gen": "general", "insp": "inspector",
    "lt": "lieutenant", "maj": "major", "pfc": "private", "pvt": "private", "sgt": "sergeant",
    "supt": "superintendent", "dep": "deputy", "asst": "assistant", "gov": "governor",
    "sen": "senator", "rep": "representative",
}  # fmt: skip
"""Ranks and offices by their abbreviations before a name."""

PART = re.compile(r"[\W_]+")


def roles(first: Value, second: Value) -> Comparison:
    """Offices and ranks: as free text, abbreviations equal to their long forms."""
    return texts(_long(str(first)), _long(str(second)))


def _long(role: str) -> str:
    return " ".join(RANKS.get(part, part) for part in PART.split(fold(role)))


def links(first: Value, second: Value) -> Comparison:
    """Relations: the same two may stand in one relation only, others do not touch it."""
    if first == second:
        return "same"
    if isinstance(first, Link) and isinstance(second, Link) and first.to == second.to:
        return "compatible" if "other" in (first.kind, second.kind) else "conflict"
    return "compatible"

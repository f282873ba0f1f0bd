"""Names as a reader compares them: accents, case, titles, initials, suffixes, slips of the pen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from onrecord.facts import compare

STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
"""Letters whose stroke or ligature Unicode does not take apart."""

PART = re.compile(r"~?[^\W_]+(?:['’][^\W_]+)*\.?")

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady captain capt colonel col general gen "
    "lieutenant lt sergeant sgt corporal major maj officer inspector detective commander brigadier "
    "commissioner constable superintendent president minister mayor governor senator deputy judge "
    "justice rev reverend father brother sister imam sheikh sheik pastor bishop rabbi don doña "
    "herr frau signor signora señor señora monsieur madame the".split()
)
"""Words before a name that are no part of it."""

SUFFIXES = frozenset("jr sr ii iii iv".split())

NICKNAME = re.compile(r"(?<=\s)[\"“'‘(]([^\"“”'‘’()]+)[\"”'’)](?=\s)")
MARK = "~"
"""Stands before a part that is a nickname between quotation marks or brackets: James "Cody" Martin may
be called James Martin or Cody Martin."""

SLIP_FROM = 4
"""Letters from which a part may differ by one slip: a shorter one is another name then."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """That two names can be one person's, how surely (0 to 1), and why."""

    score: float
    reason: str


def fold(text: str) -> str:
    """Case-folded, without accents and strokes, white space made single."""
    if text.isascii():  # most words, and ten times as fast
        return " ".join(text.casefold().split())
    return " ".join(compare.fold(text).translate(STROKES).split())


def name_parts(name: str) -> tuple[str, ...]:
    """The folded parts of a person's name without titles and suffixes, nicknames with their `MARK`."""
    marked = fold(NICKNAME.sub(rf"{MARK}\1", name))
    found = [part.removesuffix("'s").rstrip(".") for part in PART.findall(marked)]
    kept = [part for part in found if part not in SUFFIXES]
    while len(kept) > 1 and kept[0] in TITLES:
        kept = kept[1:]
    return tuple(kept)


def match_names(one: Sequence[str], two: Sequence[str]) -> NameMatch | None:
    """Whether the parts of two names can be one person's; None where they cannot."""
    found = [_match(a, b) for a in _wordings(one) for b in _wordings(two)]
    return max((way for way in found if way), key=lambda way: way.score, default=None)


def _wordings(parts: Sequence[str]) -> list[Sequence[str]]:
    """A name as it may be written: with its nickname in its place, without it, with it alone for the
    given names."""
    if not any(part.startswith(MARK) for part in parts):
        return [parts]
    own = [part for part in parts if not part.startswith(MARK)]
    plain = [part.removeprefix(MARK) for part in parts]
    nicknames = [part.removeprefix(MARK) for part in parts if part.startswith(MARK)]
    return [plain, own, [nicknames[0], *own[-1:]]]


def _match(one: Sequence[str], two: Sequence[str]) -> NameMatch | None:
    short, long = sorted((one, two), key=lambda parts: (len(parts), tuple(parts)))
    if not short:
        return None
    if tuple(short) == tuple(long):
        return NameMatch(1.0, "the same name")
    if len(short) > 1 and "".join(short) == "".join(long):
        return NameMatch(0.95, "the same name, written together or apart")
    if len(short) == len(long):
        if sorted(short) == sorted(long):
            return NameMatch(0.95, "the same parts in another order")
        return _aligned(short, long)
    if len(short) == 1:
        return _single(short[0], long)
    return _shortened(short, long)


def _aligned(one: Sequence[str], two: Sequence[str]) -> NameMatch | None:
    """Names of as many parts: each equal, an initial, one slip away or spelled by other rules."""
    ways = [part_match(a, b) for a, b in zip(one, two, strict=True)]
    if ways[0] is None or ways[0] == "slip":
        ways[0] = given_match(one[0], two[0])
    if any(way is None for way in ways) or all(way == "initial" for way in ways):
        return None
    if ways[-1] == "initial":  # "John S." says too little of the surname
        return None
    told = sorted({way for way in ways if way and way != "equal"})
    slips = sum(way in ("slip", "spelling") for way in ways)
    score = {0: 0.9, 1: 0.85}.get(slips, 0.7)
    if slips and len(one) == 1:
        score = 0.6
    return NameMatch(score, WAYS[told[-1]] if told else "the same name")


WAYS = {
    "initial": "an initial for the given name",
    "short": "a short form of the given name",
    "slip": "one letter apart in a part of the name",
    "spelling": "the same name by another spelling",
}


def part_match(one: str, two: str) -> str | None:
    """How two parts agree: equal, initial, slip or spelling; None where they do not."""
    if one == two:
        return "equal"
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return "initial" if long.startswith(short) else None
    if len(short) >= SLIP_FROM and OSA.distance(one, two, score_cutoff=1) <= 1:
        return "slip"
    if len(short) >= SLIP_FROM and skeleton(one) == skeleton(two):
        return "spelling" if OSA.distance(one, two, score_cutoff=3) <= 3 else None
    return None


def given_match(one: str, two: str) -> str | None:
    """How two given names agree: as parts do, or as a short form ("Matt" for "Matthew")."""
    found = part_match(one, two)
    if found == "slip" and _gender_endings(one, two):
        return None
    short, long = sorted((one, two), key=len)
    if found is None and len(short) >= SHORT_FROM and long.startswith(short):
        return "short"
    return found


SHORT_FROM = 3
"""Letters from which the beginning of a given name is a short form of it."""


def _gender_endings(one: str, two: str) -> bool:
    """Whether only a final vowel differs: Mario and Maria are two people."""
    short, long = sorted((one, two), key=len)
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} <= set("aeiou")
    return long[:-1] == short and long[-1] in "ae"  # Simon and Simone, but Gilbert and Gilberto


SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("tch", "c"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("kh", "h"),
    ("gh", "g"), ("zh", "z"), ("dj", "j"), ("ck", "k"), ("gio", "io"), ("gia", "ia"), ("q", "k"),
    ("w", "v"), ("x", "ks"), ("y", "i"), ("j", "i"), ("c", "k"),
)  # fmt: skip
"""Spellings of one sound by different rules of transliteration, applied in this order."""


def skeleton(part: str) -> str:
    """The consonants of a part by sound, doubled ones made single, h and vowels left out."""
    for written, sound in SOUNDS:
        part = part.replace(written, sound)
    kept = [letter for letter in part if letter not in "aeiouh'’-"]
    return "".join(a for a, b in zip(kept, ["", *kept], strict=False) if a != b)


def _single(part: str, long: Sequence[str]) -> NameMatch | None:
    if part == long[-1]:
        return NameMatch(0.6, "the surname alone")
    if part == long[0]:
        return NameMatch(0.5, "the given name alone")
    if part in long:
        return NameMatch(0.5, "a part of the name")
    return None


def _shortened(short: Sequence[str], long: Sequence[str]) -> NameMatch | None:
    """A name with a middle name, a second surname or an initial left out."""
    if set(short) <= set(long):
        ends = short[-1] == long[-1] or tuple(long[: len(short)]) == tuple(short)
        return NameMatch(0.9 if ends else 0.8, "parts of the fuller name")
    rest = iter(long[1:])
    first = given_match(short[0], long[0])
    ways = [first, *(next((w for o in rest if (w := part_match(p, o))), None) for p in short[1:])]
    if None in ways or ways[-1] == "initial":
        return None
    if "slip" in ways or "spelling" in ways:
        return NameMatch(0.75, "a middle name left out and one letter apart")
    return NameMatch(0.9, "a middle name left out")

"""How many people were injured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.core.values import number_bounds
from onrecord.facts import incident_killed, lone_victims
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_parts import HIT, others, survivors
from onrecord.facts.count_words import NOUN, WORD, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.derived_counts import derived
from onrecord.facts.incident_killed import KILLED
from onrecord.facts.lone_victims import lone
from onrecord.facts.show import plain

TO_HOSPITAL = r"(?:in|to)\ (?:(?:the|a|an|area|local|nearby)\ ){0,2}hospitals?\b"

INJURED = Counting(
    field="incident.injured",
    active=r"injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:s|ing)?|maim(?:ed|ing)",
    passive=(
        r"(?<!killed\ and\ )(?<!killed\ or\ )(?<!fatally\ )(?<!mortally\ )(?:injured|wounded|hurt|maimed)"
        r"|(?:nursing|recovering\ from)\ (?:\w+[-\w]*\ ){0,3}(?:injuries|wounds|burns)"
        r"|inhaled\ smoke|(?:suffered|suffering\ from)\ smoke\ inhalation"
        r"|(?:sustained|suffered|received|suffering|with)\ (?!(?:gunshot|stab)\b)(?:\w+[-\w]*\ ){0,3}"
        r"(?:injuries|wounds|burns)"
        r"|treated\ for\ (?:\w+[-\w]*\ ){0,3}(?:injuries|wounds|burns|inhalation|shock|cuts)"
    ),
    nouns=r"injuries|wounded|injured",
    tolls=(
        r"number\ of\ (?:the\ )?(?:injured|wounded|injuries|people\ (?:who\ )?(?:were\ )?"
        r"(?:injured|wounded|hurt))"
    ),
    more=(
        rf"\b(?:left|leav(?:es|ing))\ {N}{NOUN}{{0,3}}\ (?:injured|wounded|hurt)\b",
        rf"\b(?:sent|sends|sending|put|puts|putting)\ {N}{NOUN}{{0,3}}\ (?:(?:late|early|\w+day"
        rf"|morning|night)\ )*{TO_HOSPITAL}",
    ),
    fixed={
        rf"\b(?:nobody|no\ one|no-one|Nobody|No\ one|No-one)(?:\ (?!else\b|other\b){WORD}){{0,2}}?"
        r"\ (?:was|were|had\ been|has\ been)\ (?:seriously\ )?(?:hurt|injured|wounded)\b": 0,
        r"\b[Nn]o\ (?:injuries|casualties)(?:\ (?:were|have\ been|had\ been)\ reported)?": 0,
    },
    single=True,
)

DEAD = re.compile(
    r"""\b(?:kill(?:ed|ing|s)?|dead(?!\ end)|died?|dies|slain|(?<!non-)(?<!non)fatal(?:ly)?
    | deadly(?!\ (?:weapon|conduct|force))|deaths?(?!\ penalty)
    | homicide(?!\ (?:detective|unit|bureau|division|squad|investigator|task|section|team)s?\b)
    | (?<!attempted\ )(?<!attempt\ to\ )murder\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words of a death: beside them "shot" does not tell who lived."""
KIND = re.compile(
    r"\b(?:officers|policem[ae]n|police|firefighters|soldiers|troops|demonstrators|protesters"
    r"|marchers|children|women|guards|paramedics)\b"
)
"""Words for one side or kind of the people hit: their number is no total beside one."""


def find(context: Context) -> list[Found]:
    """The counts of a report; where it counts nobody, the people whom it tells to be injured."""
    counted = _totals(context, find_counts(context, INJURED))
    killed = [f for f in incident_killed.find(context) if f.value != 0]
    found = [*counted, *_unless(counted, others(context) if killed else _hit(context, killed))]
    found += _unless(found, _hit(context, killed) if killed else others(context))
    numbered = [*found, *find_counts(context, KILLED)]
    named = derived(context, INJURED.field, "injured", numbered)
    told = list(telling(context, (*found, *named)))
    return [*told, *telling(context, _one(context, told, killed))]


def _unless(found: Iterable[Found], weaker: Iterable[Found]) -> list[Found]:
    """The weaker counts of the incidents that have none."""
    told = {f.subject for f in found if f.value != 0}
    return [f for f in weaker if f.subject not in told]


def _hit(context: Context, killed: list[Found]) -> list[Found]:
    """ "Four people were shot": hurt where nobody died, else those of them who lived."""
    if DEAD.search(context.text):
        return list(survivors(context, killed))
    largest: dict[str, Found] = {}
    for found in find_counts(context, HIT):
        known = largest.get(found.subject)
        if known is None or _low(found) > _low(known):
            largest[found.subject] = found
    return list(largest.values())


def _low(found: Found) -> int:
    bounds = number_bounds(found.value)
    return (bounds.low or 0) if bounds else 0


def _one(context: Context, found: list[Found], killed: list[Found]) -> Iterator[Found]:
    """A single person hurt; "shot" alone tells it where the report speaks of no death."""
    counted = {f.subject for f in found if f.value != 0}
    fates = [lone_victims.INJURED]
    if not DEAD.search(context.text):
        fates.append(lone_victims.HIT)
    dead = lone_victims.told(context, lone_victims.KILLED)
    yield from lone(context, fates, counted, dead, {f.subject for f in killed})


def _totals(context: Context, counted: list[Found]) -> list[Found]:
    """The counts without those of one side or kind, where the whole is counted too."""
    whole = {f.subject for f in counted if not _is_kind(context, f) and f.value != 0}
    return [f for f in counted if f.subject not in whole or not _is_kind(context, f)]


SEVERE = re.compile(
    r"\b(?:critical|serious|severe|grave|life-threatening|worst|one\ with)", re.IGNORECASE
)
"""Words for how badly: "one with critical injuries" is one of those who were hurt."""


def _is_kind(context: Context, found: Found) -> bool:
    words = found.evidence[0].cut(context.text)
    if found.value == 1 and words.lower().startswith("one ") and SEVERE.search(words):
        return True
    return KIND.search(words) is not None


TYPE = FactType(
    field="incident.injured",
    label="Injured",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

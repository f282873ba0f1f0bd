"""How many people were injured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.facts import lone_victims
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
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

SHOT = Counting(
    field="incident.injured",
    passive=r"shot(?!\ (?:dead|and\ killed|to\ death|down|at))|stabbed(?!\ to\ death)|gunned\ down",
    more=(
        rf"{N}{NOUN}{{0,3}}\ with\ (?:(?:apparent|multiple)\ )?(?:gunshot|stab|shrapnel|knife)"
        r"\ (?:wounds|injuries)\b",
    ),
)
DEAD = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|dead|deadly|died?|dies|fatal(?:ly)?|death|slain|homicide|murder\w*)\b",
    re.IGNORECASE,
)
"""Words of a death: beside them "shot" does not tell who lived."""
KIND = re.compile(
    r"\b(?:officers|policem[ae]n|police|firefighters|soldiers|troops|demonstrators|protesters"
    r"|marchers|children|women|guards|paramedics)\b"
)
"""Words for one side or kind of the people hit: their number is no total beside one."""


def find(context: Context) -> list[Found]:
    """The counts of a report; where it counts nobody, the people whom it tells to be injured."""
    counted = find_counts(context, INJURED)
    tolls = [*counted, *find_counts(context, KILLED)]
    derived_counts = derived(context, INJURED.field, "injured", tolls)
    numbered = (*_totals(context, counted), *_shot(context, tolls), *derived_counts)
    found = list(telling(context, numbered))
    return [*found, *telling(context, _one(context, found))]


def _one(context: Context, found: list[Found]) -> Iterator[Found]:
    """A single person hurt; "shot" alone tells it where the report speaks of no death."""
    counted = {f.subject for f in found if f.value != 0}
    dead = lone_victims.ages(context, lone_victims.KILLED)
    sure, weak = lone_victims.INJURED, lone_victims.HIT
    fates = [sure] if DEAD.search(context.text) else [sure, weak]
    yield from lone(context, fates, counted, dead)


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


def _shot(context: Context, tolls: list[Found]) -> list[Found]:
    """ "Four people were shot": hurt, where the report counts no dead and no other injured."""
    if DEAD.search(context.text):
        return []
    counted = {f.subject for f in tolls if f.value != 0}
    return [f for f in find_counts(context, SHOT) if f.subject not in counted]


TYPE = FactType(
    field="incident.injured",
    label="Injured",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

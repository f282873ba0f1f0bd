"""How many people were injured."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.counting import NOUN, WORD, Counting, N, find_counts
from onrecord.facts.derived_counts import derived
from onrecord.facts.incident_killed import KILLED
from onrecord.facts.show import plain

INJURED = Counting(
    field="incident.injured",
    active=r"injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:s|ing)?|maim(?:ed|ing)",
    passive=(
        r"(?<!killed\ and\ )(?<!killed\ or\ )(?:injured|wounded|hurt|maimed)|inhaled\ smoke"
        r"|(?:sustained|suffered|received|suffering|with)\ (?:\w+[-\w]*\ ){0,3}"
        r"(?:injuries|wounds|burns)"
        r"|treated\ for\ (?:\w+[-\w]*\ ){0,3}(?:injuries|wounds|burns|inhalation|shock|cuts)"
    ),
    nouns=r"injuries|wounded|injured",
    tolls=(
        r"number\ of\ (?:the\ )?(?:injured|wounded|injuries|people\ (?:who\ )?(?:were\ )?"
        r"(?:injured|wounded|hurt))"
    ),
    more=(rf"\b(?:left|leav(?:es|ing))\ {N}{NOUN}{{0,3}}\ (?:injured|wounded|hurt)\b",),
    fixed={
        rf"\b(?:nobody|no\ one|no-one|Nobody|No\ one|No-one)(?:\ {WORD}){{0,2}}?"
        r"\ (?:was|were|had\ been|has\ been)\ (?:seriously\ )?(?:hurt|injured|wounded)\b": 0,
        r"\b[Nn]o\ (?:injuries|casualties)(?:\ (?:were|have\ been|had\ been)\ reported)?": 0,
    },
    single=True,
)


def find(context: Context) -> list[Found]:
    """The counts of a report; where it counts nobody, the people whom it tells to be injured."""
    counted = find_counts(context, INJURED)
    tolls = [*counted, *find_counts(context, KILLED)]
    return [*counted, *derived(context, INJURED.field, "injured", tolls)]


TYPE = FactType(
    field="incident.injured",
    label="Injured",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

"""How many people were rescued."""

from __future__ import annotations

import re

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import NOUN, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

PEOPLE = (
    r"(?:people|persons|men|women|children|boys|girls|migrants|refugees|passengers|sailors|crew|hikers"
    r"|climbers|skiers|miners|workers|residents|villagers|tourists|survivors|hostages|captives)"
)
FROM = r"(?:from|out\ of|off)\ (?:the|a|an|his|her|their|its)\b"

RESCUED = Counting(
    field="incident.rescued",
    active=r"rescu(?:ed|ing)|sav(?:ed|ing)\ the\ lives\ of|pulled\ out|pluck(?:ed|ing)|winch(?:ed|ing)",
    passive=(
        r"rescued|pulled\ (?:out\ )?alive|(?:brought|led|airlifted|carried|flown)\ to\ safety|saved"
        r"|pulled\ (?:out|from)|plucked\ from|dug\ out\ alive"
    ),
    more=(
        rf"\b(?:pull|sav|hoist|winch|haul)(?:ed|ing)\ {N}{NOUN}{{0,2}}\ {FROM}",
        rf"\b(?:saved|saving|dug\ out|digging\ out)\ {N}(?:{NOUN}{{0,2}}\ )?{PEOPLE}\b",
        rf"\b(?:freed|freeing|liberated)\ {N}{NOUN}{{0,2}}\ (?:hostages|captives|prisoners)\b",
        rf"\b(?:freed|freeing|liberated)\ {N}\ (?:hostages|captives)\b",
        rf"\b(?:sav|dug\ out)(?:ed|ing)?\ {N}\ {PEOPLE}\b",
    ),
    fixed={r"\b(?:nobody|no\ one|Nobody|No\ one)\ was\ (?:rescued|saved)\b": 0},
    single=True,
)
BODIES = re.compile(r"\b(?:bodies|corpses|remains)\b")


def find(context: Context) -> list[Found]:
    """The counts of a report."""
    living = (
        f
        for f in find_counts(context, RESCUED)
        if not BODIES.search(f.evidence[0].cut(context.text))
    )
    return list(telling(context, living))


TYPE = FactType(
    field="incident.rescued",
    label="Rescued",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

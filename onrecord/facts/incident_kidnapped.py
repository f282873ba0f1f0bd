"""How many people were kidnapped or taken hostage."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import NOUN, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

KIDNAPPED = Counting(
    field="incident.kidnapped",
    active=(
        r"kidnapp(?:ed|ing)|abduct(?:ed|ing|s)|seiz(?:ed|ing)|taking\ hostage|took\ hostage"
        r"|(?:kidnapping|abduction|seizure|capture)\ of|took\ captive|kidnaps?"
    ),
    passive=(
        r"kidnapped|abducted|taken\ (?:hostage|captive)|held\ (?:hostage|captive|for\ ransom)"
        r"|held\ for\ (?:\#+|\w+)\ (?:hours|days|weeks|months)|seized\ by|seized"
    ),
    nouns=r"hostages|captives",
    more=(
        rf"\bheld\ {N}(?!\ (?:posts?|jobs?|titles?|seats?|talks|meetings|shares)\b)"
        rf"{NOUN}{{0,3}}\ (?:hostage|captive|for\ ransom|for\ [\w\#-]+\ (?:hours|days"
        r"|weeks|months|years))\b",
        rf"\b(?:took|taking|taken|take|holding)\ {N}{NOUN}{{0,3}}\ (?:hostage|captive|prisoner)\b",
    ),
    single=True,
)


def find(context: Context) -> list[Found]:
    """The counts of a report."""
    return list(telling(context, find_counts(context, KIDNAPPED)))


TYPE = FactType(
    field="incident.kidnapped",
    label="Kidnapped",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

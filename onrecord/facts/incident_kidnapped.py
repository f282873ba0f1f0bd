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
        r"|snatch(?:ed|ing)|(?:carried|carrying)\ off|whisk(?:ed|ing)\ away|dragg(?:ed|ing)\ away"
    ),
    passive=(
        r"kidnapped|abducted|taken\ (?:hostage|captive)|held\ (?:hostage|captive|for\ ransom)"
        r"|held\ for\ (?:\#+|\w+)\ (?:hours|days|weeks|months)|seized\ by|seized"
        r"|snatched|carried\ off|dragged\ away|marched\ (?:away|off|into)"
    ),
    nouns=r"hostages|captives",
    more=(
        rf"\bheld\ {N}(?!\ (?:posts?|jobs?|titles?|seats?|talks|meetings|shares)\b)"
        rf"{NOUN}{{0,3}}\ (?:hostage|captive|for\ ransom|for\ [\w\#-]+\ (?:hours|days"
        r"|weeks|months|years))\b",
        rf"{N}{NOUN}{{1,3}}\ [^.;\#]{{1,50}}\b(?:took|taking)\ them\ (?:hostage|captive|prisoner)\b",
        rf"\b(?:took|taking|taken|take|holding)\ {N}{NOUN}{{0,3}}\ (?:hostage|captive|prisoner)\b",
    ),
    fixed={
        r"\b(?:nobody|no\ one|Nobody|No\ one)\ was\ (?:kidnapped|abducted|taken\ hostage)\b": 0,
        r"\b[Nn]o\ hostages\ (?:were|have\ been|had\ been)\ taken\b": 0,
    },
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

"""How many people were kidnapped or taken hostage."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

KIDNAPPED = Counting(
    field="incident.kidnapped",
    active=r"kidnapp(?:ed|ing)|abduct(?:ed|ing|s)|seiz(?:ed|ing)|taking\ hostage|took\ hostage",
    passive=(
        r"kidnapped|abducted|taken\ (?:hostage|captive)|held\ (?:hostage|captive|for\ ransom)"
        r"|held\ for\ (?:\#+|\w+)\ (?:hours|days|weeks|months)|seized\ by|seized"
    ),
    nouns=r"hostages|captives",
)


def find(context: Context) -> list[Found]:
    """The counts of a report."""
    return find_counts(context, KIDNAPPED)


TYPE = FactType(
    field="incident.kidnapped",
    label="Kidnapped",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

"""What became of a person: killed, injured, in hospital, arrested, missing, free, unharmed."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.values import Value
from onrecord.facts import show
from onrecord.facts.base import Comparison, Context, FactType, Found
from onrecord.facts.conditions import Told, told_in
from onrecord.facts.grammar import sentences

FIELD = "person.condition"

EXCLUSIVE = (
    frozenset({"killed", "unharmed"}),
    frozenset({"injured", "unharmed"}),
    frozenset({"killed", "at_large"}),
    frozenset({"missing", "unharmed"}),
)
"""Conditions that cannot both be a person's last word; all others may follow each other."""


def find(context: Context) -> Iterator[Found]:
    """Conditions by verb, description and list."""
    told = [t for sentence in sentences(context) for t in told_in(sentence)]
    killed = {
        t.person.entity.id
        for t in told
        if t.condition == "killed" and not t.weak and t.certainty is None
    }
    for one in dict.fromkeys(told):
        if _counts(one, killed):
            yield Found(
                subject=one.person.entity.id,
                field=FIELD,
                value=one.condition,
                evidence=(one.span,),
                certainty=one.certainty,
                confidence=0.7 if one.weak else 0.9,
            )


def _counts(told: Told, killed: set[str]) -> bool:
    """A weak "shot" tells no injury of one who was killed; a weak "victim" needs a killing."""
    if not told.weak:
        return True
    if told.condition == "injured":
        return told.person.entity.id not in killed
    return bool(killed)


def compare(first: Value, second: Value) -> Comparison:
    """Most conditions follow one another (wounded, then died); some exclude each other."""
    if first == second:
        return "same"
    return "conflict" if frozenset({first, second}) in EXCLUSIVE else "compatible"


TYPE = FactType(
    field=FIELD,
    label="Condition",
    many=True,
    find=find,
    compare=compare,
    show=show.code,
)

"""What became of a person: killed, injured, in hospital, arrested, missing, free, unharmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.core.values import Value
from onrecord.facts import show
from onrecord.facts.base import Comparison, Context, FactType, Found
from onrecord.facts.condition_words import HELD
from onrecord.facts.conditions import Told, told_before, told_in
from onrecord.facts.grammar import sentences
from onrecord.facts.injuries import harms

FIELD = "person.condition"

KIDNAPPING = re.compile(r"\b(?:kidnap|abduct|hostage|captors?\b)", re.IGNORECASE)

LOOK_BACK = 3
"""Sentences. "They are …" may take up a number of people from the paragraph before."""

EXCLUSIVE = (
    frozenset({"killed", "unharmed"}),
    frozenset({"injured", "unharmed"}),
    frozenset({"killed", "at_large"}),
    frozenset({"missing", "unharmed"}),
)
"""Conditions that cannot both be a person's last word; all others may follow each other."""


def find(context: Context) -> Iterator[Found]:
    """Conditions by verb, description and list."""
    kidnapping = KIDNAPPING.search(context.text) is not None
    told = [_settled(t, kidnapping=kidnapping) for t in _all(context)]
    killed = {
        t.person.entity.id
        for t in told
        if t.condition == "killed" and not t.weak and t.certainty is None
    }
    for one in dict.fromkeys(told):
        if one.condition != HELD and _counts(one, killed):
            yield Found(
                subject=one.person.entity.id,
                field=FIELD,
                value=one.condition,
                evidence=(one.span,),
                certainty=one.certainty,
                confidence=_sure(one),
            )


def _sure(told: Told) -> float:
    """A phrase that tells the condition outright is surer than "shot", that than a mere wound."""
    if told.implied:
        return 0.6
    return 0.7 if told.weak else 0.9


def _all(context: Context) -> Iterator[Told]:
    """All that the report tells, an injury as "injured" too."""
    every = sentences(context)
    for number, sentence in enumerate(every):
        yield from told_in(sentence)
        for before in reversed(every[max(0, number - LOOK_BACK) : number]):
            told = tuple(told_before(before, sentence))
            yield from told
            if told or sentence.lower(0) == "both":
                break
        for harm in harms(sentence):
            yield Told(harm.person, "injured", harm.span, weak=True, implied=True)


def _settled(told: Told, *, kidnapping: bool) -> Told:
    """A bare "held" read by what the report is about."""
    if told.condition == HELD and kidnapping:
        return replace(told, condition="hostage")
    return told


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

"""Roles in an incident, what became of people, and whose an age is."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.linking import link_odds
from onrecord.annotate.network import Scores
from onrecord.annotate.spans import WordSpan, char_span
from onrecord.annotate.words import Words
from onrecord.core.annotation import Age, Condition, PersonCondition, Role, RoleFiller
from onrecord.core.span import Span

Floats = NDArray[np.float32]

#: Words between an age and a person beyond which they are not paired: training looked at the age's
#: sentence and the two beside it.
AGE_REACH = 60
#: Log odds above which an age takes a person: where yes and no are level.
AGE_FLOOR = 0.0
#: Log odds for words that adjoin: above what the link gives to others, so that they decide first.
ADJOINING = 8.0
BEHIND = re.compile(r",? \(?(?:age[d]? )?")
BEFORE = re.compile(r"[- ]years?[- ]old(?: [a-z]+)? ")
#: Log odds beyond which a chance is 0 or 1 to every decimal that is given.
LEAST_ODDS = 30.0


def role_fillers(words: Words, spans: Sequence[WordSpan]) -> list[RoleFiller]:
    """Role fillers in text order; victims by name and described ones are one role."""
    return [
        RoleFiller(
            char_span(words, span),
            cast(Role, "victim" if span.kind == "described" else span.kind),
            span.score,
            span.kind == "described",
        )
        for span in spans
    ]


def person_conditions(words: Words, spans: Sequence[WordSpan]) -> list[PersonCondition]:
    """Conditions in text order."""
    return [
        PersonCondition(char_span(words, span), cast(Condition, span.kind), span.score)
        for span in spans
    ]


def ages(
    text: str,
    words: Words,
    scores: Scores,
    spans: Sequence[WordSpan],
    people: Sequence[WordSpan],
    table: Floats | None,
) -> list[Age]:
    """Ages in text order, each with the person that fits it best.

    A person whose words the age adjoins ("Ada Holm, 34,", "34-year-old Ada Holm") goes before all
    others; the encoder chooses among several and where none does. people: mentions of people,
    ascending; table: the link's distances, None without such a head.
    """
    starts = np.asarray([p.first for p in people])
    found = []
    for span in spans:
        age = char_span(words, span)
        low = int(np.searchsorted(starts, span.first - AGE_REACH, side="left"))
        high = int(np.searchsorted(starts, span.last + AGE_REACH, side="right"))
        near = people[low:high]
        if table is None or not near:
            found.append(Age(age, None, span.score))
            continue
        odds = link_odds([span], near, "age", scores, table)[0]
        beside = [adjoins(text, age, char_span(words, person)) for person in near]
        odds = odds + ADJOINING * np.asarray(beside, np.float32)
        best = int(odds.argmax())
        surest = float(np.clip(odds[best], -LEAST_ODDS, LEAST_ODDS))
        chance = round(1.0 / (1.0 + math.exp(-surest)), 4)
        person = char_span(words, near[best]) if odds[best] > AGE_FLOOR else None
        found.append(Age(age, person, span.score, chance))
    return found


def adjoins(text: str, age: Span, person: Span) -> bool:
    """Whether an age stands in, directly behind or directly before a person's words."""
    if person.start <= age.start and age.end <= person.end:
        return True
    if person.end <= age.start:
        return bool(BEHIND.fullmatch(text, person.end, age.start))
    return bool(BEFORE.fullmatch(text, age.end, person.start))

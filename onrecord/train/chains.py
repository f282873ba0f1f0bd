"""Entities of a report as chains of mentions, in the spans that the encoder finds.

Corpora link whole noun phrases; the links are moved to the names and nominals that they reduce to,
and to pronouns that point at people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotate.mentions import PRONOUN
from onrecord.train.example import Range
from onrecord.train.phrases import GoldMention, Reducer

#: Kinds whose chains are learnt; objects and events are named too loosely.
KINDS = frozenset({"person", "group", "organisation", "place", "facility"})


@dataclass(frozen=True, slots=True)
class Linked:
    """A gold mention and the entity it belongs to."""

    mention: GoldMention
    entity: str


def chains(text: str, linked: Iterable[Linked], reducer: Reducer) -> list[list[Range]]:
    """The chains of a text, mentions in order; one mention stands in one chain alone."""
    every = [x for x in linked if x.mention.kind in KINDS]
    mentions = [x.mention for x in every]
    found: dict[str, list[Range]] = {}
    taken: set[Range] = set()
    for item in sorted(every, key=lambda x: (x.mention.start, x.mention.end)):
        span = reduced(text, item.mention, mentions, reducer)
        if span and span not in taken:
            taken.add(span)
            found.setdefault(item.entity, []).append(span)
    return list(found.values())


def reduced(
    text: str, mention: GoldMention, mentions: Sequence[GoldMention], reducer: Reducer
) -> Range | None:
    """The pronoun, name or nominal that a mention comes down to."""
    if PRONOUN.fullmatch(text[mention.start : mention.end]):
        return (mention.start, mention.end)
    label = reducer.label(text, mention, mentions)
    return (label.start, label.end) if label else None

"""Figures of the later heads, a report at a time: ages and people, coreference, certainty."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.annotate.network import Network
from onrecord.core.annotation import Annotation
from onrecord.core.span import Span
from onrecord.train.example import Example, Judged, Range, touched
from onrecord.train.scoring import RESAMPLES, Counts, touches

#: Pronouns of one who is spoken of; those who speak are resolved by who is quoted, not by the head.
THIRD = re.compile(
    r"(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves)", re.IGNORECASE
)


def age_counts(example: Example, annotation: Annotation) -> dict[str, Counts]:
    """Whether each marked age was found, and linked to a mention of its person.

    The gold gives one name a person. A mention is right that stands there, or repeats words of the
    name, or describes a person by this very age ("the 34-year-old driver").
    """
    right = linked = 0
    for pair in example.ages:
        ages = [a for a in annotation.ages if touches(pair.argument, [_pair(a.span)])]
        people = {_pair(a.person) for a in ages if a.person}
        linked += bool(people)
        right += any(_of_person(example.text, span, pair) for span in people)
    return {"age to person": Counts(right, linked, len(example.ages))}


def _of_person(text: str, found: Range, gold: Judged) -> bool:
    if touches(found, [gold.target]) or touches(gold.argument, [found]):
        return True
    ours, theirs = (set(re.findall(r"\w+", text[slice(*x)])) for x in (found, gold.target))
    return bool(ours) and ours <= theirs


def coreference_counts(example: Example, annotation: Annotation) -> dict[str, Counts]:
    """Whether a person's pronouns and descriptions lead to a name of the right person.

    Gold: third-person pronouns and nominals whose chain has a name before them. A found link is
    followed backwards to the first name; what leads to none is not predicted.
    """
    names = {(x.start, x.end): x.kind for x in example.labels if x.head == "name"}
    back = {_pair(c.mention): _pair(c.antecedent) for c in annotation.coreferences}
    named = {_pair(m.span) for m in annotation.mentions if m.form == "name"}
    counts = {"pronoun to name": Counts(), "nominal to name": Counts()}
    for chain in example.chains:
        ours = sorted(chain)
        people = [span for span in ours if names.get(span) == "person"]
        for span in ours:
            if not people or span in names or span <= people[0]:
                continue
            pronoun = bool(THIRD.fullmatch(example.text[slice(*span)]))
            if not pronoun and len(example.text[slice(*span)].split()) == 1:
                continue
            found = _name_behind(span, back, named)
            kind = "pronoun to name" if pronoun else "nominal to name"
            right = found is not None and touches(found, people)
            counts[kind] += Counts(int(right), int(found is not None), 1)
    counts["both to name"] = counts["pronoun to name"] + counts["nominal to name"]
    return counts


def _name_behind(span: Range, back: dict[Range, Range], named: set[Range]) -> Range | None:
    at: Range | None = span if span in back else _nearest(span, back)
    while at is not None and at not in named:
        at = back.get(at)
    return at


def _nearest(span: Range, back: dict[Range, Range]) -> Range | None:
    """A linked mention with the same end, where only the determiner differs."""
    return next((m for m in back if m[1] == span[1]), None)


def _pair(span: Span) -> Range:
    return (span.start, span.end)


@dataclass(frozen=True, slots=True)
class Errors:
    """Sum of absolute errors over rated events, of the head and of always saying "certain"."""

    off: float
    off_certain: float
    events: int


def certainty_errors(network: Network, examples: Sequence[Example]) -> list[Errors]:
    """Errors at the gold's triggers, an example each."""
    texts = [network.splitter.split(example.text) for example in examples]
    result = []
    for example, words, scores in zip(examples, texts, network.scores(texts), strict=True):
        found = np.clip(scores.scales["certainty"], -3.0, 3.0)
        off = off_certain = 0.0
        for rating in example.ratings:
            word = touched(words, (rating.start, rating.end))[0]
            off += abs(float(found[word]) - rating.value)
            off_certain += abs(3.0 - rating.value)
        result.append(Errors(off, off_certain, len(example.ratings)))
    return result


def mean_error(rows: Sequence[Errors]) -> float:
    """Mean absolute error."""
    return sum(r.off for r in rows) / max(sum(r.events for r in rows), 1)


def certainty_figures(rows: Sequence[Errors], seed: int = 20) -> dict[str, object]:
    """Mean absolute error with its 95 % bootstrap interval, beside always saying "certain"."""
    chance = random.Random(seed)
    values = sorted(mean_error(chance.choices(rows, k=len(rows))) for _ in range(RESAMPLES))
    edge = RESAMPLES // 40
    events = sum(r.events for r in rows)
    return {
        "mae": round(mean_error(rows), 3),
        "mae_interval": [round(values[edge], 3), round(values[-edge - 1], 3)],
        "mae_always_certain": round(sum(r.off_certain for r in rows) / max(events, 1), 3),
        "events": events,
    }

"""Sketches: what one report says about one incident, as far as it helps to tell incidents apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.core.grouping import LocalRef
from onrecord.core.moments import day_of
from onrecord.core.reading import Entity, Fact, Reading, ReportIncident
from onrecord.core.span import covers, merge
from onrecord.core.values import Interval, Period, Value, number_bounds
from onrecord.group.names import fold, name_parts
from onrecord.group.weights import Vector, WordWeights
from onrecord.group.words import Word, furniture, words_of

HEAD_WORDS = 300
"""Words of a report that are compared: what happened stands at the top, background below."""

TITLE_TIMES = 2
"""How often the title counts, as in the TF-IDF baseline that the field measures against."""

DIGIT = re.compile(r"\d")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
COUNTED = frozenset({"incident.killed", "incident.injured"})


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of calendar days, both ends inclusive."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Where:
    """Folded names of where it happened; of the larger places around; whether a fact tells so."""

    places: frozenset[str]
    around: frozenset[str]
    told: bool

    def other_than(self, two: Where) -> bool:
        """Whether both are told and neither lies in the other."""
        mine, theirs = self.places | self.around, two.places | two.around
        return self.told and two.told and not self.places & theirs and not two.places & mine


@dataclass(frozen=True, slots=True)
class Sketch:
    """One incident of one report.

    Vectors of length 1: `text` of all words, `proper` of words that stand in capitals inside a
    sentence, `title` of the title's, `numbers` of words with a digit (ages, street numbers, dates).
    `people` are folded names, `counts` the intervals of each count.
    """

    ref: LocalRef
    lead: bool
    type: str
    published: date | None
    text: Vector
    proper: Vector
    title: Vector
    numbers: Vector
    people: frozenset[str]
    where: Where
    days: tuple[Days, ...]
    counts: tuple[tuple[str, Interval], ...]


def sketches(reading: Reading, weights: WordWeights) -> list[Sketch]:
    """A sketch of each incident that the report speaks of, the lead first."""
    leads = sorted(reading.incidents, key=lambda incident: (not incident.lead, incident.id))
    return [_sketch(reading, incident, weights) for incident in leads]


def _sketch(reading: Reading, incident: ReportIncident, weights: WordWeights) -> Sketch:
    report = reading.report
    words = _passage_words(reading, incident)
    title = words_of(report.title or "") if incident.lead else []
    facts = [fact for fact in reading.facts if fact.incident == incident.id]
    named = [entity for entity in reading.entities if _is_about(entity, incident, reading)]
    return Sketch(
        ref=LocalRef(report.id, incident.id),
        lead=incident.lead,
        type=incident.type,
        published=day_of(report.published),
        text=weights.vector(word.text for word in [*title * TITLE_TIMES, *words]),
        proper=weights.vector(_proper_words(report.text, words)),
        title=weights.vector(word.text for word in title),
        numbers=weights.vector(word.text for word in words if DIGIT.search(word.text)),
        people=frozenset(fold(e.name) for e in named if e.kind == "person" and _is_full(e)),
        where=_where(reading, facts, named),
        days=_days(fact.value for fact in facts if fact.field == "incident.date"),
        counts=_counts(facts),
    )


def _passage_words(reading: Reading, incident: ReportIncident) -> list[Word]:
    """The words that are about the incident; for the lead the first `HEAD_WORDS`."""
    text, out = reading.report.text, furniture(reading.report)
    if not incident.lead:
        passages = merge(incident.passages)
        return [w for p in passages for w in words_of(text, out) if p.start <= w.start < p.end]
    others = [p for i in reading.incidents if i.id != incident.id for p in i.passages]
    return words_of(text, merge((*out, *others)))[:HEAD_WORDS]


SENTENCE_START = re.compile(r"(?:^|[.!?:\n“\"‘(])\W*$")


def _proper_words(text: str, words: Sequence[Word]) -> list[str]:
    """Words in capitals that do not begin a sentence: names, mostly."""
    return [
        word.text
        for word in words
        if text[word.start].isupper()
        and not SENTENCE_START.search(text[max(0, word.start - 4) : word.start])
    ]


def _is_full(person: Entity) -> bool:
    """Whether the person has a name of two parts or more: a surname alone is many people's."""
    return person.named and len(name_parts(person.name)) > 1


def _is_about(entity: Entity, incident: ReportIncident, reading: Reading) -> bool:
    """Whether a mention of the entity lies in the incident's passages."""
    if not incident.lead:
        return any(covers(incident.passages, m.span) for m in entity.mentions)
    others = [p for i in reading.incidents if not i.lead for p in i.passages]
    return any(not covers(others, m.span) for m in entity.mentions)


def _where(reading: Reading, facts: Sequence[Fact], named: Sequence[Entity]) -> Where:
    """The most exact places that facts tell; where none does, the places that are named."""
    told = {fact.value for fact in facts if fact.field == "incident.place"}
    chosen = [e for e in reading.entities if e.id in told and e.named]
    known = chosen or [e for e in named if e.kind == "place" and e.named]
    around = frozenset(fold(name) for e in known if e.where for name in e.where.within)
    names = frozenset(fold(entity.name) for entity in known)
    return Where(names - around or names, around, bool(chosen))


def _days(values: Iterable[Value]) -> tuple[Days, ...]:
    found = (_as_days(value) for value in values)
    return tuple(sorted({d for d in found if d}, key=lambda d: (d.first, d.last)))


def _as_days(value: Value) -> Days | None:
    """A date or period as days; None where it is less exact than a day."""
    ends = (value.start, value.end) if isinstance(value, Period) else (str(value), str(value))
    if not all(DAY.match(end) for end in ends):
        return None
    first, last = (date.fromisoformat(end[:10]) for end in ends)
    return Days(first, max(first, last))


def _counts(facts: Sequence[Fact]) -> tuple[tuple[str, Interval], ...]:
    found = {
        (fact.field, bounds)
        for fact in facts
        if fact.field in COUNTED and (bounds := number_bounds(fact.value)) is not None
    }
    return tuple(sorted(found, key=lambda item: (item[0], item[1].low or 0, item[1].high or 0)))


def days_apart(one: Sequence[Days], two: Sequence[Days]) -> int | None:
    """Days between the nearest of two sets of dates; None where either is empty."""
    gaps = [_gap(a, b) for a in one for b in two]
    return min(gaps) if gaps else None


def _gap(a: Days, b: Days) -> int:
    return max(0, (max(a.first, b.first) - min(a.last, b.last)) // timedelta(days=1))

"""Scores readings against the labelled cases in `cases/`.

- people: named persons, one to one; a gold name and an entity's match when one ends with the other.
- facts, by field: right when field, subject and value agree and the evidence touches the gold's.
  Values that are free text (roles, injuries, questions) agree when their evidence does. A fact said
  again is no false alarm; optional facts count on neither side; neither do fields that the gold
  uses nowhere, nor facts of incidents other than the lead.
- statements: each content holds at least half of the other's code points, one to one.
- chain: exact list of voices, over the matched facts and statements.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.core.reading import Entity, Fact, Reading, Statement
from onrecord.core.span import Spans
from onrecord.core.values import Link, Period, Value, number_bounds

Json = dict[str, Any]

FREE_TEXT = frozenset(
    {
        "person.role",
        "person.injury",
        "person.alias",
        "incident.motive",
        "incident.question",
        "incident.damage",
        "incident.charge",
    }
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, given and wanted; figures are 0 where nothing was given or wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.given + other.given, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float:
        """Share of the given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.given + self.wanted
        return 2 * self.right / both if both else 0.0


@dataclass
class Tally:
    """Counts of a set of cases."""

    people: Counts = Counts()
    statements: Counts = Counts()
    chains: Counts = Counts()
    fields: dict[str, Counts] = field(default_factory=dict)

    @property
    def facts(self) -> Counts:
        """All fields together."""
        return sum(self.fields.values(), Counts())


def score(cases: Sequence[Json], readings: Sequence[Reading]) -> Tally:
    """Counts over cases and their readings, which stand in the same order."""
    tally = Tally()
    fields = {fact["field"] for case in cases for _, fact in gold_facts(case)}
    for case, reading in zip(cases, readings, strict=True):
        view = View(reading)
        tally.people += score_people(case, view)
        score_facts(case, view, fields, tally)
        score_statements(case, view, tally)
    return tally


class View:
    """A reading, with the names of its entities folded."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self._names = {entity.id: self._names_of(entity) for entity in reading.entities}
        lead = reading.lead()
        self.lead = lead.id if lead else ""

    def _names_of(self, entity: Entity) -> set[str]:
        words = {m.span.cut(self.text) for m in entity.mentions if m.form != "pronoun"}
        return {fold(name) for name in {entity.name, *words}}

    def is_called(self, entity_id: str, name: str) -> bool:
        """Whether an entity goes by the name."""
        wanted = fold(name)
        return any(one_ends_other(wanted, given) for given in self._names.get(entity_id, ()))

    def touches(self, spans: Spans, words: str) -> bool:
        """Whether a span shares a code point with a place where the words stand."""
        return bool(points(spans) & set(positions(self.text, words)))


def fold(name: str) -> str:
    """A name without case, accents, articles and white space at the ends."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    words = kept.replace("’", "'").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def one_ends_other(first: str, second: str) -> bool:
    """Whether the last words of one are the other."""
    return first == second or first.endswith(" " + second) or second.endswith(" " + first)


def positions(text: str, words: str) -> Iterable[int]:
    """Code points of every place where the words stand."""
    start = text.find(words)
    while start >= 0:
        yield from range(start, start + len(words))
        start = text.find(words, start + 1)


def points(spans: Spans) -> set[int]:
    """Code points of spans."""
    return {point for span in spans for point in range(span.start, span.end)}


def score_people(case: Json, view: View) -> Counts:
    """Persons with a proper name."""
    wanted = [name for name in case["people"] if name not in case["unnamed"]]
    given = [e for e in view.reading.entities if e.kind == "person" and e.named]
    left = list(wanted)
    for entity in given:
        name = next((n for n in left if view.is_called(entity.id, n)), None)
        if name is not None:
            left.remove(name)
    return Counts(len(wanted) - len(left), len(given), len(wanted))


def gold_facts(case: Json) -> list[tuple[str | None, Json]]:
    """Each gold fact with its person; None is the incident."""
    of_people = [(name, fact) for name, facts in case["people"].items() for fact in facts]
    return [*of_people, *((None, fact) for fact in case["incident"]["facts"])]


def score_facts(case: Json, view: View, fields: set[str], tally: Tally) -> None:
    """Facts by field, and the chains of those that are right."""
    gold = gold_facts(case)
    given = [f for f in view.reading.facts if f.field in fields and f.incident == view.lead]
    met: set[int] = set()
    for person, wanted in gold:
        same = [f for f in given if is_same(view, f, person, wanted)]
        met.update(id(f) for f in same)
        found = [f for f in same if view.touches(f.evidence, wanted["evidence"])]
        if wanted.get("optional"):
            continue
        counts = Counts(bool(found), bool(found), 1)
        tally.fields[wanted["field"]] = tally.fields.get(wanted["field"], Counts()) + counts
        if found:
            right = any(same_chain(view, f.chain, wanted["chain"]) for f in found)
            tally.chains += Counts(right, 1, 1)
    for name, number in false_alarms(given, met).items():
        tally.fields[name] = tally.fields.get(name, Counts()) + Counts(0, number, 0)


def false_alarms(given: Sequence[Fact], met: set[int]) -> dict[str, int]:
    """Distinct facts by field that no gold fact stands behind."""
    wrong = {(f.field, f.subject, repr(f.value)) for f in given if id(f) not in met}
    return {name: sum(w[0] == name for w in wrong) for name in {w[0] for w in wrong}}


def is_same(view: View, fact: Fact, person: str | None, wanted: Json) -> bool:
    """Whether field, subject and value agree."""
    if fact.field != wanted["field"]:
        return False
    if person is not None and not view.is_called(fact.subject, person):
        return False
    if fact.field in FREE_TEXT:
        return view.touches(fact.evidence, wanted["evidence"])
    return same_value(view, fact.value, wanted["value"])


def same_value(view: View, given: Value, wanted: Any) -> bool:
    """Whether a value is the gold's: numbers as bounds, entities by name."""
    if isinstance(given, Link):
        return isinstance(wanted, dict) and view.is_called(given.to, wanted["to"])
    bounds = number_bounds(given)
    if bounds is not None:
        low_high = wanted if isinstance(wanted, dict) else {"low": wanted, "high": wanted}
        return bool({"low": bounds.low, "high": bounds.high} == low_high)
    if isinstance(given, Period):
        return bool(given.start == wanted)
    return bool(given == wanted) or (isinstance(given, str) and view.is_called(given, str(wanted)))


def same_chain(view: View, given: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each link goes by the gold's name."""
    return len(given) == len(wanted) and all(
        view.is_called(link, name) for link, name in zip(given, wanted, strict=True)
    )


def score_statements(case: Json, view: View, tally: Tally) -> None:
    """Statements by their contents, and the chains of those that are right."""
    left = list(view.reading.statements)
    right = 0
    for wanted in case["statements"]:
        content = {p for words in wanted["content"] for p in positions(view.text, words)}
        found = next((s for s in left if halves(points(s.content), content)), None)
        if found is None:
            continue
        left.remove(found)
        right += 1
        tally.chains += Counts(same_chain(view, found.chain, wanted["chain"]), 1, 1)
    alarms = sum(is_claim(statement) for statement in left)
    tally.statements += Counts(right, right + alarms, len(case["statements"]))


def is_claim(statement: Statement) -> bool:
    """Whether a statement that the gold lacks is a false alarm; refusals are none."""
    return bool(statement.source) and statement.stance != "declines"


def halves(first: set[int], second: set[int]) -> bool:
    """Whether each holds at least half of the other."""
    shared = len(first & second)
    return shared > 0 and 2 * shared >= len(first) and 2 * shared >= len(second)

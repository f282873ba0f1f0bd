"""Facts of one reading held against its gold.

A gold fact is found where a fact of the same field, subject and value has evidence that touches the
gold's; a value given again is no false alarm. Free text agrees where its evidence does. A field that
the gold uses nowhere is not judged, nor are facts of other incidents than the lead. A gold fact is
*abstained* from where the reading gives no value at all for its subject and field: a blank, which a
coder fills, is told apart from a wrong value, which a coder must first see.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.evaluate.gold import Gold, GoldFact

Json = Mapping[str, Any]
FREE_TEXT = frozenset(
    f"{kind}.{name}"
    for kind, names in (
        ("person", "role injury alias"),
        ("incident", "motive question damage charge"),
    )
    for name in names.split()
)


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """Answers of a field: found, given by the reading, in the gold, and left blank."""

    right: int = 0
    given: int = 0
    gold: int = 0
    blank: int = 0

    def __add__(self, other: FieldCounts) -> FieldCounts:
        return FieldCounts(
            self.right + other.right,
            self.given + other.given,
            self.gold + other.gold,
            self.blank + other.blank,
        )

    @property
    def precision(self) -> float:
        """Share of the given that is right; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.given + self.gold
        return 2 * self.right / both if both else 0.0

    @property
    def abstained(self) -> float:
        """Share of the gold for which the reading gave no value."""
        return self.blank / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class ReportScore:
    """The counts of one report by field."""

    id: str
    fields: Mapping[str, FieldCounts]


class _Page:
    """A reading as JSON, with the names of its entities."""

    def __init__(self, reading: Json) -> None:
        self.text = str(reading["report"]["text"])
        self.names = {e["id"]: self._names(e) for e in reading["entities"]}
        lead = next((i["id"] for i in reading["incidents"] if i.get("lead")), None)
        self.facts = [f for f in reading["facts"] if f["incident"] == lead]

    def _names(self, entity: Json) -> frozenset[str]:
        spans = (m for m in entity["mentions"] if m["form"] != "pronoun")
        words = {self.text[m["start"] : m["end"]] for m in spans}
        return frozenset(map(_fold, {entity["name"], *words}))

    def is_called(self, entity: str, names: Iterable[str]) -> bool:
        """Whether an entity goes by one of the names: equal, or one the end of the other."""
        wanted = [_fold(name) for name in names]
        return any(_ends(w, given) for w in wanted for given in self.names.get(entity, ()))

    def touches(self, fact: Json, words: str) -> bool:
        """Whether a fact's evidence shares a code point with a place where the words stand."""
        if not words:
            return True
        start = self.text.find(words)
        while start >= 0:
            end = start + len(words)
            if any(s["start"] < end and start < s["end"] for s in fact["evidence"]):
                return True
            start = self.text.find(words, start + 1)
        return False

    def is_of(self, fact: Json, wanted: GoldFact) -> bool:
        """Whether field and subject are the gold's."""
        if fact["field"] != wanted.field:
            return False
        return not wanted.subject or self.is_called(str(fact["subject"]), wanted.subject)

    def is_same(self, fact: Json, wanted: GoldFact) -> bool:
        """Whether the value is the gold's too."""
        if wanted.field in FREE_TEXT:
            return self.touches(fact, wanted.evidence)
        return self._same_value(fact["value"], wanted.value)

    def _same_value(self, given: Any, wanted: Any) -> bool:
        if isinstance(given, dict) and "to" in given and "kind" in given:
            return isinstance(wanted, dict) and self.is_called(given["to"], [str(wanted.get("to"))])
        if isinstance(given, dict) and "from" in given:
            return bool(wanted in (given, given["from"]))
        if _bounds(given) is not None or _bounds(wanted) is not None:
            return _bounds(given) == _bounds(wanted)
        return bool(given == wanted) or self.is_called(str(given), [str(wanted)])


def score_reading(reading: Json, gold: Gold, fields: frozenset[str]) -> ReportScore:
    """The counts of one report: `reading` is a line of `onrecord read --json`, `fields` the judged."""
    page = _Page(reading)
    given = [f for f in page.facts if f["field"] in fields]
    counts: dict[str, FieldCounts] = defaultdict(FieldCounts)
    met: set[str] = set()
    for wanted in gold.facts:
        own = [f for f in given if page.is_of(f, wanted)]
        same = [f for f in own if page.is_same(f, wanted)]
        met.update(_key(f) for f in same)
        if not wanted.optional:
            found = any(page.touches(f, wanted.evidence) for f in same)
            counts[wanted.field] += FieldCounts(found, found, 1, not own)
    for key, field in {_key(f): f["field"] for f in given}.items():
        if key not in met:
            counts[field] += FieldCounts(0, 1, 0, 0)
    return ReportScore(gold.id, dict(counts))


def total(scores: Iterable[ReportScore]) -> dict[str, FieldCounts]:
    """The counts of all reports by field, in the fields' order, `all` last."""
    every: dict[str, FieldCounts] = defaultdict(FieldCounts)
    for score in scores:
        for field, counts in score.fields.items():
            every[field] += counts
    return {
        **{name: every[name] for name in sorted(every)},
        "all": sum(every.values(), FieldCounts()),
    }


def _key(fact: Json) -> str:
    return f"{fact['field']}|{fact['subject']}|{fact['value']!r}"


def _fold(name: str) -> str:
    """A name without case, accents and a leading article."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    words = "".join(c for c in plain if not unicodedata.combining(c)).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def _ends(first: str, second: str) -> bool:
    return first == second or first.endswith(" " + second) or second.endswith(" " + first)


def _bounds(value: Any) -> tuple[float | None, float | None] | None:
    """Low and high of a count; None for what is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return (value, value)
    if isinstance(value, dict) and {"low", "high"} & set(value):
        return (value.get("low"), value.get("high"))
    return None

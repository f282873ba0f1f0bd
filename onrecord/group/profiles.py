"""Profiles: an entity of one report with what the report says of it, ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.core.annotation import EntityKind
from onrecord.core.grouping import LocalRef
from onrecord.core.reading import Entity, Fact, Gazetteer, Reading
from onrecord.core.values import number_bounds
from onrecord.group.names import fold, name_parts

Pool = str
"""Which entities may be one: person, body, place, facility or thing."""

POOLS: Mapping[EntityKind, Pool] = {
    "person": "person",
    "group": "body",
    "organisation": "body",
    "outlet": "body",
    "place": "place",
    "facility": "facility",
    "weapon": "thing",
    "vehicle": "thing",
    "object": "thing",
    "event": "event",
    "law": "law",
}

ARTICLES = ("the ", "a ", "an ", "his ", "her ", "its ", "their ")


@dataclass(frozen=True, slots=True)
class Profile:
    """One local entity. `key` is its folded name without article, `parts` those of its fullest
    name, `spellings` its names as written.

    `ages` are years as told, `genders`, `conditions` and `roles` what facts say; `roles` folded.
    `attacker` is whether the report says on somebody's word that they did it.
    """

    ref: LocalRef
    kind: EntityKind
    name: str
    named: bool
    plural: bool
    key: str
    parts: tuple[str, ...]
    spellings: tuple[str, ...]
    ages: frozenset[int]
    genders: frozenset[str]
    conditions: frozenset[str]
    roles: frozenset[str]
    affiliations: tuple[str, ...]
    mentions: int
    where: Gazetteer | None
    attacker: bool = False

    @property
    def pool(self) -> Pool:
        """The pool of its kind."""
        return POOLS[self.kind]


CALIBRE = re.compile(r"\b(\d+(?:\.\d+)?)[\s-]*(?:mm|millimet(?:re|er)s?)\b")


def bare(name: str) -> str:
    """A folded name without its article, possessive or quotation marks, calibres alike."""
    folded = CALIBRE.sub(r"\1 mm", fold(name).strip(" \"'“”‘’«»"))
    return next((folded.removeprefix(a) for a in ARTICLES if folded.startswith(a)), folded)


def profiles(reading: Reading) -> list[Profile]:
    """A profile of each entity of a report."""
    by_subject: dict[str, list[Fact]] = {}
    for fact in reading.facts:
        if fact.certainty not in ("denied", "asked"):
            by_subject.setdefault(fact.subject, []).append(fact)
    attackers = {
        fact.value
        for facts in by_subject.values()
        for fact in facts
        if fact.field == "incident.perpetrator"
    }
    return [
        replace(_profile(reading, one, by_subject.get(one.id, [])), attacker=one.id in attackers)
        for one in reading.entities
    ]


def _profile(reading: Reading, entity: Entity, facts: Sequence[Fact]) -> Profile:
    text = reading.report.text
    written = [m.span.cut(text) for m in entity.mentions if m.form == "name"]
    gender = {entity.gender} if entity.gender else set()
    return Profile(
        ref=LocalRef(reading.report.id, entity.id),
        kind=entity.kind,
        name=" ".join(entity.name.split()),
        named=entity.named,
        plural=entity.plural,
        key=bare(entity.name),
        parts=name_parts(entity.name) if entity.named else (),
        spellings=tuple(dict.fromkeys(" ".join(name.split()) for name in written)),
        ages=_ages(facts),
        genders=frozenset(gender | _texts(facts, "person.gender")),
        conditions=_texts(facts, "person.condition"),
        roles=frozenset(fold(role) for role in _texts(facts, "person.role")),
        affiliations=tuple(sorted(_texts(facts, "person.affiliation"))),
        mentions=len(entity.mentions),
        where=entity.where,
    )


def _texts(facts: Sequence[Fact], field: str) -> frozenset[str]:
    return frozenset(str(fact.value) for fact in facts if fact.field == field)


def _ages(facts: Sequence[Fact]) -> frozenset[int]:
    """Ages told as one number; ranges ("in his thirties") neither agree nor contradict exactly."""
    bounds = [number_bounds(fact.value) for fact in facts if fact.field == "person.age"]
    return frozenset(b.low for b in bounds if b and b.low is not None and b.low == b.high)

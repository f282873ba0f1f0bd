"""Readings made by hand: a text, the entities in it, and facts that point at words of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.core.annotation import EntityKind
from onrecord.core.reading import (
    Certainty,
    Entity,
    EntityMention,
    Fact,
    Qualifier,
    Reading,
    ReportIncident,
)
from onrecord.core.report import DeclaredSource, Report, report_id
from onrecord.core.span import Span
from onrecord.core.values import Value


@dataclass(frozen=True)
class Told:
    """A fact in short: `about` and `chain` are entity names, `words` its evidence in the text."""

    field: str
    value: Value
    words: str
    chain: tuple[str, ...] = ()
    about: str = ""
    certainty: Certainty = "stated"
    qualifier: Qualifier | None = None
    includes: bool | None = None
    approximate: bool = False
    incident: str = "i1"


@dataclass(frozen=True)
class Draft:
    """A report in short. An entity's name ends in a kind: "Ina Roth:person" (without: person)."""

    outlet: str
    text: str
    published: str | None = "2031-04-02T10:00:00+00:00"
    title: str | None = None
    entities: tuple[str, ...] = ()
    facts: tuple[Told, ...] = ()
    listed: tuple[str, ...] = ()
    agency: str | None = None
    byline: tuple[str, ...] = ()
    kind: str = "fire"
    background: tuple[str, ...] = field(default=())


def span_of(text: str, words: str) -> Span:
    """Where the words stand first; an evidence that is not in the text is a mistake of the test."""
    start = text.index(words)
    return Span(start, start + len(words))


def make(draft: Draft) -> Reading:
    """The reading of a draft."""
    names = [name.partition(":")[0] for name in draft.entities]
    ids = {name: f"e{number}" for number, name in enumerate(names, 1)}
    return Reading(
        report=make_report(draft),
        weights="none",
        entities=tuple(
            _entity(draft, name, number) for number, name in enumerate(draft.entities, 1)
        ),
        incidents=tuple(_incidents(draft)),
        facts=tuple(_fact(draft, told, f"f{n}", ids) for n, told in enumerate(draft.facts, 1)),
    )


def make_report(draft: Draft) -> Report:
    """The report of a draft."""
    declared = [DeclaredSource(n, span_of(draft.text, n), "listed") for n in draft.listed]
    if draft.agency:
        declared.append(DeclaredSource(draft.agency, span_of(draft.text, draft.agency), "agency"))
    return Report(
        id=report_id(
            draft.text, outlet=draft.outlet, url=None, published=draft.published, given_id=None
        ),
        input="made",
        text=draft.text,
        title=draft.title,
        outlet=draft.outlet,
        published=draft.published,
        byline=draft.byline,
        declared_sources=tuple(declared),
    )


def _incidents(draft: Draft) -> Sequence[ReportIncident]:
    others = [
        ReportIncident(f"i{n}", "fire", lead=False, passages=(span_of(draft.text, words),))
        for n, words in enumerate(draft.background, 2)
    ]
    return [ReportIncident("i1", draft.kind, lead=True), *others]


def _entity(draft: Draft, given: str, number: int) -> Entity:
    name, _, kind = given.partition(":")
    named = name[:1].isupper()
    found = [Span(*m.span()) for m in re.finditer(rf"\b{re.escape(name)}\b", draft.text)]
    form = "name" if named else "nominal"
    known: EntityKind = kind or "person"  # type: ignore[assignment]
    return Entity(
        id=f"e{number}",
        kind=known,
        name=name,
        mentions=tuple(EntityMention(span, form) for span in found),
        named=named,
        plural=known == "group",
    )


def _fact(draft: Draft, told: Told, own: str, ids: dict[str, str]) -> Fact:
    value = ids.get(told.value, told.value) if isinstance(told.value, str) else told.value
    return Fact(
        id=own,
        subject=ids[told.about] if told.about else told.incident,
        field=told.field,
        value=value,
        evidence=(span_of(draft.text, told.words),),
        chain=tuple(ids[name] for name in told.chain),
        chain_evidence=tuple((span_of(draft.text, name),) for name in told.chain),
        certainty=told.certainty,
        incident=told.incident,
        qualifier=told.qualifier,
        includes_perpetrators=told.includes,
        approximate=told.approximate,
    )

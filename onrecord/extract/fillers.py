"""Entities for what the encoder takes to fill a role ("dynamite", "two armed men")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.core.annotation import EntityKind, RoleFiller
from onrecord.core.reading import Entity, EntityMention
from onrecord.core.span import Span
from onrecord.facts.learned_roles import KINDS, PEOPLE

FILLER_KINDS: dict[str, EntityKind] = {
    "perpetrator": "group",
    "victim": "group",
    "group": "organisation",
    "target": "facility",
    "weapon": "weapon",
}
"""What a filler of a role is where it is no entity yet."""
OF_PEOPLE = frozenset(("perpetrator", "victim"))
AFTER_HEAD = re.compile(r"\s(?:of|by|from|in|at|belonging|owned|used)\s")
"""Behind the noun that a phrase is about: "offices of the union" are offices."""


def with_fillers(
    text: str, entities: tuple[Entity, ...], fillers: Iterable[RoleFiller]
) -> tuple[Entity, ...]:
    """The same with an entity for each filler of a role that ends with no mention."""
    ends = {(e.kind in PEOPLE, m.span.end) for e in entities for m in e.mentions}
    lacking = [f for f in fillers if (f.role in OF_PEOPLE, f.span.end) not in ends]
    return (*entities, *_made(text, lacking, len(entities)))


def with_bounds(
    text: str, entities: tuple[Entity, ...], fillers: Sequence[RoleFiller]
) -> tuple[Entity, ...]:
    """The same with the bounds of fillers for those of the mentions that they are about.

    "Traffickers" is then the whole of "drug traffickers", "offices" of "offices of the union".
    A filler that is about no mention has an entity of its own.
    """
    ending: dict[int, list[tuple[Entity, Span]]] = {}
    for one in entities:
        for mention in one.mentions:
            if mention.form != "pronoun":
                ending.setdefault(mention.span.end, []).append((one, mention.span))
    moved: dict[tuple[str, Span], Span] = {}
    lacking: list[RoleFiller] = []
    for filler in fillers:
        about = ending.get(_head(text, filler.span).end, [])
        fitting = [(one.id, span) for one, span in about if one.kind in KINDS[filler.role]]
        moved |= dict.fromkeys(fitting, filler.span)
        if not fitting:
            lacking.append(filler)
    kept = tuple(_moved(one, moved) for one in entities)
    return (*kept, *_made(text, lacking, len(entities)))


def _head(text: str, span: Span) -> Span:
    link = AFTER_HEAD.search(text, span.start, span.end)
    return Span(span.start, link.start()) if link else span


def _made(text: str, fillers: Iterable[RoleFiller], known: int) -> Iterator[Entity]:
    """An entity for the fillers of a role with the same words, numbered behind the known ones."""
    alike: dict[tuple[str, str], list[RoleFiller]] = {}
    for filler in fillers:
        words = " ".join(filler.span.cut(text).lower().split())
        alike.setdefault((filler.role, words), []).append(filler)
    for number, ((role, _), found) in enumerate(alike.items(), known + 1):
        yield Entity(
            id=f"e{number}",
            kind=FILLER_KINDS[role],
            name=" ".join(found[0].span.cut(text).split()),
            mentions=tuple(EntityMention(f.span, "nominal") for f in found),
            named=False,
            plural=FILLER_KINDS[role] == "group",
        )


def _moved(one: Entity, moved: dict[tuple[str, Span], Span]) -> Entity:
    if not any((one.id, m.span) in moved for m in one.mentions):
        return one
    mentions = [replace(m, span=moved.get((one.id, m.span), m.span)) for m in one.mentions]
    return replace(one, mentions=tuple(sorted(mentions, key=lambda m: m.span)))

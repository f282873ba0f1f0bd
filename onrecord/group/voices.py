"""Voices: who speaks for which body, so that a spokeswoman and her police are one origin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.core.grouping import LocalRef, MergedEntity
from onrecord.group.names import fold
from onrecord.group.profiles import Profile

SPEAKS = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|press (?:officer|secretary)|director|chief|head|"
    r"secretary|commander|commissioner|chief executive|ceo|owner|minister|"
    r"chair(?:man|woman|person)?)\b"
)
"""Offices whose holder speaks for the body (matched in folded roles)."""

BODIES: Mapping[str, re.Pattern[str]] = {
    "police": re.compile(r"\b(?:police|policem[ae]n|policewom[ae]n|detectives?|constables?)\b"),
    "prosecutor": re.compile(r"\bprosecut(?:ors?|ion)\b"),
}
"""Bodies of which an incident has one as a rule: whoever speaks as such speaks with its voice."""


def find_voices(
    entities: Sequence[MergedEntity],
    members: Mapping[str, Sequence[Profile]],
    ids: Mapping[LocalRef, str],
    homes: Mapping[str, str],
) -> dict[str, str]:
    """Entity id → id of the body whose voice it is, for those that do not speak for themselves.

    `members` gives each entity's local profiles, `ids` each local entity's entity, `homes` the
    incident on which a report leads.
    """
    heads = _heads(entities, members, homes)
    found: dict[str, str] = {}
    for entity in entities:
        group = members.get(entity.id, ())
        body = _affiliated(group, ids) or _by_class(entity, group, heads, homes)
        if body and body != entity.id:
            found[entity.id] = body
    return {one: _last(found, one) for one in found}


def _last(found: Mapping[str, str], one: str) -> str:
    """The end of a chain of voices (a spokesman's ministry's government); a circle ends at once."""
    seen = {one}
    while (following := found.get(one)) and following not in seen:
        seen.add(following)
        one = following
    return one


def _affiliated(group: Sequence[Profile], ids: Mapping[LocalRef, str]) -> str | None:
    """The body with which a person who holds a speaking office is affiliated."""
    for profile in group:
        roles = (*profile.roles, fold(profile.name))
        if profile.pool == "person" and any(SPEAKS.search(role) for role in roles):
            for body in profile.affiliations:
                return ids.get(LocalRef(profile.ref.report, body))
    return None


def _class_of(group: Sequence[Profile]) -> str | None:
    """Whether the entity is, or belongs to, a body of which an incident has one."""
    for profile in group:
        said = (fold(profile.name), *sorted(profile.roles))
        for name, words in BODIES.items():
            if profile.pool in ("person", "body") and any(words.search(text) for text in said):
                return name
    return None


def _heads(
    entities: Sequence[MergedEntity],
    members: Mapping[str, Sequence[Profile]],
    homes: Mapping[str, str],
) -> dict[tuple[str, str], str]:
    """For each incident and class the body that is named most."""
    ranked: dict[tuple[str, str], tuple[int, str]] = {}
    for entity in entities:
        group = [p for p in members.get(entity.id, ()) if p.pool == "body"]
        name = _class_of(group)
        if name is None or " and " in entity.name:
            continue
        for incident in {homes.get(p.ref.report, "") for p in group}:
            weight = sum(p.mentions for p in group if homes.get(p.ref.report, "") == incident)
            rank = (-weight, entity.id)
            ranked[incident, name] = min(rank, ranked.get((incident, name), rank))
    return {key: rank[1] for key, rank in ranked.items()}


def _by_class(
    entity: MergedEntity,
    group: Sequence[Profile],
    heads: Mapping[tuple[str, str], str],
    homes: Mapping[str, str],
) -> str | None:
    if " and " in entity.name or (name := _class_of(group)) is None:
        return None
    incidents = sorted({homes.get(p.ref.report, "") for p in group})
    return next((heads[i, name] for i in incidents if (i, name) in heads), None)

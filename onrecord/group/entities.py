"""Entities across reports: which local ones are one, under which name, and who speaks for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.core.grouping import CopyLink, IncidentGroup, LocalRef, MergedEntity
from onrecord.core.ids import content_id
from onrecord.core.reading import Reading
from onrecord.group.blocks import merge_blocks
from onrecord.group.outlets import Outlets, find_outlets
from onrecord.group.profiles import Profile, profiles
from onrecord.group.voices import find_voices

EVERYWHERE = ""
"""Home of an entity that is the same whatever the incident: places, and outlets by name."""


@dataclass(frozen=True, slots=True)
class MergedEntities:
    """All entities (sorted by id); for each report its outlet's and its agency's entity id."""

    entities: tuple[MergedEntity, ...]
    outlets: dict[str, str]
    agencies: dict[str, str]


@dataclass(frozen=True, slots=True)
class Person:
    """Local entities that are one, with the incident they are at home in and the merge reasons."""

    members: tuple[Profile, ...]
    home: str
    reasons: tuple[str, ...]


class Union:
    """Sets of local entities that grow together, with the reasons."""

    def __init__(self, refs: Iterable[LocalRef]) -> None:
        self._of = {ref: ref for ref in refs}
        self._reasons: dict[LocalRef, list[str]] = {}

    def find(self, ref: LocalRef) -> LocalRef:
        """The smallest member of the set."""
        while self._of[ref] != ref:
            self._of[ref] = self._of[self._of[ref]]
            ref = self._of[ref]
        return ref

    def join(self, refs: Sequence[LocalRef], reason: str = "") -> None:
        """Puts the sets of all these into one."""
        roots = sorted({self.find(ref) for ref in refs})
        for root in roots:
            self._of[root] = roots[0]
        if reason:
            self._reasons.setdefault(roots[0], []).append(reason)

    def sets(self) -> dict[LocalRef, list[LocalRef]]:
        """All sets by their smallest member, each sorted."""
        found: dict[LocalRef, list[LocalRef]] = {}
        for ref in sorted(self._of):
            found.setdefault(self.find(ref), []).append(ref)
        return found

    def reasons(self) -> dict[LocalRef, tuple[str, ...]]:
        """The reasons of each set by its smallest member."""
        found: dict[LocalRef, set[str]] = {}
        for ref, reasons in self._reasons.items():
            found.setdefault(self.find(ref), set()).update(reasons)
        return {root: tuple(sorted(reasons)) for root, reasons in found.items()}


def merge_entities(
    readings: Sequence[Reading], incidents: Sequence[IncidentGroup], copies: Sequence[CopyLink]
) -> MergedEntities:
    """Entities over all reports: people and bodies by incident, places and outlets by name."""
    every = {p.ref: p for reading in readings for p in profiles(reading)}
    outlets = find_outlets([reading.report for reading in readings], every.values())
    union = Union(every)
    for refs in (*_places(every.values()), *outlets.members.values()):
        if refs:
            union.join(refs)
    twins = _twins(copies)
    for pool in _pools(every.values(), incidents, outlets):
        for merge in merge_blocks(pool, twins):
            union.join(merge.members, merge.reason)
    return _assemble(union, every, incidents, outlets)


def _places(found: Iterable[Profile]) -> list[list[LocalRef]]:
    """Places of one name, those in different countries apart."""
    named: dict[tuple[str, str], list[LocalRef]] = {}
    country: dict[str, set[str]] = {}
    places = [p for p in found if p.pool == "place"]
    for place in places:
        if place.where:
            country.setdefault(place.key, set()).add(place.where.country)
    for place in places:
        known = country.get(place.key, set())
        own = place.where.country if place.where else min(known) if len(known) == 1 else ""
        named.setdefault((place.key, own), []).append(place.ref)
    return list(named.values())


def _twins(copies: Sequence[CopyLink]) -> dict[str, str]:
    """Report id → copy group."""
    found = {link.report: link.group for link in copies}
    return found | {link.of: link.group for link in copies}


def _pools(
    found: Iterable[Profile], incidents: Sequence[IncidentGroup], outlets: Outlets
) -> list[list[Profile]]:
    """Entities of one incident and one pool, which may be one."""
    by_report: dict[str, list[Profile]] = {}
    for profile in found:
        if profile.pool != "place" and profile.ref not in outlets.refs:
            by_report.setdefault(profile.ref.report, []).append(profile)
    pools: dict[tuple[str, str], list[Profile]] = {}
    for incident in incidents:
        reports = sorted({ref.report for ref in incident.members})
        for profile in _one_kind([p for report in reports for p in by_report.get(report, [])]):
            pools.setdefault((incident.id, profile.pool), []).append(profile)
    return [pools[key] for key in sorted(pools)]


def _one_kind(found: Sequence[Profile]) -> list[Profile]:
    """The same, but one name of several words that some reports' readings take for a person's and
    others for a body's is of the kind that most take it for (ties: a body's)."""
    kinds: dict[str, Counter[str]] = {}
    for profile in found:
        if profile.named and profile.pool in ("person", "body") and " " in profile.key:
            kinds.setdefault(profile.key, Counter())[profile.pool] += 1
    return [
        replace(profile, kind="organisation")
        if profile.pool == "person" and _is_body(kinds.get(profile.key))
        else profile
        for profile in found
    ]


def _is_body(kinds: Counter[str] | None) -> bool:
    return kinds is not None and kinds["body"] >= max(1, kinds["person"])


def _assemble(
    union: Union,
    every: Mapping[LocalRef, Profile],
    incidents: Sequence[IncidentGroup],
    outlets: Outlets,
) -> MergedEntities:
    homes = _homes(incidents)
    reasons = union.reasons()
    owner = {union.find(refs[0]): key for key, refs in outlets.members.items() if refs}
    entities: dict[LocalRef | str, MergedEntity] = {}
    members: dict[str, list[Profile]] = {}
    taken: set[str] = set()
    for root, refs in union.sets().items():
        group = [every[ref] for ref in refs]
        key = owner.get(root)
        own = _everywhere_id(group, key) or _own_id(group, _home(group, homes), taken)
        entity = _entity(group, own, reasons.get(root, ()), outlets.name(key))
        entity = replace(entity, everywhere=bool(key) or group[0].pool == "place")
        entity = _with_author(entity, outlets, key)
        entities[key or root] = entity
        members[entity.id] = group
    for key in outlets.members:
        if key not in entities:
            entities[key] = _with_author(_bare_outlet(outlets.name(key), key), outlets, key)
    ids = {
        ref: entities[owner.get(root, root)].id
        for root, refs in union.sets().items()
        for ref in refs
    }
    voices = find_voices(list(entities.values()), members, ids, homes)
    voiced = (
        e if e.everywhere else replace(e, voice=voices.get(e.id, e.id)) for e in entities.values()
    )
    return MergedEntities(
        entities=tuple(sorted(voiced, key=lambda e: e.id)),
        outlets={report: entities[key].id for report, key in sorted(outlets.of.items())},
        agencies={report: entities[key].id for report, key in sorted(outlets.agency.items())},
    )


def _with_author(entity: MergedEntity, outlets: Outlets, key: str | None) -> MergedEntity:
    """The outlet with the name of who writes under the handle."""
    author = outlets.authors.get(key or "")
    if author is None:
        return entity
    return replace(entity, also=tuple(sorted({*entity.also, author} - {entity.name})))


def _homes(incidents: Sequence[IncidentGroup]) -> dict[str, str]:
    """Report id → the incident it leads on."""
    return {report: incident.id for incident in incidents for report in incident.lead_of}


def _everywhere_id(group: Sequence[Profile], key: str | None) -> str | None:
    """The id of a place or an outlet, which its name (and a place's country) gives alone: the same
    from whichever reports it is made. None for others."""
    if key:
        return _outlet_id(key)
    if group[0].pool != "place":
        return None
    countries = {profile.where.country for profile in group if profile.where}
    return content_id("entity", "place", group[0].key, min(countries, default=""))


def _outlet_id(key: str) -> str:
    return content_id("entity", "body", key, EVERYWHERE)


def _home(group: Sequence[Profile], homes: Mapping[str, str]) -> str:
    """The incident on which most of the group's reports lead (ties: the smallest id); a report that
    leads on none is home itself."""
    counts = Counter(homes.get(profile.ref.report, profile.ref.report) for profile in group)
    return min(counts, key=lambda home: (-counts[home], home))


def _own_id(group: Sequence[Profile], home: str, taken: set[str]) -> str:
    """The id of a name and its home, with the first member if it is taken."""
    own = content_id("entity", group[0].pool, group[0].key, home)
    if own in taken:
        own = content_id("entity", own, group[0].ref.report, group[0].ref.local)
    taken.add(own)
    return own


def _entity(
    group: Sequence[Profile], own: str, reasons: Sequence[str], outlet: str
) -> MergedEntity:
    """The merged entity with that id."""
    name = outlet or best_name(group)
    kinds = Counter(profile.kind for profile in group)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    spellings = {profile.name for profile in group} | {s for p in group for s in p.spellings}
    return MergedEntity(
        id=own,
        kind=kind,
        name=name,
        also=tuple(sorted(spellings - {name})),
        members=tuple(profile.ref for profile in group),
        voice=own,
        reason="; ".join(reasons),
        where=next((profile.where for profile in group if profile.where), None),
    )


def _bare_outlet(name: str, key: str) -> MergedEntity:
    """An outlet that no report speaks of; one without a name goes by its key."""
    own = _outlet_id(key)
    return MergedEntity(own, "outlet", name, also=(), members=(), voice=own, everywhere=True)


def best_name(group: Sequence[Profile]) -> str:
    """The fullest name, among those the commonest, then the one that keeps most marks."""
    counts = Counter(profile.name for profile in group)
    named = {profile.name for profile in group if profile.named}
    parts = {profile.name: len(profile.parts) for profile in group}

    def rank(name: str) -> tuple[bool, int, int, bool, int, str]:
        marks = sum(letter > "\x7f" for letter in name)
        return (name in named, parts[name], counts[name], not name.isupper(), marks, name)

    return max(counts, key=rank)

"""Entities of one report: names, nominals and pronouns put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.core.annotation import Annotation, EntityKind
from onrecord.core.reading import Entity, EntityMention, Fact, Gazetteer
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate
from onrecord.extract.clusters import Cluster, cluster_names, join_police
from onrecord.extract.coreference import Resolver
from onrecord.extract.names import find_names
from onrecord.extract.nominals import find_nominals, find_pronouns
from onrecord.extract.prose import Prose
from onrecord.facts.compare import fold
from onrecord.facts.places import locate
from onrecord.facts.setting import Setting, placed, within_seat


def find_entities(report: Report, annotation: Annotation) -> tuple[Entity, ...]:
    """The entities of a report in order of first mention, with all their mentions."""
    return entities_of(Prose(report, annotation))


def entities_of(prose: Prose, speakers: Mapping[int, Span] | None = None) -> tuple[Entity, ...]:
    """The same from prose that is there already.

    `speakers` gives for the start of a quotation the mention of who speaks it, where that is known.
    """
    names = find_names(prose)
    clusters = cluster_names(names)
    resolver = Resolver(prose, clusters, speakers=speakers or {})
    resolver.run(find_nominals(prose, names), find_pronouns(prose))
    join_police(resolver.clusters)
    kept = [c for c in resolver.clusters if _is_worth(c)]
    kept.sort(key=lambda c: min((m.span.start, -m.span.end) for m in c.members))
    made = tuple(_entity(prose, c, f"e{n}") for n, c in enumerate(kept, 1))
    return located(made)


def located(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The same with named places found in the gazetteer, each in the light of the others."""
    names = [e.name for e in entities if e.kind == "place" and e.named]
    return tuple(
        replace(e, where=locate(e.name, names)) if e.kind == "place" and e.named else e
        for e in entities
    )


def settled(entities: tuple[Entity, ...], setting: Setting | None) -> tuple[Entity, ...]:
    """The same, each place in the light of the town that the report is set in.

    The town is a place of its own where it stood only inside another name ("Graz Police").
    """
    if setting is None:
        return entities
    places = [e for e in entities if e.kind == "place" and e.named]
    names = [e.name for e in places]
    moved = tuple(
        replace(e, where=placed(e, setting, names)) if e.kind == "place" and e.named else e
        for e in entities
    )
    if any(fold(e.name) == fold(setting.name) or setting.span in _spans(e) for e in places):
        return moved
    mention = EntityMention(setting.span, "name")
    town = Entity(f"e{len(moved) + 1}", "place", setting.name, (mention,), where=setting.where)
    return (*moved, town)


def sited(
    entities: tuple[Entity, ...], facts: Iterable[Fact], setting: Setting | None = None
) -> tuple[Entity, ...]:
    """The same, with each site that an incident's town holds placed in that town.

    A town of an incident lies within the setting's seat where that is far larger and around it.

    A site has the town's coordinates, which its precision (`site`) says, and the town within which
    it lies before the larger places.
    """
    by_id = {entity.id: entity for entity in entities}
    towns: dict[str, Entity] = {}
    told = [f for f in facts if f.field == "incident.place" and f.value in by_id]
    for name in {str(f.value) for f in told} if setting else ():
        if setting and (where := by_id[name].where):
            by_id[name] = replace(by_id[name], where=within_seat(by_id[name].name, where, setting))
    for fact in told:
        one = by_id[str(fact.value)]
        if one.where and one.where.precision == "city":
            towns.setdefault(fact.subject, one)
    homes = {
        str(f.value): towns[f.subject]
        for f in told
        if f.subject in towns and by_id[str(f.value)].where is None
    }
    return tuple(_sited(e, homes[e.id]) if e.id in homes else e for e in by_id.values())


def _sited(site: Entity, town: Entity) -> Entity:
    where = town.where
    if where is None:
        return site
    within = (town.name, *where.within)
    return replace(
        site,
        where=Gazetteer(where.latitude, where.longitude, where.country, within, "site"),
    )


def _spans(entity: Entity) -> set[Span]:
    return {mention.span for mention in entity.mentions}


def _is_worth(cluster: Cluster) -> bool:
    """Whether a cluster has a name or a nominal."""
    return any(m.form != "pronoun" for m in cluster.members)


def _entity(prose: Prose, cluster: Cluster, entity_id: str) -> Entity:
    best = _best(prose, cluster.members)
    kind: EntityKind = "group" if cluster.kind == "person" and cluster.plural else cluster.kind
    return Entity(
        id=entity_id,
        kind=kind,
        name=_name(prose, best),
        mentions=_mentions(cluster.members),
        named=cluster.named,
        plural=cluster.plural,
        gender=cluster.gender if kind == "person" else None,
    )


def _best(prose: Prose, members: Sequence[Candidate]) -> Candidate:
    """The fullest name; else the first nominal that tells the most."""
    names = [m for m in members if m.form == "name"]
    if names:
        return min(names, key=lambda m: (-len(m.words), m.span))
    nominals = [m for m in members if m.form == "nominal"]
    return min(nominals, key=lambda m: (-min(len(m.words), 2), _is_slang(prose, m), m.span))


def _is_slang(prose: Prose, member: Candidate) -> bool:
    """Whether a better word names the same: the police, not "cops"."""
    return member.head == "police" and prose.words_in(member.span)[-1].lower == "cops"


def _name(prose: Prose, best: Candidate) -> str:
    span = best.span
    if best.form == "nominal" and best.definite != "possessive":
        words = prose.words_in(span)
        first = words[0]
        if len(words) > 1 and first.lower in v.DETERMINERS:
            span = Span(words[1].start, span.end)
    return " ".join(span.cut(prose.text).split())


def _mentions(members: Iterable[Candidate]) -> tuple[EntityMention, ...]:
    unique = {m.span: EntityMention(m.span, m.form) for m in members}
    return tuple(unique[span] for span in sorted(unique))

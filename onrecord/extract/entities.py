"""Entities of one report: names, nominals and pronouns put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.core.annotation import Annotation, EntityKind
from onrecord.core.reading import Entity, EntityMention
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate
from onrecord.extract.clusters import Cluster, cluster_names, join_police
from onrecord.extract.coreference import Resolver
from onrecord.extract.names import find_names
from onrecord.extract.nominals import find_nominals, find_pronouns
from onrecord.extract.prose import Prose
from onrecord.facts.places import locate


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

"""People, bodies and outlets, and who quotes whom: one graph, for GraphML and GEXF."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.record import Finding, Incident, RecordContents
from onrecord.core.values import Link
from onrecord.export.lookup import Lookup, holding

KINDS = frozenset({"person", "organisation", "outlet", "group"})


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody. `mentions` counts where reports name, describe or point at them."""

    id: str
    label: str
    kind: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` does `kind` to `target`, `weight` times, in these reports.

    quotes: passes the target's words on; copies: prints the target's text; affiliation and the kinds
    of `person.relation` as the findings have them, `weight` their independent origins.
    """

    source: str
    target: str
    kind: str
    weight: int
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, in a fixed order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class _Tie:
    """One reason for an edge."""

    source: str
    target: str
    kind: str
    weight: int
    reports: tuple[str, ...]


def network(contents: RecordContents) -> Network:
    """The record's graph; who has no tie to anybody is left out."""
    look = Lookup.of(contents)
    outlets = {e.name: e.id for e in contents.entities if e.kind == "outlet"}
    ties = [tie for tie in _ties(look, outlets) if _fits(tie, look)]
    joined: dict[tuple[str, str, str], list[_Tie]] = {}
    for tie in ties:
        joined.setdefault((tie.source, tie.target, tie.kind), []).append(tie)
    edges = tuple(
        Edge(
            *key,
            sum(tie.weight for tie in several),
            tuple(sorted({report for tie in several for report in tie.reports})),
        )
        for key, several in sorted(joined.items())
    )
    used = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = tuple(
        Node(entity.id, entity.name, entity.kind, len(entity.mentions))
        for entity in contents.entities
        if entity.id in used
    )
    return Network(nodes, edges)


def _fits(tie: _Tie, look: Lookup) -> bool:
    ends = [look.entities.get(end) for end in (tie.source, tie.target)]
    return tie.source != tie.target and all(e is not None and e.kind in KINDS for e in ends)


def _ties(look: Lookup, outlets: dict[str, str]) -> Iterator[_Tie]:
    for incident in look.contents.incidents:
        yield from _quotes(incident, look, outlets)
        for finding in holding(incident.findings):
            yield from _findings(finding)
    for entry in look.contents.reports:
        original = look.report(entry.copy_of) if entry.copy_of else None
        if original is not None:
            copier = outlets.get(entry.report.outlet or "", "")
            copied = outlets.get(original.outlet or "", "")
            yield _Tie(copier, copied, "copies", 1, (entry.report.id,))


def _quotes(incident: Incident, look: Lookup, outlets: dict[str, str]) -> Iterator[_Tie]:
    """Each link of a chain quotes the one before it, the outlet the last one."""
    for said in incident.statements:
        chain = said.chain or ((said.speaker,) if said.speaker else ())
        line = [*chain, outlets.get(look.outlet(said.report), "")]
        for before, after in itertools.pairwise(line):
            yield _Tie(after, before, "quotes", 1, (said.report,))


def _findings(finding: Finding) -> Iterator[_Tie]:
    if finding.field == "person.affiliation" and isinstance(finding.value, str):
        kind, to = "affiliation", finding.value
    elif finding.field == "person.relation" and isinstance(finding.value, Link):
        kind, to = finding.value.kind, finding.value.to
    else:
        return
    yield _Tie(finding.subject, to, kind, max(1, len(finding.origins)), finding.reports)

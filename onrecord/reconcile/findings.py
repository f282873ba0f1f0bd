"""Findings: what the record holds for each subject and field of an incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.ids import content_id
from onrecord.core.record import Alternative, Coded, Finding
from onrecord.core.values import Interval, number_bounds
from onrecord.facts.base import FactType
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import Said
from onrecord.reconcile.codebooks import CODED_FIELDS, code
from onrecord.reconcile.conditions import settle_conditions
from onrecord.reconcile.conflicts import Scope, scope_of, typed
from onrecord.reconcile.explain import reason
from onrecord.reconcile.genders import settle_gender
from onrecord.reconcile.many import settle_many
from onrecord.reconcile.nodes import Node, make_nodes
from onrecord.reconcile.origins import GENDER
from onrecord.reconcile.settle import Rival, Settled, settle_one

CONDITION = "person.condition"
QUESTION = "incident.question"
DAY = "incident.date"


@dataclass(frozen=True, slots=True)
class Names:
    """What findings are told with: entity id → name, report id → outlet, voice → class."""

    entities: Mapping[str, str]
    outlets: Mapping[str, str]
    weights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """What the findings of one incident are made on: names, the attackers' side, its figures."""

    names: Names
    attackers: frozenset[str]
    scope: Scope


def make_findings(incident: str, said: Sequence[Said], names: Names) -> tuple[Finding, ...]:
    """The findings of one incident in the order of the fact types, then by subject and value."""
    ground = Ground(names, attackers(said), scope_of(said))
    found: list[Finding] = []
    for kind in FACT_TYPES:
        if kind.field != QUESTION:
            mine = [one for one in said if one.field == kind.field]
            for group in by_subject(_but_inferred(mine)):
                found += _of_subject(incident, group, kind, ground)
    return tuple(found)


def _but_inferred(said: Sequence[Said]) -> Sequence[Said]:
    """Days that a text tells, where one does; else those worked out from the reports' own days."""
    told = [one for one in said if one.field != DAY or not _is_inferred(one)]
    return told or said


def _is_inferred(said: Said) -> bool:
    """Whether a day was worked out: what a text tells may be about or possible, but not both."""
    return said.claim.approximate and said.claim.certainty == "possible"


def by_subject(said: Sequence[Said]) -> list[list[Said]]:
    """Claims by subject; a total with the attacker apart from one without."""
    groups: dict[tuple[str, bool], list[Said]] = {}
    for one in said:
        groups.setdefault((one.subject, one.includes_perpetrators is True), []).append(one)
    return [groups[key] for key in sorted(groups)]


def attackers(said: Sequence[Said]) -> frozenset[str]:
    """Voices of the attackers' side: perpetrators and those who claim the deed."""
    fields = ("incident.perpetrator", "incident.perpetrator_group", "incident.claimed_by")
    return frozenset(str(s.claim.value) for s in said if s.field in fields)


def _of_subject(
    incident: str, said: Sequence[Said], kind: FactType, ground: Ground
) -> list[Finding]:
    nodes = make_nodes(said, kind)
    if not nodes:
        return []
    return [
        _finding(incident, one, nodes, kind, ground)
        for one in settled(nodes, kind, ground.names.weights, ground.scope)
    ]


def settled(
    nodes: Sequence[Node], kind: FactType, weights: Mapping[str, int], scope: Scope
) -> list[Settled]:
    """The outcomes for one subject and field: one, or one a value where it may have several.

    `weights` gives each voice's class, `scope` the incident's figures.
    """
    return [typed(outcome, kind, scope) for outcome in _outcomes(nodes, kind, weights)]


def _outcomes(nodes: Sequence[Node], kind: FactType, weights: Mapping[str, int]) -> list[Settled]:
    if kind.field == CONDITION:
        return settle_conditions(nodes)
    if kind.field == GENDER:
        return [settle_gender(nodes)]
    if kind.many:
        return settle_many(nodes, kind)
    return [settle_one(nodes, kind, weights)]


def _finding(
    incident: str,
    outcome: Settled,
    nodes: Sequence[Node],
    kind: FactType,
    ground: Ground,
) -> Finding:
    leading = outcome.leading
    includes = _includes(leading)
    ends = span_of_values(outcome)
    coded: Mapping[str, Coded] | None = None
    if kind.field in CODED_FIELDS:
        coded = code(kind.field, nodes, leading, ground.attackers)
    return Finding(
        id=finding_id(incident, outcome),
        subject=leading.said[0].subject,
        field=kind.field,
        value=leading.value,
        status=outcome.status,
        origins=leading.origins,
        carriers=_carriers(leading, ground.names),
        reports=leading.reports,
        reason=reason(outcome, kind, ground.names.entities),
        claims=leading.claims,
        alternatives=tuple(_alternative(rival) for rival in outcome.rivals),
        low=ends.low,
        high=ends.high,
        includes_perpetrators=includes,
        coded=coded,
    )


def finding_id(incident: str, outcome: Settled) -> str:
    """The id of the finding that an outcome becomes."""
    leading = outcome.leading
    one = leading.said[0]
    parts = (one.subject, one.field, repr(leading.value), str(_includes(leading)))
    return content_id("finding", incident, *parts)


def _includes(node: Node) -> bool | None:
    """Whether the total counts the attacker: what its claims say, None where none does."""
    told = {one.includes_perpetrators for one in node.for_it} - {None}
    return True if True in told else False if False in told else None


def _carriers(node: Node, names: Names) -> tuple[str, ...]:
    return tuple(sorted({names.outlets[r] for r in node.reports if r in names.outlets}))


def _alternative(rival: Rival) -> Alternative:
    node = rival.node
    return Alternative(
        value=node.value,
        origins=node.origins,
        reports=node.reports,
        last_seen=node.last_seen,
        relation=rival.relation,
        claims=node.claims,
        conflict=rival.conflict,
    )


def span_of_values(settled: Settled) -> Interval:
    """The ends of the figures that still stand; both None where there are no figures."""
    standing = [settled.leading]
    standing += [r.node for r in settled.rivals if r.relation == "disputed" and r.node.exact]
    bounds = [b for node in standing if (b := number_bounds(node.value)) is not None]
    if not bounds:
        return Interval(None, None)
    lows = [b.low for b in bounds]
    highs = [b.high for b in bounds]
    return Interval(
        None if None in lows else min(n for n in lows if n is not None),
        None if None in highs else max(n for n in highs if n is not None),
    )

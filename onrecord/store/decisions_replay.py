"""Decisions put over what the machine made of the reports: the values that people see.

The record's tables keep what was read, grouped and reconciled; decisions lie over it each time the
record is looked at. So a new batch can neither lose a decision nor override it, and what newer
reports say against one is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.core.decision import VALUE_ACTIONS, Decision, Target, Words, active
from onrecord.core.ids import content_id
from onrecord.core.record import (
    Alternative,
    Claim,
    Finding,
    Incident,
    RecordContents,
    RecordStatement,
)
from onrecord.core.values import Value
from onrecord.facts.registry import FACT_TYPES

MANY = frozenset(kind.field for kind in FACT_TYPES if kind.many)
DONE = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
    "add": "added",
    "speaker": "speaker marked",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision on a finding, and what reports that came later say against it ("" for nothing)."""

    decision: Decision
    against: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """An incident with its decisions put over it.

    `rulings`: finding id → the decisions on it, the last one counts; `rejected`: findings that
    a coder took out; `unplaced`: decisions whose finding the record no longer has.
    """

    incident: Incident
    rulings: Mapping[str, tuple[Ruling, ...]]
    rejected: tuple[Finding, ...] = ()
    unplaced: tuple[Decision, ...] = ()


def homes(
    decisions: Iterable[Decision], incidents_of: Mapping[str, Sequence[str]], known: frozenset[str]
) -> dict[str, tuple[Decision, ...]]:
    """Each incident's decisions. One whose incident has another id now goes where its reports are.

    `incidents_of`: report id → its incidents, the lead first; `known`: all incident ids.
    """
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        target = decision.about
        home = target.incident if target.incident in known else _moved(target, incidents_of)
        found.setdefault(home, []).append(decision)
    return {home: tuple(those) for home, those in found.items()}


def decided(contents: RecordContents, decisions: Iterable[Decision]) -> RecordContents:
    """A record's contents with the final decisions that stand put over them."""
    final = [d for d in active(decisions) if d.stage == "final"]
    if not final:
        return contents
    known = frozenset(incident.id for incident in contents.incidents)
    of_report = {entry.report.id: entry.incidents for entry in contents.reports}
    by_home = homes(final, of_report, known)
    return replace(
        contents,
        incidents=tuple(
            replay(incident, by_home[incident.id]).incident if incident.id in by_home else incident
            for incident in contents.incidents
        ),
    )


def _moved(target: Target, incidents_of: Mapping[str, Sequence[str]]) -> str:
    """The incident that has most of the target's reports (ties: the smaller id); "" for none."""
    counts: Counter[str] = Counter()
    for report in target.reports:
        for place, incident in enumerate(incidents_of.get(report, ())):
            counts[incident] += 2 if place == 0 else 1
    return min(counts, key=lambda known: (-counts[known], known), default="")


def replay(incident: Incident, decisions: Sequence[Decision]) -> Replayed:
    """The incident with these decisions put over it, the oldest first. They are standing and final."""
    on: dict[str, list[Decision]] = {}
    added: list[Decision] = []
    unplaced: list[Decision] = []
    for decision in decisions:
        if decision.about.kind != "finding":
            continue
        finding = match(incident, decision.about)
        if finding is not None:
            on.setdefault(finding.id, []).append(decision)
        elif decision.action in ("add", "correct"):
            added.append(decision)
        else:
            unplaced.append(decision)
    return _put_over(incident, on, added, tuple(unplaced), decisions)


def _put_over(
    incident: Incident,
    on: Mapping[str, list[Decision]],
    added: Sequence[Decision],
    unplaced: tuple[Decision, ...],
    decisions: Sequence[Decision],
) -> Replayed:
    kept: list[Finding] = []
    rejected: list[Finding] = []
    rulings: dict[str, tuple[Ruling, ...]] = {}
    for finding in incident.findings:
        those = on.get(finding.id, [])
        rulings |= (
            {finding.id: tuple(Ruling(d, against(finding, d)) for d in those)} if those else {}
        )
        last = next((d for d in reversed(those) if d.action in VALUE_ACTIONS), None)
        if last is not None and last.action == "reject":
            rejected.append(finding)
        else:
            kept.append(finding if last is None else ruled(finding, last))
    own = [new_finding(incident, decision) for decision in added]
    for made, decision in zip(own, added, strict=True):
        rulings[made.id] = (Ruling(decision),)
    changed = replace(
        incident,
        findings=(*kept, *own),
        statements=tuple(s for s in (_spoken(s, decisions) for s in incident.statements) if s),
    )
    return Replayed(changed, rulings, tuple(rejected), unplaced)


def match(incident: Incident, target: Target) -> Finding | None:
    """The finding that a decision is about: by its id, else by its words, else by its field."""
    same = [f for f in incident.findings if f.field == target.field]
    for finding in same:
        if finding.id == target.finding:
            return finding
    scored = [(_shared(finding, target.words), finding) for finding in same]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is not None and best[0] > 0:
        return best[1]
    if target.field in MANY or not target.finding:
        return None
    about = target.subject in ("", target.incident)
    mine = [f for f in same if f.subject == (incident.id if about else target.subject)]
    return mine[0] if len(mine) == 1 else None


def _shared(finding: Finding, words: Sequence[Words]) -> int:
    """How many of these words stand behind the finding."""
    theirs = {(c.report, span) for c in _claims(finding) for span in c.evidence}
    return sum((w.report, span) in theirs for w in words for span in w.spans)


def _claims(finding: Finding) -> tuple[Claim, ...]:
    return (*finding.claims, *(c for other in finding.alternatives for c in other.claims))


def ruled(finding: Finding, decision: Decision) -> Finding:
    """A finding with the coder's value. What the reports give stays beside it."""
    value = decision.base.value if decision.action == "accept" else decision.value
    if value is None or value == finding.value:
        return replace(finding, decided=words_of(decision))
    chosen = next((other for other in finding.alternatives if other.value == value), None)
    claims = chosen.claims if chosen else own_claims(decision, value)
    displaced = Alternative(
        value=finding.value,
        origins=finding.origins,
        reports=finding.reports,
        last_seen=max((c.published or "" for c in finding.claims), default="") or None,
        relation="set aside",
        claims=finding.claims,
    )
    return replace(
        finding,
        value=value,
        claims=claims,
        origins=chosen.origins if chosen else (),
        reports=tuple(dict.fromkeys(c.report for c in claims)),
        alternatives=(displaced, *(o for o in finding.alternatives if o is not chosen)),
        decided=words_of(decision),
    )


def new_finding(incident: Incident, decision: Decision) -> Finding:
    """A finding that a coder added."""
    target = decision.about
    value: Value = decision.value if decision.value is not None else ""
    about = target.subject in ("", target.incident)
    claims = own_claims(decision, value)
    return Finding(
        id=content_id("finding", decision.id),
        subject=incident.id if about else target.subject,
        field=target.field,
        value=value,
        status="single",
        origins=(),
        carriers=(),
        reports=tuple(dict.fromkeys(c.report for c in claims)),
        reason=decision.why,
        claims=claims,
        decided=words_of(decision),
    )


def own_claims(decision: Decision, value: Value) -> tuple[Claim, ...]:
    """The words that a coder marked, as claims. On whose word they are, nobody has said."""
    return tuple(
        Claim(w.report, value, w.spans, (), (), "stated", None, "") for w in decision.evidence
    )


def words_of(decision: Decision) -> str:
    """A decision in words: "corrected by Ana on 2031-03-09: the hospital's own list"."""
    own = "coder's own, " if decision.own else ""
    why = f": {decision.why}" if decision.why else ""
    return f"{own}{DONE.get(decision.action, decision.action)} by {decision.who} on {decision.at[:10]}{why}"


def against(finding: Finding, decision: Decision) -> str:
    """What reports that came after the decision say against it."""
    newer = [c for c in _claims(finding) if c.report not in decision.base.reports]
    if decision.action == "reject":
        again = {c.report for c in newer if c.value == decision.base.value}
        return _told(again, "gives", "give", "the rejected value") if again else ""
    if decision.action not in VALUE_ACTIONS or not decision.base.reports:
        return ""
    value = decision.base.value if decision.action == "accept" else decision.value
    other = {c.report for c in newer if _conflict(finding.field, c.value, value)}
    return _told(other, "gives", "give", "another value") if other else ""


def _told(reports: frozenset[str] | set[str], one: str, many: str, what: str) -> str:
    count = len(reports)
    return f"{count} newer {f'report {one}' if count == 1 else f'reports {many}'} {what}"


def _conflict(field: str, value: Value, ruled_value: Value | None) -> bool:
    if ruled_value is None or value == ruled_value:
        return False
    kind = next((known for known in FACT_TYPES if known.field == field), None)
    return kind is None or kind.compare(value, ruled_value) == "conflict"


def _spoken(statement: RecordStatement, decisions: Sequence[Decision]) -> RecordStatement | None:
    """A statement with the speaker that a coder marked; None where one rejected it.

    A record that was put together since has both already.
    """
    words = Words(statement.report, statement.content)
    for decision in reversed(decisions):
        if decision.about.kind != "statement" or words not in decision.about.words:
            continue
        if decision.action == "reject":
            return None
        if decision.action == "speaker" and decision.other is not None:
            speaker = decision.other.subject
            chain = (speaker, *statement.chain[1:])
            return replace(statement, speaker=speaker, chain=chain, decided=words_of(decision))
    return statement

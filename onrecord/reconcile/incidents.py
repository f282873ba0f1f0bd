"""An incident of the record: its type, questions, timeline and statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.core.grouping import IncidentGroup, LocalRef
from onrecord.core.ids import content_id
from onrecord.core.moments import moment
from onrecord.core.reading import Reading, Statement
from onrecord.core.record import Claim, Question, RecordStatement
from onrecord.core.span import hull
from onrecord.facts.base import FactType
from onrecord.facts.compare import content_words
from onrecord.facts.registry import FACT_TYPES
from onrecord.reconcile.claims import NO_DATE, Said
from onrecord.reconcile.findings import QUESTION
from onrecord.reconcile.origins import Ledger

UNTYPED = "other"


def incident_type(group: IncidentGroup, readings: Mapping[str, Reading]) -> str:
    """The type that most reports give, those that lead on it before others."""
    counts: Counter[str] = Counter()
    for ref in group.members:
        for incident in readings[ref.report].incidents:
            if incident.id == ref.local:
                counts[incident.type] += 3 if incident.lead else 1
    told = {kind: n for kind, n in counts.items() if kind != UNTYPED} or counts
    return min(told, key=lambda kind: (-told[kind], kind), default=UNTYPED)


def questions(said: Sequence[Said]) -> tuple[Question, ...]:
    """Open questions, in order of time; the same question of several reports once."""
    kind = _kind(QUESTION)
    groups: list[list[Said]] = []
    for one in said:
        if one.field == QUESTION:
            home = next((g for g in groups if _same_question(g[0], one, kind)), None)
            if home is None:
                groups.append([one])
            else:
                home.append(one)
    return tuple(
        Question(str(group[0].claim.value), tuple(one.claim for one in group)) for group in groups
    )


HALF = 0.5
"""Share of the shorter question's words that two wordings of one question have in common."""


def _same_question(one: Said, two: Said, kind: FactType | None) -> bool:
    first, second = str(one.claim.value), str(two.claim.value)
    if kind and kind.compare(first, second) in ("same", "finer", "coarser"):
        return True
    a, b = content_words(first), content_words(second)
    return bool(a and b) and len(a & b) > HALF * min(len(a), len(b))


def _kind(field: str) -> FactType | None:
    return next((known for known in FACT_TYPES if known.field == field), None)


def statements(
    group: IncidentGroup, readings: Mapping[str, Reading], ledger: Ledger
) -> tuple[RecordStatement, ...]:
    """Who said what: the statements of the reports that lead on the incident, by time and place."""
    dated = sorted(group.lead_of, key=lambda report: (_when(readings[report]), report))
    return tuple(
        _statement(report, statement, ledger)
        for report in dated
        for statement in readings[report].statements
        if _about(group, readings[report], statement)
    )


def _when(reading: Reading) -> str:
    when = moment(reading.report.published)
    return when.isoformat() if when else NO_DATE


def _about(group: IncidentGroup, reading: Reading, statement: Statement) -> bool:
    """Whether it stands in a passage about this incident (the lead: in no other's)."""
    spans = statement.content or statement.cue or statement.source
    if not spans:
        return False
    whole = hull(spans)
    for incident in reading.incidents:
        if not incident.lead and any(p.contains(whole) for p in incident.passages):
            return LocalRef(reading.report.id, incident.id) in group.members
    return True


def _statement(report: str, statement: Statement, ledger: Ledger) -> RecordStatement:
    speaker = statement.speaker
    return RecordStatement(
        id=content_id("statement", report, statement.id),
        report=report,
        source=statement.source,
        cue=statement.cue,
        content=statement.content,
        speaker=None if speaker is None else ledger.entity(report, speaker),
        chain=tuple(ledger.entity(report, link) for link in statement.chain),
        chain_evidence=statement.chain_evidence,
        manner=statement.manner,
        stance=statement.stance,
        certainty=statement.certainty,
    )


def merged_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims without repeats, in their order."""
    return tuple(dict.fromkeys(claims))

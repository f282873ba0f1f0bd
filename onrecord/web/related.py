"""Related incidents: ties that reports tell, reports in common, and links that coders made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.decision import Decision
from onrecord.core.record import Incident
from onrecord.core.values import Link
from onrecord.web.desk import Snapshot

RELATED = "incident.related"
OURS = {
    "cause": "led to it, as reports have it",
    "consequence": "a consequence of it, as reports have it",
    "part_of": "part of it, as reports have it",
    "same_perpetrator": "the same attacker, as reports have it",
    "same_weapon": "the same weapon, as reports have it",
    "other": "tied to it by reports",
}
"""What this incident is to the other one, by the kind of the tie."""
THEIRS = OURS | {
    "cause": OURS["consequence"],
    "consequence": OURS["cause"],
    "part_of": "has it as a part",
}
"""The same for a tie that the other incident's findings hold: a cause has a consequence."""
MOST = 200
"""Related incidents on a page at most: a day of unrest may share its reports with hundreds."""

TIES = """
    SELECT incident, json_extract_string(value, '$.kind') FROM findings
    WHERE field = ? AND status <> 'denied' AND json_extract_string(value, '$.to') = ? ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Related:
    """Another incident, and why it is related: a report's tie, reports in common, or a coder's link."""

    id: str
    title: str
    why: str


def related(
    snapshot: Snapshot, incident: Incident, decisions: Iterable[Decision], *, until: str = ""
) -> tuple[Related, ...]:
    """Related incidents in the record's order; those whose first report came after `until` left out."""
    why: dict[str, list[str]] = {}
    for other, words in (
        *_linked(decisions),
        *ties(incident),
        *_tied_from(snapshot, incident.id),
        *_shared(snapshot, incident),
    ):
        if other != incident.id and words not in why.setdefault(other, []):
            why[other].append(words)
    return tuple(
        Related(row.id, row.title, "; ".join(why[row.id]))
        for row in snapshot.overview.rows
        if row.id in why and (not until or row.first_report[: len(until)] <= until)
    )[:MOST]


def ties(incident: Incident) -> Iterator[tuple[str, str]]:
    """Other incidents that this one's findings tie it to, and how."""
    for finding in incident.findings:
        if (
            finding.field == RELATED
            and isinstance(finding.value, Link)
            and finding.status != "denied"
        ):
            yield finding.value.to, OURS.get(finding.value.kind, OURS["other"])


def tied_incidents(snapshot: Snapshot, incident: Incident) -> tuple[Incident, ...]:
    """The incidents that its findings name, by title and type alone."""
    wanted = {
        finding.value.to
        for finding in incident.findings
        if finding.field == RELATED and isinstance(finding.value, Link)
    }
    rows = (row for row in snapshot.overview.rows if row.id in wanted) if wanted else ()
    return tuple(Incident(row.id, row.type, row.title, (), (), (), (), ()) for row in rows)


def _linked(decisions: Iterable[Decision]) -> Iterator[tuple[str, str]]:
    for decision in decisions:
        if decision.action == "link" and decision.other is not None:
            yield decision.other.incident, decision.why or f"linked by {decision.who}"


def _tied_from(snapshot: Snapshot, incident: str) -> Iterator[tuple[str, str]]:
    for other, kind in snapshot.rows(TIES, [RELATED, incident]):
        yield other, THEIRS.get(kind, THEIRS["other"])


def _shared(snapshot: Snapshot, incident: Incident) -> Iterator[tuple[str, str]]:
    shared: dict[str, int] = {}
    for report in incident.reports:
        for other in snapshot.overview.of_report.get(report, ()):
            shared[other] = shared.get(other, 0) + 1
    for other, number in shared.items():
        yield other, f"{number} {'report speaks' if number == 1 else 'reports speak'} of both"

"""Explaining: a part of a record, named by its id, with the reasons for its being so.

Beside the pipeline, since it asks two stages: grouping for the scores of pairs, reconciling for the rest.
"""

from __future__ import annotations

from onrecord.core.account import Account
from onrecord.core.record import Incident
from onrecord.errors import RecordNotFound
from onrecord.group.evidence import pair_evidence
from onrecord.group.incidents import TOGETHER
from onrecord.reconcile.accounts import incident_account, report_account
from onrecord.reconcile.reasons import finding_account
from onrecord.store import Record

SHOWN = 5
"""Ids that an error lists where a beginning fits several."""

KINDS = ("incidents", "reports", "findings")


def explain(record: Record, name: str) -> Account:
    """Why an incident, a report or a finding is as it is.

    Args:
        record: an open record.
        name: its id, or the beginning of its id.

    Raises:
        RecordNotFound: nothing has that id, or several begin so.
    """
    found = [(kind, one) for kind in KINDS for one in _ids(record, kind, name)]
    exact = [(kind, one) for kind, one in found if one == name]
    if len(exact or found) != 1:
        raise _not_found(record, name, [one for _, one in found])
    kind, chosen = (exact or found)[0]
    contents = record.contents()
    match kind:
        case "incidents":
            return _incident(record, record.incident(chosen))
        case "reports":
            return report_account(
                next(e for e in contents.reports if e.report.id == chosen), contents
            )
        case _:
            incident, finding = next(
                (i, f) for i in contents.incidents for f in i.findings if f.id == chosen
            )
            return finding_account(incident, finding, contents)


def _incident(record: Record, incident: Incident) -> Account:
    readings = [record.reading(report) for report in incident.reports]
    pairs = pair_evidence(readings, incident.members)
    return incident_account(incident, record.contents(), pairs, TOGETHER)


def _ids(record: Record, table: str, name: str) -> list[str]:
    if not name:
        return []
    query = f"SELECT id FROM {table} WHERE starts_with(id, ?) ORDER BY id LIMIT {SHOWN + 1}"
    return [row[0] for row in record.sql(query, [name]).fetchall()]


def _not_found(record: Record, name: str, found: list[str]) -> RecordNotFound:
    more = " and more" if len(found) > SHOWN else ""
    several = f"Several ids begin so: {', '.join(found[:SHOWN])}{more}"
    return RecordNotFound(
        several if found else "No incident, report or finding with that id",
        value=name,
        where=str(record.path),
        hint="Give more of the id."
        if found
        else f"`onrecord show {record.path}` lists incidents; explaining one lists its findings.",
    )

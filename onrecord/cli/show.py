"""`onrecord show`: a record's incidents, or one incident's findings, on the terminal."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.options import record_argument
from onrecord.cli.pick import incident_named
from onrecord.cli.terminal import console
from onrecord.core.record import Finding, Incident
from onrecord.facts.registry import fact_type
from onrecord.store import Record

STATUS_STYLES = {
    "agreed": "green",
    "single": "",
    "disputed": "bold yellow",
    "superseded": "cyan",
    "denied": "red",
}
"""How a status looks; its word always stands beside it, so that colour is never needed."""


@click.command("show")
@record_argument
@click.argument("incident", required=False, metavar="[INCIDENT]")
def command(record: Path, incident: str | None) -> None:
    """List a record's incidents, or one incident's findings.

    INCIDENT is its number in the list, its id, or the id's beginning.
    """
    with Record.open(record) as opened:
        if incident is None:
            show_list(opened, console(), where=record)
        else:
            show_incident(opened, incident_named(opened, incident, where=record), console())


def show_list(record: Record, out: Console, *, where: Path) -> None:
    """The incidents with their numbers, and what was rejected."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("#", justify="right")
    for heading in ("incident", "type", "reports", "title"):
        table.add_column(heading, justify="right" if heading == "reports" else "left")
    for number, incident in enumerate(record.incidents, start=1):
        count = str(len(incident.reports))
        table.add_row(str(number), incident.id, incident.type, count, Text(incident.title))
    out.print(table)
    out.print(f"{len(record.incidents)} incidents in {len(record.reports)} reports.")
    for rejection in record.rejections:
        out.print(Text(f"Rejected {rejection.where}: {rejection.detail}"), style="yellow")
    if record.incidents:
        out.print(f"`onrecord show {where} 1` shows the first one's findings.", style="dim")


def show_incident(record: Record, incident: Incident, out: Console) -> None:
    """One incident: each finding with who stands behind it, and who says otherwise."""
    names = {entity.id: entity.name for entity in record.contents().entities}
    names[incident.id] = "the incident"
    out.print(Text(incident.title), style="bold")
    out.print(f"{incident.type}, {len(incident.reports)} reports, {incident.id}\n")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("who", "what", "value", "status", "origins", "reports"):
        table.add_column(heading, justify="right" if heading in ("origins", "reports") else "left")
    for findings in by_subject(incident):
        who = names.get(findings[0].subject, findings[0].subject)
        for number, finding in enumerate(findings):
            add_finding(table, finding, names, who="" if number else who)
    out.print(table)
    for question in incident.questions:
        out.print(Text(f"Open: {question.text}"))


def by_subject(incident: Incident) -> list[list[Finding]]:
    """The findings of each subject together: the incident's own, then those most reported on."""
    groups: dict[str, list[Finding]] = {}
    for finding in incident.findings:
        groups.setdefault(finding.subject, []).append(finding)

    def order(subject: str) -> tuple[bool, int]:
        reports = {report for finding in groups[subject] for report in finding.reports}
        return (subject != incident.id, -len(reports))

    return [groups[subject] for subject in sorted(groups, key=order)]


def add_finding(table: Table, finding: Finding, names: dict[str, str], *, who: str) -> None:
    """One finding's row, and one for each value that excludes it."""
    kind = fact_type(finding.field)
    table.add_row(
        Text(who),
        kind.label,
        Text(kind.show(finding.value, names)),
        Text(finding.status, style=STATUS_STYLES[finding.status]),
        str(len(finding.origins)),
        str(len(finding.reports)),
    )
    for other in finding.alternatives:
        value = Text(kind.show(other.value, names), style="dim")
        counts = (str(len(other.origins)), str(len(other.reports)))
        table.add_row("", "", value, Text(other.relation, style="dim"), *counts)

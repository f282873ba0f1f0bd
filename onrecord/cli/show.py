"""`onrecord show`: a record's incidents, or one incident's findings, on the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.options import record_argument, told_options
from onrecord.cli.pick import incident_named
from onrecord.cli.terminal import console
from onrecord.core.record_contract import (
    incident_head_json,
    record_incident_json,
    rejection_json,
)
from onrecord.export.tables import incident_list, incident_page
from onrecord.store import Record


@click.command("show")
@record_argument
@click.argument("incident", required=False, metavar="[INCIDENT]")
@told_options("The list as one JSON object; one incident as the record contract has it.")
def command(record: Path, incident: str | None, as_json: bool, quiet: bool) -> None:
    """List a record's incidents, or one incident's findings.

    INCIDENT is its number in the list, its id, or the id's beginning.
    """
    with Record.open(record) as opened:
        chosen = incident_named(opened, incident, where=record) if incident else None
        if as_json:
            found = record_incident_json(chosen) if chosen else list_json(opened)
            click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        elif chosen is None:
            show_list(opened, console(), where=record, hints=not quiet)
        else:
            console().print(incident_page(opened.contents(), chosen.id))


def list_json(record: Record) -> dict[str, Any]:
    """The list for programs: incidents by their numbers, how many reports, what was rejected."""
    contents = record.contents()
    return {
        "incidents": [
            {"number": number} | incident_head_json(incident)
            for number, incident in enumerate(contents.incidents, start=1)
        ],
        "reports": len(contents.current),
        "earlier_versions": len(contents.reports) - len(contents.current),
        "waiting": record.waiting(),
        "rejections": [rejection_json(rejection) for rejection in contents.rejections],
    }


def show_list(record: Record, out: Console, *, where: Path, hints: bool) -> None:
    """The incidents with their numbers, and what was rejected; `hints` name the next step."""
    if waiting := record.waiting():
        hint = f"onrecord build … --into {where}"
        out.print(f"{waiting} reports are read and wait to be grouped: a build was interrupted.")
        out.print(f"Go on with the same command as before, or with any: {hint}", style="dim")
    if waiting and not record.incidents:
        return
    contents = record.contents()
    out.print(incident_list(contents))
    earlier = len(contents.reports) - len(contents.current)
    versions = f" and {earlier} earlier versions of them" if earlier else ""
    out.print(f"{len(contents.incidents)} incidents in {len(contents.current)} reports{versions}.")
    for rejection in record.rejections:
        out.print(Text(f"Rejected {rejection.where}: {rejection.detail}"), style="yellow")
    if record.incidents and hints:
        out.print(f"`onrecord show {where} 1` shows the first one's findings.", style="dim")

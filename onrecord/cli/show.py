"""`onrecord show`: a record's incidents, or one incident's findings, on the terminal."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.options import record_argument
from onrecord.cli.pick import incident_named
from onrecord.cli.terminal import console
from onrecord.export.tables import incident_list, incident_page
from onrecord.store import Record


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
            chosen = incident_named(opened, incident, where=record)
            console().print(incident_page(opened.contents(), chosen.id))


def show_list(record: Record, out: Console, *, where: Path) -> None:
    """The incidents with their numbers, and what was rejected."""
    if waiting := record.waiting():
        hint = f"onrecord build … --into {where}"
        out.print(f"{waiting} reports are read and wait to be grouped: a build was interrupted.")
        out.print(f"Go on with the same command as before, or with any: {hint}", style="dim")
    if waiting and not record.incidents:
        return
    out.print(incident_list(record.contents()))
    out.print(f"{len(record.incidents)} incidents in {len(record.reports)} reports.")
    for rejection in record.rejections:
        out.print(Text(f"Rejected {rejection.where}: {rejection.detail}"), style="yellow")
    if record.incidents:
        out.print(f"`onrecord show {where} 1` shows the first one's findings.", style="dim")

"""`onrecord brief`: one incident as a page for people to read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from onrecord.cli.options import incident_argument, output_option, record_argument, told_options
from onrecord.cli.pick import incident_named
from onrecord.cli.terminal import deliver
from onrecord.core.record import RecordContents
from onrecord.core.record_contract import record_incident_json
from onrecord.export import brief
from onrecord.store import Record

FORMATS: dict[str, Callable[[RecordContents, str], str]] = {
    "html": brief.html,
    "md": brief.markdown,
}
"""The brief's formats by name."""


@click.command("brief")
@record_argument
@incident_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="md",
    show_default=True,
    help="html: one self-contained page. md: Markdown.",
)
@told_options("The incident as the record contract has it, in place of a page.")
@output_option
def command(
    record: Path, incident: str, form: str, as_json: bool, quiet: bool, output: Path | None
) -> None:
    """Write one incident as a page for people to read.

    INCIDENT is its number in the list of `onrecord show RECORD`, its id, or the id's beginning.
    """
    with Record.open(record) as opened:
        chosen = incident_named(opened, incident, where=record)
        if as_json:
            page = json.dumps(record_incident_json(chosen), ensure_ascii=False, indent=1) + "\n"
        else:
            page = FORMATS[form](opened.contents(), chosen.id)
    deliver(page, output, told=not quiet)

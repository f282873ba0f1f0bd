"""`onrecord brief`: one incident as a page for people to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from onrecord.cli.options import incident_argument, output_option, record_argument
from onrecord.cli.pick import incident_named
from onrecord.cli.terminal import deliver
from onrecord.core.record import RecordContents
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
@output_option
def command(record: Path, incident: str, form: str, output: Path | None) -> None:
    """Write one incident as a page for people to read.

    INCIDENT is its number in the list of `onrecord show RECORD`, its id, or the id's beginning.
    """
    with Record.open(record) as opened:
        chosen = incident_named(opened, incident, where=record)
        deliver(FORMATS[form](opened.contents(), chosen.id), output)

"""`onrecord export`: a whole record in a format for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.cli.options import output_option, record_argument
from onrecord.export import EXPORTERS
from onrecord.store import Record

FORMATS = {exporter.name: exporter for exporter in EXPORTERS}


@click.command("export")
@record_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default=EXPORTERS[0].name,
    show_default=True,
    help="The format to write.",
)
@output_option
def command(record: Path, form: str, output: Path | None) -> None:
    """Write a whole record in a format for other programs."""
    with Record.open(record) as opened:
        contents = opened.contents()
    if output is None:
        FORMATS[form].write(contents, sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8") as stream:
            FORMATS[form].write(contents, stream)
    except OSError as error:
        raise click.FileError(str(output), error.strerror or str(error)) from error
    click.echo(f"Wrote {output}", err=True)

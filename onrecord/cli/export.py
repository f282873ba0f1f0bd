"""`onrecord export`: a whole record in a format for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, cast

import click

from onrecord.cli.options import record_argument, told_options
from onrecord.core.record import RecordContents
from onrecord.export import EXPORTERS, Exporter, exporters
from onrecord.export.exporter import write_folder
from onrecord.store import Record

FORMATS = {exporter.name: exporter for exporter in exporters()}


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
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file, not to standard output. A format of several files is written as a zip "
    "archive, or below this folder where the name has no suffix or is a folder's.",
)
@told_options("The same as --format json.")
def command(record: Path, form: str, output: Path | None, as_json: bool, quiet: bool) -> None:
    """Write a whole record in a format for other programs."""
    exporter = FORMATS["json" if as_json else form]
    with Record.open(record) as opened:
        contents = opened.contents()
    if output is None:
        _to_output(exporter, contents)
        return
    try:
        _to_path(exporter, contents, output)
    except OSError as error:
        raise click.FileError(str(output), error.strerror or str(error)) from error
    if not quiet:
        click.echo(f"Wrote {output}", err=True)


def _to_output(exporter: Exporter, contents: RecordContents) -> None:
    """Write to standard output.

    Raises:
        UsageError: it is a terminal, which an archive would garble.
    """
    if exporter.files is not None and sys.stdout.isatty():
        raise click.UsageError(f"{exporter.name} is an archive: name a file with --output.")
    exporter.write(contents, cast("BinaryIO", sys.stdout.buffer))


def _to_path(exporter: Exporter, contents: RecordContents, output: Path) -> None:
    """Write to a file, or a folder of files."""
    if exporter.files is not None and (output.is_dir() or not output.suffix):
        write_folder(exporter.files(contents), output)
        return
    with output.open("wb") as stream:
        exporter.write(contents, stream)

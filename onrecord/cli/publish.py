"""`onrecord publish`: a record as a static site that can be hosted as it is."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import click

from onrecord.cli.options import record_argument, told_options
from onrecord.export import site
from onrecord.export.exporter import write_folder
from onrecord.store import Record


@click.command("publish")
@record_argument
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The site's folder; made where there is none.",
)
@told_options("Say what was written as one JSON object.")
def command(record: Path, folder: Path, as_json: bool, quiet: bool) -> None:
    """Write a record as a static site: a page an incident, an index, and the data.

    Run it again after a build: pages of incidents that are no more are removed, other files of the
    folder are left alone.
    """
    with Record.open(record) as opened:
        contents = opened.contents()
    try:
        before = published(folder)
        written = write_folder(site.files(contents), folder)
        removed = remove(before - {path.relative_to(folder).as_posix() for path in written}, folder)
    except OSError as error:
        raise click.FileError(str(folder), error.strerror or str(error)) from error
    if as_json:
        click.echo(json.dumps({"to": str(folder), "files": len(written), "removed": removed}))
    elif not quiet:
        gone = f", {removed} removed" if removed else ""
        click.echo(f"Wrote {len(written)} files{gone}. Open {folder / 'index.html'}", err=True)


def published(folder: Path) -> set[str]:
    """What an earlier run wrote below the folder; nothing where there was none."""
    try:
        names = json.loads((folder / site.MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return set()
    return {str(name) for name in names} if isinstance(names, list) else set()


def remove(names: set[str], folder: Path) -> int:
    """Remove files of an earlier run; returns how many. A name that leads out of the folder stays."""
    removed = 0
    for name in sorted(names):
        path = PurePosixPath(name)
        target = folder.joinpath(*path.parts)
        if path.is_absolute() or ".." in path.parts or not target.is_file():
            continue
        target.unlink()
        removed += 1
    return removed

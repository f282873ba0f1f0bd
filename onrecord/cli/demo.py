"""`onrecord demo`: the record of the invented story that ships with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import click
from rich.markdown import Markdown

from onrecord.cli.build import progress_shown, summary, summary_json
from onrecord.cli.options import settings_from, settings_option, told_options, workers_option
from onrecord.cli.rejections import exit_status, tell
from onrecord.cli.terminal import console
from onrecord.core.record import Incident
from onrecord.errors import UsageError
from onrecord.export import brief
from onrecord.pipeline import build
from onrecord.store import Record


@click.command("demo")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("onrecord-demo"),
    show_default=True,
    help="The folder for the reports, the record and the brief.",
)
@told_options("Say what was done as one JSON object, in place of the brief.")
@settings_option
@workers_option
def command(
    into: Path, as_json: bool, quiet: bool, settings_file: Path | None, workers: int | None
) -> int:
    """Build the record of an invented story and print its brief.

    The folder holds the eight reports, the record and the brief as a page and as Markdown.
    """
    reports, path = copy_reports(into / "reports"), into / "record.duckdb"
    with progress_shown() as progress:
        result = build(reports, path, settings_from(settings_file, workers), progress=progress)
    for rejection in result.rejections:
        tell(rejection)
    with Record.open(path) as record:
        incident = largest(record)
        contents = record.contents()
    page, text = into / "brief.html", brief.markdown(contents, incident.id)
    page.write_text(brief.html(contents, incident.id), encoding="utf-8")
    (into / "brief.md").write_text(text, encoding="utf-8")
    if as_json:
        click.echo(json.dumps(summary_json(result) | {"brief": str(page)}, ensure_ascii=False))
    elif not quiet:
        show_brief(text)
        click.echo(f"\n{summary(result)}\nOpen {page} in a browser, or try: onrecord show {path}")
    return exit_status(taken=result.taken + result.known, rejections=result.rejections)


def copy_reports(folder: Path) -> Path:
    """The demo's reports as files of the user's own.

    Raises:
        UsageError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for report in files("onrecord.demo").joinpath("reports").iterdir():
            folder.joinpath(report.name).write_bytes(report.read_bytes())
    except OSError as error:
        raise UsageError(
            f"Cannot write here: {error.strerror}",
            value=str(folder),
            hint="Name another folder with --into.",
        ) from error
    return folder


def largest(record: Record) -> Incident:
    """The incident that most reports speak of."""
    return max(record.incidents, key=lambda incident: (len(incident.reports), incident.id))


def show_brief(text: str) -> None:
    """The brief, typeset on a terminal, as Markdown in a pipe."""
    out = console()
    if out.is_terminal:
        out.print(Markdown(text))
    else:
        click.echo(text.rstrip("\n"))

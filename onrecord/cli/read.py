"""`onrecord read`: what each report says, on whose word; nothing is stored."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from onrecord.cli.options import (
    inputs_argument,
    reading_options,
    settings_from,
    told_options,
)
from onrecord.cli.rejections import exit_status, tell
from onrecord.core.contract import reading_json, report_json
from onrecord.core.reading import Reading
from onrecord.core.report import Rejection, Report
from onrecord.export.text import marked
from onrecord.intake import take
from onrecord.intake.prose import prose
from onrecord.pipeline import read


@click.command("read")
@inputs_argument
@told_options("One JSON object a line for each report.")
@click.option(
    "--without-boilerplate",
    "bare",
    is_flag=True,
    help="Only each report's own prose: its text without captions, credits, prompts and the like.",
)
@reading_options
def command(
    inputs: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    bare: bool,
    private: bool,
    settings_file: Path | None,
    workers: int | None,
) -> int:
    """Read reports and show what they say, on whose word; nothing is stored.

    INPUT is a file, a folder, a glob, an http(s) address, or - for standard input. Without --json
    the text is shown with people, statements and facts marked.
    """
    settings = settings_from(settings_file, workers, private=private)
    source = take if bare else read
    taken, rejections = 0, []
    for item in source(inputs, settings, stdin=sys.stdin.buffer):
        if isinstance(item, Rejection):
            rejections.append(item)
            tell(item)
            continue
        taken += 1
        if isinstance(item, Report):
            click.echo(bare_line(item) if as_json else f"{prose(item)}\n")
        else:
            click.echo(line(item) if as_json else page(item))
    return exit_status(taken=taken, rejections=rejections)


def bare_line(report: Report) -> str:
    """A report's details and prose on one line; the offsets of `read --json` do not fit it."""
    names = ("id", "input", "url", "outlet", "title", "byline", "published", "updated", "language")
    details = {name: value for name, value in report_json(report).items() if name in names}
    return json.dumps(details | {"prose": prose(report)}, ensure_ascii=False)


def line(reading: Reading) -> str:
    """The contract's JSON on one line."""
    return json.dumps(reading_json(reading), ensure_ascii=False)


def page(reading: Reading) -> str:
    """The report's text as a person reads it, with all that was found in it."""
    return marked(reading, colour=sys.stdout.isatty())

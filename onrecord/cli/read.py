"""`onrecord read`: what each report says, on whose word; nothing is stored."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from onrecord.cli.options import inputs_argument, settings_from, settings_option, workers_option
from onrecord.cli.rejections import exit_status, tell
from onrecord.core.contract import reading_json
from onrecord.core.reading import Reading
from onrecord.core.report import Rejection
from onrecord.export.text import marked
from onrecord.pipeline import read


@click.command("read")
@inputs_argument
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each report.")
@settings_option
@workers_option
def command(
    inputs: tuple[str, ...], as_json: bool, settings_file: Path | None, workers: int | None
) -> int:
    """Read reports and show what they say, on whose word; nothing is stored.

    INPUT is a file, a folder, a glob, an http(s) address, or - for standard input. Without --json
    the text is shown with people, statements and facts marked.
    """
    taken, rejections = 0, []
    for item in read(inputs, settings_from(settings_file, workers), stdin=sys.stdin.buffer):
        if isinstance(item, Rejection):
            rejections.append(item)
            tell(item)
            continue
        taken += 1
        click.echo(line(item) if as_json else page(item))
    return exit_status(taken=taken, rejections=rejections)


def line(reading: Reading) -> str:
    """The contract's JSON on one line."""
    return json.dumps(reading_json(reading), ensure_ascii=False)


def page(reading: Reading) -> str:
    """The report's text as a person reads it, with all that was found in it."""
    return marked(reading, colour=sys.stdout.isatty())

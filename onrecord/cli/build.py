"""`onrecord build`: from inputs to a record in one file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from onrecord.cli.options import (
    inputs_argument,
    into_option,
    reading_options,
    settings_from,
    told_options,
)
from onrecord.cli.rejections import exit_status, tell
from onrecord.core.record_contract import rejection_json
from onrecord.pipeline import BuildResult, Progress, build


@click.command("build")
@inputs_argument
@into_option("The record's file; made where there is none, added to where there is one.")
@click.option("--again", is_flag=True, help="Read known reports again, as after an update.")
@told_options("Say what was done as one JSON object.")
@reading_options
def command(
    inputs: tuple[str, ...],
    into: Path,
    again: bool,
    as_json: bool,
    quiet: bool,
    private: bool,
    settings_file: Path | None,
    workers: int | None,
) -> int:
    """Read reports, group them into incidents and put what they say together in one record.

    INPUT is a file, a folder, a glob, an http(s) address, or - for standard input. The same command
    again changes nothing; with more inputs it adds them. It is safe to interrupt.
    """
    settings = settings_from(settings_file, workers, private=private)
    try:
        with progress_shown() as progress:
            result = build(
                inputs, into, settings, again=again, progress=progress, stdin=sys.stdin.buffer
            )
    except KeyboardInterrupt:
        click.echo(f"{into} is whole; run the same command again to go on.", err=True)
        raise
    for rejection in result.rejections:
        tell(rejection)
    if as_json:
        click.echo(json.dumps(summary_json(result), ensure_ascii=False))
    elif not quiet:
        click.echo(summary(result))
    return exit_status(taken=result.taken + result.known, rejections=result.rejections)


def summary(result: BuildResult) -> str:
    """What a build did, in a line."""
    known = f", {result.known} known already" if result.known else ""
    rejected = f", {len(result.rejections)} rejected" if result.rejections else ""
    read_now = f"{result.taken} reports read{known}{rejected}"
    return f"{result.into}: {read_now}; {result.incidents} incidents."


def summary_json(result: BuildResult) -> dict[str, Any]:
    """What a build did, for programs."""
    return {
        "into": str(result.into),
        "taken": result.taken,
        "known": result.known,
        "incidents": result.incidents,
        "rejections": [rejection_json(rejection) for rejection in result.rejections],
    }


@contextmanager
def progress_shown() -> Iterator[Callable[[Progress], None]]:
    """Tell how far the build is: on a terminal only, on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda progress: None
        return
    with console.status("Reading …") as status:
        yield lambda progress: status.update(said(progress))


def said(progress: Progress) -> str:
    """One line of progress."""
    rejected = f", {progress.rejected} rejected" if progress.rejected else ""
    doing = "Reading" if progress.stage == "read" else "Putting together"
    return f"{doing} … {progress.reports} reports{rejected}"

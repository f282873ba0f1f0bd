"""Standard output for people: coloured on a terminal, plain and unbroken in a pipe."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

PIPE_WIDTH = 10_000
"""Columns in a pipe: more than any line needs, so that nothing is broken for `grep`."""


def console() -> Console:
    """A console on standard output."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=PIPE_WIDTH)


def deliver(text: str, output: Path | None, *, told: bool = True) -> None:
    """Write text to the file, or to standard output; `told`: name the file on standard error."""
    if output is None:
        click.echo(text.rstrip("\n"))
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.FileError(str(output), error.strerror or str(error)) from error
    if told:
        click.echo(f"Wrote {output}", err=True)

"""`onrecord sql`: a question to a record in SQL."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from onrecord.cli.options import record_argument, told_options
from onrecord.cli.terminal import console
from onrecord.errors import UsageError
from onrecord.store import Record

Rows = Sequence[Sequence[Any]]


def show(names: Sequence[str], rows: Rows) -> None:
    """The answer as a table."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(Text(name))
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    console().print(table)


def write_csv(names: Sequence[str], rows: Rows) -> None:
    """The answer as CSV."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([plain(cell) for cell in row] for row in rows)


def write_json(names: Sequence[str], rows: Rows) -> None:
    """The answer as JSON, an object a line."""
    for row in rows:
        line = dict(zip(names, row, strict=True))
        click.echo(json.dumps(line, ensure_ascii=False, default=str))


COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)
WORDS = re.compile(r"\w")
FORMS: dict[str, Callable[[Sequence[str], Rows], None]] = {
    "table": show,
    "csv": write_csv,
    "json": write_json,
}
"""Ways to write an answer."""


@click.command("sql")
@record_argument
@click.argument("query", metavar="QUERY")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="table",
    show_default=True,
    help="table: for people. csv. json: one object a line.",
)
@told_options("The same as --format json.")
def command(record: Path, query: str, form: str, as_json: bool, quiet: bool) -> None:
    """Ask a record a question in SQL; - reads the query from standard input.

    The record is open for reading only. Tables, views and their columns are in the reference, ten
    questions that coders ask in docs/sql.md.
    """
    asked = sys.stdin.read() if query == "-" else query
    if not WORDS.search(COMMENT.sub("", asked)):
        raise UsageError(
            "No query", value=asked.strip(), hint="Try: SELECT title FROM incidents ORDER BY title"
        )
    with Record.open(record) as opened:
        answer = opened.sql(asked)
        names = unique(column[0] for column in answer.description or [])
        FORMS["json" if as_json else form](names, answer.fetchall())


def unique(names: Iterable[str]) -> list[str]:
    """The columns' names, a number behind one that stands there twice."""
    found: list[str] = []
    for name in names:
        other, number = name, 1
        while other in found:
            number += 1
            other = f"{name}_{number}"
        found.append(other)
    return found


def plain(cell: Any) -> str:
    """A cell for a line: lists and structures as JSON, nothing for null."""
    if cell is None:
        return ""
    if isinstance(cell, (list, dict)):
        return json.dumps(cell, ensure_ascii=False, default=str)
    return str(cell)

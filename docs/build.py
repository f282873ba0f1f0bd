"""Writes `reference.md` from the code, and the README's figures from the quality gate's.

Run it with `make docs`.
"""

from __future__ import annotations

import copy
import dataclasses
import inspect
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from docs.examples import EXAMPLES
from onrecord import errors
from onrecord.cli.main import VERBS, cli
from onrecord.core.tables import TABLES
from onrecord.core.views import VIEWS
from onrecord.export import EXPORTERS, acled, gtd, ucdp
from onrecord.export.coding import EVIDENCE_COLUMNS
from onrecord.export.sheets import SHEETS
from onrecord.facts.registry import FACT_TYPES
from onrecord.intake import READERS
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference.md"
README = ROOT / "README.md"
FIGURES = ROOT / "quality" / "figures.json"
OPENING, CLOSING = "<!-- figures: written by `make docs` -->", "<!-- /figures -->"
SHOWN = (
    ("newsroom", "headline", "facts by field, F1 weighted by how often a field occurs"),
    ("newsroom", "people with a name, f1", "named people, F1"),
    ("newsroom", "statements, f1", "statements, F1"),
    ("newsroom", "statements: speaker", "their speaker"),
    ("newsroom", "statements: chain exact", "their whole chain"),
    ("newsroom", "facts: chain exact", "whole chain of the facts that were found"),
    ("newsroom", "story: reports grouped, b-cubed f1", "reports grouped into stories, B-cubed F1"),
    ("newsroom", "story: copies, b-cubed f1", "copies found, B-cubed F1"),
    ("newsroom", "story: values, recall", "values of the stories found"),
    ("newsroom", "story: status", "their status (agreed, disputed, superseded …)"),
    ("cases", "facts, f1", "facts, F1"),
    ("cases", "statements, f1", "statements, F1"),
    ("cases", "chain, exact", "whole chain of what was found"),
    ("unseen", "facts, f1", "facts, F1"),
    ("unseen", "statements, f1", "statements, F1"),
    ("unseen", "chain, exact", "whole chain of what was found"),
)
"""Set, figure, and its words for the README."""
HELP_WIDTH = 88
PYTHON = ("read", "build", "load_settings")

HEAD = """# Reference

Written by `make docs` from the code. Do not edit it by hand.

The shape of `read --json` and of `export --format json` is in [the record contract](contract.md).
"""


def page() -> str:
    """The whole page."""
    sections: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
        ("Commands", commands),
        ("Python", python),
        ("Inputs", inputs),
        ("Fields", fields),
        ("Formats of `export`", exporters),
        ("Tables of `csv`, `parquet` and `xlsx`", sheets),
        ("Rows for codebooks", codebooks),
        ("Settings", settings),
        ("Errors", error_tree),
        ("Tables of a record", tables),
    )
    parts = [HEAD.strip()]
    for title, lines in sections:
        parts += [f"## {title}", "\n".join(lines()).strip()]
    return "\n\n".join(parts) + "\n"


def commands() -> Iterator[str]:
    """The help of each verb and of its parts."""
    yield "`-h` or `--help` with any of them prints what stands here."
    yield from ("", "```text", help_of(cli, "onrecord"), "```")
    for verb in VERBS:
        command = import_module(f"onrecord.cli.{verb}").command
        yield from ("", f"### `onrecord {verb}`", "")
        yield from ("```text", help_of(command, f"onrecord {verb}"), "```")
        for name, part in getattr(command, "commands", {}).items():
            yield from ("", f"#### `onrecord {verb} {name}`", "")
            yield from ("```text", help_of(part, f"onrecord {verb} {name}"), "```")
        yield from ("", "```sh", *EXAMPLES[verb], "```")
    yield ""
    yield "Exit status: 0, all inputs taken; 1, nothing could be done (bad arguments included); 2,"
    yield "done, but some inputs were rejected; 130, interrupted."


def help_of(command: click.Command, name: str) -> str:
    """A command's help at a fixed width."""
    fresh = copy.copy(command)
    # click keeps the help option that a command was first asked for, whoever asked.
    vars(fresh)["_help_option"] = None
    context = click.Context(
        fresh, info_name=name, terminal_width=HELP_WIDTH, help_option_names=["-h", "--help"]
    )
    return fresh.get_help(context).rstrip()


def python() -> Iterator[str]:
    """Signatures and docstrings of the functions, and of what a record can do."""
    home = import_module("onrecord")
    for name in PYTHON:
        yield from documented(f"onrecord.{name}", getattr(home, name))
    for name, member in inspect.getmembers(home.Record):
        if not name.startswith("_") and inspect.getdoc(member):
            yield from documented(f"Record.{name}", member)


def documented(name: str, what: object) -> Iterator[str]:
    """One function, method or property."""
    call = ""
    if callable(what):
        call = str(inspect.signature(what)).replace("'", "")
    yield from (f"### `{name}`", "", "```text", f"{name}{call}", "")
    yield from (inspect.getdoc(what) or "", "```", "")


def inputs() -> Iterator[str]:
    """The readers."""
    rows = ((r.name, ", ".join(f"`{s}`" for s in r.suffixes)) for r in READERS)
    yield from grid(("format", "suffixes"), rows)


def fields() -> Iterator[str]:
    """The fact types."""
    yield "A field marked *several* may have several values at once; one marked *grows* is a figure"
    yield "that a later report may replace."
    yield ""
    rows = (
        (
            f"`{t.field}`",
            t.label,
            ", ".join(word for word, on in (("several", t.many), ("grows", t.grows)) if on),
        )
        for t in FACT_TYPES
    )
    yield from grid(("field", "label", ""), rows)


def exporters() -> Iterator[str]:
    """The exporters."""
    yield from grid(("name", "what"), ((f"`{e.name}`", e.about) for e in EXPORTERS))


def sheets() -> Iterator[str]:
    """The tables for coders with their columns."""
    yield "Offsets are code points of the report's `text`. CSV and XLSX join a list with `; `."
    for sheet in SHEETS:
        about = sheet.table.about
        yield from ("", f"### Table `{sheet.table.name}`", "", f"{about[:1].upper()}{about[1:]}.")
        yield ""
        rows = ((f"`{c.name}`", f"`{c.type}`", c.about) for c in sheet.table.columns)
        yield from grid(("column", "type", "what"), rows)


def codebooks() -> Iterator[str]:
    """The columns of the codebooks' rows."""
    yield "Each has a twin `…_evidence.csv` with the rule and the words behind each filled cell, a"
    yield "crosswalk `…_reports.csv`, and `…_left_out.csv` with the incidents that have no row."
    for book in (gtd.BOOK, acled.BOOK, ucdp.BOOK):
        yield from ("", f"### `{book.name}`", "", " ".join(f"`{c}`" for c in book.columns))
    yield from ("", "The twin's columns: " + " ".join(f"`{c}`" for c in EVIDENCE_COLUMNS))


def settings() -> Iterator[str]:
    """Settings, their defaults and their docstring."""
    yield "In `onrecord.toml` of the folder you are in, or a file named with `--settings`."
    yield ""
    rows = ((f"`{f.name}`", f"{f.default}") for f in dataclasses.fields(Settings))
    yield from grid(("setting", "default"), rows)
    yield ""
    yield inspect.getdoc(Settings) or ""


def error_tree() -> Iterator[str]:
    """The docstring of the errors' module, which draws their tree."""
    tree, _, rest = (inspect.getdoc(errors) or "").partition("Every message")
    yield from ("```text", tree.split("\n", 2)[2].rstrip(), "```", "", f"Every message{rest}")


def tables() -> Iterator[str]:
    """The record's tables with their columns."""
    yield (
        "A record is a DuckDB file; any DuckDB client can read it. Offsets are code points. The views "
        "(`v_…`) give names in place of ids and words in place of offsets; their names and columns stay."
    )
    for table in (*TABLES, *VIEWS):
        yield from (
            "",
            f"### `{table.name}`",
            "",
            f"{table.about[:1].upper()}{table.about[1:]}.",
            "",
        )
        rows = ((f"`{c.name}`", f"`{c.type}`", c.about) for c in table.columns)
        yield from grid(("column", "type", "what"), rows)


def grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table."""
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{' --- |' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def figures() -> Iterator[str]:
    """The README's table, from the figures that the quality gate last pinned."""
    sets = json.loads(FIGURES.read_text(encoding="utf-8"))
    rows = (
        (name, shown, f"{100 * sets[name]['figures'][figure]:.1f}")
        for name, figure, shown in SHOWN
        if figure in sets.get(name, {}).get("figures", {})
    )
    yield from grid(("set", "figure", "%"), rows)
    costs = sets.get("newsroom", {}).get("costs")
    if costs:
        yield ""
        yield cost_line(costs)


def cost_line(costs: dict[str, Any]) -> str:
    """Time and memory in a sentence."""
    reading, building = costs["read"], costs["build"]
    return (
        f"Reading its {costs['reports']} reports took {reading['seconds']:.1f} s and "
        f"{reading['mebibytes']:.0f} MiB at the peak, building their record "
        f"{building['seconds']:.1f} s and {building['mebibytes']:.0f} MiB "
        f"({costs['cores']} cores, start-up included)."
    )


def with_figures(text: str) -> str:
    """The README with the figures between their marks."""
    before, rest = text.split(OPENING, 1)
    after = rest.split(CLOSING, 1)[1]
    return f"{before}{OPENING}\n{chr(10).join(figures())}\n{CLOSING}{after}"


def main() -> int:
    """Write the reference, and the README's figures."""
    REFERENCE.write_text(page(), encoding="utf-8")
    README.write_text(with_figures(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

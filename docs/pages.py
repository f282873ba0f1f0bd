"""The pages of the reference: each is written from the code's own lists, with examples that run."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

import click

from docs.error_examples import ERROR_EXAMPLES, REJECTION_EXAMPLES, RejectionExample
from docs.examples import EXAMPLES
from docs.field_examples import FIELD_EXAMPLES, PUBLISHED
from docs.sample import record_cells, sample, sheet_cells, shown
from onrecord import errors
from onrecord.cli.main import VERBS, cli
from onrecord.core.tables import TABLES, Table
from onrecord.core.views import VIEWS
from onrecord.export import EXPORTERS, acled, gtd, ucdp
from onrecord.export.coding import EVIDENCE_COLUMNS, Codebook, coded_rows
from onrecord.export.lookup import Lookup
from onrecord.export.sheets import SHEETS
from onrecord.facts.registry import FACT_TYPES
from onrecord.intake import READERS
from onrecord.settings import Settings

HELP_WIDTH = 88
PYTHON = ("read", "build", "load_settings")

WRITTEN = "Written by `make docs` from the code. Do not edit it by hand."


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the reference: its file below `docs/`, its title, what it is for, its sections."""

    file: str
    title: str
    about: str
    sections: tuple[tuple[str, Callable[[], Iterator[str]]], ...]


def text_of(page: Page) -> str:
    """The whole page."""
    parts = [f"# {page.title}", WRITTEN]
    parts += [] if page.file == INDEX else [f"{page.about} Back to [the reference](../{INDEX})."]
    for title, lines in page.sections:
        parts += [f"## {title}", "\n".join(lines()).strip()]
    return "\n\n".join(parts) + "\n"


def contents() -> Iterator[str]:
    """What stands on which page."""
    yield "The shape of `read --json` and of `export --format json` is in [the record contract](contract.md)."
    yield ""
    rows = ((f"[{page.title}]({page.file})", page.about) for page in PAGES if page.file != INDEX)
    yield from grid(("page", "what"), rows)


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
    """The fact types, each with words that give it."""
    yield "A field marked *several* may have several values at once; one marked *grows* is a figure"
    yield "that a later report may replace."
    yield ""
    rows = (
        (
            f"`{t.field}`",
            t.label,
            ", ".join(word for word, on in (("several", t.many), ("grows", t.grows)) if on),
            FIELD_EXAMPLES[t.field].text,
            f"`{json.dumps(FIELD_EXAMPLES[t.field].value, ensure_ascii=False)}`",
        )
        for t in FACT_TYPES
    )
    yield from grid(("field", "label", "", "words of a report", "value"), rows)
    yield ""
    yield f"The reports are of {PUBLISHED}. A person, body, place or thing stands here by its name, another"
    yield "incident by its type; in the output their ids do."


def exporters() -> Iterator[str]:
    """The exporters."""
    yield from grid(("name", "what"), ((f"`{e.name}`", e.about) for e in EXPORTERS))


def sheets() -> Iterator[str]:
    """The tables for coders with their columns."""
    yield "Offsets are code points of the report's `text`. CSV and XLSX join a list with `; `. The examples"
    yield "are cells of an invented record, each the first of its column that is not empty."
    cells = sheet_cells()
    for sheet in SHEETS:
        yield from columns(sheet.table, cells[sheet.table.name], f"Table `{sheet.table.name}`")


def columns(table: Table, cells: Mapping[str, str], title: str) -> Iterator[str]:
    """A table's columns, each with an example."""
    yield from ("", f"### {title}", "", f"{table.about[:1].upper()}{table.about[1:]}.", "")
    rows = ((f"`{c.name}`", f"`{c.type}`", c.about, cells.get(c.name, "")) for c in table.columns)
    yield from grid(("column", "type", "what", "example"), rows)


def codebooks() -> Iterator[str]:
    """The columns of the codebooks' rows."""
    yield "Each has a twin `…_evidence.csv` with the rule and the words behind each filled cell, a"
    yield "crosswalk `…_reports.csv`, and `…_left_out.csv` with the incidents that have no row. The examples"
    yield "are the filled cells of the row of an invented shooting; all other columns are blank in it."
    for book in (gtd.BOOK, acled.BOOK, ucdp.BOOK):
        yield from ("", f"### `{book.name}`", "", " ".join(f"`{c}`" for c in book.columns), "")
        yield from grid(("column", "example", "rule"), filled_cells(book))
    yield from ("", "The twin's columns: " + " ".join(f"`{c}`" for c in EVIDENCE_COLUMNS))


def filled_cells(book: Codebook) -> Iterator[tuple[str, str, str]]:
    """Column, cell and rule of the sample's first row."""
    row = next(iter(coded_rows(book, Lookup.of(sample()))))
    for column in book.columns:
        if column in row.cells:
            cell = row.cells[column]
            yield f"`{column}`", shown(cell.value), cell.rule


def settings() -> Iterator[str]:
    """Settings, their defaults and their docstring."""
    yield "In `onrecord.toml` of the folder you are in, or a file named with `--settings`."
    yield ""
    rows = ((f"`{f.name}`", f"{f.default}") for f in dataclasses.fields(Settings))
    yield from grid(("setting", "default"), rows)
    yield ""
    yield inspect.getdoc(Settings) or ""


def error_tree() -> Iterator[str]:
    """The docstring of the errors' module, which draws their tree; an example of each."""
    tree, _, rest = (inspect.getdoc(errors) or "").partition("Every message")
    yield from ("```text", tree.split("\n", 2)[2].rstrip(), "```", "", f"Every message{rest}")
    for name, example in ERROR_EXAMPLES.items():
        about = inspect.getdoc(getattr(errors, name)) or ""
        yield from ("", f"### `{name}`", "", about.split("\n\n")[0].replace("\n", " "), "")
        yield from (f"```{example.language}", example.code, "```", "", f"> {example.message} …")


def rejections() -> Iterator[str]:
    """An input that gives each code."""
    yield "What to do about each stands in [the how-to](../how-to.md#when-an-input-is-rejected)."
    yield ""
    rows = ((f"`{code}`", given(e), e.shown or e.note) for code, e in REJECTION_EXAMPLES.items())
    yield from grid(("code", "for example", "which is"), rows)


def given(example: RejectionExample) -> str:
    """The command that is rejected; nothing where none is on every machine."""
    if example.note:
        return ""
    return f"`onrecord read {example.given}{' --allow-private' if example.private else ''}`"


def tables() -> Iterator[str]:
    """The record's tables with their columns."""
    yield (
        "A record is a DuckDB file; any DuckDB client can read it. Offsets are code points. The views "
        "(`v_…`) give names in place of ids and words in place of offsets; their names and columns stay."
    )
    cells = record_cells()
    for table in (*TABLES, *VIEWS):
        yield from columns(table, cells[table.name], f"`{table.name}`")


def grid(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table."""
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{' --- |' * len(names)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


INDEX = "reference.md"
PAGES = (
    Page(
        INDEX,
        "Reference",
        "",
        (
            ("Pages", contents),
            ("Inputs", inputs),
            ("Formats of `export`", exporters),
            ("Settings", settings),
        ),
    ),
    Page(
        "reference/commands.md",
        "Commands",
        "Every command and option, with lines that run.",
        (("Command line", commands),),
    ),
    Page(
        "reference/python.md",
        "Python",
        "The functions, and what a record can do.",
        (("Functions and records", python),),
    ),
    Page(
        "reference/fields.md",
        "Fields",
        "What is read out of a report, with words that give each field.",
        (("Fields", fields),),
    ),
    Page(
        "reference/columns.md",
        "Columns",
        "The tables for coders and the codebooks' rows.",
        (("Tables of `csv`, `parquet` and `xlsx`", sheets), ("Rows for codebooks", codebooks)),
    ),
    Page(
        "reference/tables.md",
        "Tables",
        "The tables and views of a record, for SQL.",
        (("Tables of a record", tables),),
    ),
    Page(
        "reference/errors.md",
        "Errors",
        "Every error and every rejection, with what brings it about.",
        (("Errors", error_tree), ("Rejections", rejections)),
    ),
)
"""The reference's pages, the index first."""

"""The tables for coders as one workbook, a sheet a table and one that explains the columns."""

from __future__ import annotations

from datetime import datetime
from typing import Any, BinaryIO

from onrecord.core.extras import require
from onrecord.core.record import RecordContents
from onrecord.export.exporter import Exporter
from onrecord.export.sheet_rows import Cell
from onrecord.export.sheets import SHEETS, filled, joined

LONGEST = 32_767
"""Characters of the longest cell that spreadsheets hold (ECMA-376); a longer text is cut there."""
CUT = " … [cut: a cell holds no more; the whole is in the csv export]"
MOST_ROWS = 1_048_575
"""Rows of a sheet below its head (ECMA-376)."""
CREATED = datetime(1980, 1, 1)  # the workbook's own clock has no zone
WIDTHS = {"text": 60, "words": 60, "title": 40, "reason": 40}
NARROW = 16


def write(contents: RecordContents, stream: BinaryIO) -> None:
    """The workbook.

    Raises:
        UsageError: the library that writes workbooks is not installed.
    """
    library = require("xlsxwriter", "xlsx")
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = library.Workbook(stream, options)
    book.set_properties({"created": CREATED, "title": "On Record"})
    head = book.add_format({"bold": True, "bottom": 1})
    for sheet, rows in filled(contents):
        page = book.add_worksheet(sheet.table.name)
        names = [column.name for column in sheet.table.columns]
        _head(page, names, head)
        for number, row in enumerate(rows[:MOST_ROWS], 1):
            for place, name in enumerate(names):
                _put(page, number, place, row.get(name))
        page.autofilter(0, 0, max(1, min(len(rows), MOST_ROWS)), len(names) - 1)
    _legend(book, head)
    book.close()


def _head(page: Any, names: list[str], style: Any) -> None:
    """Column names, wide enough, that stay in view."""
    for place, name in enumerate(names):
        page.write_string(0, place, name, style)
        page.set_column(place, place, WIDTHS.get(name, NARROW))
    page.freeze_panes(1, 0)


def _put(page: Any, row: int, column: int, cell: Cell) -> None:
    """A cell by its type: text stays text, whatever a spreadsheet would make of it."""
    match joined(cell):
        case None:
            return
        case bool(flag):
            page.write_boolean(row, column, flag)
        case int(number) | float(number):
            page.write_number(row, column, number)
        case str(text):
            whole = text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
            page.write_string(row, column, whole)


def _legend(book: Any, style: Any) -> None:
    page = book.add_worksheet("columns")
    _head(page, ["table", "column", "words"], style)
    lines = ((s.table.name, c.name, c.about) for s in SHEETS for c in s.table.columns)
    for number, line in enumerate(lines, 1):
        for place, words in enumerate(line):
            page.write_string(number, place, words)


EXPORTER = Exporter(
    "xlsx", ".xlsx", "The same tables as one workbook (needs the extra `xlsx`)", write
)

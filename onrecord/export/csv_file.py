"""The tables for coders as CSV: a file a table, UTF-8, RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from onrecord.core.record import RecordContents
from onrecord.export.exporter import ExportedFile, of_files, text_file
from onrecord.export.sheet_rows import Cell, Row
from onrecord.export.sheets import filled, joined


def files(contents: RecordContents) -> Iterator[ExportedFile]:
    """A CSV file for each table."""
    for sheet, rows in filled(contents):
        names = [column.name for column in sheet.table.columns]
        yield text_file(f"{sheet.table.name}.csv", csv_text(names, rows))


def csv_text(names: Sequence[str], rows: Sequence[Row]) -> str:
    """A table as CSV: a line of names, then the rows; a cell that is not known is empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([plain(row, name) for name in names] for row in rows)
    return stream.getvalue()


def plain(row: Mapping[str, Cell], name: str) -> str:
    """A cell as CSV writes it: true and false, and numbers with a point."""
    cell = joined(row.get(name))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


EXPORTER = of_files("csv", "Tables for coders, a CSV file each (see Tables of csv)", files)

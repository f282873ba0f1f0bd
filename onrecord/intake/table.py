"""CSV and Parquet with the columns of JSON Lines: a report a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from onrecord.errors import InputError
from onrecord.intake.base import Delivery, Details, Item, Reader, refused
from onrecord.intake.decoding import decode
from onrecord.intake.jsonl import record

WANTED = ("text", "html")
SEPARATORS = ",;\t"
LISTS = ("byline",)
ROWS_AT_ONCE = 256
"""Rows of a Parquet file held at a time: reports run to some 10 kB, so a few megabytes."""


def read_csv(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The reports of a CSV file; a bad row is a rejection and the next rows go on.

    Raises:
        InputError: it is no UTF-8, empty, or has no column `text` or `html`.
    """
    text = decode(delivery.capture().data, delivery.where, delivery.encoding or "utf-8")
    if not text.strip():
        raise InputError(
            "No text in it", code="empty", value=f"{len(text)} characters", where=delivery.where
        )
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(max(delivery.limit, csv.field_size_limit()))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = [name.strip().lower() for name in next(rows)]
        _check(names, delivery.where)
        for number, row in enumerate(rows, 2):
            yield from _row(names, row, delivery.where, f"{delivery.where}:{number}")
    except csv.Error as error:
        where = f"{delivery.where}:{rows.line_num}"
        yield refused(_unreadable(where, str(error)), where)


def _row(names: list[str], row: list[str], path: str, where: str) -> Iterator[Item]:
    if not any(cell.strip() for cell in row):
        return
    if len(row) > len(names):
        yield refused(_unreadable(where, f"{len(row)} cells under {len(names)} columns"), where)
        return
    filled = {name: cell for name, cell in zip(names, row, strict=False) if cell.strip()}
    yield from _report(filled, path, where)


def read_parquet(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The reports of a Parquet file; a bad row is a rejection and the next rows go on.

    Raises:
        InputError: it is damaged, or has no column `text` or `html`.
    """
    with TemporaryDirectory(prefix="onrecord-") as folder, duckdb.connect() as connection:
        path = Path(folder, "given.parquet")
        path.write_bytes(delivery.capture().data)
        try:
            connection.execute("SET threads = 1")
            answer = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names = [str(column[0]).lower() for column in answer.description or []]
            _check(names, delivery.where)
            number = 0
            while rows := answer.fetchmany(ROWS_AT_ONCE):
                for row in rows:
                    number += 1
                    cells = {n: _plain(c) for n, c in zip(names, row, strict=True) if c is not None}
                    yield from _report(cells, delivery.where, f"{delivery.where}:{number}")
        except duckdb.Error as error:
            raise _unreadable(delivery.where, str(error).splitlines()[0]) from error


def _plain(cell: Any) -> Any:
    """A cell as JSON Lines would have it: dates in ISO 8601."""
    return cell.isoformat() if isinstance(cell, (datetime, date)) else cell


def _report(cells: dict[str, Any], path: str, where: str) -> Iterator[Item]:
    item = dict(cells)
    for name in LISTS:
        if isinstance(item.get(name), str) and ";" in item[name]:
            item[name] = [part.strip() for part in item[name].split(";")]
    try:
        yield from record(item, path, where)
    except InputError as error:
        yield refused(error, where)


def _check(names: list[str], where: str) -> None:
    """Refuse a table without the columns that a report needs.

    Raises:
        InputError: it has neither `text` nor `html`.
    """
    if not set(WANTED) & set(names):
        raise InputError(
            "No column text or html in the table",
            code="table",
            value=f"columns {', '.join(names)[:120]}",
            where=where,
            hint="Name the column of the reports' words text, or html for pages.",
        )


def _unreadable(where: str, reason: str) -> InputError:
    return InputError(
        "Not a table that can be read",
        code="table",
        value=reason[:160],
        where=where,
        hint="Write CSV in UTF-8 with a line of column names, cells with line breaks in quotes.",
    )


def sniff_csv(head: bytes) -> bool:
    """Never: any text may be CSV, so that its name or media type must say so."""
    return False


def sniff_parquet(head: bytes) -> bool:
    """Whether the first bytes are a Parquet file's."""
    return head.startswith(b"PAR1")


CSV = Reader(
    name="csv",
    suffixes=(".csv", ".tsv"),
    sniff=sniff_csv,
    read=read_csv,
    media_types=("text/csv", "text/tab-separated-values"),
)
PARQUET = Reader(
    name="parquet",
    suffixes=(".parquet",),
    sniff=sniff_parquet,
    read=read_parquet,
    media_types=("application/vnd.apache.parquet",),
    binary=True,
)

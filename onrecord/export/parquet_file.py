"""The tables for coders as Parquet: a file a table, lists as lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from onrecord.core.record import RecordContents
from onrecord.core.tables import Table
from onrecord.export.exporter import ExportedFile, of_files
from onrecord.export.sheet_rows import Row
from onrecord.export.sheets import filled


def files(contents: RecordContents) -> Iterator[ExportedFile]:
    """A Parquet file for each table.

    DuckDB writes them, since the core install has it. One thread: with several the order of the
    row groups, and so the bytes, would differ from run to run.
    """
    with (
        TemporaryDirectory(prefix="onrecord-") as folder,
        duckdb.connect(config={"threads": 1}) as connection,
    ):
        for sheet, rows in filled(contents):
            path = Path(folder, f"{sheet.table.name}.parquet")
            _write(connection, sheet.table, rows, path)
            yield ExportedFile(path.name, path.read_bytes())


def _write(
    connection: duckdb.DuckDBPyConnection, table: Table, rows: list[Row], path: Path
) -> None:
    fields = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
    names = [column.name for column in table.columns]
    data = json.dumps([{name: row.get(name) for name in names} for row in rows])
    connection.execute(f"CREATE OR REPLACE TEMP TABLE sheet ({fields})")
    connection.execute(
        "INSERT INTO sheet BY NAME "
        f"SELECT unnest(CAST(CAST(? AS JSON) AS STRUCT({fields})[]), max_depth := 2)",
        [data],
    )
    target = str(path).replace("'", "''")
    connection.execute(f"COPY sheet TO '{target}' (FORMAT parquet, COMPRESSION zstd)")


EXPORTER = of_files("parquet", "The same tables, a Parquet file each, lists as lists", files)

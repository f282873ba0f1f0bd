"""Columns of numbers into DuckDB, which reads them where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb
import numpy as np
from numpy.typing import NDArray


def insert_numbers(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Mapping[str, NDArray[np.generic]],
    chosen: str,
) -> None:
    """Inserts columns of numbers of one length; `chosen` is what is selected of them."""
    connection.register("given", dict(columns))
    try:
        connection.execute(f"INSERT INTO {table} SELECT {chosen} FROM given")
    finally:
        connection.unregister("given")


def temporary(connection: duckdb.DuckDBPyConnection, name: str, numbers: Iterable[int]) -> str:
    """A temporary table of numbers, in the column `number`; returns its name."""
    listed = np.array(list(numbers), dtype=np.int64)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} (number INTEGER)")
    insert_numbers(connection, name, {"number": listed}, "number")
    return name


def pend(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Takes note that the reports whose numbers are in that table must be made anew."""
    connection.execute(
        "UPDATE index_reports SET pending = true "
        f"WHERE NOT pending AND number IN (SELECT number FROM {table})"
    )


def one_number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    """The one number that a query gives; 0 where it gives none."""
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0

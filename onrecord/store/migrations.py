"""The schema's versions: an explicit list of steps from an empty file to the newest."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources

import duckdb

from onrecord.errors import RecordError, RecordVersion

VERSION_TABLE = "onrecord_schema"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. `script` is a SQL file beside this module; it is never edited once released."""

    version: int
    script: str


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "schema.sql"),
    Migration(2, "schema_2.sql"),
    Migration(3, "schema_3.sql"),
    Migration(4, "schema_4.sql"),
    Migration(5, "schema_5.sql"),
)
NEWEST = MIGRATIONS[-1].version
OLDEST_READ = 1
"""Schemas from this one on are read as they are; what they lack is empty. Building into them once
brings them up to date."""


def migrate(connection: duckdb.DuckDBPyConnection, where: str) -> None:
    """Brings a file that is open for writing to the newest schema; runs inside a transaction.

    Raises:
        RecordError: the file holds tables of something else.
        RecordVersion: a newer On Record wrote it.
    """
    version = stored_version(connection)
    if version is None:
        refuse_strangers(connection, where)
        connection.execute(f'CREATE TABLE {VERSION_TABLE} ("version" INTEGER)')
        version = 0
    refuse_newer(version, where)
    for step in MIGRATIONS:
        if step.version > version:
            connection.execute(read_script(step.script))
    connection.execute(f"DELETE FROM {VERSION_TABLE}")
    connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES (?)", [NEWEST])


def check(connection: duckdb.DuckDBPyConnection, where: str) -> None:
    """Makes sure that a file that is open for reading can be read.

    Raises:
        RecordError: it is no record.
        RecordVersion: a newer On Record wrote it, or one too old.
    """
    version = stored_version(connection)
    if version is None:
        raise not_a_record(where)
    refuse_newer(version, where)
    if version < OLDEST_READ:
        raise RecordVersion(
            f"The record has schema {version}, this On Record reads {OLDEST_READ} to {NEWEST}",
            where=where,
            hint="Build into it once (onrecord build … --into) to bring it up to date.",
        )


def stored_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """The schema version of the file; None where it has none."""
    if VERSION_TABLE not in table_names(connection):
        return None
    row = connection.execute(f'SELECT max("version") FROM {VERSION_TABLE}').fetchone()
    return None if row is None or row[0] is None else int(row[0])


def table_names(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Names of the file's tables."""
    rows = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    return frozenset(row[0] for row in rows)


def refuse_strangers(connection: duckdb.DuckDBPyConnection, where: str) -> None:
    """A DuckDB file of something else is never written into.

    Raises:
        RecordError: the file holds tables.
    """
    if table_names(connection):
        raise not_a_record(where)


def refuse_newer(version: int, where: str) -> None:
    """A record of a newer schema is neither read nor written.

    Raises:
        RecordVersion: it is newer.
    """
    if version > NEWEST:
        raise RecordVersion(
            f"The record has schema {version}, this On Record knows up to {NEWEST}",
            where=where,
            hint="Install a newer On Record: pip install --upgrade onrecord.",
        )


def not_a_record(where: str) -> RecordError:
    """The error for a DuckDB file that On Record did not write."""
    return RecordError(
        "A DuckDB file, but no record",
        where=where,
        hint="Give a file that `onrecord build` made, or another name to make one.",
    )


def read_script(name: str) -> str:
    """A SQL script of this package."""
    return resources.files("onrecord.store").joinpath(name).read_text(encoding="utf-8")

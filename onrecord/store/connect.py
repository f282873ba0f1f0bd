"""Opening the file: DuckDB's refusals put into words with the next step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from onrecord.errors import RecordError, RecordNotFound
from onrecord.store.migrations import check, migrate

LOCKED = ("Could not set lock", "different configuration", "being used by another process")
"""What DuckDB 1.4 to 2.0 say of a file that another connection holds (Linux, macOS; Windows)."""

BUILD_HINT = "Make one with: onrecord build REPORTS --into {}"


def connect_reading(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection to a record.

    Raises:
        RecordNotFound: there is no such file.
        RecordError: it cannot be opened, or is no record.
        RecordVersion: another version of the schema wrote it.
    """
    if not path.exists():
        raise RecordNotFound("No record", value=str(path), hint=BUILD_HINT.format(path))
    connection = _connect(path, read_only=True)
    with ExitStack() as undo:
        undo.callback(connection.close)  # whatever stops us: the file must not stay locked
        check(connection, str(path))
        undo.pop_all()
    return connection


def connect_writing(path: Path) -> duckdb.DuckDBPyConnection:
    """The one writing connection to a record, which is made where there is none.

    Raises:
        RecordError: it cannot be opened or written, or is something else.
        RecordVersion: a newer On Record wrote it.
    """
    if not path.parent.is_dir():
        raise RecordNotFound(
            "No such folder", value=str(path.parent), hint="Make it, or give another path."
        )
    connection = _connect(path, read_only=False)
    with ExitStack() as undo:
        undo.callback(connection.close)  # whatever stops us: the file must not stay locked
        with transaction(connection):
            migrate(connection, str(path))
        undo.pop_all()
    return connection


def _connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    if path.is_dir():
        raise RecordError(
            "A folder, not a record", value=str(path), hint="Give a file: record.duckdb"
        )
    try:
        opened = duckdb.connect(str(path), read_only=read_only)
        opened.execute("SET enable_progress_bar = false")  # On Record tells how far it is itself
        return opened
    except duckdb.Error as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: duckdb.Error) -> RecordError:
    """DuckDB's refusal as an error of ours."""
    said = str(error).splitlines()[0]
    if any(words in said for words in LOCKED):
        return RecordError(
            "The record is in use by another process or connection",
            value=str(path),
            hint="One writer, or many readers, at a time: wait until it ends, or close it.",
        )
    if "not a valid DuckDB" in said:
        return RecordError(
            "Not a record", value=str(path), hint="Give a file that `onrecord build` made."
        )
    return RecordError(
        f"The record cannot be opened: {said}",
        value=str(path),
        hint="Check the path and its permissions.",
    )


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing, also when the user interrupts."""
    connection.begin()
    with ExitStack() as undo:
        undo.callback(connection.rollback)  # Ctrl-C too: nothing half-written is left
        yield
        undo.pop_all()
    connection.commit()

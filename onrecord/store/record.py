"""Record: an open record file, as typed values and as tables."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from onrecord.core.closing import Closing
from onrecord.core.contract import reading_from
from onrecord.core.reading import Reading
from onrecord.core.record import (
    Finding,
    Incident,
    RecordContents,
    RecordEntity,
    RecordReport,
)
from onrecord.core.record_contract import rejection_from, rejection_json
from onrecord.core.report import Rejection
from onrecord.core.rows import Rows, contents_rows, reading_rows
from onrecord.core.tables import READING_TABLES, RECORD_TABLES, REJECTIONS, TABLES
from onrecord.errors import RecordError, RecordNotFound, UsageError
from onrecord.store.connect import connect_reading, connect_writing, transaction
from onrecord.store.decisions import decisions_on, log_path
from onrecord.store.decisions_replay import decided
from onrecord.store.exchange import exchange, number_incidents
from onrecord.store.frames import require
from onrecord.store.index import Index
from onrecord.store.listing import Listing, record_html
from onrecord.store.load import (
    BY_NAME,
    fetch,
    load_entities,
    load_incidents,
    load_reports,
    order_of,
)
from onrecord.store.write import delete_reports, insert_missing, insert_rows

READINGS_AT_ONCE = 64
"""Readings held while they are gone through: some 10 MB; the store's own batches are smaller."""


class Record(Closing):
    """A record: one DuckDB file, open for reading or for writing. Close it, or use `with`.

    One process may write, or many may read. `incidents`, `findings`, `reports`, `entities` and
    `rejections` are typed values; `tables`, `sql`, `to_arrow` and `to_pandas` give them as rows.
    """

    def __init__(
        self, path: Path, connection: duckdb.DuckDBPyConnection, *, read_only: bool
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._contents: RecordContents | None = None

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = True) -> Record:
        """Opens a record that is there.

        Raises:
            RecordNotFound: there is none.
            RecordError: it is in use, or no record.
            RecordVersion: another version of the schema wrote it.
        """
        found = Path(path)
        connection = connect_reading(found)
        if not read_only:
            connection.close()
            connection = connect_writing(found)
        return cls(found, connection, read_only=read_only)

    @classmethod
    def create(cls, path: str | Path) -> Record:
        """Opens a record for writing, and makes it where there is none.

        Raises:
            RecordError: it is in use, or something else, or its folder cannot be written.
            RecordVersion: a newer On Record wrote it.
        """
        return cls(Path(path), connect_writing(Path(path)), read_only=False)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def add(self, readings: Sequence[Reading], rejections: Sequence[Rejection] = ()) -> None:
        """Stores readings and rejections in one transaction.

        A reading whose report is there already takes the old one's place; a rejection that is
        there already is not repeated.

        Raises:
            RecordError: the record is open for reading only.
        """
        self._must_write()
        latest = {reading.report.id: reading for reading in readings}
        rows: Rows = {}
        for _, reading in sorted(latest.items()):
            for table, found in reading_rows(reading).items():
                rows.setdefault(table, []).extend(found)
        replaced = self._held(latest)
        with transaction(self._connection):
            if replaced:
                for stored in READING_TABLES:
                    delete_reports(self._connection, stored.name, replaced)
                self.index.forget(replaced)
            insert_rows(self._connection, rows)
            self._log(rejections)
        self._contents = None

    def replace(self, contents: RecordContents) -> None:
        """Puts these contents in the place of what was reconciled before, in one transaction.

        The intake log only grows: rejections of `contents` that it lacks are added.

        Raises:
            RecordError: the record is open for reading only.
        """
        self._must_write()
        rows = contents_rows(contents)
        with transaction(self._connection):
            for table in RECORD_TABLES:
                self._connection.execute(f"DELETE FROM {table.name}")
            insert_rows(self._connection, rows)
            self._log(contents.rejections)
        self._contents = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all that is written within it is kept, or none.

        Raises:
            RecordError: the record is open for reading only.
        """
        self._must_write()
        with transaction(self._connection):
            yield
        self._contents = None

    @property
    def index(self) -> Index:
        """The index of a record that is open for writing. Change it within `writing` only."""
        self._must_write()
        return Index(self._connection)

    def exchange(
        self,
        reports: Sequence[str],
        contents: Sequence[RecordContents],
        everywhere: Collection[str],
    ) -> None:
        """Puts contents in the place of what the record held of these reports (see exchange.py).

        Call it within `writing`. `everywhere` are the ids of places and outlets.
        """
        self._must_write()
        exchange(self._connection, reports, contents, everywhere)

    def number_incidents(self) -> int:
        """Gives the incidents their places in the list, and returns how many there are."""
        with self.writing():
            number_incidents(self._connection)
        return self._count("incidents")

    def older(self) -> bool:
        """Whether it has incidents but no index: an older On Record grouped it."""
        grouped = self._count("index_reports") == 0 < self._count("reports")
        return (
            grouped and self._count("readings") > 0
        )  # without readings nothing could be made anew

    def unmarked(self, most: int) -> tuple[Reading, ...]:
        """Readings that the index lacks, at most so many, those that lie first in the file: what came
        together is found together."""
        rows = self._connection.execute(
            "SELECT report FROM (SELECT report, rowid AS place FROM readings) "
            "ANTI JOIN index_reports USING (report) ORDER BY place LIMIT ?",
            [most],
        ).fetchall()
        return self.readings_of([row[0] for row in rows])

    def readings_of(self, reports: Sequence[str]) -> tuple[Reading, ...]:
        """The readings of these reports, in the order of their ids."""
        rows = self._connection.execute(
            "SELECT reading FROM readings WHERE report IN (SELECT unnest(?)) ORDER BY report",
            [list(reports)],
        ).fetchall()
        return tuple(reading_from(json.loads(row[0])) for row in rows)

    def waiting(self) -> int:
        """How many reports are read, but not yet grouped: a build was interrupted."""
        tables = {row[0] for row in self._connection.execute("SHOW TABLES").fetchall()}
        if "index_reports" not in tables:  # an older record, which knows no such state
            return 0
        row = self._connection.execute(
            "SELECT count(*) FROM readings "
            "ANTI JOIN (FROM index_reports WHERE NOT pending) USING (report)"
        ).fetchone()
        return int(row[0]) if row else 0

    def _held(self, reports: Collection[str]) -> frozenset[str]:
        """Those of the reports that the record holds."""
        rows = self._connection.execute(
            "SELECT report FROM readings WHERE report IN (SELECT unnest(?))", [list(reports)]
        ).fetchall()
        return frozenset(row[0] for row in rows)

    def known(self, weights: str | None = None) -> frozenset[str]:
        """Ids of the reports whose readings are stored, as these weights read them if given."""
        rows = self._connection.execute(
            "SELECT report FROM readings WHERE $1 IS NULL OR weights = $1", [weights]
        ).fetchall()
        return frozenset(row[0] for row in rows)

    def readings(self) -> Iterator[Reading]:
        """The stored readings, in the order of their reports' ids."""
        cursor = self._connection.cursor()
        cursor.execute("SELECT reading FROM readings ORDER BY report")
        while rows := cursor.fetchmany(READINGS_AT_ONCE):
            for row in rows:
                yield reading_from(json.loads(row[0]))

    def reading(self, report_id: str) -> Reading:
        """One report's reading.

        Raises:
            RecordNotFound: the record has no such report.
        """
        row = self._connection.execute(
            "SELECT reading FROM readings WHERE report = ?", [report_id]
        ).fetchone()
        if row is None:
            raise RecordNotFound(
                "No such report", value=report_id, where=str(self.path), hint="See: record.reports"
            )
        return reading_from(json.loads(row[0]))

    def contents(self) -> RecordContents:
        """All that the record holds, as one value.

        Open for reading, it has the coders' decisions put over it; a writer sees what the machine made.
        """
        if self._contents is None:
            found = RecordContents(
                reports=load_reports(self._connection),
                entities=load_entities(self._connection),
                incidents=load_incidents(self._connection),
                rejections=self._rejections(),
            )
            decisions = decisions_on(self.path) if self.read_only else ()
            self._contents = decided(found, decisions)
        return self._contents

    @property
    def incidents(self) -> Listing[Incident]:
        """The incidents."""
        return Listing(self.contents().incidents)

    @property
    def findings(self) -> Listing[Finding]:
        """The findings of all incidents."""
        return Listing(f for incident in self.contents().incidents for f in incident.findings)

    @property
    def reports(self) -> Listing[RecordReport]:
        """The reports with their place in the record."""
        return Listing(self.contents().reports)

    @property
    def entities(self) -> Listing[RecordEntity]:
        """People, bodies, places and things across all reports."""
        return Listing(self.contents().entities)

    @property
    def rejections(self) -> Listing[Rejection]:
        """The intake log."""
        return Listing(self._rejections())

    def incident(self, incident_id: str) -> Incident:
        """The incident with that id, or whose id alone begins so.

        Raises:
            RecordNotFound: none or several do.
        """
        rows = self._connection.execute(
            "SELECT id FROM incidents WHERE starts_with(id, ?) ORDER BY id", [incident_id]
        ).fetchall()
        found = [row[0] for row in rows]
        if incident_id in found:
            found = [incident_id]
        if len(found) != 1 or not incident_id:
            raise self._no_incident(incident_id, found)
        if self.read_only and log_path(self.path).exists():
            return next(i for i in self.contents().incidents if i.id == found[0])
        return load_incidents(self._connection, found)[0]

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables for `sql`, `to_arrow` and `to_pandas`."""
        return tuple(table.name for table in TABLES)

    def sql(self, query: str, parameters: Sequence[object] = ()) -> duckdb.DuckDBPyConnection:
        """Runs a query of yours; fetch from the result.

        Raises:
            UsageError: DuckDB refuses the query.
        """
        try:
            return self._connection.cursor().execute(query, list(parameters))
        except duckdb.Error as error:
            raise UsageError(
                f"The query cannot be run: {error}",
                value=query,
                hint=f"Tables are {', '.join(self.tables)}.",
            ) from error

    def to_arrow(self, table: str) -> Any:
        """A table as a `pyarrow.Table`, its rows in a fixed order.

        Raises:
            UsageError: no such table, or pyarrow is not installed.
        """
        require("pyarrow")
        return self._table(table).to_arrow_table()

    def to_pandas(self, table: str) -> Any:
        """A table as a `pandas.DataFrame`, its rows in a fixed order.

        Raises:
            UsageError: no such table, or pandas is not installed.
        """
        require("pandas")
        return self._table(table).df()

    def __repr__(self) -> str:
        counted = ("reports", "incidents", "findings", "record_entities")
        counts = ", ".join(f"{self._count(name)} {name.split('_')[-1]}" for name in counted)
        return f"<Record {self.path}: {counts}, {self._count('rejections')} rejections>"

    def _repr_html_(self) -> str:
        return record_html(self)

    def _table(self, name: str) -> duckdb.DuckDBPyRelation:
        if name not in BY_NAME:
            raise UsageError(
                "No such table", value=name, hint=f"Tables are {', '.join(self.tables)}."
            )
        return self._connection.sql(f"SELECT * FROM {name} ORDER BY {order_of(BY_NAME[name])}")

    def _count(self, table: str) -> int:
        row = self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(row[0]) if row else 0

    def _rejections(self) -> tuple[Rejection, ...]:
        return tuple(rejection_from(row) for row in fetch(self._connection, "rejections"))

    def _log(self, rejections: Sequence[Rejection]) -> None:
        insert_missing(self._connection, REJECTIONS, [rejection_json(r) for r in rejections])

    def _must_write(self) -> None:
        if self.read_only:
            raise RecordError(
                "The record is open for reading only",
                value=str(self.path),
                hint="Open it with Record.create(path) or Record.open(path, read_only=False).",
            )

    def _no_incident(self, asked: str, found: list[str]) -> RecordNotFound:
        several = (
            f"{len(found)} incidents begin so: {', '.join(found[:5])}" if asked and found else ""
        )
        return RecordNotFound(
            several or "No such incident",
            value=asked,
            where=str(self.path),
            hint=f"List them with: onrecord show {self.path}",
        )

"""The desk's hold on a record: a copy to read from, the overview, the search and the decisions.

The pages read a copy of the record, so that new batches can be built into it while people work;
when the record's file has changed, a new copy takes the old one's place. Decisions are saved in
their own file (`onrecord.store.decisions`), which takes many writers.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from onrecord.core.closing import Closing
from onrecord.core.contract import Json
from onrecord.core.decision import Decision, active
from onrecord.core.record import Incident, RecordContents, RecordEntity, RecordReport
from onrecord.core.record_contract import record_entity_from, record_report_from
from onrecord.errors import RecordError, RecordNotFound
from onrecord.export.words import calm
from onrecord.store.connect import connect_reading
from onrecord.store.decisions import DecisionLog
from onrecord.store.load import fetch, load_incidents
from onrecord.web.overview import Overview, make_overview
from onrecord.web.search import Search

SEARCH_SUFFIX = ".search"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another."""

    changed: int
    size: int


class Snapshot:
    """One state of the record, open for reading. Safe to use from several threads."""

    def __init__(self, copy: Path, stamp: Stamp) -> None:
        self.stamp = stamp
        self._connection = connect_reading(copy)
        self.overview: Overview = make_overview(self.cursor())

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own to the same copy."""
        return self._connection.cursor()

    def close(self) -> None:
        """Lets go of the copy."""
        self._connection.close()

    def rows(self, query: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self.cursor().execute(query, list(parameters)).fetchall()

    def incident(self, incident: str) -> Incident:
        """An incident as the record has it, no decision applied.

        Raises:
            RecordNotFound: there is none with that id.
        """
        found = load_incidents(self.cursor(), [incident])
        if not found:
            raise RecordNotFound(
                "No such incident", value=incident, hint="It may have a new id: search for it."
            )
        return found[0]

    def reports(self, ids: Sequence[str], *, texts: bool = True) -> tuple[RecordReport, ...]:
        """Reports with those ids; `texts=False` leaves their texts empty."""
        rows = fetch(
            self.cursor(), "reports", where="id IN (SELECT unnest(?))", parameters=[list(ids)]
        )
        found = (record_report_from(row) for row in rows)
        return tuple(e if texts else replace(e, report=replace(e.report, text="")) for e in found)

    def report(self, report: str) -> RecordReport:
        """One report.

        Raises:
            RecordNotFound: there is none with that id.
        """
        found = self.reports([report])
        if not found:
            raise RecordNotFound("No such report", value=report, hint="Search for its words.")
        return found[0]

    def entities(self, ids: Sequence[str]) -> tuple[RecordEntity, ...]:
        """Entities with those ids, without their mentions, by the names to show."""
        rows = fetch(
            self.cursor(),
            "record_entities",
            where="id IN (SELECT unnest(?))",
            parameters=[sorted(ids)],
        )
        found = (record_entity_from(_whole(row)) for row in rows)
        return tuple(replace(entity, name=calm(entity.name, entity.kind)) for entity in found)

    def around(self, incident: Incident) -> RecordContents:
        """The incident with the reports and entities that it speaks of."""
        return RecordContents(
            reports=self.reports(incident.reports),
            entities=self.entities(sorted(ids_in(incident))),
            incidents=(incident,),
        )


def _whole(row: Json) -> Json:
    """An entity's row as its JSON: without mentions, and without the columns of an unknown place."""
    kept = {k: v for k, v in row.items() if k != "latitude" or v is not None}
    return kept | {"mentions": []}


def ids_in(incident: Incident) -> frozenset[str]:
    """Ids that an incident's parts name; some are no entities."""
    found: set[str] = set()
    for finding in incident.findings:
        found |= {finding.subject, *finding.origins, *_ids_of(finding.value)}
        given = [*finding.claims]
        for other in finding.alternatives:
            found |= {*other.origins, *_ids_of(other.value)}
            given += other.claims
        found |= {link for claim in given for link in claim.chain}
    parts = [q.claims for q in incident.questions] + [t.claims for t in incident.timeline]
    found |= {link for claims in parts for claim in claims for link in claim.chain}
    for statement in incident.statements:
        found |= {*statement.chain, statement.speaker or ""}
    return frozenset(found)


def _ids_of(value: object) -> tuple[str, ...]:
    known = getattr(value, "to", value)
    return (known,) if isinstance(known, str) else ()


@dataclass(frozen=True)
class Decisions:
    """All decisions at one moment, and views of those that stand."""

    every: tuple[Decision, ...]

    @cached_property
    def standing(self) -> tuple[Decision, ...]:
        """Those that are neither undone nor an undo."""
        return active(self.every)

    def named(self, decision: str) -> Decision:
        """The decision with that id.

        Raises:
            RecordNotFound: there is none.
        """
        for known in self.every:
            if known.id == decision:
                return known
        raise RecordNotFound("No such decision", value=decision, hint="See the page Decisions.")


class Desk(Closing):
    """A record as the pages see it. Close it, or use `with`."""

    def __init__(self, record: Path) -> None:
        """Opens the record.

        Raises:
            RecordNotFound: there is none.
            RecordError: it is in use by a writer, or no record.
        """
        self.record = record
        self._folder = tempfile.TemporaryDirectory(prefix="onrecord-desk-")
        self._copies = 0
        self._lock = Lock()
        self._background = ThreadPoolExecutor(2, thread_name_prefix="desk")
        self._refreshing = False
        self._regrouping = False
        self._again = False
        self.regroup_trouble = ""
        self.log = DecisionLog(record)
        self._decisions = Decisions(self.log.decisions())
        self._decisions_lock = Lock()
        self.search = self._open_search()
        self._snapshot = self._take_snapshot()
        self.search.update(self._snapshot.cursor())

    def close(self) -> None:
        """Waits for what is under way, lets go of everything and removes the copy."""
        # A thread that the interpreter's end cuts off inside the database aborts the whole process.
        self._background.shutdown()
        self._snapshot.close()
        self.search.close()
        self.log.close()
        self._folder.cleanup()

    @property
    def snapshot(self) -> Snapshot:
        """The newest state that could be read; looks whether the file has changed."""
        if stamp_of(self.record) not in (None, self._snapshot.stamp) and not self._refreshing:
            self._refreshing = True
            self._background.submit(self._refresh)
        return self._snapshot

    def refresh(self) -> None:
        """Takes the record's present state at once, if no one is writing it."""
        self._refreshing = True
        self._refresh()

    @property
    def decisions(self) -> Decisions:
        """The decisions; looks whether there are new ones, saved by whichever process."""
        with self._decisions_lock:
            if self.log.version() != len(self._decisions.every):
                self._decisions = Decisions(self.log.decisions())
            return self._decisions

    def save(self, decision: Decision, *, seen: str | None = None) -> None:
        """Saves a decision.

        Raises:
            DecisionConflict: somebody else decided on the same in the meantime.
        """
        with self._decisions_lock:
            self.log.save(decision, seen=seen)

    @property
    def regrouping(self) -> bool:
        """Whether the record is being put together again."""
        return self._regrouping

    def regroup(self) -> None:
        """Puts the record together again with the decisions on what belongs together.

        In a process of its own: pages stay quick, and the file is written by nobody else meanwhile.
        """
        with self._decisions_lock:
            self._again = True
            if self._regrouping:
                return
            self._regrouping = True
        self._background.submit(self._regroup)

    def _regroup(self) -> None:
        command = [sys.executable, "-m", "onrecord", "review", "replay", str(self.record)]
        while self._asked_again():
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            self.regroup_trouble = done.stderr.strip() if done.returncode else ""
            self.refresh()

    def _asked_again(self) -> bool:
        """Whether decisions came since this was last asked; where none did, the work is over."""
        with self._decisions_lock:
            self._regrouping, self._again = self._again, False
            return self._regrouping

    def _open_search(self) -> Search:
        path = Path(f"{self.record}{SEARCH_SUFFIX}")
        try:
            return Search(path)
        except sqlite3.Error:  # its folder cannot be written: the index is made in memory
            return Search(None)

    def _take_snapshot(self) -> Snapshot:
        holding = connect_reading(self.record)  # no one can write while we copy
        try:
            self._copies += 1
            copy = Path(self._folder.name) / f"record-{self._copies}.duckdb"
            stamp = stamp_of(self.record) or Stamp(0, 0)
            shutil.copyfile(self.record, copy)
        finally:
            holding.close()
        return Snapshot(copy, stamp)

    def _refresh(self) -> None:
        with self._lock:
            try:
                new = self._take_snapshot()
                self.search.update(new.cursor())
                self._snapshot = new  # the old one goes when the last page has let go of it
            except (RecordError, OSError):
                pass  # somebody is writing, or the disk is full: the old state is whole meanwhile
            finally:
                self._refreshing = False


def stamp_of(path: Path) -> Stamp | None:
    """The file's state; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size)

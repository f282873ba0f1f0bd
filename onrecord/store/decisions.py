"""The decisions on a record: an append-only log in an SQLite file beside it.

DuckDB lets one process write a file, and nobody read it meanwhile. Decisions are saved all day long,
while new batches are built into the record; so they lie in a file of their own, which many
processes may write (`record.duckdb.decisions`). SQLite itself refuses to change or delete a line.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from onrecord.core.closing import Closing
from onrecord.core.decision import Decision, decision_from, decision_json
from onrecord.errors import DecisionConflict, RecordError

SUFFIX = ".decisions"
BUSY_MS = 5_000
"""Milliseconds to wait for another writer: a save takes some six on a busy disk."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS decisions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    stage TEXT NOT NULL,
    target TEXT NOT NULL,
    line TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS decisions_target ON decisions (target, seq);
CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE UPDATE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER IF NOT EXISTS decisions_remain BEFORE DELETE ON decisions
    BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
CREATE TABLE IF NOT EXISTS coders (
    name TEXT PRIMARY KEY,
    secret TEXT NOT NULL
);
"""


def log_path(record: str | Path) -> Path:
    """Where the decisions on a record lie."""
    return Path(f"{record}{SUFFIX}")


def decisions_on(record: str | Path) -> tuple[Decision, ...]:
    """All decisions on a record, the oldest first; none where nobody decided anything yet.

    Raises:
        RecordError: the log cannot be read.
    """
    if not log_path(record).exists():
        return ()
    with DecisionLog(record) as log:
        return log.decisions()


class DecisionLog(Closing):
    """The log of one record's decisions. Close it, or use `with`; one thread at a time."""

    def __init__(self, record: str | Path) -> None:
        """Opens the log, and makes it where there is none.

        Raises:
            RecordError: the file cannot be opened, or is something else.
        """
        self.path = log_path(record)
        try:
            self._connection = sqlite3.connect(
                self.path, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.executescript(SCHEMA)
        except sqlite3.Error as error:
            raise RecordError(
                f"The decisions cannot be opened: {error}",
                value=str(self.path),
                hint="Check the path and its permissions.",
            ) from error

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order in which they were saved."""
        rows = self._connection.execute("SELECT line FROM decisions ORDER BY seq")
        return tuple(decision_from(json.loads(row[0])) for row in rows)

    def version(self) -> int:
        """How many decisions there are: grows with each one."""
        (count,) = self._connection.execute("SELECT count(*) FROM decisions").fetchone()
        return int(count)

    def last_on(self, decision: Decision) -> str:
        """The id of the last decision on the same target, of the same coder in a first pass."""
        mine = decision.who if decision.stage == "first" else None
        row = self._connection.execute(
            "SELECT id FROM decisions WHERE target = ?1 AND stage = ?2"
            " AND (?3 IS NULL OR who = ?3) ORDER BY seq DESC LIMIT 1",
            (decision.about.key, decision.stage, mine),
        ).fetchone()
        return "" if row is None else str(row[0])

    def save(self, decision: Decision, *, seen: str | None = None) -> None:
        """Appends a decision. Saving the same one again changes nothing.

        `seen` is the id of the last decision on the target that its coder knew of ("" for none);
        None saves whatever others have done.

        Raises:
            DecisionConflict: there is a newer one on the target.
        """
        with self._transaction():
            last = self.last_on(decision)
            if seen is not None and seen != last:
                raise DecisionConflict(
                    "Somebody else decided on this in the meantime",
                    value=last,
                    hint="Look at that decision, then save again.",
                )
            self._insert(decision)

    def take_in(self, decisions: Iterable[Decision]) -> int:
        """Adds the decisions that the log lacks, by time; returns how many those were."""
        before = self.version()
        with self._transaction():
            for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
                self._insert(decision)
        return self.version() - before

    def coders(self) -> dict[str, str]:
        """Names of those who may sign in, with their salted hashes."""
        return dict(self._connection.execute("SELECT name, secret FROM coders ORDER BY name"))

    def set_coder(self, name: str, secret: str) -> None:
        """Adds a coder, or gives a known one another password's hash."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO coders VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET secret = ?2",
                (name, secret),
            )

    def _insert(self, decision: Decision) -> None:
        line = json.dumps(decision_json(decision), ensure_ascii=False)
        about = (decision.id, decision.at, decision.who, decision.stage, decision.about.key, line)
        self._connection.execute(
            "INSERT OR IGNORE INTO decisions (id, at, who, stage, target, line)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            about,
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; no other process writes between the look and the save."""
        self._connection.execute("BEGIN IMMEDIATE")
        with ExitStack() as undo:
            # Ctrl-C too: nothing half-written is left
            undo.callback(self._connection.execute, "ROLLBACK")
            yield
            undo.pop_all()
        self._connection.execute("COMMIT")

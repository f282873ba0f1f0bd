"""Full-text search without a server: SQLite's FTS5 in a file beside the record.

DuckDB's own full-text extension is downloaded at run time, so a desk without a network could not
use it. FTS5 is part of Python's SQLite. Measured on 10,000 reports (15 MB of text, one
core): indexed in 0.3 s, words that every report holds found in 9 ms; `python -m benchmarks.desk`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from threading import Lock

import duckdb

SCHEMA = """
CREATE TABLE IF NOT EXISTS known (report TEXT PRIMARY KEY, place INTEGER);
CREATE VIRTUAL TABLE IF NOT EXISTS texts
    USING fts5 (title, body, tokenize = "unicode61 remove_diacritics 2");
"""
PART = re.compile(r'"([^"]+)"|(\S+)')
WORD = re.compile(r"\w+")

MOST = 2_000
"""Reports found at most: more are told as "2,000 or more"; nobody reads them one by one."""

AROUND = 18
"""Words of an excerpt: about two lines of the table."""

OPENING, CLOSING = "\x02", "\x03"
"""Around the words that were found: characters that no report's text holds (intake refuses them)."""


Pieces = tuple[tuple[str, bool], ...]
"""An excerpt in pieces, each with whether it was found."""


class Search:
    """The index of one record's reports; safe to use from several threads."""

    def __init__(self, path: Path | None) -> None:
        """Opens the index in that file, or one in memory."""
        self._lock = Lock()
        self._connection = sqlite3.connect(path or ":memory:", check_same_thread=False)
        self._connection.execute("PRAGMA synchronous = OFF")  # it can be made anew
        self._connection.executescript(SCHEMA)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def update(self, record: duckdb.DuckDBPyConnection) -> None:
        """Takes in the reports that the index lacks, and drops those that the record lacks."""
        held = {row[0] for row in record.execute("SELECT id FROM reports").fetchall()}
        with self._lock, self._connection:
            known = dict(self._connection.execute("SELECT report, place FROM known"))
            self._drop([place for report, place in known.items() if report not in held])
            self._take(record, sorted(held - known.keys()))

    def _drop(self, places: Iterable[int]) -> None:
        for place in places:
            self._connection.execute("DELETE FROM texts WHERE rowid = ?", (place,))
            self._connection.execute("DELETE FROM known WHERE place = ?", (place,))

    def _take(self, record: duckdb.DuckDBPyConnection, reports: list[str]) -> None:
        cursor = record.execute(
            "SELECT id, coalesce(title, ''), text FROM reports WHERE id IN (SELECT unnest(?))",
            [reports],
        )
        while rows := cursor.fetchmany(500):
            for report, title, text in rows:
                added = self._connection.execute(
                    "INSERT INTO texts (title, body) VALUES (?, ?)", (title, text)
                )
                self._connection.execute(
                    "INSERT OR REPLACE INTO known VALUES (?, ?)", (report, added.lastrowid)
                )

    def find(self, words: str) -> tuple[str, ...]:
        """Reports that hold all the words, the best first. "A phrase" in quotation marks is one."""
        asked = match_of(words)
        if not asked:
            return ()
        # By FTS5's own rank, joined afterwards: 5 ms where all of 10,000 reports hold the words;
        # sorting the joined rows by bm25() takes 800.
        query = f"""
            SELECT rowid FROM texts
            WHERE texts MATCH ? AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT {MOST}
        """
        with self._lock:
            places = [row[0] for row in self._connection.execute(query, (asked,))]
            names = dict(self._connection.execute("SELECT place, report FROM known"))
        return tuple(names[place] for place in places)

    def excerpts(self, words: str, reports: Iterable[str]) -> dict[str, Pieces]:
        """The words in these reports, with some around them. Cutting them out costs more than finding
        them: it is done for the reports that are shown."""
        asked, wanted = match_of(words), sorted(set(reports))
        if not asked or not wanted:
            return {}
        marks = ", ".join("?" for _ in wanted)
        query = f"""
            SELECT known.report, snippet(texts, -1, '{OPENING}', '{CLOSING}', ' … ', {AROUND})
            FROM texts JOIN known ON known.place = texts.rowid
            WHERE texts MATCH ? AND texts.rowid IN
                (SELECT place FROM known WHERE report IN ({marks}))
        """
        with self._lock:
            rows = self._connection.execute(query, (asked, *wanted)).fetchall()
        return {report: cut(excerpt) for report, excerpt in rows}


def match_of(words: str) -> str:
    """FTS5's query for what a person typed; the last word may go on."""
    parts = []
    for phrase, word in PART.findall(words):
        known = WORD.findall(phrase or word)
        if known:
            parts.append('"' + " ".join(known) + '"')
    if not parts:
        return ""
    if not words.endswith(('"', " ")):
        parts[-1] += "*"
    return " AND ".join(parts)


def cut(excerpt: str) -> Pieces:
    """An excerpt in pieces, each with whether it was found."""
    pieces: list[tuple[str, bool]] = []
    for part in excerpt.split(OPENING):
        found, closed, rest = part.partition(CLOSING)
        pieces += [(found, True), (rest, False)] if closed else [(part, False)]
    return tuple(piece for piece in pieces if piece[0])

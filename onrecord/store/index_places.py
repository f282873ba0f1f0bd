"""Which incident each stored sketch is of, and how alike sketches are.

A score asks two readings alone and is stored once; where an incident changes, only it and its neighbours
are read. Who calls this opens the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb
import numpy as np

from onrecord.core.marks import Neighbourhood, Placed, Scored
from onrecord.store.numbers import insert_numbers, pend, temporary


class Places:
    """The places of the sketches of an open record."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def score(self, pairs: Sequence[Scored]) -> None:
        """Stores the scores of pairs that it does not hold."""
        if pairs:
            columns = {
                "one": np.array([pair.one for pair in pairs], dtype=np.int64),
                "two": np.array([pair.two for pair in pairs], dtype=np.int64),
                "score": np.array([pair.score for pair in pairs]),
            }
            insert_numbers(self._connection, "index_pairs", columns, "one, two, score")

    def unplaced(self) -> frozenset[int]:
        """Numbers of the sketches that are in no incident yet, or whose incident lost one."""
        return self._set("SELECT number FROM index_places WHERE incident IS NULL")

    def members(self, incidents: Iterable[int]) -> frozenset[int]:
        """Numbers of the sketches of these incidents."""
        temporary(self._connection, "asked", sorted(incidents))
        return self._set("SELECT number FROM index_places WHERE incident IN (FROM asked)")

    def around(self, moving: Iterable[int], joined_from: float) -> Neighbourhood:
        """The sketches `moving`, and the other incidents with which one of them has a pair that scores
        `joined_from` or more; with all scores among them."""
        self._connection.execute("DROP TABLE IF EXISTS near")
        temporary(self._connection, "moving", sorted(moving))
        self._connection.execute(
            f"""
            CREATE TEMP TABLE near AS
            WITH strong AS (FROM index_pairs WHERE score >= {joined_from}),
            ends AS (
                SELECT two AS number FROM strong WHERE one IN (FROM moving)
                UNION SELECT one FROM strong WHERE two IN (FROM moving)
            ),
            bordering AS (
                SELECT DISTINCT incident FROM index_places
                WHERE number IN (FROM ends) AND number NOT IN (FROM moving)
            )
            SELECT number, report, local, incident FROM index_places
            WHERE number IN (FROM moving) OR incident IN (FROM bordering)
            """
        )
        items = self._connection.execute(
            "SELECT near.number, r.report, local, incident FROM near "
            "JOIN index_reports AS r ON r.number = near.report ORDER BY ALL"
        ).fetchall()
        pairs = self._connection.execute(
            "SELECT one, two, score FROM index_pairs WHERE one IN (SELECT number FROM near) "
            "AND two IN (SELECT number FROM near) ORDER BY one, two"
        ).fetchall()
        return Neighbourhood([Placed(*row) for row in items], [Scored(*row) for row in pairs])

    def place(self, incidents: Iterable[Sequence[Placed]]) -> None:
        """Puts sketches into these incidents. `incidents` hold whole what they hold of the old ones.

        The reports of each that is not one of the old ones are pending afterwards.
        """
        listed = list(incidents)
        sizes: dict[int | None, int] = {}
        for item in (item for one in listed for item in one):
            sizes[item.incident] = sizes.get(item.incident, 0) + 1
        changed = [one for one in listed if not _as_it_was(one, sizes)]
        if not changed:
            return
        first = [min(item.number for item in one) for one in changed]
        columns = {
            "number": np.array([item.number for one in changed for item in one], dtype=np.int64),
            "incident": np.repeat(np.array(first, dtype=np.int64), [len(one) for one in changed]),
        }
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE placed (number INTEGER, incident INTEGER)"
        )
        insert_numbers(self._connection, "placed", columns, "number, incident")
        self._connection.execute(
            "UPDATE index_places SET incident = placed.incident FROM placed "
            "WHERE placed.number = index_places.number"
        )
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE moved AS SELECT DISTINCT report AS number "
            "FROM index_places SEMI JOIN placed USING (number)"
        )
        pend(self._connection, "moved")

    def incidents(self, reports: Iterable[str]) -> dict[str, list[list[bytes]]]:
        """The incidents of these reports, each as its packed sketches, by the first of its reports."""
        rows = self._connection.execute(
            "SELECT incident, r.report, packed FROM index_places AS p "
            "JOIN index_reports AS r ON r.number = p.report "
            "JOIN index_sketches AS s ON s.number = p.number "
            "WHERE r.report IN (SELECT unnest(?)) ORDER BY r.report, local",
            [sorted(reports)],
        ).fetchall()
        home: dict[int, str] = {}
        found: dict[int, list[bytes]] = {}
        for incident, report, packed in rows:
            home.setdefault(incident, report)
            found.setdefault(incident, []).append(packed)
        by_report: dict[str, list[list[bytes]]] = {}
        for incident, report in home.items():
            by_report.setdefault(report, []).append(found[incident])
        return by_report

    def forget(self, gone: str) -> None:
        """Lets go of the sketches of the reports in that table; what was of one incident with them is
        to be placed anew."""
        mine = f"(SELECT number FROM index_places WHERE report IN (FROM {gone}))"
        self._connection.execute(f"DELETE FROM index_pairs WHERE one IN {mine} OR two IN {mine}")
        self._connection.execute(
            "UPDATE index_places SET incident = NULL WHERE incident IN "
            f"(SELECT incident FROM index_places WHERE report IN (FROM {gone}))"
        )
        self._connection.execute(f"DELETE FROM index_places WHERE report IN (FROM {gone})")

    def _set(self, query: str) -> frozenset[int]:
        return frozenset(row[0] for row in self._connection.execute(query).fetchall())


def _as_it_was(one: Sequence[Placed], sizes: dict[int | None, int]) -> bool:
    """Whether an incident is an old one with nothing lost and nothing gained."""
    old = {item.incident for item in one}
    return None not in old and len(old) == 1 and sizes[one[0].incident] == len(one)

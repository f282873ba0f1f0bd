"""The index: which stored reports are alike, by keys, so that new ones need not meet all others.

All is SQL over a few narrow columns. What costs most is one pass over the columns of shingles and keys
for a batch of reports; no pair is looked at that shares no key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import duckdb
import numpy as np
from numpy.typing import NDArray

from onrecord.core.marks import Alike, Marks, SketchPlace
from onrecord.store.index_families import Tied, settled, tied
from onrecord.store.index_places import Places
from onrecord.store.numbers import insert_numbers, one_number, pend, temporary

FURNITURE_DAYS = 14
FURNITURE_TEXTS = 3
"""As in onrecord/group/fingerprints.py, which says how they were chosen; a test holds them together."""

FEW = 12
PART = 0.15
"""Shared shingles, and the share of one report's own, from which two reports are linked as texts: the
least by which grouping tells a copy or a digest."""

MONTH = 31
"""Days of a bucket: near keys are looked up in a report's own and the two beside it."""

NEAR_DAYS = 30
FAR_DAYS = 200
NEAR_SHARED = 2
"""As in onrecord/group/incidents.py and candidates.py."""

UNDATED = -1

REPORT_COLUMNS = ", ".join(
    f"unnest(CAST(CAST(? AS JSON) AS {kind}[]))"
    for kind in ("INTEGER", "VARCHAR", "INTEGER", "UBIGINT", "INTEGER")
)
"""One JSON list a column: row by row a batch took as long as half of its sketches."""


class Index:
    """The index of an open record. Who calls it opens the transaction."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self.places = Places(connection)

    def add(self, marks: Sequence[Marks]) -> None:
        """Takes in the marks of reports that it does not hold, and links alike texts.

        The new reports, and all that a link is found or lost for, are pending afterwards.
        """
        first = self._next("index_reports")
        numbers = range(first, first + len(marks))
        self._insert_reports(marks, numbers)
        self._insert_addresses(marks, numbers)
        self._insert_sketches(marks, numbers)
        fresh = temporary(self._connection, "fresh", numbers)
        self._find_furniture(fresh)
        self._link_texts(fresh)
        self._link_versions(fresh)

    def forget(self, reports: Iterable[str]) -> None:
        """Lets go of reports, which are about to be replaced; those they are linked to, or were made
        with, are pending."""
        rows = self._connection.execute(
            "SELECT number FROM index_reports WHERE report IN (SELECT unnest(?))", [sorted(reports)]
        ).fetchall()
        gone = temporary(self._connection, "gone", [row[0] for row in rows])
        self._unlink(gone, "true")
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE left_behind AS SELECT number FROM index_reports WHERE family "
            f"IN (SELECT family FROM index_reports WHERE number IN (FROM {gone}))"
        )
        pend(self._connection, "left_behind")
        self.places.forget(gone)
        for table in ("index_shingles", "index_sketches", "index_keys", "index_addresses"):
            self._connection.execute(f"DELETE FROM {table} WHERE report IN (FROM {gone})")
        self._connection.execute(f"DELETE FROM index_reports WHERE number IN (FROM {gone})")

    def alike(self, reports: Sequence[str]) -> list[Alike]:
        """Pairs of sketches, one of these reports', that share enough keys to be compared."""
        asked = temporary(self._connection, "asked", self._numbers(reports))
        rows = self._connection.execute(
            f"""
            WITH mine AS (FROM index_keys WHERE report IN (FROM {asked})),
            near AS (
                SELECT key, sketch, report, day, unnest([bucket - 1, bucket, bucket + 1, {UNDATED}])
                    AS bucket
                FROM mine WHERE bucket >= 0
            ),
            met AS (
                SELECT m.sketch AS one, m.report AS first, k.sketch AS two, k.report AS second
                FROM near AS m JOIN index_keys AS k USING (key, bucket)
                WHERE m.report <> k.report AND (k.day IS NULL OR abs(m.day - k.day) <= {NEAR_DAYS})
                UNION ALL
                SELECT m.sketch, m.report, k.sketch, k.report
                FROM mine AS m JOIN index_keys AS k USING (key)
                WHERE m.bucket = {UNDATED} AND k.bucket IS NOT NULL AND m.report <> k.report
            ),
            found AS (
                SELECT one, first, two, second FROM met GROUP BY ALL HAVING count(*) >= {NEAR_SHARED}
                UNION
                SELECT m.sketch, m.report, k.sketch, k.report
                FROM mine AS m JOIN index_keys AS k USING (key)
                WHERE m.bucket IS NULL AND k.bucket IS NULL AND m.report <> k.report
                    AND coalesce(abs(m.day - k.day), 0) <= {FAR_DAYS}
            )
            SELECT DISTINCT least(one, two), if(one < two, first, second),
                greatest(one, two), if(one < two, second, first)
            FROM found ORDER BY ALL
            """
        ).fetchall()
        return [Alike(SketchPlace(a, b), SketchPlace(c, d)) for a, b, c, d in rows]

    def packed(self, pairs: Iterable[Alike]) -> dict[int, bytes]:
        """The packed sketches of these pairs, by number."""
        wanted = temporary(
            self._connection, "wanted", {p.number for a in pairs for p in (a.one, a.two)}
        )
        query = f"SELECT number, packed FROM index_sketches WHERE number IN (FROM {wanted})"
        return dict(self._connection.execute(query).fetchall())

    def decide(self, decisions: Mapping[str, Sequence[str]]) -> None:
        """Links the reports that each decision (by id) speaks of. Those of new decisions, and of such
        as stand no more, are pending."""
        stored = self._connection.execute("FROM index_decisions").fetchall()
        before = set(stored)
        now = {(one, report) for one, reports in decisions.items() for report in reports}
        self._connection.execute("DELETE FROM index_decisions")
        self._connection.execute("DELETE FROM index_links WHERE kind = 'decision'")
        for pair in sorted(now):
            self._connection.execute("INSERT INTO index_decisions VALUES (?, ?)", list(pair))
        changed = sorted({report for _, report in before ^ now})
        if changed:
            pend(self._connection, temporary(self._connection, "changed", self._numbers(changed)))
        if now:
            self._connection.execute(
                "INSERT INTO index_links SELECT DISTINCT least(f, n), greatest(f, n), 'decision' "
                "FROM (SELECT number AS n, min(number) OVER (PARTITION BY decision) AS f "
                "FROM index_decisions JOIN index_reports USING (report)) WHERE f <> n"
            )

    def pending(self) -> int:
        """How many reports of the index are not yet in the record's incidents."""
        return one_number(self._connection, "SELECT count(*) FROM index_reports WHERE pending")

    def tied(self) -> Tied:
        """The ties of the pending reports, and of all that become pending by them."""
        return tied(self._connection)

    def waiting(self) -> list[str]:
        """The ids of the pending reports, in the order in which they were taken in."""
        query = "SELECT report FROM index_reports WHERE pending ORDER BY number"
        return [row[0] for row in self._connection.execute(query).fetchall()]

    def settled(self, families: Sequence[Sequence[str]]) -> None:
        """Takes note that these families of reports are in the record's incidents."""
        settled(self._connection, families)

    def furniture(self, reports: Sequence[str]) -> NDArray[np.uint64]:
        """The shingles of these reports that are site furniture, sorted."""
        asked = temporary(self._connection, "asked", self._numbers(reports))
        found: NDArray[np.uint64] = self._connection.execute(
            "SELECT DISTINCT hash FROM index_shingles SEMI JOIN index_furniture USING (hash) "
            f"WHERE report IN (FROM {asked}) ORDER BY hash"
        ).fetchnumpy()["hash"]
        return np.asarray(found, dtype=np.uint64)

    def _insert_reports(self, marks: Sequence[Marks], numbers: range) -> None:
        columns: list[list[object]] = [
            list(numbers),
            [one.report for one in marks],
            [one.day for one in marks],
            [one.text for one in marks],
            [len(one.shingles) // 8 for one in marks],
        ]
        self._connection.execute(
            f"INSERT INTO index_reports SELECT {REPORT_COLUMNS}, true, NULL",
            [json.dumps(column) for column in columns],
        )
        found = [np.frombuffer(one.shingles, "<u8") for one in marks]
        owner = np.repeat(np.array(numbers, dtype=np.int64), [len(one) for one in found])
        hashes = np.concatenate(found) if found else np.zeros(0, dtype=np.uint64)
        insert_numbers(
            self._connection, "index_shingles", {"hash": hashes, "report": owner}, "hash, report"
        )

    def _insert_addresses(self, marks: Sequence[Marks], numbers: range) -> None:
        rows = [
            (one.address, number)
            for number, one in zip(numbers, marks, strict=True)
            if one.address is not None
        ]
        if rows:
            self._connection.executemany("INSERT INTO index_addresses VALUES (?, ?)", rows)

    def _insert_sketches(self, marks: Sequence[Marks], numbers: range) -> None:
        own = self._next("index_sketches")
        rows, keys, sketches, reports, days, buckets = [], [], [], [], [], []
        for report, one in zip(numbers, marks, strict=True):
            for sketch in one.sketches:
                rows.append((own, report, sketch.local, sketch.packed))
                bucket = UNDATED if one.day is None else one.day // MONTH
                size = len(sketch.near) + len(sketch.far)
                keys += [*sketch.near, *sketch.far]
                buckets += [bucket] * len(sketch.near) + [NO_BUCKET] * len(sketch.far)
                sketches += [own] * size
                reports += [report] * size
                days += [UNDATED if one.day is None else one.day] * size
                own += 1
        if rows:
            numbers_of, reports_of, locals_of, blobs = (list(c) for c in zip(*rows, strict=True))
            self._connection.execute(
                "INSERT INTO index_sketches SELECT unnest(?::INTEGER[]), unnest(?::INTEGER[]), "
                "unnest(?::BLOB[])",
                [numbers_of, reports_of, blobs],
            )
            self._connection.execute(
                "INSERT INTO index_places SELECT unnest(?::INTEGER[]), unnest(?::INTEGER[]), "
                "unnest(?::VARCHAR[]), NULL",
                [numbers_of, reports_of, locals_of],
            )
        columns = {
            "key": np.array(keys, dtype=np.uint64),
            "sketch": np.array(sketches, dtype=np.int64),
            "report": np.array(reports, dtype=np.int64),
            "day": np.array(days, dtype=np.int64),
            "bucket": np.array(buckets, dtype=np.int64),
        }
        chosen = f"key, sketch, report, nullif(day, {UNDATED}), nullif(bucket, {NO_BUCKET})"
        insert_numbers(self._connection, "index_keys", columns, chosen)

    def _find_furniture(self, fresh: str) -> None:
        """Notes what has become furniture; all that hold it are compared anew.

        Of those only the ends of links, old and new, are pending: nothing else asks their shingles.
        """
        self._connection.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE furnished AS
            WITH mine AS (SELECT DISTINCT hash FROM index_shingles WHERE report IN (FROM {fresh}))
            SELECT s.hash FROM index_shingles AS s SEMI JOIN mine USING (hash)
            JOIN index_reports AS r ON r.number = s.report
            WHERE r.day IS NOT NULL AND r.text <> 0 AND s.hash NOT IN (FROM index_furniture)
            GROUP BY s.hash HAVING count(DISTINCT r.text) >= {FURNITURE_TEXTS}
                AND max(r.day) - min(r.day) > {FURNITURE_DAYS}
            """
        )
        self._connection.execute("INSERT INTO index_furniture FROM furnished")
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE changed AS "
            "SELECT DISTINCT report AS number FROM index_shingles SEMI JOIN furnished USING (hash) "
            f"WHERE report NOT IN (FROM {fresh})"
        )
        self._unlink("changed", "kind = 'text'")
        self._connection.execute(f"INSERT INTO {fresh} FROM changed")
        self._connection.execute(
            f"""
            UPDATE index_reports SET size = coalesce(own.size, 0) FROM (
                SELECT f.number, count(s.hash) AS size FROM {fresh} AS f
                LEFT JOIN (FROM index_shingles ANTI JOIN index_furniture USING (hash)) AS s
                    ON s.report = f.number
                GROUP BY f.number
            ) AS own WHERE own.number = index_reports.number
            """
        )

    def _link_texts(self, fresh: str) -> None:
        """Links reports that share as much as a copy or a digest does."""
        self._connection.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE paired AS
            WITH mine AS (
                FROM index_shingles ANTI JOIN index_furniture USING (hash)
                WHERE report IN (FROM {fresh})
            ),
            shared AS (
                SELECT m.report AS one, s.report AS two, count(*) AS many
                FROM index_shingles AS s JOIN mine AS m USING (hash)
                WHERE m.report <> s.report GROUP BY ALL HAVING many >= {FEW}
            )
            SELECT DISTINCT least(one, two) AS one, greatest(one, two) AS two FROM shared
            JOIN index_reports AS a ON a.number = one JOIN index_reports AS b ON b.number = two
            WHERE many >= {PART} * least(a.size, b.size)
            """
        )
        self._connection.execute("INSERT INTO index_links SELECT one, two, 'text' FROM paired")
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE ends AS "
            "SELECT one AS number FROM paired UNION SELECT two FROM paired"
        )
        pend(self._connection, "ends")

    def _link_versions(self, fresh: str) -> None:
        """Links captures of one page, where a new one is among them: all with the first that is held."""
        self._connection.execute(
            f"""
            CREATE OR REPLACE TEMP TABLE paired AS
            WITH mine AS (FROM index_addresses WHERE report IN (FROM {fresh})),
            held AS (SELECT hash, min(report) AS first FROM index_addresses
                SEMI JOIN mine USING (hash) GROUP BY hash)
            SELECT first AS one, report AS two FROM index_addresses JOIN held USING (hash)
            WHERE first < report
            EXCEPT SELECT one, two FROM index_links WHERE kind = 'version'
            """
        )
        self._connection.execute("INSERT INTO index_links SELECT one, two, 'version' FROM paired")
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE ends AS "
            "SELECT one AS number FROM paired UNION SELECT two FROM paired"
        )
        pend(self._connection, "ends")

    def _unlink(self, numbers: str, which: str) -> None:
        """Drops the links of the reports in that table; those at their other ends are pending."""
        linked = f"(one IN (FROM {numbers}) OR two IN (FROM {numbers})) AND {which}"
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE ends AS "
            f"SELECT one AS number FROM index_links WHERE {linked} "
            f"UNION SELECT two FROM index_links WHERE {linked}"
        )
        self._connection.execute(f"DELETE FROM index_links WHERE {linked}")
        pend(self._connection, "ends")

    def _numbers(self, reports: Sequence[str]) -> list[int]:
        rows = self._connection.execute(
            "SELECT number FROM index_reports WHERE report IN (SELECT unnest(?))", [list(reports)]
        ).fetchall()
        return [row[0] for row in rows]

    def _next(self, table: str) -> int:
        """A number greater than all in the table."""
        return one_number(self._connection, f"SELECT coalesce(max(number), 0) + 1 FROM {table}")


NO_BUCKET = -2
"""Stands for null on the way in: a column of numbers has no gaps."""

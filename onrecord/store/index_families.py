"""Families: the reports whose part of the record is made together, since people and copies tie it.

Reports are of one family where one incident is told by both, where they share a text, are captures of one
page or are spoken of by one decision, and where others tie them so. Who calls this opens the transaction.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from onrecord.store.numbers import one_number, pend

Ties = Sequence[tuple[str, str]]

NOW = """
    SELECT one, two FROM index_links
    UNION ALL
    SELECT min(report) OVER (PARTITION BY incident), report FROM index_places
    WHERE incident IS NOT NULL
"""
BEFORE = "SELECT family, number FROM index_reports WHERE family IS NOT NULL"
"""Pairs of reports that are of one family, or were when they were last made. Of an incident or a former
family all are tied to its first."""


@dataclass(frozen=True, slots=True)
class Tied:
    """Ties between pending reports, by their ids: those of families, and of what were families."""

    now: Ties
    before: Ties


def tied(connection: duckdb.DuckDBPyConnection) -> Tied:
    """The ties of the pending reports and of all that are, or were, of a family with one.

    Those become pending too: a family is made anew whole, and what was one is removed whole.
    """
    connection.execute("CREATE OR REPLACE TEMP TABLE ties (one INTEGER, two INTEGER, now BOOLEAN)")
    for query, now in ((NOW, "true"), (BEFORE, "false")):
        connection.execute(
            f"INSERT INTO ties SELECT *, {now} FROM ({query}) AS t(a, b) WHERE a <> b"
        )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE reached AS SELECT number FROM index_reports WHERE pending"
    )
    reached = -1
    while reached != (reached := one_number(connection, "SELECT count(*) FROM reached")):
        connection.execute(
            "INSERT INTO reached SELECT number FROM ("
            "SELECT two AS number FROM ties WHERE one IN (FROM reached) "
            "UNION SELECT one FROM ties WHERE two IN (FROM reached)"
            ") WHERE number NOT IN (FROM reached)"
        )
    pend(connection, "reached")
    found: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
    rows = connection.execute(
        "SELECT DISTINCT now, a.report, b.report FROM ties "
        "JOIN index_reports AS a ON a.number = one JOIN index_reports AS b ON b.number = two "
        "WHERE one IN (FROM reached)"
    ).fetchall()
    for now, one, two in rows:
        found[now].append((one, two))
    return Tied(found[True], found[False])


def settled(connection: duckdb.DuckDBPyConnection, families: Sequence[Sequence[str]]) -> None:
    """Takes note that these families are in the record's incidents."""
    rows = [[report, at] for at, family in enumerate(families) for report in family]
    columns = [json.dumps(column) for column in zip(*rows, strict=True)]
    if not columns:
        return
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE made AS SELECT number, "
        "min(number) OVER (PARTITION BY place) AS family FROM index_reports JOIN ("
        "SELECT unnest(CAST(CAST(? AS JSON) AS VARCHAR[])) AS report, "
        "unnest(CAST(CAST(? AS JSON) AS INTEGER[])) AS place) USING (report)",
        columns,
    )
    connection.execute(
        "UPDATE index_reports SET pending = false, family = made.family FROM made "
        "WHERE made.number = index_reports.number"
    )

"""Exchanging a part of the record: the incidents, entities and reports that hang together, anew."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

import duckdb

from onrecord.core.contract import Json
from onrecord.core.record import RecordContents, RecordEntity
from onrecord.core.record_contract import record_entity_json
from onrecord.core.rows import Rows, contents_rows
from onrecord.core.tables import RECORD_TABLES
from onrecord.store.load import BY_NAME
from onrecord.store.write import insert, insert_rows

NAME_TYPES = ("VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR[]", "VARCHAR", "INTEGER", "VARCHAR")
NAME_COLUMNS = ", ".join(f"unnest(CAST(CAST(? AS JSON) AS {kind}[]))" for kind in NAME_TYPES)


def exchange(
    connection: duckdb.DuckDBPyConnection,
    reports: Sequence[str],
    contents: Sequence[RecordContents],
    everywhere: Collection[str],
) -> None:
    """Puts contents in the place of all that the record held of these reports.

    Each of `contents` is made of reports that hang together, and the old ones hung together with none
    but `reports`. `everywhere` are the ids of places and outlets: they have a row each for the whole
    record, made of what each part says. Who calls this opens the transaction.
    """
    touched = _remove(connection, reports) | set(everywhere)
    rows: Rows = {}
    for part in contents:
        for table, found in _rows(part, everywhere).items():
            rows.setdefault(table, []).extend(found)
    insert_rows(connection, rows)
    _insert_names(connection, [row for part in contents for row in _names(part, everywhere)])
    _renew(connection, sorted(touched))


def number_incidents(connection: duckdb.DuckDBPyConnection) -> None:
    """Gives the incidents their places in the record's list: those with most reports first."""
    connection.execute(
        """
        UPDATE incidents SET position = ranked.place FROM (
            SELECT id, row_number() OVER (ORDER BY len(reports) DESC, id) - 1 AS place FROM incidents
        ) AS ranked WHERE ranked.id = incidents.id AND ranked.place <> position
        """
    )


def _remove(connection: duckdb.DuckDBPyConnection, reports: Sequence[str]) -> set[str]:
    """Removes what the record held of these reports; returns the places and outlets among it."""
    given = "(SELECT unnest(?))"
    incidents = _ids(
        connection, f"SELECT incident FROM incident_reports WHERE report IN {given}", reports
    )
    mentioned = _ids(
        connection, f"SELECT entity FROM record_mentions WHERE report IN {given}", reports
    )
    shared = _ids(connection, f"SELECT entity FROM index_names WHERE anchor IN {given}", reports)
    gone = {"incident": incidents, "report": reports}
    for table in RECORD_TABLES:
        column = next((c.name for c in table.columns if c.name in gone), "")
        if column:
            connection.execute(
                f"DELETE FROM {table.name} WHERE {column} IN {given}", [gone[column]]
            )
    owned = sorted(set(mentioned) - set(shared))
    for name, ids in (("incidents", incidents), ("reports", reports), ("record_entities", owned)):
        connection.execute(f"DELETE FROM {name} WHERE id IN {given}", [list(ids)])
    connection.execute(f"DELETE FROM index_names WHERE anchor IN {given}", [list(reports)])
    return set(shared)


def _ids(connection: duckdb.DuckDBPyConnection, query: str, reports: Sequence[str]) -> list[str]:
    return sorted({row[0] for row in connection.execute(query, [list(reports)]).fetchall()})


def _rows(part: RecordContents, everywhere: Collection[str]) -> Rows:
    """The rows of a part; mentions of places and outlets in no other order than their own."""
    rows = contents_rows(part)
    rows["record_entities"] = [r for r in rows["record_entities"] if r["id"] not in everywhere]
    for row in rows["record_mentions"]:
        if row["entity"] in everywhere:
            row["position"] = 0
    return rows


def _names(part: RecordContents, everywhere: Collection[str]) -> list[tuple[object, ...]]:
    """What these reports call places and outlets: rows of `index_names`."""
    anchor = min(report.report.id for report in part.reports)
    return [
        (
            entity.id,
            anchor,
            entity.name,
            list(entity.also),
            entity.kind,
            max(1, len(entity.mentions)),
            json.dumps(_bare(entity), sort_keys=True),
        )
        for entity in part.entities
        if entity.id in everywhere
    ]


def _insert_names(
    connection: duckdb.DuckDBPyConnection, rows: Sequence[tuple[object, ...]]
) -> None:
    """All at once, one JSON list a column: row by row it took as long as reconciling."""
    columns = [json.dumps(column) for column in zip(*rows, strict=True)]
    if columns:
        connection.execute(f"INSERT INTO index_names SELECT {NAME_COLUMNS}", columns)


def _bare(entity: RecordEntity) -> Json:
    """An entity's row without what the whole record gives it."""
    left_out = ("mentions", "name", "also", "kind")
    return {k: v for k, v in record_entity_json(entity).items() if k not in left_out}


def _renew(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> None:
    """Makes the rows of these places and outlets anew from what all parts call them: the commonest
    name and kind (ties: the first), all others beside it."""
    connection.execute("DELETE FROM record_entities WHERE id IN (SELECT unnest(?))", [list(ids)])
    found = connection.execute(
        """
        WITH told AS (FROM index_names WHERE entity IN (SELECT unnest(?))),
        names AS (SELECT entity, name AS best FROM told GROUP BY entity, name
            QUALIFY row_number() OVER (PARTITION BY entity ORDER BY sum(times) DESC, name) = 1),
        kinds AS (SELECT entity, kind AS best FROM told GROUP BY entity, kind
            QUALIFY row_number() OVER (PARTITION BY entity ORDER BY sum(times) DESC, kind) = 1),
        spellings AS (
            SELECT entity, list_sort(list(DISTINCT one)) AS every
            FROM (SELECT entity, unnest(list_append(also, name)) AS one FROM told) GROUP BY entity
        ),
        own AS (SELECT entity, min("row") AS "row" FROM told GROUP BY entity)
        SELECT own."row", names.best, kinds.best, list_filter(every, lambda s: s <> names.best)
        FROM own JOIN names USING (entity) JOIN kinds USING (entity) JOIN spellings USING (entity)
        ORDER BY entity
        """,
        [list(ids)],
    ).fetchall()
    rows = [
        json.loads(row) | {"name": name, "kind": kind, "also": list(also)}
        for row, name, kind, also in found
    ]
    insert(connection, BY_NAME["record_entities"], rows)

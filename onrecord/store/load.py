"""Reading rows back: tables to the contract's JSON to the nouns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from onrecord.core.contract import Json
from onrecord.core.record import Incident, RecordEntity, RecordReport
from onrecord.core.record_contract import (
    record_entity_from,
    record_incident_from,
    record_report_from,
)
from onrecord.core.tables import JSON, TABLES, Table

BY_NAME = {table.name: table for table in TABLES}


def order_of(table: Table) -> str:
    """The order in which a table's rows are given: its key's."""
    return ", ".join(f'"{name}" NULLS FIRST' for name in table.key)


def fetch(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    *,
    where: str = "true",
    parameters: Sequence[object] = (),
) -> list[Json]:
    """A table's rows in the order of its key, JSON columns parsed.

    A column that the file lacks, since an older On Record made it, is null.
    """
    table = BY_NAME[name]
    stored = columns_of(connection, name)
    columns = ", ".join(
        f'"{column.name}"' if column.name in stored else "NULL" for column in table.columns
    )
    query = f"SELECT {columns} FROM {name} WHERE {where} ORDER BY {order_of(table)}"
    names = [column.name for column in table.columns]
    parsed = [column.name for column in table.columns if column.type == JSON]
    rows = [
        dict(zip(names, row, strict=True))
        for row in connection.execute(query, list(parameters)).fetchall()
    ]
    for row in rows:
        for column in parsed:
            row[column] = None if row[column] is None else json.loads(row[column])
    return rows


def columns_of(connection: duckdb.DuckDBPyConnection, name: str) -> frozenset[str]:
    """Names of the columns that a table of the file has."""
    rows = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [name]
    ).fetchall()
    return frozenset(row[0] for row in rows)


def load_reports(
    connection: duckdb.DuckDBPyConnection, ids: Sequence[str] | None = None
) -> tuple[RecordReport, ...]:
    """The record's reports, or those with these ids."""
    rows = fetch(connection, "reports", **_of("id", ids))
    return tuple(record_report_from(row) for row in rows)


def load_entities(connection: duckdb.DuckDBPyConnection) -> tuple[RecordEntity, ...]:
    """The record's entities with their mentions."""
    mentions = _grouped(fetch(connection, "record_mentions"), "entity")
    rows = fetch(connection, "record_entities")
    return tuple(
        record_entity_from(_without_place(row) | {"mentions": mentions[(row["id"],)]})
        for row in rows
    )


def load_incidents(
    connection: duckdb.DuckDBPyConnection, ids: Sequence[str] | None = None
) -> tuple[Incident, ...]:
    """The record's incidents in its order, or those with these ids."""
    parts = {name: fetch(connection, name, **_of("incident", ids)) for name in PARTS}
    claims = _grouped(parts["claims"], "incident", "part", "finding", "place")
    findings = _grouped(_whole_findings(parts, claims), "incident")
    statements = _grouped(parts["record_statements"], "incident")
    questions = _grouped(_with_claims(parts["questions"], claims, "question"), "incident")
    timeline = _grouped(_with_claims(parts["timeline"], claims, "timeline"), "incident")
    rows = fetch(connection, "incidents", **_of("id", ids))
    return tuple(
        record_incident_from(
            row
            | {
                "findings": findings[(row["id"],)],
                "questions": questions[(row["id"],)],
                "timeline": timeline[(row["id"],)],
                "statements": statements[(row["id"],)],
            }
        )
        for row in sorted(rows, key=lambda row: int(row["position"]))
    )


PARTS = (
    "findings",
    "coded",
    "alternatives",
    "claims",
    "questions",
    "timeline",
    "record_statements",
)
"""Tables whose rows belong to an incident."""

Grouped = defaultdict[tuple[Any, ...], list[Json]]


def _of(column: str, ids: Sequence[str] | None) -> dict[str, Any]:
    if ids is None:
        return {}
    return {"where": f"{column} IN (SELECT unnest(?))", "parameters": [list(ids)]}


def _grouped(rows: Iterable[Json], *columns: str) -> Grouped:
    groups: Grouped = defaultdict(list)
    for row in rows:
        groups[tuple(row[column] for column in columns)].append(row)
    return groups


def _with_claims(rows: list[Json], claims: Grouped, part: str) -> list[Json]:
    return [
        row | {"claims": claims[(row["incident"], part, None, row["position"])]} for row in rows
    ]


def _whole_findings(parts: dict[str, list[Json]], claims: Grouped) -> list[Json]:
    """Findings with their claims, alternatives and coded values."""
    coded = _grouped(parts["coded"], "incident", "finding")
    others = [
        row | {"claims": claims[(row["incident"], "alternative", row["finding"], row["position"])]}
        for row in parts["alternatives"]
    ]
    alternatives = _grouped(others, "incident", "finding")
    return [
        row
        | {
            "claims": claims[(row["incident"], "finding", row["id"], 0)],
            "alternatives": alternatives[(row["incident"], row["id"])],
            "coded": _codebooks(coded[(row["incident"], row["id"])]),
        }
        for row in parts["findings"]
    ]


def _codebooks(rows: list[Json]) -> Json | None:
    if not rows:
        return None
    books: Json = {}
    for row in rows:
        book = books.setdefault(row["codebook"], {"why": row["why"]})
        if row["name"] is not None:
            book[row["name"]] = row["value"]
    return books


def _without_place(row: Json) -> Json:
    """Without the empty columns of an entity that the gazetteer does not know."""
    if row["latitude"] is not None:
        return row
    return {name: value for name, value in row.items() if name != "latitude"}

"""The overview: one row an incident with what the table, the map and the timeline show.

Made once for each state of the record and kept in memory: filters and sorting then cost
milliseconds. Ten thousand reports make some two thousand rows.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from onrecord.core.values import number_bounds, value_from_json
from onrecord.export.words import calm, date_words, value_words

COUNTS = ("incident.killed", "incident.injured")
KEY_FIELDS = ("incident.place", "incident.date", *COUNTS)
SPARK_POINTS = 24
"""Points of a sparkline at most: it is 80 pixels wide."""


@dataclass(frozen=True, slots=True)
class Count:
    """A toll in the table: its words, its lowest and highest number, its status."""

    words: str
    low: int
    high: int
    status: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an incident happened; degrees are None where the gazetteer does not know it."""

    name: str
    country: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One incident in the overview. `spark`: (days since the first figure, killed) of each report."""

    id: str
    position: int
    type: str
    type_words: str
    title: str
    place: Place | None
    date: str
    date_words: str
    killed: Count | None
    injured: Count | None
    reports: int
    outlets: tuple[str, ...]
    copies: int
    origins: int
    findings: int
    disputed: int
    first_report: str
    last_report: str
    spark: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All rows, in the record's order, with what the filters offer."""

    rows: tuple[Row, ...]
    types: tuple[tuple[str, str, int], ...]
    outlets: tuple[str, ...]
    reports: int
    entities: int
    rejections: int
    of_report: Mapping[str, tuple[str, ...]]
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Parts:
    places: Mapping[str, Place]
    findings: Mapping[str, list[tuple[Any, ...]]]
    totals: Mapping[str, tuple[int, int, int]]
    reports: Mapping[str, tuple[list[str], int, str, str]]
    sparks: Mapping[str, tuple[tuple[float, int], ...]]


def make_overview(connection: duckdb.DuckDBPyConnection) -> Overview:
    """The overview of a record."""
    parts = _Parts(
        _places(connection),
        _findings(connection),
        _totals(connection),
        _reports(connection),
        _sparks(connection),
    )
    incidents = connection.execute(
        "SELECT id, position, type, title FROM incidents ORDER BY position"
    ).fetchall()
    rows = tuple(_row(*incident, parts=parts) for incident in incidents)
    kinds = Counter((row.type, row.type_words) for row in rows)
    outlets = sorted({outlet for row in rows for outlet in row.outlets}, key=str.casefold)
    return Overview(
        rows,
        tuple((t, w, n) for (t, w), n in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))),
        tuple(outlets),
        _number(connection, "SELECT count(*) FROM reports"),
        _number(connection, "SELECT count(*) FROM record_entities"),
        _number(connection, "SELECT count(*) FROM rejections"),
        _of_report(connection),
        frozenset(row.id for row in rows),
    )


def _row(incident: str, position: int, kind: str, title: str, *, parts: _Parts) -> Row:
    findings = parts.findings.get(incident, [])
    total = parts.totals.get(incident, (0, 0, 0))
    outlets, copies, first, last = parts.reports.get(incident, ([], 0, "", ""))
    date = _date(findings)
    return Row(
        id=incident,
        position=position,
        type=kind,
        type_words=kind.replace("_", " "),
        title=title,
        place=_place(findings, parts.places),
        date=date,
        date_words=date_words(date) if date else "",
        killed=_count(findings, "incident.killed"),
        injured=_count(findings, "incident.injured"),
        reports=len(outlets),
        outlets=tuple(sorted({o for o in outlets if o})),
        copies=copies,
        origins=total[2],
        findings=total[0],
        disputed=total[1],
        first_report=first,
        last_report=last,
        spark=parts.sparks.get(incident, ()),
    )


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0


def _places(connection: duckdb.DuckDBPyConnection) -> dict[str, Place]:
    rows = connection.execute(
        "SELECT id, kind, name, coalesce(country, ''), latitude, longitude FROM record_entities"
        " WHERE id IN (SELECT json_extract_string(value, '$') FROM findings"
        " WHERE field = 'incident.place')"
    ).fetchall()
    return {row[0]: Place(calm(row[2], row[1]), *row[3:]) for row in rows}


def _findings(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """Field, value, low, high, status, origins and whether the attackers are counted."""
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    rows = connection.execute(
        "SELECT incident, field, value, low, high, status, len(origins), includes_perpetrators"
        " FROM findings WHERE field IN (SELECT unnest(?)) AND status <> 'denied'"
        " ORDER BY incident, position",
        [list(KEY_FIELDS)],
    ).fetchall()
    for row in rows:
        found[row[0]].append((row[1], json.loads(row[2]), *row[3:]))
    return found


def _totals(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int, int]]:
    """Findings, disputed findings and origins of each incident."""
    rows = connection.execute(
        "SELECT incident, count(*), count(*) FILTER (status = 'disputed'),"
        " len(list_distinct(flatten(list(origins)))) FROM findings GROUP BY incident"
    ).fetchall()
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _reports(
    connection: duckdb.DuckDBPyConnection,
) -> dict[str, tuple[list[str], int, str, str]]:
    """Outlets (one a report), copies, first and last day of each incident's reports."""
    rows = connection.execute(
        "SELECT i.incident, list(coalesce(r.outlet, '')), count(r.copy_of),"
        " coalesce(min(r.published), ''), coalesce(max(r.published), '')"
        " FROM incident_reports i JOIN reports r ON r.id = i.report GROUP BY i.incident"
    ).fetchall()
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def _sparks(
    connection: duckdb.DuckDBPyConnection,
) -> dict[str, tuple[tuple[float, int], ...]]:
    """The killed as they were reported: one point a date and number, copies left out."""
    rows = connection.execute(
        "SELECT DISTINCT c.incident, epoch(try_cast(c.published AS TIMESTAMPTZ)) / 86400, c.value"
        " FROM claims c JOIN findings f ON f.incident = c.incident AND f.id = c.finding"
        " JOIN reports r ON r.id = c.report WHERE f.field = 'incident.killed'"
        " AND r.copy_of IS NULL AND try_cast(c.published AS TIMESTAMPTZ) IS NOT NULL"
        " ORDER BY 1, 2, 3"
    ).fetchall()
    found: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for incident, day, value in rows:
        number = _lowest(json.loads(value))
        if number is not None:
            found[incident].append((day, number))
    return {incident: _from_first(points) for incident, points in found.items()}


def _from_first(points: list[tuple[float, int]]) -> tuple[tuple[float, int], ...]:
    step = -(-len(points) // SPARK_POINTS)
    kept = points[:: step or 1]
    return tuple((round(day - points[0][0], 3), number) for day, number in kept)


def _lowest(data: Any) -> int | None:
    bounds = number_bounds(value_from_json(data))
    if bounds is None:
        return None
    return bounds.low if bounds.low is not None else bounds.high


def _of_report(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, ...]]:
    """Report id → incident ids."""
    rows = connection.execute("SELECT id, incidents FROM reports").fetchall()
    return {row[0]: tuple(row[1]) for row in rows}


def _date(findings: Iterable[tuple[Any, ...]]) -> str:
    """The day with the most origins; of a period its first."""
    dates = [f for f in findings if f[0] == "incident.date"]
    if not dates:
        return ""
    value = max(dates, key=lambda f: f[5])[1]
    return str(value["from"] if isinstance(value, dict) else value)


def _place(findings: Iterable[tuple[Any, ...]], places: Mapping[str, Place]) -> Place | None:
    """The place with the most origins; before all others one that can be drawn."""
    given = [(places[f[1]], f[5]) for f in findings if f[0] == "incident.place" and f[1] in places]
    drawn = [pair for pair in given if pair[0].latitude is not None]
    return max(drawn or given, key=lambda pair: pair[1])[0] if given else None


def _count(findings: Iterable[tuple[Any, ...]], field: str) -> Count | None:
    """The toll with the most origins, one without the attackers before one with them."""
    those = [f for f in findings if f[0] == field]
    if not those:
        return None
    best = max(those, key=lambda f: (f[5], f[6] is not True))
    number = _lowest(best[1]) or 0
    return Count(
        words=value_words(field, value_from_json(best[1]), {}),
        low=number if best[2] is None else best[2],
        high=number if best[3] is None else best[3],
        status=best[4],
    )

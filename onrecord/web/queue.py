"""The queue: values that nobody has ruled on, the most disputed, least certain or newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass

from onrecord.core.values import value_from_json
from onrecord.export.words import STATUS_WORDS, label, upper_first, value_words
from onrecord.web.desk import Desk, Snapshot

PAGE = 40
ORDERS = (
    ("disputed", "Most disputed"),
    ("uncertain", "Least certain"),
    ("newest", "Newest"),
)
KINDS_FIRST = (
    "incident.killed",
    "incident.injured",
    "incident.date",
    "incident.place",
    "incident.type",
)
"""Fields that a table of incidents shows: they come before others that are as disputed."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A value that waits. `why` says in words what puts it here."""

    incident: str
    title: str
    finding: str
    label: str
    subject: str
    words: str
    status: str
    status_words: str
    why: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The queue, or a part of it. `done` is how many values have been ruled on."""

    order: str
    orders: tuple[tuple[str, str], ...]
    lines: tuple[QueueLine, ...]
    waiting: int
    done: int
    page: int
    pages: int


QUERY = """
    WITH sure AS (
        SELECT incident, finding, min(confidence) AS confidence,
            count(*) FILTER (certainty <> 'stated') AS doubtful, max(published) AS newest
        FROM claims WHERE part = 'finding' GROUP BY incident, finding
    ), other AS (
        SELECT incident, finding, sum(len(origins)) AS against
        FROM alternatives WHERE relation = 'disputed' GROUP BY incident, finding
    )
    SELECT f.incident, f.id, f.field, f.subject, f.value, f.status, len(f.origins),
        coalesce(o.against, 0), coalesce(s.confidence, 1), coalesce(s.doubtful, 0),
        coalesce(s.newest, '')
    FROM findings f
    LEFT JOIN sure s ON s.incident = f.incident AND s.finding = f.id
    LEFT JOIN other o ON o.incident = f.incident AND o.finding = f.id
    WHERE f.id NOT IN (SELECT unnest($1))
    ORDER BY {order}, list_position($2, f.field) NULLS LAST, f.incident, f.position
    LIMIT {limit} OFFSET {offset}
"""
BY = {
    "disputed": "(f.status = 'disputed') DESC, least(len(f.origins), coalesce(o.against, 0)) DESC,"
    " coalesce(o.against, 0) DESC",
    "uncertain": "(f.status = 'denied'), len(f.origins), coalesce(s.doubtful, 0) DESC,"
    " round(coalesce(s.confidence, 1), 1)",
    "newest": "coalesce(s.newest, '') DESC",
}
"""A dispute is the greater the more origins stand on its weaker side: one against five is less open
than three against three."""


def queue_page(desk: Desk, order: str, page: int, *, coder: str = "") -> QueuePage:
    """The queue. In a first pass it is the coder's own."""
    order = order if order in BY else "disputed"
    snapshot = desk.snapshot
    done = sorted(
        {
            d.about.finding
            for d in desk.decisions.standing
            if d.about.finding and (d.stage == "final" or (coder and d.who == coder))
        }
    )
    total = snapshot.rows(
        "SELECT count(*), count(*) FILTER (id IN (SELECT unnest(?))) FROM findings", [done]
    )[0]
    pages = max(1, -(-(total[0] - total[1]) // PAGE))
    page = min(max(1, page), pages)
    query = QUERY.format(order=BY[order], limit=PAGE, offset=(page - 1) * PAGE)
    rows = snapshot.rows(query, [done, list(KINDS_FIRST)])
    return QueuePage(
        order=order,
        orders=ORDERS,
        lines=_lines(snapshot, rows),
        waiting=total[0] - total[1],
        done=total[1],
        page=page,
        pages=pages,
    )


def _lines(snapshot: Snapshot, rows: list[tuple[object, ...]]) -> tuple[QueueLine, ...]:
    values = [json.loads(str(row[4])) for row in rows]
    ids = {str(row[3]) for row in rows} | {v for v in values if isinstance(v, str)}
    names = {e.id: e.name for e in snapshot.entities(sorted(ids))}
    titles = {row.id: row.title for row in snapshot.overview.rows}
    return tuple(
        QueueLine(
            incident=str(row[0]),
            title=titles.get(str(row[0]), ""),
            finding=str(row[1]),
            label=upper_first(label(str(row[2]))),
            subject=names.get(str(row[3]), ""),
            words=upper_first(value_words(str(row[2]), value_from_json(value), names)),
            status=str(row[5]),
            status_words=STATUS_WORDS[str(row[5])],
            why=_why(row),
        )
        for row, value in zip(rows, values, strict=True)
    )


def _why(row: tuple[object, ...]) -> str:
    origins, against = int(str(row[6])), int(str(row[7]))
    if row[5] == "disputed" and against:
        return f"{origins} for it, {against} for another value"
    if int(str(row[9])):
        return f"{origins} {'origin' if origins == 1 else 'origins'}, not all of them certain"
    return f"{origins} {'origin' if origins == 1 else 'origins'}"

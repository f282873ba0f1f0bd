"""The list of incidents: what the page shows, filtered, sorted and cut into pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.store.decisions_replay import homes
from onrecord.web.ask import FEW_ORIGINS, Ask
from onrecord.web.desk import Desk
from onrecord.web.drawing import Line, Map, Spark, draw_line, draw_map, spark
from onrecord.web.overview import Overview, Row
from onrecord.web.search import MOST

PAGE = 50
"""Rows of a page: three screens."""


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """A row of the table. `reviewed`: decisions that stand; `pieces`: an excerpt of the search."""

    row: Row
    spark: Spark | None
    reviewed: int
    pieces: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """The list of incidents. `found` is how many fit the filters, `total` how many there are."""

    ask: Ask
    troubles: tuple[str, ...]
    lines: tuple[IncidentLine, ...]
    found: int
    total: int
    pages: int
    reports: int
    search_cut: bool
    types: tuple[tuple[str, str, int], ...]
    outlets: tuple[str, ...]
    map: Map | None
    timeline: Line | None


def incidents_page(desk: Desk, ask: Ask, troubles: Sequence[str] = ()) -> IncidentsPage:
    """The page that is asked for; beyond the last page the last one."""
    overview = desk.snapshot.overview
    reviewed = _reviewed(desk, overview)
    hits = desk.search.find(ask.q) if ask.q else ()
    best = _best(hits, overview)
    rows = _sorted([r for r in overview.rows if _fits(r, ask, reviewed, best)], ask, best)
    pages = max(1, -(-len(rows) // PAGE))
    page = min(ask.page, pages)
    shown = rows[(page - 1) * PAGE : page * PAGE] if ask.view == "table" else []
    pieces = desk.search.excerpts(ask.q, (best[r.id] for r in shown if r.id in best))
    return IncidentsPage(
        ask=ask,
        troubles=tuple(troubles),
        lines=tuple(
            IncidentLine(
                r, spark(r.spark), reviewed.get(r.id, 0), pieces.get(best.get(r.id, ""), ())
            )
            for r in shown
        ),
        found=len(rows),
        total=len(overview.rows),
        pages=pages,
        reports=overview.reports,
        search_cut=len(hits) >= MOST,
        types=overview.types,
        outlets=overview.outlets,
        map=draw_map(rows) if ask.view == "map" else None,
        timeline=draw_line(rows) if ask.view == "timeline" else None,
    )


def _reviewed(desk: Desk, overview: Overview) -> dict[str, int]:
    """Decisions that stand, by the incident that has their reports now."""
    final = [d for d in desk.decisions.standing if d.stage == "final"]
    those = homes(final, overview.of_report, overview.ids)
    return {incident: len(decisions) for incident, decisions in those.items()}


def _best(hits: Sequence[str], overview: Overview) -> dict[str, str]:
    """The best report of each incident that leads on it, the best incident first."""
    found: dict[str, str] = {}
    for report in hits:
        for incident in overview.of_report.get(report, ())[:1]:
            found.setdefault(incident, report)
    return found


def _fits(row: Row, ask: Ask, reviewed: Mapping[str, int], best: Mapping[str, str]) -> bool:
    """Whether the row passes all filters."""
    return (
        (not ask.q or row.id in best)
        and (not ask.type or row.type == ask.type)
        and (not ask.outlet or ask.outlet in row.outlets)
        and (not ask.place or _in_place(row, ask.place))
        and _in_time(row, ask)
        and (ask.killed is None or (row.killed is not None and row.killed.high >= ask.killed))
        and (ask.injured is None or (row.injured is not None and row.injured.high >= ask.injured))
        and (not ask.disputed or row.disputed > 0)
        and (not ask.unreviewed or not reviewed.get(row.id))
        and (not ask.few or row.origins <= FEW_ORIGINS)
    )


def _in_place(row: Row, asked: str) -> bool:
    """Whether a part of the place's name, or its country's code, is asked for."""
    if row.place is None:
        return False
    return row.place.country == asked.upper() or plain(asked) in plain(row.place.name)


def plain(words: str) -> str:
    """Words without case and marks: "Klaipėda" as "klaipeda"."""
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def _in_time(row: Row, ask: Ask) -> bool:
    if not ask.since and not ask.to:
        return True
    day = row.date or row.first_report[:10]
    return (
        bool(day) and day >= ask.since[: len(day)] and (not ask.to or day[: len(ask.to)] <= ask.to)
    )


def _sorted(rows: list[Row], ask: Ask, best: Mapping[str, str]) -> list[Row]:
    """The rows in order: by what is asked; a search's own order is the best hit first."""
    if ask.q and ask.sort == "latest":
        places = {incident: place for place, incident in enumerate(best)}
        return sorted(rows, key=lambda r: places[r.id])
    key = KEYS[ask.sort]
    words = ask.sort in ("title", "place", "type")
    return sorted(sorted(rows, key=lambda r: r.position), key=key, reverse=ask.up is words)


KEYS: Mapping[str, Callable[[Row], tuple[bool, str | int]]] = {
    "latest": lambda r: (True, r.last_report),
    "date": lambda r: (bool(r.date), r.date),
    "killed": lambda r: (r.killed is not None, r.killed.high if r.killed else 0),
    "injured": lambda r: (r.injured is not None, r.injured.high if r.injured else 0),
    "reports": lambda r: (True, r.reports),
    "origins": lambda r: (True, r.origins),
    "disputed": lambda r: (True, r.disputed),
    "title": lambda r: (False, plain(r.title)),
    "place": lambda r: (r.place is None, plain(r.place.name if r.place else "")),
    "type": lambda r: (False, r.type),
}
"""Numbers and dates come the largest first, words from a to z, until the order is turned round."""

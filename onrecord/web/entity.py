"""People and bodies over all incidents: what they said, what is said of them, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.contract import spans_from
from onrecord.core.values import value_from_json
from onrecord.errors import RecordNotFound
from onrecord.export.context import Piece, Sentences
from onrecord.export.eye import spans_words
from onrecord.export.words import STANCE_WORDS, STATUS_WORDS, date_words, label, value_words
from onrecord.store.load import fetch
from onrecord.web.desk import Desk, Snapshot
from onrecord.web.finding import Choice
from onrecord.web.incident import Ruled, cut, ruled

KINDS = ("person", "group", "organisation", "outlet", "place", "facility", "weapon", "vehicle")
PAGE = 60
MOST_SAID = 120
"""Statements of one page: the rest is told, and the incidents' pages have all."""


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity in the list."""

    id: str
    name: str
    kind: str
    also: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class EntitiesPage:
    """The list of people, bodies and things."""

    q: str
    kind: str
    kinds: tuple[str, ...]
    lines: tuple[EntityLine, ...]
    found: int
    page: int
    pages: int


def entities_page(desk: Desk, q: str, kind: str, page: int) -> EntitiesPage:
    """Entities with these letters in their name, those in the most reports first."""
    kinds = [kind] if kind in KINDS else ["person", "organisation", "group"]
    like = f"%{q.replace('%', '').replace('_', '')}%"
    where = (
        "e.kind IN (SELECT unnest($1)) AND (strip_accents(e.name) ILIKE strip_accents($2)"
        " OR len(list_filter(e.also, lambda n: strip_accents(n) ILIKE strip_accents($2))) > 0)"
    )
    found = desk.snapshot.rows(
        f"SELECT count(*) FROM record_entities e WHERE {where}", [kinds, like]
    )
    pages = max(1, -(-int(found[0][0]) // PAGE))
    page = min(max(1, page), pages)
    rows = desk.snapshot.rows(
        "SELECT e.id, e.name, e.kind, e.also, coalesce(m.n, 0) FROM record_entities e LEFT JOIN"
        " (SELECT entity, count(DISTINCT report) AS n FROM record_mentions GROUP BY entity) m"
        f" ON m.entity = e.id WHERE {where} ORDER BY 5 DESC, 2, 1 LIMIT {PAGE} OFFSET {(page - 1) * PAGE}",
        [kinds, like],
    )
    return EntitiesPage(
        q=q,
        kind=kind if kind in KINDS else "",
        kinds=KINDS,
        lines=tuple(EntityLine(r[0], r[1], r[2], tuple(r[3] or ()), r[4]) for r in rows),
        found=int(found[0][0]),
        page=page,
        pages=pages,
    )


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A statement: by whom, in which report and incident, with its sentence."""

    stance: str
    certainty: str
    report: str
    outlet: str
    date: str
    at: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class OfLine:
    """A value that is said of somebody: how many origins, by whom, in which incident."""

    incident: str
    title: str
    finding: str
    label: str
    words: str
    status: str
    status_words: str
    origins: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """One person or body over all incidents."""

    id: str
    name: str
    kind: str
    also: tuple[str, ...]
    voice: Choice | None
    reason: str
    place: str
    said: tuple[SaidLine, ...]
    said_more: int
    of: tuple[OfLine, ...]
    parts: tuple[OfLine, ...]
    reports: tuple[Choice, ...]
    alike: tuple[Choice, ...]
    decisions: tuple[Ruled, ...]


def entity_page(desk: Desk, entity: str) -> EntityPage:
    """The page of one entity.

    Raises:
        RecordNotFound: there is none with that id.
    """
    snapshot = desk.snapshot
    found = snapshot.entities([entity])
    if not found:
        raise RecordNotFound(
            "No such person or body",
            value=entity,
            hint="It may have a new id: search for its name.",
        )
    known = found[0]
    voice = snapshot.entities([known.voice]) if known.voice != entity else ()
    every = _said(snapshot, entity)
    where = known.where
    return EntityPage(
        id=entity,
        name=known.name,
        kind=known.kind,
        also=known.also,
        voice=Choice(voice[0].id, voice[0].name) if voice else None,
        reason=known.reason,
        place=", ".join((*where.within, where.country)) if where else "",
        said=every[:MOST_SAID],
        said_more=max(0, len(every) - MOST_SAID),
        of=_of(snapshot, "subject = ?", entity),
        parts=_of(snapshot, "json_extract_string(value, '$') = ?", entity),
        reports=_reports(snapshot, entity),
        alike=_alike(snapshot, entity, known.name, known.kind),
        decisions=tuple(
            ruled(d, {})
            for d in desk.decisions.standing
            if d.about.kind == "entity" and d.about.subject == entity and d.stage == "final"
        ),
    )


def _said(snapshot: Snapshot, entity: str) -> tuple[SaidLine, ...]:
    rows = snapshot.rows(
        "SELECT DISTINCT ON (s.id) s.stance, s.certainty, s.report, coalesce(r.outlet, '?'),"
        " coalesce(r.published, ''), s.content, r.text FROM record_statements s"
        " JOIN reports r ON r.id = s.report WHERE s.speaker = ? AND r.copy_of IS NULL"
        " AND len(s.content) > 0 ORDER BY s.id",
        [entity],
    )
    rows.sort(key=lambda row: (row[4], row[2], row[5][0]["start"]))
    sentences: dict[str, Sentences] = {}
    lines = []
    for stance, certainty, report, outlet, published, content, text in rows:
        spans = spans_from(content)
        around = sentences.setdefault(report, Sentences(text))
        lines.append(
            SaidLine(
                stance=STANCE_WORDS.get(stance, stance),
                certainty="" if certainty == "stated" else certainty,
                report=report,
                outlet=outlet,
                date=date_words(published) if published else "",
                at=spans_words(spans),
                pieces=around.around(spans) or (Piece(cut(text, spans), 0),),
            )
        )
    return tuple(lines)


def _of(snapshot: Snapshot, where: str, entity: str) -> tuple[OfLine, ...]:
    rows = fetch(snapshot.cursor(), "findings", where=where, parameters=[entity])
    ids = {origin for row in rows for origin in row["origins"]}
    ids |= {row["value"] for row in rows if isinstance(row["value"], str)}
    names = {e.id: e.name for e in snapshot.entities(sorted(ids))}
    titles = {row.id: row.title for row in snapshot.overview.rows}
    return tuple(
        OfLine(
            incident=row["incident"],
            title=titles.get(row["incident"], ""),
            finding=row["id"],
            label=label(row["field"]),
            words=value_words(row["field"], value_from_json(row["value"]), names),
            status=row["status"],
            status_words=STATUS_WORDS[row["status"]],
            origins=tuple(names.get(o, "?") for o in row["origins"][:6]),
            reports=len(row["reports"]),
        )
        for row in rows
    )


def _reports(snapshot: Snapshot, entity: str) -> tuple[Choice, ...]:
    rows = snapshot.rows(
        "SELECT r.id, coalesce(r.outlet, '?') || ': ' || coalesce(r.title, 'No title'), r.published"
        " FROM (SELECT DISTINCT report FROM record_mentions WHERE entity = ?) m"
        " JOIN reports r ON r.id = m.report ORDER BY r.published DESC, r.id LIMIT 100",
        [entity],
    )
    return tuple(Choice(row[0], row[1]) for row in rows)


def _alike(snapshot: Snapshot, entity: str, name: str, kind: str) -> tuple[Choice, ...]:
    """Entities of the same kind with a like name, with which it may be one."""
    rows = snapshot.rows(
        "SELECT id, name FROM record_entities WHERE kind = ? AND id <> ?"
        " AND jaro_winkler_similarity(lower(name), lower(?)) > 0.8"
        " ORDER BY jaro_winkler_similarity(lower(name), lower(?)) DESC, id LIMIT 12",
        [kind, entity, name, name],
    )
    return tuple(Choice(row[0], row[1]) for row in rows)

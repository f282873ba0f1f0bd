"""One report's page: the text as published, with what was found in it; two reports side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.contract import spans_from
from onrecord.core.record import RecordReport
from onrecord.core.span import Span
from onrecord.export.eye import outlet_of
from onrecord.export.words import (
    STANCE_WORDS,
    counted,
    date_words,
    label,
    listed,
)
from onrecord.web.desk import Desk, Snapshot
from onrecord.web.finding import Choice
from onrecord.web.incident import Ruled, ruled
from onrecord.web.shared import Shared, shared_passages
from onrecord.web.text import Mark, Paragraph, joined, paragraphs, part_of, parts, spans_in
from onrecord.web.values import open_fields
from onrecord.web.versions import Capture, captures, values_told

LAYERS = (
    ("person", "People and bodies"),
    ("statement", "Statements"),
    ("fact", "Facts"),
    ("boilerplate", "Not the report’s prose"),
    ("copied", "Copied passages"),
)
PEOPLE = ("person", "group", "organisation")
NOTES = 400
"""Marks listed beside a part of the text: beyond that the list is no help."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A mark in the list beside the text: its layer, what it says, its words and place."""

    layer: str
    says: str
    words: str
    start: int
    link: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report, or one part of a long one. `offset` is the part's first code point."""

    id: str
    title: str
    outlet: str
    byline: str
    date: str
    updated: str
    url: str
    language: str
    supported: bool
    agency: str
    sources: str
    credits: str
    copy_of: str
    copy_reason: str
    copies: tuple[Choice, ...]
    versions: tuple[Capture, ...]
    incidents: tuple[Choice, ...]
    part: int
    parts: int
    layers: tuple[tuple[str, str, int], ...]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Noted, ...]
    hit: str
    decisions: tuple[Ruled, ...]
    others: tuple[Choice, ...]
    fields: tuple[tuple[str, str], ...]
    people: tuple[Choice, ...]
    near: tuple[Choice, ...]


def report_page(desk: Desk, report: str, *, at: str = "", part: int = 1) -> ReportPage:
    """The page of a report; `at` are words to show, which choose the part.

    Raises:
        RecordNotFound: there is no such report.
        UsageError: the place is none.
    """
    snapshot = desk.snapshot
    entry = snapshot.report(report)
    text = entry.report.text
    hit = spans_in(at, text)
    if hit:
        part = next(
            (n for n in range(1, parts(text) + 1) if part_of(text, n).end > hit[0].start), 1
        )
    part = min(max(1, part), parts(text))
    shown = part_of(text, part) if text else Span(0, 1)
    marks = joined(m for m in marks_of(snapshot, entry) if _within(m, shown))
    every = (*marks, *([Mark("hit", hit, "the words")] if hit else []))
    titles = {row.id: row.title for row in snapshot.overview.rows}
    return ReportPage(
        id=report,
        title=entry.report.title or "No title",
        outlet=outlet_of(entry),
        byline=listed(entry.report.byline),
        date=date_words(entry.report.published) if entry.report.published else "",
        updated=date_words(entry.report.updated) if entry.report.updated else "",
        url=entry.report.url or "",
        language=entry.report.language,
        supported=entry.report.supported,
        agency=_sources(entry, "agency"),
        sources=_sources(entry, "listed"),
        credits=listed(dict.fromkeys(credit.name for credit in entry.report.photo_credits)),
        copy_of=entry.copy_of or "",
        copy_reason=entry.copy_reason,
        copies=_copies(snapshot, report),
        versions=captures(snapshot, entry),
        incidents=tuple(Choice(i, titles[i]) for i in entry.incidents if i in titles),
        part=part,
        parts=parts(text),
        layers=tuple((name, words, sum(m.layer == name for m in marks)) for name, words in LAYERS),
        paragraphs=paragraphs(text, shown, every),
        notes=tuple(_noted(text, mark) for mark in marks[:NOTES] if mark.layer != "boilerplate"),
        hit=f"at-{hit[0].start}" if hit else "",
        decisions=_decisions(desk, report),
        others=_others(snapshot, entry),
        fields=(*open_fields(person=False), *open_fields(person=True)),
        people=_people(snapshot, report),
        near=tuple(Choice(row.id, row.title) for row in snapshot.overview.rows[:40]),
    )


def _within(mark: Mark, shown: Span) -> bool:
    return any(span.overlaps(shown) for span in mark.spans)


def _sources(entry: RecordReport, kind: str) -> str:
    those = (s.name for s in entry.report.declared_sources if s.kind == kind)
    return listed(dict.fromkeys(those))


def _noted(text: str, mark: Mark) -> Noted:
    words = " ".join(mark.spans[0].cut(text).split())
    return Noted(
        mark.layer,
        mark.words,
        words if len(words) < 90 else f"{words[:88]}…",
        mark.spans[0].start,
        mark.link,
    )


def marks_of(snapshot: Snapshot, entry: RecordReport) -> Iterator[Mark]:
    """All that was found in the report."""
    report = entry.report.id
    yield from _people_marks(snapshot, report)
    yield from _statement_marks(snapshot, report)
    yield from _fact_marks(snapshot, report)
    for part in entry.report.boilerplate:
        yield Mark("boilerplate", (part.span,), part.kind)
    if entry.copy_of:
        yield from _copied_marks(snapshot, entry)


def _people_marks(snapshot: Snapshot, report: str) -> Iterator[Mark]:
    rows = snapshot.rows(
        'SELECT e.id, e.name, e.kind, list(struct_pack("start" := m."start", "end" := m."end")'
        ' ORDER BY m."start") FROM record_mentions m JOIN record_entities e ON e.id = m.entity'
        " WHERE m.report = ? AND e.kind IN (SELECT unnest(?)) GROUP BY ALL ORDER BY e.id",
        [report, list(PEOPLE)],
    )
    for entity, name, _, spans in rows:
        yield Mark("person", spans_from(spans), name, f"/entities/{entity}")


def _statement_marks(snapshot: Snapshot, report: str) -> Iterator[Mark]:
    rows = snapshot.rows(
        "SELECT DISTINCT ON (s.id) s.content, s.stance, coalesce(e.name, ''), s.speaker"
        " FROM record_statements s LEFT JOIN record_entities e ON e.id = s.speaker"
        " WHERE s.report = ? ORDER BY s.id",
        [report],
    )
    for content, stance, name, speaker in rows:
        words = f"{name or 'somebody'} {STANCE_WORDS.get(stance, stance)}"
        yield Mark(
            "statement", spans_from(content), words, f"/entities/{speaker}" if speaker else ""
        )


def _fact_marks(snapshot: Snapshot, report: str) -> Iterator[Mark]:
    for told in values_told(snapshot, [report]):
        who = f"{told.given.of}, " if told.given.of else ""
        yield Mark(
            "fact",
            told.evidence,
            f"{who}{label(told.given.field)}: {told.given.words}",
            f"/incidents/{told.incident}#f-{told.finding}",
        )


def _copied_marks(snapshot: Snapshot, entry: RecordReport) -> Iterator[Mark]:
    originals = snapshot.reports([entry.copy_of or ""])
    for original in originals:
        passages = shared_passages(entry.report.text, original.report.text)
        words = f"as in {outlet_of(original)}"
        link = f"/reports/{entry.report.id}/beside/{original.report.id}"
        for passage in passages:
            yield Mark("copied", (passage.one,), words, link)


def _copies(snapshot: Snapshot, report: str) -> tuple[Choice, ...]:
    rows = snapshot.rows(
        "SELECT id, coalesce(outlet, '?') FROM reports WHERE copy_of = ? ORDER BY id", [report]
    )
    return tuple(Choice(row[0], row[1]) for row in rows)


def _others(snapshot: Snapshot, entry: RecordReport) -> tuple[Choice, ...]:
    """Other reports of the same incidents, of which it may be a copy or which may be set beside it."""
    rows = snapshot.rows(
        "SELECT DISTINCT r.id, coalesce(r.outlet, '?') || ': ' || coalesce(r.title, 'No title')"
        " FROM incident_reports i JOIN reports r ON r.id = i.report"
        " WHERE i.incident IN (SELECT unnest(?)) AND r.id <> ? ORDER BY 2 LIMIT 200",
        [list(entry.incidents), entry.report.id],
    )
    return tuple(Choice(row[0], row[1]) for row in rows)


def _people(snapshot: Snapshot, report: str) -> tuple[Choice, ...]:
    """People and bodies of the report, of whom a value may be added."""
    rows = snapshot.rows(
        "SELECT DISTINCT e.id, e.name FROM record_mentions m JOIN record_entities e ON e.id = m.entity"
        " WHERE m.report = ? AND e.kind IN (SELECT unnest(?)) ORDER BY e.name, e.id",
        [report, list(PEOPLE)],
    )
    return tuple(Choice(row[0], row[1]) for row in rows)


def _decisions(desk: Desk, report: str) -> tuple[Ruled, ...]:
    those = (
        d
        for d in desk.decisions.standing
        if d.stage == "final" and d.about.kind == "report" and report in d.about.reports
    )
    return tuple(ruled(d, {}) for d in those)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two reports."""

    id: str
    title: str
    outlet: str
    date: str
    language: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class BesidePage:
    """Two reports with the passages that they share. `share`: words shared, of the first's words."""

    one: Side
    two: Side
    passages: int
    share: str


def beside_page(desk: Desk, one: str, two: str) -> BesidePage:
    """Two reports side by side.

    Raises:
        RecordNotFound: one is not there.
    """
    first, second = desk.snapshot.report(one), desk.snapshot.report(two)
    found = shared_passages(first.report.text, second.report.text)
    length = sum(len(passage.one) for passage in found)
    share = round(100 * length / max(1, len(first.report.text)))
    return BesidePage(
        one=_side(first, found, mine=True),
        two=_side(second, found, mine=False),
        passages=len(found),
        share=f"{share} % of the first report, in {counted(len(found), 'passage')}",
    )


def _side(entry: RecordReport, found: tuple[Shared, ...], *, mine: bool) -> Side:
    text = entry.report.text
    side, other = ("two", "one") if not mine else ("one", "two")
    marks = []
    for passage in found:
        own, there = (passage.one, passage.two) if mine else (passage.two, passage.one)
        marks.append(Mark("copied", (own,), f"also in the {other} text", f"#{other}-{there.start}"))
    return Side(
        id=entry.report.id,
        title=entry.report.title or "No title",
        outlet=outlet_of(entry),
        date=date_words(entry.report.published) if entry.report.published else "",
        language=entry.report.language,
        paragraphs=paragraphs(text, part_of(text, 1), joined(marks)) if side and text else (),
    )

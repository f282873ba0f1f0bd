"""The captures of one address: a strip on a report's page, and what changed from one to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from onrecord.core.addresses import page_address
from onrecord.core.contract import spans_from
from onrecord.core.record import RecordReport
from onrecord.core.span import Spans
from onrecord.core.values import value_from_json
from onrecord.errors import RecordNotFound
from onrecord.export.eye import outlet_of
from onrecord.export.revision import Revised, revised
from onrecord.export.versions import Given, Moved, Version, compared
from onrecord.export.words import date_words, value_words
from onrecord.store.load import fetch
from onrecord.web.desk import Snapshot


@dataclass(frozen=True, slots=True)
class Told:
    """A value that a report gives, with its words and the finding that holds it."""

    report: str
    incident: str
    finding: str
    given: Given
    evidence: Spans
    denied: bool


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture of the report's address. `number` counts from 1; the last is the report as it stands.

    `before` is the id of the capture before it, `added` and `removed` are paragraphs held against that one.
    """

    id: str
    number: int
    of: int
    date: str
    title: str
    shown: bool
    before: str
    added: int
    removed: int
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs in a row of which all stayed, or none."""

    same: bool
    paragraphs: tuple[Revised, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What changed between two captures of one address: values, title and text."""

    outlet: str
    url: str
    language: str
    one: Capture
    two: Capture
    retitled: bool
    moved: tuple[Moved, ...]
    runs: tuple[Run, ...]
    changed: int
    all: tuple[Capture, ...]


def captures(snapshot: Snapshot, entry: RecordReport) -> tuple[Capture, ...]:
    """All captures of a report's address in their order; none where there is one alone."""
    return tuple(_capture(v, entry.report.id) for v in _versions(snapshot, entry))


def changes_page(snapshot: Snapshot, report: str, other: str) -> ChangesPage:
    """What changed from one capture of an address to another of the same.

    Raises:
        RecordNotFound: one is not there, or they are not of one address.
    """
    entry = snapshot.report(report)
    every = _versions(snapshot, entry)
    pair = [v for v in every if v.entry.report.id in (report, other)]
    if len(pair) != 2:
        raise RecordNotFound(
            "No version of this report",
            value=other,
            hint="Open the report: its versions are listed there.",
        )
    old, new = (version.entry for version in pair)
    given = _given(snapshot, [old.report.id, new.report.id])
    again = list(compared("", (old, new), given))[-1]
    paragraphs = revised(old.report.text, new.report.text)
    return ChangesPage(
        outlet=outlet_of(new),
        url=new.report.url or "",
        language=new.report.language,
        one=_capture(pair[0], report),
        two=_capture(pair[1], report),
        retitled=old.report.title != new.report.title,
        moved=again.moved,
        runs=tuple(
            Run(same, tuple(several))
            for same, several in groupby(paragraphs, key=lambda p: p.kind == "same")
        ),
        changed=sum(p.kind != "same" for p in paragraphs),
        all=tuple(_capture(v, report) for v in every),
    )


def _versions(snapshot: Snapshot, entry: RecordReport) -> tuple[Version, ...]:
    newest = entry.version_of or entry.report.id
    rows = snapshot.rows("SELECT id FROM reports WHERE version_of = ?", [newest])
    if not rows:
        return ()
    entries = snapshot.reports([newest, *(row[0] for row in rows)])
    given = _given(snapshot, [e.report.id for e in entries])
    return tuple(compared(page_address(entry.report.url) or "", entries, given))


def _capture(version: Version, shown: str) -> Capture:
    report = version.entry.report
    written = report.updated or report.published
    return Capture(
        id=report.id,
        number=version.number,
        of=version.of,
        date=date_words(written) if written else "",
        title=report.title or "No title",
        shown=report.id == shown,
        before=version.before.report.id if version.before else "",
        added=version.added,
        removed=version.removed,
        moved=version.moved,
    )


def _given(snapshot: Snapshot, reports: Sequence[str]) -> dict[str, set[Given]]:
    found: dict[str, set[Given]] = defaultdict(set)
    for told in values_told(snapshot, reports):
        if not told.denied:
            found[told.report].add(told.given)
    return found


def values_told(snapshot: Snapshot, reports: Sequence[str]) -> Iterator[Told]:
    """All values that these reports give."""
    rows = fetch(
        snapshot.cursor(),
        "claims",
        where="report IN (SELECT unnest(?)) AND part IN ('finding', 'alternative')",
        parameters=[list(reports)],
    )
    of = _findings(snapshot, [row["finding"] for row in rows])
    ids = [row["value"] for row in rows if isinstance(row["value"], str)]
    names = {e.id: e.name for e in snapshot.entities(sorted({*ids, *(f[1] for f in of.values())}))}
    for row in rows:
        if row["finding"] in of:
            field, subject = of[row["finding"]]
            words = value_words(field, value_from_json(row["value"]), names)
            yield Told(
                report=row["report"],
                incident=row["incident"],
                finding=row["finding"],
                given=Given(field, names.get(subject, ""), words),
                evidence=spans_from(row["evidence"]),
                denied=row["certainty"] == "denied",
            )


def _findings(snapshot: Snapshot, ids: Sequence[str]) -> dict[str, Any]:
    """Field and subject of findings by id."""
    rows = snapshot.rows(
        "SELECT id, field, subject FROM findings WHERE id IN (SELECT unnest(?))", [list(ids)]
    )
    return {row[0]: (row[1], row[2]) for row in rows}

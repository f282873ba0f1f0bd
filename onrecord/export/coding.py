"""Codebook rows: each cell with the rule that filled it and the claims behind it.

A codebook's row is made cell by cell; a cell for which the reports give nothing stays blank. The
twin file of evidence has a row for each claim behind each filled cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onrecord.core.record import Claim, Coded, Finding, Incident, RecordContents
from onrecord.core.report import Report
from onrecord.core.span import hull
from onrecord.core.values import Interval, Period, number_bounds
from onrecord.export.csv_file import csv_text
from onrecord.export.exporter import ExportedFile, text_file
from onrecord.export.lookup import Lookup, by_field, holding
from onrecord.export.places import IncidentPlace, best_place
from onrecord.export.words import date_words, finding_label, label, value_words

KILLED = "incident.killed"
EVIDENCE_COLUMNS = (
    "row",
    "incident",
    "column",
    "value",
    "rule",
    "report",
    "outlet",
    "published",
    "words",
    "start",
    "end",
    "chain",
    "origin",
    "certainty",
)
"""Columns of the twin file: the row's id, the cell, the rule, and one claim behind it."""
CROSSWALK_COLUMNS = ("row", "incident", "report", "outlet", "published", "title", "url", "copy_of")
LEFT_OUT_COLUMNS = ("incident", "type", "title", "why")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's value, the rule that gave it, and the claims behind it."""

    value: str | int | float
    rule: str
    claims: tuple[Claim, ...] = ()


@dataclass(slots=True)
class CodedRow:
    """One incident's row while it is filled.

    `cases` are the numbers of all incidents that have a row among those of their day, from 1.
    """

    incident: Incident
    look: Lookup
    cases: Mapping[str, int]
    cells: dict[str, Cell] = field(default_factory=dict)
    fields: Mapping[str, list[Finding]] = field(default_factory=dict)
    place: IncidentPlace | None = None

    def put(
        self,
        column: str,
        value: str | int | float | None,
        rule: str,
        claims: Iterable[Claim] = (),
    ) -> None:
        """Fill a cell; nothing is written for a value that nobody gives."""
        if value is not None and value != "":
            self.cells[column] = Cell(value, rule, tuple(claims))

    def first(self, name: str) -> Finding | None:
        """The leading finding of an incident's field that is not denied."""
        return next(iter(holding(self.fields.get(f"incident.{name}", []))), None)

    def every(self, name: str) -> list[Finding]:
        """All findings of an incident's field that are not denied."""
        return holding(self.fields.get(f"incident.{name}", []))


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook's sheet: its columns in order, and what fills a row.

    `row_id` is the column that tells rows apart. `fits` says why an incident has no row, or
    nothing.
    """

    name: str
    row_id: str
    columns: Sequence[str]
    fits: Callable[[Incident], str]
    fill: Callable[[CodedRow], None]


@dataclass(frozen=True, slots=True)
class When:
    """The first and last day on which an incident may have happened, and the finding that says so."""

    start: date
    end: date
    finding: Finding

    @property
    def days(self) -> int:
        """How many days that is, one where the day is known."""
        return (self.end - self.start).days + 1


def codebook_files(book: Codebook, contents: RecordContents) -> Iterator[ExportedFile]:
    """The rows, the evidence of each cell, the crosswalk to the reports, and what was left out."""
    look = Lookup.of(contents)
    rows = list(coded_rows(book, look))
    left = [
        {"incident": i.id, "type": i.type, "title": i.title, "why": book.fits(i)}
        for i in contents.incidents
        if book.fits(i)
    ]
    cells = [{name: cell.value for name, cell in row.cells.items()} for row in rows]
    yield text_file(f"{book.name}.csv", csv_text(book.columns, cells))
    evidence = [line for row in rows for line in _evidence(book, row)]
    yield text_file(f"{book.name}_evidence.csv", csv_text(EVIDENCE_COLUMNS, evidence))
    pairs = [line for row in rows for line in _crosswalk(book, row)]
    yield text_file(f"{book.name}_reports.csv", csv_text(CROSSWALK_COLUMNS, pairs))
    yield text_file(f"{book.name}_left_out.csv", csv_text(LEFT_OUT_COLUMNS, left))


def coded_rows(book: Codebook, look: Lookup) -> Iterator[CodedRow]:
    """A row for each incident that the codebook takes, in the order of day and id."""
    taken = [incident for incident in look.contents.incidents if not book.fits(incident)]
    taken.sort(key=lambda i: (_first_day(i), i.id))
    days: dict[str, int] = {}
    cases: dict[str, int] = {}
    for incident in taken:
        day = day_digits(incident)
        days[day] = cases[incident.id] = days.get(day, 0) + 1
    for incident in taken:
        row = CodedRow(incident, look, cases)
        row.fields, row.place = by_field(incident), best_place(incident, look)
        book.fill(row)
        yield row


def _first_day(incident: Incident) -> str:
    found = when(incident)
    return found.start.isoformat() if found else ""


def day_digits(incident: Incident) -> str:
    """The day in eight digits, with noughts for the part that is not known: 20310300 for a month."""
    found = when(incident)
    if found is None:
        return "00000000"
    if found.days == 1:
        return f"{found.start:%Y%m%d}"
    same_month = (found.start.year, found.start.month) == (found.end.year, found.end.month)
    return f"{found.start:%Y%m}00" if same_month else f"{found.start:%Y}0000"


def when(incident: Incident) -> When | None:
    """The day or days of an incident; None where no report tells them."""
    for finding in holding(by_field(incident).get("incident.date", [])):
        value = finding.value
        start, end = (value.start, value.end) if isinstance(value, Period) else (value, value)
        first, last = _edge(str(start), last=False), _edge(str(end), last=True)
        if first and last and first <= last:
            return When(first, last, finding)
    return None


def _edge(written: str, *, last: bool) -> date | None:
    """The first or last day of an ISO 8601 day, month or year."""
    parts = written[:10].split("-")
    try:
        year, month, day = (*map(int, parts), *(0,) * (3 - len(parts)))
        if day:
            return date(year, month, day)
        if not last:
            return date(year, month or 1, 1)
        after = (year + 1, 1) if month in {0, 12} else (year, month + 1)
        return date.fromordinal(date(*after, 1).toordinal() - 1)
    except ValueError:
        return None


def code_figures(row: CodedRow, ladder: str) -> None:
    """The columns that a codebook's own ladder gives, by its name.

    A toll with the attackers goes before one that does not say, that before one without them:
    the codebooks count all dead. But a whole cannot be less than its part: a toll with the attackers
    below another one is older or mistaken, and goes last, as denied ones do. Where only a toll without
    the attackers stands, those of them who died are added.
    """
    findings = [f for each in row.fields.values() for f in each if f.coded and ladder in f.coded]
    part = max((_lowest(f) for f in findings if not f.includes_perpetrators), default=0)
    for finding in sorted(findings, key=lambda f: _turn(f, part)):
        coded: Coded = (finding.coded or {})[ladder]
        added = row.first("perpetrators_killed") if _is_part(finding) else None
        more = _number(added)
        for column, value in coded.columns.items():
            if column in row.cells or value is None:
                continue
            rule = f"{ladder}: {coded.why}" + (f"; and {more} of the attackers" if more else "")
            claims = behind(finding, value) + (added.claims if added and more else ())
            row.put(column, value + more, rule, claims)


def _turn(finding: Finding, part: int) -> tuple[bool, bool, int]:
    """When a toll is asked. `part`: the highest one that the attackers are not said to be in."""
    order = {True: 0, None: 1, False: 2}
    short = finding.includes_perpetrators is True and _lowest(finding) < part
    return (finding.status == "denied", short, order[finding.includes_perpetrators])


def _lowest(finding: Finding) -> int:
    """The number of dead that a toll gives at least; 0 where it is no toll or has no end."""
    bounds = number_bounds(finding.value) if finding.field == KILLED else None
    return (bounds.low or 0) if bounds else 0


def _is_part(finding: Finding) -> bool:
    return finding.field == KILLED and finding.includes_perpetrators is False


def _number(finding: Finding | None) -> int:
    """A count that is one number; 0 for all else."""
    bounds = number_bounds(finding.value) if finding else None
    return bounds.low if bounds and bounds.low is not None and bounds.low == bounds.high else 0


def figure(row: CodedRow, column: str, name: str) -> None:
    """A count that the codebook has no ladder for: the record's own figure, where it is one number."""
    finding = row.first(name)
    bounds = number_bounds(finding.value) if finding else None
    if finding and bounds and bounds.low == bounds.high:
        row.put(column, bounds.low, f"the record's figure ({finding.status})", finding.claims)


def behind(finding: Finding, number: int | float | str) -> tuple[Claim, ...]:
    """The claims that give a number, whichever side they are on; the finding's where none does."""
    every = (*finding.claims, *(c for other in finding.alternatives for c in other.claims))
    exact = Interval(int(number), int(number)) if isinstance(number, (int, float)) else None
    return tuple(c for c in every if number_bounds(c.value) == exact) or finding.claims


def cited(incident: Incident, look: Lookup) -> list[Report]:
    """The reports to cite: the most thorough first, then each that adds something.

    Copies add nothing. Of two that say as much the later one goes first.
    """
    says: dict[str, set[str]] = {}
    for finding in incident.findings:
        for claim in (*finding.claims, *(c for a in finding.alternatives for c in a.claims)):
            says.setdefault(claim.report, set()).add(f"{finding.id}\n{claim.value!r}")
    entries = [
        look.reports[report_id] for report_id in incident.reports if report_id in look.reports
    ]
    left = [entry.report for entry in entries if entry.copy_of is None]
    chosen: list[Report] = []
    told: set[str] = set()
    while left:
        best = max(left, key=lambda r: (len(says.get(r.id, set()) - told), r.published or "", r.id))
        new = says.get(best.id, set()) - told
        if chosen and not new:
            break
        left.remove(best)
        chosen.append(best)
        told |= new
    return chosen


def citation(report: Report) -> str:
    """A report as a coder cites it: writer, title, outlet, day."""
    parts = [
        ", ".join(report.byline),
        f"“{report.title}”" if report.title else "",
        report.outlet or "",
        date_words(report.published, time=False) if report.published else "",
        report.url or "",
    ]
    return ", ".join(part for part in parts if part)


def conflicts(row: CodedRow) -> str:
    """The figures and values that lost, for the codebook's notes."""
    look = row.look
    notes = []
    for finding in row.incident.findings:
        others = [a for a in finding.alternatives if a.relation in {"disputed", "denied"}]
        if not others:
            continue
        of = "" if finding.subject == row.incident.id else f" of {look.name(finding.subject)}"
        against = "; ".join(
            f"{value_words(finding.field, other.value, look.names)}"
            f" ({', '.join(look.named(other.origins)) or 'nobody named'}: {other.relation})"
            for other in others
        )
        notes.append(f"{finding_label(finding)}{of}: {look.value(finding)}; also given {against}.")
    return " ".join(notes)


def described(row: CodedRow) -> str:
    """An incident in a sentence or two of figures, for a codebook's summary."""
    found = when(row.incident)
    day = f"{date_words(found.start.isoformat())}: " if found and found.days == 1 else ""
    named = row.place.entity.name if row.place else ""
    place = f", {named}" if named and named.lower() not in row.incident.title.lower() else ""
    figures = [
        f"{label(f'incident.{name}')}: {row.look.value(finding)}"
        for name in ("killed", "injured", "missing", "kidnapped")
        if (finding := row.first(name)) is not None
    ]
    return f"{day}{row.incident.title}{place}. {'; '.join(figures)}".rstrip(". ") + "."


def _evidence(book: Codebook, row: CodedRow) -> Iterator[dict[str, Any]]:
    """A line for each claim behind each cell; one line for a cell without a claim."""
    key = row.cells[book.row_id].value
    for column in book.columns:
        cell = row.cells.get(column)
        if cell is None:
            continue
        head = {
            "row": key,
            "incident": row.incident.id,
            "column": column,
            "value": cell.value,
            "rule": cell.rule,
        }
        for claim in dict.fromkeys(cell.claims):
            around = hull(claim.evidence) if claim.evidence else None
            yield head | {
                "report": claim.report,
                "outlet": row.look.outlet(claim.report),
                "published": claim.published,
                "words": row.look.evidence(claim),
                "start": around.start if around else None,
                "end": around.end if around else None,
                "chain": row.look.named(claim.chain),
                "origin": row.look.name(claim.origin),
                "certainty": claim.certainty,
            }
        if not cell.claims:
            yield head


def _crosswalk(book: Codebook, row: CodedRow) -> Iterator[dict[str, Any]]:
    for report_id in row.incident.reports:
        entry = row.look.reports.get(report_id)
        if entry is not None:
            yield {
                "row": row.cells[book.row_id].value,
                "incident": row.incident.id,
                "report": report_id,
                "outlet": entry.report.outlet,
                "published": entry.report.published,
                "title": entry.report.title,
                "url": entry.report.url,
                "copy_of": entry.copy_of,
            }

"""A record on a terminal: its incidents, and one incident's findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.core.record import Incident, RecordContents
from onrecord.export.see import see
from onrecord.export.view import BriefView, FieldView, FindingView, ValueView
from onrecord.export.words import counted, date_words, listed

STATUS_STYLES = {
    "agreed": "green",
    "single": "",
    "disputed": "bold yellow",
    "superseded": "cyan",
    "denied": "red",
}
"""How a status looks; its word always stands there, so that colour is never needed."""


LABELS = 16
"""Columns for the fields' names: most fit, so that the people's tables stand in line."""


def incident_list(contents: RecordContents) -> RenderableType:
    """A record's incidents, numbered, with what to look at first."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, side in (("#", "right"), ("incident", "left"), ("type", "left"), ("day", "left")):
        table.add_column(name, justify=side)  # type: ignore[arg-type]
    table.add_column("reports", justify="right")
    table.add_column("disputed", justify="right")
    table.add_column("title")
    for number, incident in enumerate(contents.incidents, start=1):
        table.add_row(
            str(number),
            incident.id,
            incident.type.replace("_", " "),
            _day(incident),
            str(len(incident.reports)),
            str(sum(f.status == "disputed" for f in incident.findings) or ""),
            Text(incident.title),
        )
    return table


def _day(incident: Incident) -> str:
    days = [f.value for f in incident.findings if f.field == "incident.date"]
    return date_words(str(days[0])) if days and isinstance(days[0], str) else ""


def incident_page(contents: RecordContents, incident_id: str) -> RenderableType:
    """One incident: its findings, what is disputed side by side, what is open.

    Raises:
        RecordNotFound: the record has no such incident.
    """
    return Group(*_parts(see(contents, incident_id)))


def _parts(view: BriefView) -> Iterator[RenderableType]:
    yield Text(view.title, style="bold")
    yield Text(f"{view.kicker} · {view.support} · {view.id}\n", style="dim")
    yield _findings([*(FieldView(f.label, (f,)) for f in view.figures), *view.facts])
    for person in sorted(view.people, key=lambda person: person.minor):
        part = f" ({'; '.join(person.parts)})" if person.parts else ""
        yield Text(f"\n{person.name}{part}", style="bold")
        yield _findings(person.fields)
    if view.differing:
        yield Text("\nWhere accounts differ", style="bold")
        yield from map(_dispute, view.differing)
    if view.questions:
        yield Text("\nOpen questions", style="bold")
        yield from (Text(f"  {question.words}") for question in view.questions)


def _findings(fields: Iterable[FieldView]) -> RenderableType:
    """Findings in rows; a field's name stands once."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(min_width=LABELS)
    for _ in range(4):
        table.add_column()
    for field in fields:
        for number, finding in enumerate(field.lines):
            table.add_row(
                "" if number else field.label,
                Text(finding.value.words, style="bold"),
                Text(finding.status, style=STATUS_STYLES[finding.status]),
                finding.value.support,
                Text(finding.reason, style="dim"),
            )
    return table


def _dispute(finding: FindingView) -> RenderableType:
    """The values of a finding side by side, each with who gives it."""
    of = f" of {finding.subject}" if finding.subject else ""
    title = Text(f"{finding.label}{of}: {finding.status}")
    table = Table(title=title, title_justify="left", show_header=True)
    sides = (finding.value, *finding.others)
    for side in sides:
        table.add_column(Text(side.words), ratio=1, vertical="top")
    table.add_row(*(_side(side) for side in sides))
    return table


def _side(side: ValueView) -> Text:
    words = Text(f"{side.relation_words}\n", style="italic")
    words.append(f"{listed(side.origins) or 'nobody named'}\n", style="not italic")
    words.append(counted(side.reports, "report"), style="dim not italic")
    return words

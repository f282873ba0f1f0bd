"""`onrecord diff`: what is new in a record since a day or a moment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.options import record_argument, told_options
from onrecord.cli.terminal import console
from onrecord.core.moments import moment
from onrecord.core.record import Incident, RecordReport, Step
from onrecord.errors import UsageError
from onrecord.export.lookup import Lookup
from onrecord.export.versions import Moved, Version, versions
from onrecord.export.words import counted, date_words, listed
from onrecord.reconcile.history import Change, Changes, appeared, changes_since
from onrecord.store import Record

STEP_STYLES: Mapping[Step, str] = {
    "corrected": "bold yellow",
    "withdrawn": "bold red",
    "denied": "red",
    "disputed": "bold yellow",
    "risen": "cyan",
    "fallen": "cyan",
    "changed": "cyan",
}
"""How a step looks; its word always stands there. The order is that of the listing: what was taken
back first, what is told for the first time last."""

MOVED_STYLES: Mapping[str, str] = {"withdrawn": "bold red", "changed": "cyan", "added": "dim"}
"""The same for the values of a page's versions."""

Row = tuple[Text, Text]

LAST = ("finer", "confirmed", "first")
ORDER = (*STEP_STYLES, *LAST)
NEW_WORD = "new"


@click.command("diff")
@record_argument
@click.option(
    "--since",
    required=True,
    metavar="DATE",
    help="A day or a moment, ISO 8601: 2025-10-15, 2025-10-15T14:05+03:00. Without an offset: UTC.",
)
@told_options("The same as one JSON object.")
def command(record: Path, since: str, as_json: bool, quiet: bool) -> None:
    """Say what is new in a record: reports, incidents, and values that moved.

    Values are compared as the reports' own dates have it (published or updated), whenever they were
    built into the record: before DATE, and all together. Pages captured again are held against the
    version before: values that were withdrawn, changed or added.
    """
    start = moment(since)
    if start is None:
        raise UsageError(
            "Not a date",
            value=since,
            hint="Give --since as ISO 8601: 2025-10-15 or 2025-10-15T14:05.",
        )
    with Record.open(record) as opened:
        contents = opened.contents()
    changes = changes_since(contents, start.isoformat())
    newer = [v for v in versions(Lookup.of(contents)) if _since(v, changes.since)]
    if as_json:
        click.echo(json.dumps(changes_json(changes, newer), ensure_ascii=False, indent=2))
    else:
        titles = {incident.id: incident.title for incident in contents.incidents}
        console().print(Group(*page(changes, newer, titles)))


def _since(version: Version, since: str) -> bool:
    """Whether it is a later version that appeared since then."""
    return version.before is not None and (appeared(version.entry) or "") >= since


def changes_json(changes: Changes, newer: Iterable[Version]) -> dict[str, object]:
    """The changes as one JSON object. `newer`: the versions of pages that appeared since."""
    return {
        "since": changes.since,
        "incidents": [
            {"id": i.id, "type": i.type, "title": i.title, "reports": list(i.reports)}
            for i in changes.incidents
        ],
        "reports": [_report_json(entry) for entry in changes.reports],
        "updated": [_report_json(entry) for entry in changes.updated],
        "versions": [_version_json(version) for version in newer],
        "changes": [
            {
                "step": change.step,
                "incident": change.incident,
                "finding": change.finding,
                "subject": change.subject,
                "field": change.field,
                "what": change.what,
                "reports": list(change.reports),
            }
            for change in changes.changes
        ],
        "undated": [_report_json(entry) for entry in changes.undated],
    }


def _report_json(entry: RecordReport) -> dict[str, object]:
    report = entry.report
    return {
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "updated": report.updated,
        "incidents": list(entry.incidents),
        "copy_of": entry.copy_of,
    }


def _version_json(version: Version) -> dict[str, object]:
    return {
        "address": version.address,
        "version": version.number,
        "versions": version.of,
        "report": version.entry.report.id,
        "before": version.before.report.id if version.before else None,
        "added": version.added,
        "removed": version.removed,
        "values": [
            {
                "step": moved.step,
                "label": moved.label,
                "of": moved.of,
                "gone": list(moved.gone),
                "come": list(moved.come),
            }
            for moved in version.moved
        ],
        "withdrawn": list(version.withdrawn),
    }


def page(
    changes: Changes, newer: Iterable[Version], titles: Mapping[str, str]
) -> Iterator[RenderableType]:
    """The changes for people. `titles`: incident id → title."""
    yield Text(summary(changes), style="bold")
    yield from _part("New incidents", map(_incident, changes.incidents))
    yield from _part("New reports", map(_report, changes.reports))
    yield from _part("Reports that their outlets updated", map(_report, changes.updated))
    for version in newer:
        yield from _version(version)
    for incident in dict.fromkeys(change.incident for change in changes.changes):
        mine = [change for change in changes.changes if change.incident == incident]
        yield Text(f"\n{titles[incident]}", style="bold")
        yield Text(incident, style="dim")
        yield _moved(mine)
    if changes.undated:
        yield Text(
            f"\n{counted(len(changes.undated), 'report')} without a date: what they say counts as "
            "known before.",
            style="dim",
        )


def _version(version: Version) -> Iterator[RenderableType]:
    """What a page gives otherwise than in its version before."""
    report = version.entry.report
    yield Text(
        f"\n{report.outlet or version.address}: {report.title or 'untitled'}, "
        f"version {version.number} of {version.of}",
        style="bold",
    )
    yield Text(
        f"{counted(version.added, 'paragraph')} came, {counted(version.removed, 'paragraph')} went",
        style="dim",
    )
    if version.moved:
        yield _table(_moved_row(moved) for moved in version.moved)


def _moved_row(moved: Moved) -> Row:
    of = f" of {moved.of}" if moved.of else ""
    sides = [listed(side) for side in (moved.gone, moved.come) if side]
    step = NEW_WORD if moved.step == "added" else moved.step
    return Text(step, style=MOVED_STYLES[moved.step]), Text(
        f"{moved.label}{of}: {' → '.join(sides)}"
    )


def summary(changes: Changes) -> str:
    """The changes in a line."""
    new = sum(change.step == "first" for change in changes.changes)
    told = [
        counted(len(changes.incidents), "new incident"),
        counted(len(changes.reports), "new report"),
        f"{counted(len(changes.changes) - new, 'value')} moved",
        f"{counted(new, 'value')} told for the first time",
    ]
    return f"Since {date_words(changes.since)}: {', '.join(told)}."


def _part(title: str, rows: Iterable[Row]) -> Iterator[RenderableType]:
    listed = list(rows)
    if listed:
        yield Text(f"\n{title}", style="bold")
        yield _table(listed)


def _table(rows: Iterable[Row]) -> RenderableType:
    """Rows in two columns: a long right side is broken below itself."""
    table = Table(box=None, show_header=False, padding=(0, 0, 0, 2), pad_edge=True)
    for left, right in rows:
        table.add_row(left, right)
    return table


def _incident(incident: Incident) -> Row:
    kind = incident.type.replace("_", " ")
    told = f"{incident.title} ({kind}, {counted(len(incident.reports), 'report')})"
    return Text(incident.id, style="dim"), Text(told)


def _report(entry: RecordReport) -> Row:
    report = entry.report
    copy = ", a copy" if entry.copy_of else ""
    told = f"{report.outlet or 'no outlet'}: {report.title or 'untitled'}{copy}"
    return Text(date_words(appeared(entry))), Text(told)


def _moved(changes: Iterable[Change]) -> RenderableType:
    """An incident's changes, what was taken back first."""
    ordered = sorted(changes, key=lambda change: ORDER.index(change.step))
    return _table(_change(change) for change in ordered)


def _change(change: Change) -> Row:
    word = NEW_WORD if change.step == "first" else change.step
    return Text(word, style=STEP_STYLES.get(change.step, "dim")), Text(change.what)

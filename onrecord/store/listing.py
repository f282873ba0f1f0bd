"""Lists of the record's values that a notebook shows as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Protocol, TypeVar

from onrecord.core.record import Finding, Incident, RecordEntity, RecordReport
from onrecord.core.report import Rejection
from onrecord.core.values import value_json

Item = TypeVar("Item", Incident, Finding, RecordReport, RecordEntity, Rejection)

ROWS_SHOWN = 50
"""Rows of a notebook's table: about two screens; the list itself holds all."""


class Listing(tuple[Item, ...]):
    """A tuple of the record's values; a notebook shows it as a table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return table_html([summary(item) for item in self])


def summary(item: object) -> Mapping[str, object]:
    """A value's row in a notebook's table."""
    match item:
        case Incident():
            return {
                "id": item.id,
                "type": item.type,
                "title": item.title,
                "reports": len(item.reports),
                "findings": len(item.findings),
                "disputed": sum(finding.status == "disputed" for finding in item.findings),
            }
        case Finding():
            return {
                "subject": item.subject,
                "field": item.field,
                "value": value_json(item.value),
                "status": item.status,
                "origins": len(item.origins),
                "reports": len(item.reports),
                "reason": item.reason,
            }
        case RecordReport():
            return {
                "id": item.report.id,
                "outlet": item.report.outlet,
                "published": item.report.published,
                "title": item.report.title,
                "incidents": len(item.incidents),
                "copy of": item.copy_of,
            }
        case RecordEntity():
            return {
                "id": item.id,
                "kind": item.kind,
                "name": item.name,
                "also": ", ".join(item.also),
                "mentions": len(item.mentions),
            }
        case Rejection():
            return {"where": item.where, "stage": item.stage, "why": item.detail, "do": item.hint}
        case _:
            return {"value": repr(item)}


def table_html(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as an HTML table, all text escaped."""
    if not rows:
        return "<p>None.</p>"
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows[0])
    body = "".join(f"<tr>{_cells(row.values())}</tr>" for row in rows[:ROWS_SHOWN])
    rest = len(rows) - ROWS_SHOWN
    more = f"<p>… and {rest} more.</p>" if rest > 0 else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cells(values: Iterable[object]) -> str:
    return "".join(f"<td>{'' if value is None else escape(str(value))}</td>" for value in values)


class Shown(Protocol):
    """What a record shows of itself in a notebook."""

    @property
    def incidents(self) -> Listing[Incident]:
        """The incidents."""


def record_html(record: Shown) -> str:
    """A record in a notebook: what it holds, then its incidents."""
    return f"<p><strong>{escape(repr(record))}</strong></p>{record.incidents._repr_html_()}"

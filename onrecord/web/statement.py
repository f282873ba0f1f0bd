"""One statement's page: its words, and the form to mark another speaker."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import RecordNotFound
from onrecord.export.context import Piece, Sentences
from onrecord.export.eye import outlet_of
from onrecord.web.desk import Desk
from onrecord.web.finding import Choice
from onrecord.web.incident import seen


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A statement, who says it now, and who may be marked instead."""

    incident: str
    title: str
    id: str
    report: str
    outlet: str
    speaker: str
    pieces: tuple[Piece, ...]
    choices: tuple[Choice, ...]


def statement_page(desk: Desk, incident: str, statement: str) -> StatementPage:
    """The page of a statement.

    Raises:
        RecordNotFound: the incident has none with that id.
    """
    found = seen(desk, incident)
    of = next((s for s in found.replayed.incident.statements if s.id == statement), None)
    entry = next((e for e in found.contents.reports if of and e.report.id == of.report), None)
    if of is None or entry is None:
        raise RecordNotFound(
            "No such statement", value=statement, hint="Reload the incident's page."
        )
    speakers = sorted(found.contents.entities, key=lambda e: e.name.casefold())
    kinds = ("person", "group", "organisation", "outlet")
    return StatementPage(
        incident=incident,
        title=found.machine.title,
        id=statement,
        report=of.report,
        outlet=outlet_of(entry),
        speaker=of.speaker or "",
        pieces=Sentences(entry.report.text).around(of.content),
        choices=tuple(Choice(e.id, f"{e.name} ({e.kind})") for e in speakers if e.kind in kinds),
    )

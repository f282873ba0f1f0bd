"""Statements of one report: who says what, through whom, with the words of each part."""

from __future__ import annotations

from onrecord.core.annotation import Annotation
from onrecord.core.reading import Entity, Statement
from onrecord.core.report import Report
from onrecord.extract.prose import Prose


def find_statements(
    report: Report, annotation: Annotation, entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """The statements of a report in text order."""
    return statements_of(Prose(report, annotation), entities)


def statements_of(prose: Prose, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """The same from prose that is there already."""
    return ()

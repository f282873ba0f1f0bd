"""Incidents of one report: the lead and those of the background."""

from __future__ import annotations

from onrecord.core.reading import Entity, ReportIncident, Time
from onrecord.core.report import Report
from onrecord.core.span import Spans


def find_incidents(
    report: Report,  # noqa: ARG001
    sentences: Spans,
    entities: tuple[Entity, ...],  # noqa: ARG001
    times: tuple[Time, ...],  # noqa: ARG001
) -> tuple[ReportIncident, ...]:
    """The incidents that a report speaks of, the lead first."""
    return (ReportIncident("i1", "other", lead=True, passages=sentences),)

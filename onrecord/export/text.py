"""Reports and records on a terminal."""

from __future__ import annotations

from onrecord.core.reading import Reading


def marked(reading: Reading, *, colour: bool) -> str:
    """The report's text with what was found in it."""
    return reading.report.text

"""A report's own prose: its text without what is marked as boilerplate."""

from __future__ import annotations

import re

from onrecord.core.report import Report

GAP = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
"""Blank lines, as many as the marked lines left behind."""


def prose(report: Report) -> str:
    """The text without its boilerplate, a blank line between paragraphs."""
    pieces, at = [], 0
    for mark in report.boilerplate:
        pieces.append(report.text[at : mark.span.start])
        at = mark.span.end
    pieces.append(report.text[at:])
    return GAP.sub("\n\n", "".join(pieces)).strip()

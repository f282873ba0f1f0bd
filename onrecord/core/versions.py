"""The order of the captures of one page."""

from __future__ import annotations

from onrecord.core.moments import moment
from onrecord.core.report import Report


def version_order(report: Report) -> tuple[str, int, str]:
    """Sorts the captures of an address: by when the page says it was changed; of one time the longer
    text is the later (a feed's summary, then its page)."""
    when = moment(report.updated) or moment(report.published)
    return (when.isoformat() if when else "", len(report.text), report.id)

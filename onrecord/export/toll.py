"""The chart of a toll over time: who gave which number when, as places in a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from onrecord.core.moments import moment
from onrecord.core.record import Claim, Finding, RecordContents
from onrecord.core.values import number_bounds
from onrecord.export.words import date_words, value_words

WIDTH, HEIGHT = 640, 190
LEFT, RIGHT, TOP, BOTTOM = 34, 610, 22, 150
"""Units of the drawing; it scales to its column."""

MOST = 40
"""Points drawn at most: more would hide each other at this width."""


@dataclass(frozen=True, slots=True)
class Point:
    """A claim in the drawing."""

    x: float
    y: float
    words: str
    leading: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing; `alt` says in words what it shows."""

    title: str
    alt: str
    points: tuple[Point, ...]
    rows: tuple[Tick, ...]
    days: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    at: datetime
    number: int
    words: str
    outlet: str
    leading: bool


def toll_chart(contents: RecordContents, incident_id: str) -> Chart | None:
    """A chart of the killed, where reports gave at least two different numbers at two times."""
    for incident in contents.incidents:
        if incident.id == incident_id:
            for finding in incident.findings:
                if finding.field == "incident.killed" and finding.alternatives:
                    return _draw(_figures(contents, finding))
    return None


def _figures(contents: RecordContents, finding: Finding) -> list[_Figure]:
    """The claims with a date and a number; copies left out, since they are nobody's own word."""
    outlets = {e.report.id: e.report.outlet or "?" for e in contents.reports if e.copy_of is None}
    leading = _dated(finding.claims, outlets, leading=True)
    others = [
        figure
        for alternative in finding.alternatives
        if alternative.value != finding.value
        for figure in _dated(alternative.claims, outlets, leading=False)
    ]
    return sorted([*leading, *others], key=lambda f: (f.leading, f.at, f.number, f.outlet))


def _dated(claims: Iterable[Claim], outlets: dict[str, str], *, leading: bool) -> list[_Figure]:
    found = []
    for claim in claims:
        at, bounds = moment(claim.published), number_bounds(claim.value)
        number = None if bounds is None else bounds.low if bounds.low is not None else bounds.high
        if at is not None and number is not None and claim.report in outlets:
            words = value_words("incident.killed", claim.value, {})
            found.append(_Figure(at, number, words, outlets[claim.report], leading))
    return list(dict.fromkeys(found))


def _draw(figures: list[_Figure]) -> Chart | None:
    numbers = sorted({figure.number for figure in figures})
    moments = sorted({figure.at for figure in figures})
    if len(numbers) < 2 or len(moments) < 2 or len(figures) > MOST:
        return None
    first, last = moments[0], moments[-1]
    length = (last - first).total_seconds()

    def across(at: datetime) -> float:
        return round(LEFT + 24 + (RIGHT - LEFT - 48) * (at - first).total_seconds() / length, 1)

    def down(number: int) -> float:
        low, high = numbers[0], numbers[-1]
        return round(BOTTOM - 12 - (BOTTOM - TOP - 24) * (number - low) / (high - low), 1)

    points = tuple(
        Point(
            across(f.at),
            down(f.number),
            f"{f.outlet}, {date_words(f.at.isoformat())} UTC: {f.words}",
            f.leading,
        )
        for f in figures
    )
    return Chart(
        title="The toll as it was reported",
        alt="Killed, by date of report. " + "; ".join(point.words for point in points) + ".",
        points=points,
        rows=tuple(Tick(down(number), f"{number:,}") for number in numbers),
        days=_days(moments, across),
    )


def _days(moments: list[datetime], across: Callable[[datetime], float]) -> tuple[Tick, ...]:
    """The first and the last day."""
    ends = dict.fromkeys((moments[0], moments[-1]))
    return tuple(Tick(across(at), date_words(at.date().isoformat())) for at in ends)

"""Small drawings as numbers: sparklines, the map's points, the timeline's dots."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.web.overview import Row

SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 84, 20, 2

MAP_MARGIN = 4.0
MAP_SMALLEST = 14.0
"""Degrees around the points, and the least width of a map: a street map it is not."""

LINE_WIDTH, LINE_HEIGHT, LINE_EDGE = 1000, 150, 30
MOST_DRAWN = 600
"""Dots drawn at most: beyond that they hide each other, and the page grows slow."""


@dataclass(frozen=True, slots=True)
class Spark:
    """A toll over time as a stepped line, in units of an 84 by 20 drawing; `alt` says it in words."""

    line: str
    end_x: float
    end_y: float
    alt: str


def spark(points: Sequence[tuple[float, int]]) -> Spark | None:
    """The sparkline of (day, number) points; None where the number never changes."""
    numbers = [number for _, number in points]
    if len(set(numbers)) < 2:
        return None
    days = max(points[-1][0], 0.001)
    low, high = min(numbers), max(numbers)

    def x(day: float) -> float:
        return round(SPARK_EDGE + (SPARK_WIDTH - 2 * SPARK_EDGE) * day / days, 1)

    def y(number: int) -> float:
        drop = (number - low) / (high - low)
        return round(SPARK_HEIGHT - SPARK_EDGE - (SPARK_HEIGHT - 2 * SPARK_EDGE) * drop, 1)

    steps = [f"M{x(points[0][0])} {y(points[0][1])}"]
    steps += [f"H{x(day)}V{y(number)}" for day, number in points[1:]]
    alt = f"Killed, as reported over time: from {numbers[0]} to {numbers[-1]}, highest {high}"
    return Spark("".join(steps), x(points[-1][0]), y(points[-1][1]), alt)


@dataclass(frozen=True, slots=True)
class Dot:
    """An incident on the map or the timeline. `radius` grows with the killed."""

    id: str
    title: str
    words: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Map:
    """The incidents whose place is known, over the countries' outlines.

    `left`, `top`, `width`, `height` cut the drawing of the world (a degree a unit) to the dots.
    """

    left: float
    top: float
    width: float
    height: float
    dots: tuple[Dot, ...]
    unplaced: int


def draw_map(rows: Sequence[Row]) -> Map:
    """A map of the rows."""
    placed = [r for r in rows if r.place and r.place.latitude is not None]
    points = [_point(row) for row in placed[:MOST_DRAWN]]
    if not points:
        return Map(0, 0, 360, 180, (), len(rows))
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width = max(max(xs) - min(xs) + 2 * MAP_MARGIN, MAP_SMALLEST)
    height = max(max(ys) - min(ys) + 2 * MAP_MARGIN, width / 2)
    width = max(width, height * 1.6)
    left = min(max(0.0, (max(xs) + min(xs)) / 2 - width / 2), max(0.0, 360 - width))
    top = min(max(0.0, (max(ys) + min(ys)) / 2 - height / 2), max(0.0, 180 - height))
    unit = min(width, 360.0) / 160
    dots = tuple(
        Dot(row.id, row.title, _told(row), x, y, round(unit * _size(row), 2))
        for row, (x, y) in zip(placed, points, strict=False)
    )
    return Map(
        round(left, 2),
        round(top, 2),
        round(min(width, 360), 2),
        round(min(height, 180), 2),
        tuple(sorted(dots, key=lambda dot: -dot.radius)),
        len(rows) - len(placed),
    )


def _point(row: Row) -> tuple[float, float]:
    place = row.place
    if place is None or place.latitude is None or place.longitude is None:
        return (0.0, 0.0)
    return (round(place.longitude + 180, 2), round(90 - place.latitude, 2))


def _size(row: Row) -> float:
    """A dot's radius: by the square root of the killed, so that the area says how many."""
    return 1.0 + min(3.0, math.sqrt(row.killed.high if row.killed else 0) / 3)


def _told(row: Row) -> str:
    place = f", {row.place.name}" if row.place else ""
    killed = f", {row.killed.words} killed" if row.killed else ""
    return f"{row.title}{place}{', ' + row.date_words if row.date_words else ''}{killed}"


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the timeline's scale."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """The incidents by day, in a drawing 1000 wide; those of one place in the row stack up."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    height: float
    undated: int


def draw_line(rows: Sequence[Row]) -> Line:
    """A timeline of the rows."""
    dated = sorted(
        ((day, row) for row in rows if (day := _day(row.date)) is not None),
        key=lambda pair: (pair[0], pair[1].id),
    )[-MOST_DRAWN:]
    if not dated:
        return Line((), (), LINE_HEIGHT, len(rows))
    first, last = dated[0][0], dated[-1][0]
    length = max((last - first).days, 1)

    def across(day: date) -> float:
        span = LINE_WIDTH - 2 * LINE_EDGE
        return round(LINE_EDGE + span * (day - first).days / length, 1)

    dots = tuple(_stacked((across(day), row) for day, row in dated))
    height = max(LINE_HEIGHT, 60 + max(dot.y for dot in dots))
    flipped = tuple(
        Dot(d.id, d.title, d.words, d.x, round(height - 36 - d.y, 1), d.radius) for d in dots
    )
    undated = sum(_day(row.date) is None for row in rows)
    return Line(flipped, _ticks(first, last, across(last)), height, undated)


def _stacked(points: Iterable[tuple[float, Row]]) -> Iterable[Dot]:
    """Dots that would hide each other, one above the other."""
    heights: dict[int, float] = {}
    for x, row in points:
        radius = 3.0 + _size(row)
        column = int(x // 12)
        y = heights.get(column, 0.0) + radius
        heights[column] = y + radius + 1
        yield Dot(row.id, row.title, _told(row), x, round(y, 1), round(radius, 1))


def _ticks(first: date, last: date, end: float) -> tuple[Tick, ...]:
    """Some five years or months of the scale."""
    length = max((last - first).days, 1)
    days = [date.fromordinal(first.toordinal() + round(length * part / 4)) for part in range(5)]
    words = [day.isoformat() if length < 120 else day.isoformat()[:7] for day in days]
    places = [LINE_EDGE + (end - LINE_EDGE) * part / 4 for part in range(5)]
    return tuple(Tick(round(x, 1), w) for x, w in zip(places, words, strict=True))


def _day(written: str) -> date | None:
    """The day of a date that may be short; the middle of a month or year."""
    padded = written + {4: "-07-01", 7: "-15"}.get(len(written), "")
    try:
        return date.fromisoformat(padded[:10])
    except ValueError:
        return None

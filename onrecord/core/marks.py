"""Marks: what the index keeps of a report, so that others like it are found without reading it again.

A mark asks one report alone: it is the same whatever else the record holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SketchMark:
    """One incident of one report. Two whose marks share no key are never compared.

    `near` are keys of which two must be shared by reports of a month, `far` keys of which one will do
    for longer; `packed` is the sketch itself, for who made it to unpack. Keys are of 64 bits.
    """

    local: str
    near: tuple[int, ...]
    far: tuple[int, ...]
    packed: bytes


@dataclass(frozen=True, slots=True)
class Marks:
    """A report's marks.

    `address` is a hash of the page's address, None where it has none that tells it apart; `day` its
    date as an ordinal, `text` a hash that reprints of one text share, `shingles` the
    hashes of its runs of own words (little-endian, 64 bits each, sorted).
    """

    report: str
    day: int | None
    text: int
    shingles: bytes
    sketches: tuple[SketchMark, ...]
    address: int | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """Two incidents of different reports whose marks share enough keys to be compared."""

    one: SketchPlace
    two: SketchPlace


@dataclass(frozen=True, slots=True, order=True)
class SketchPlace:
    """A stored sketch: its number in the index and its report's."""

    number: int
    report: int


@dataclass(frozen=True, slots=True)
class Scored:
    """How alike two stored sketches are: 0 to 1, or below 0 where they are never of one incident. `one`
    is the smaller number."""

    one: int
    two: int
    score: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A stored sketch by number, report id and local id, with the incident it is in: the smallest number
    of that incident's sketches; None where it has not been placed yet."""

    number: int
    report: str
    local: str
    incident: int | None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Sketches that are to be placed, all of the incidents that they might join, and their scores."""

    items: Sequence[Placed]
    pairs: Sequence[Scored]

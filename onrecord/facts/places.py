"""Where a named place is: an offline gazetteer, read by bisection.

The rows come from GeoNames (CC BY 4.0) and are made by `resources/build_gazetteer.py`. Among places
of one name the report's other places decide, then population.
"""

from __future__ import annotations

import math
import mmap
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path

from onrecord.core.reading import Gazetteer
from onrecord.facts.compare import fold
from onrecord.facts.states import PRESS

DATA = Path(__file__).with_name("gazetteer.tsv")

NEAR_KM = 300
"""A place this close to another place of the report is likely the one meant."""

WEIGHTS = {"country": 3.0, "near": 2.0, "kind": 1.5}
"""What counts beside the logarithm of the population: being in a country that the report names,
near another of its places, being a country or state. In tenfold populations; set by hand so that a
village in the report's country wins over a city of a million elsewhere."""

LEADING = re.compile(
    r"(?:the|port of|city of|town of|village of|province of|state of|north(?:ern)?|south(?:ern)?"
    r"|east(?:ern)?|west(?:ern)?|central|downtown|suburban|greater)\s+",
    re.IGNORECASE,
)
QUARTER = re.compile(r"(?:north|south|east|west|central|downtown|suburban|greater)")
DISTRICT = "district of columbia"
"""A district that is one city, by whose name the press means it: Washington."""
LONG = {"ft.": "fort", "mt.": "mount", "ft": "fort", "mt": "mount"}
SHORT = re.compile(r"^(?:ft|mt)\b\.?")


@dataclass(frozen=True, slots=True)
class Row:
    """One reading of a name in the gazetteer; `within` from the smallest to the largest."""

    kind: str
    name: str
    latitude: float
    longitude: float
    country: str
    within: tuple[str, ...]
    population: int


COMPANY = 30
"""Places of a report in whose light a name is looked up: bounds the work on long lists of places."""


def locate(name: str, others: Iterable[str] = ()) -> Gazetteer | None:
    """The place of that name that the other place names of the report make likely.

    Of the others the first `COMPANY` are asked. None where the gazetteer does not know the name.
    Coordinates are degrees; those of a country or a state are its capital's or largest city's, and
    `precision` says so.
    """
    rows = lookup(name)
    if not rows:
        return None
    if len(rows) == 1:
        return gazetteer_of(rows[0])
    key = fold(name)
    asked = islice((other for other in others if fold(other) != key), COMPANY)
    company = [row for other in asked for row in lookup(other)[:3]]
    best = max(rows, key=lambda row: (_weight(row, company), row.population))
    return gazetteer_of(best)


def gazetteer_of(row: Row) -> Gazetteer:
    """A row's place."""
    return Gazetteer(row.latitude, row.longitude, row.country, row.within, row.kind)


def distance(one: Gazetteer, two: Gazetteer) -> float:
    """Kilometres between two places, along the great circle."""
    return _kilometres(one.latitude, one.longitude, two.latitude, two.longitude)


def distance_from(row: Row, place: Gazetteer) -> float:
    """Kilometres from a gazetteer row to a place."""
    return _kilometres(row.latitude, row.longitude, place.latitude, place.longitude)


def lookup(name: str) -> tuple[Row, ...]:
    """All places of that name, the largest first.

    A row of that very name hides those that have it as another name. Words like "city of" may stand
    before it; "Ind." and such are states of the USA, "Ft." is "Fort".
    """
    key = SHORT.sub(lambda m: LONG[m[0]], fold(PRESS.get(name.removesuffix("."), name))).strip()
    found = _rows(key)
    if key == DISTRICT:
        return tuple(_as_city(r) for r in found if r.kind == "state")
    if found:
        return tuple(r for r in found if key in fold(r.name)) or found
    rows = _rows(LEADING.sub("", key).strip())
    quarter = QUARTER.match(key) is not None
    return tuple(replace(r, within=(r.name, *r.within)) if quarter else r for r in rows)


def _as_city(district: Row) -> Row:
    """A district that is one city, as that city."""
    return replace(district, kind="city", within=("Washington", *district.within))


def _weight(row: Row, company: list[Row]) -> float:
    weight = math.log10(row.population + 1)
    if row.kind != "city":
        weight += WEIGHTS["kind"]
    if any(_part_of(row, c) for c in company):
        weight += WEIGHTS["country"]
    if any(_close(row, c) for c in company):
        weight += WEIGHTS["near"]
    return weight


def _part_of(row: Row, other: Row) -> bool:
    """Whether the row lies in a country or state that the report names."""
    if other.kind == "country":
        return row.country == other.country
    return other.kind == "state" and other.name in row.within


def _close(row: Row, other: Row) -> bool:
    if other.kind != "city" or abs(row.latitude - other.latitude) > NEAR_KM / 111:
        return False
    apart = _kilometres(row.latitude, row.longitude, other.latitude, other.longitude)
    return apart < NEAR_KM


def _kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a, b, step = math.radians(lat1), math.radians(lat2), math.radians(lon2 - lon1)
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(step)
    return 6371.0 * math.acos(max(-1.0, min(1.0, cosine)))


@cache
def _table() -> mmap.mmap:
    with DATA.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def _rows(key: str) -> tuple[Row, ...]:
    """The rows whose first column is the key."""
    if not key or "\t" in key:
        return ()
    table, wanted = _table(), key.encode() + b"\t"
    at = _first_at_least(table, wanted)
    rows = []
    while table[at : at + len(wanted)] == wanted:
        end = table.find(b"\n", at)
        rows.append(_row(table[at:end].decode()))
        at = end + 1
    return tuple(sorted(rows, key=lambda row: -row.population))


def _first_at_least(table: mmap.mmap, wanted: bytes) -> int:
    """The offset of the first line that is not smaller than the wanted beginning of a line."""
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", 0, (low + high) // 2) + 1
        if table[middle : middle + len(wanted)] < wanted:
            low = max(table.find(b"\n", (low + high) // 2) + 1, middle + 1)
        else:
            high = middle
    return low


def _row(line: str) -> Row:
    _, kind, name, latitude, longitude, country, within, people = line.split("\t")
    larger = tuple(within.split("|")) if within else ()
    return Row(kind, name, float(latitude), float(longitude), country, larger, int(people))

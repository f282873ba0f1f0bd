"""Builds onrecord/web/static/world.svg: the countries' outlines for the desk's map.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    python resources/build_outlines.py package/countries-110m.json > onrecord/web/static/world.svg

The package world-atlas (ISC) carries Natural Earth's 1:110 million borders (public domain) as
TopoJSON. The drawing is 360 wide and 180 high: a degree a unit, longitude -180 at 0, latitude 90 at
0 (plate carrée), so that a place's point is `longitude + 180, 90 - latitude`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any

Arc = list[tuple[float, float]]

DIGITS = 1
"""Decimals of a degree that are kept: 11 km at the equator, less than the outlines' own slack."""

SMALLEST = 3
"""Points that a ring needs to be drawn."""


def arcs_of(topology: dict[str, Any]) -> list[Arc]:
    """The topology's arcs in degrees."""
    (scale_x, scale_y), (left, low) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    found = []
    for arc in topology["arcs"]:
        xs = accumulate(point[0] for point in arc)
        ys = accumulate(point[1] for point in arc)
        found.append([(x * scale_x + left, y * scale_y + low) for x, y in zip(xs, ys, strict=True)])
    return found


def rings_of(geometry: dict[str, Any], arcs: list[Arc]) -> Iterable[Arc]:
    """A country's rings."""
    several = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in several:
        for ring in polygon:
            points: Arc = []
            for index in ring:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                points.extend(arc[1:] if points else arc)
            yield points


def path_of(ring: Arc) -> str:
    """A ring as an SVG path; "" for one that vanishes at this scale."""
    places = [(round(x + 180, DIGITS), round(90 - y, DIGITS)) for x, y in ring]
    kept = [p for i, p in enumerate(places) if i == 0 or p != places[i - 1]]
    if len(kept) < SMALLEST:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"


def main() -> int:
    """Writes the drawing to standard output."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    countries = topology["objects"]["countries"]["geometries"]
    paths = [path_of(ring) for country in countries for ring in rings_of(country, arcs)]
    sys.stdout.write(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180">'
        f'<path id="land" d="{"".join(paths)}"/></svg>\n'
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Rows for the UCDP Georeferenced Event Dataset: its columns, each cell by the codebook's own rules.

Conflicts, dyads, sides and the data set's own numbers take the programme's lists and stay blank.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.record import Incident, RecordContents
from onrecord.export.coding import (
    Codebook,
    CodedRow,
    citation,
    cited,
    code_figures,
    codebook_files,
    when,
)
from onrecord.export.exporter import ExportedFile, of_files

LADDER = "ucdp-ged-26"
COLUMNS = tuple(
    """id relid year active_year code_status type_of_violence conflict_new_id conflict_name
    dyad_new_id dyad_name side_a_new_id gwnoa side_a side_b_new_id gwnob side_b number_of_sources
    source_article source_office source_date source_headline source_original where_prec
    where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country
    country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians
    deaths_unknown best high low""".split()
)
"""The data set's columns, those of version 26 in the order of 20.1's header."""
VIOLENT = frozenset(
    """shooting bombing stabbing vehicle_ramming arson armed_assault assassination kidnapping
    hostage_taking hijacking execution riot clash raid chemical_attack police_shooting""".split()
)
"""Incident types that may be armed force by an organised actor: whether they are, coders decide."""
WHERE_PREC = {"state": 4, "country": 6}
CELL = 0.5
"""Degrees of a PRIO-GRID cell; cells are numbered from the south-west corner, 720 a row."""
CELLS_A_ROW = 720
DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Days up to which each precision goes; 5 above."""


def fits(incident: Incident) -> str:
    """Why the incident has no row: another type, or no direct death in any figure."""
    if incident.type not in VIOLENT:
        return f"{incident.type.replace('_', ' ')} is no use of armed force"
    for finding in incident.findings:
        coded = (finding.coded or {}).get(LADDER)
        if coded and any(coded.columns.get(name) for name in ("best", "low", "high")):
            return ""
    return "no report gives a death in best, low or high"


def fill(row: CodedRow) -> None:
    """Fill an incident's row."""
    row.put("id", row.incident.id, "the incident's id")
    row.put("relid", row.incident.id, "the incident's id")
    _date(row)
    _place(row)
    _sources(row)
    code_figures(row, LADDER)
    best = row.cells.get("best")
    if best is not None:
        rule = "no report tells the sides of the dead: all of best is in deaths_unknown"
        row.put("deaths_unknown", best.value, rule, best.claims)
        for name in ("deaths_a", "deaths_b", "deaths_civilians"):
            row.put(name, 0, rule)


def _date(row: CodedRow) -> None:
    found = when(row.incident)
    if found is None:
        return
    claims = found.finding.claims
    row.put("year", found.start.year, "the first day's year", claims)
    row.put("date_start", found.start.isoformat(), "the first day", claims)
    row.put("date_end", found.end.isoformat(), "the last day", claims)
    precision = next((code for days, code in DATE_PREC if found.days <= days), 5)
    rule = "1 day, 2 two to six days, 3 a week, 4 up to a month, 5 longer"
    row.put("date_prec", precision, rule, claims)
    row.put("event_clarity", 1, "one happening, told apart by its reports")


def _place(row: CodedRow) -> None:
    place = row.place
    if place is None:
        return
    claims = place.finding.claims
    row.put("where_description", "; ".join(place.names), "the places as named", claims)
    row.put("country", place.country, "country of the place", claims)
    row.put("adm_1", place.province, "state or province of the place", claims)
    if place.where is None or place.located is None:
        return
    exact = 1 if place.exact else 2
    precision = WHERE_PREC.get(place.where.precision, exact)
    row.put("where_prec", precision, "1 the town, 2 near it, 4 a province, 6 a country", claims)
    row.put("where_coordinates", place.located.name, "the place that the degrees are of", claims)
    north, east = place.where.latitude, place.where.longitude
    row.put("latitude", north, "degrees north", claims)
    row.put("longitude", east, "degrees east", claims)
    row.put("geom_wkt", f"POINT ({east} {north})", "the degrees as a point", claims)
    row.put("priogrid_gid", priogrid(north, east), "the cell that holds the point", claims)


def priogrid(north: float, east: float) -> int:
    """The PRIO-GRID cell of a point in degrees (cells of half a degree, from 1 in the south-west)."""
    line = min(int((north + 90) / CELL), int(180 / CELL) - 1)
    column = min(int((east + 180) / CELL), CELLS_A_ROW - 1)
    return line * CELLS_A_ROW + column + 1


def _sources(row: CodedRow) -> None:
    every = [r for i in row.incident.reports if (r := row.look.report(i)) is not None]
    reports = cited(row.incident, row.look)
    row.put("number_of_sources", len(every), "reports consulted")
    rule = "the most thorough report, then each that adds something; copies are left out"
    row.put("source_article", "; ".join(citation(report) for report in reports), rule)
    outlets = dict.fromkeys(report.outlet for report in reports if report.outlet)
    row.put("source_office", "; ".join(outlets), rule)
    days = [(report.published or "")[:10] for report in reports]
    row.put("source_date", "; ".join(day for day in days if day), rule)
    row.put("source_headline", "; ".join(r.title for r in reports if r.title), rule)
    dead = [f for f in row.fields.get("incident.killed", []) if f.status != "denied"]
    origins = dict.fromkeys(name for f in dead for name in row.look.named(f.origins))
    claims = [claim for finding in dead for claim in finding.claims]
    row.put("source_original", "; ".join(origins), "whom the figure of the dead is from", claims)


BOOK = Codebook("ucdp-ged", "id", COLUMNS, fits, fill)


def files(contents: RecordContents) -> Iterator[ExportedFile]:
    """The rows and their twins."""
    return codebook_files(BOOK, contents)


EXPORTER = of_files("ucdp-ged", "Rows for UCDP GED, with the evidence of each cell", files)

"""Rows for ACLED: its columns, each cell by the codebook's own rules.

Actors' kinds, interaction codes and the scale of the sources take a coder's judgement and stay
blank, as do the data set's own numbers for countries and regions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.core.moments import moment
from onrecord.core.record import Incident, RecordContents
from onrecord.export.coding import (
    Codebook,
    CodedRow,
    cited,
    code_figures,
    codebook_files,
    conflicts,
    described,
    when,
)
from onrecord.export.exporter import ExportedFile, of_files

LADDER = "acled-2024"
COLUMNS = tuple(
    """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1
    assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region
    country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes
    fatalities tags timestamp""".split()
)
"""The columns of the data set since March 2023."""

VIOLENCE, STRATEGIC = "Political violence", "Strategic developments"
ATTACK = (VIOLENCE, "Violence against civilians", "Attack")
ABDUCTION = (VIOLENCE, "Violence against civilians", "Abduction/forced disappearance")
DESTRUCTION = (STRATEGIC, STRATEGIC, "Looting/property destruction")
TYPES = {
    "shooting": ATTACK,
    "stabbing": ATTACK,
    "vehicle_ramming": ATTACK,
    "armed_assault": ATTACK,
    "assassination": ATTACK,
    "execution": ATTACK,
    "kidnapping": ABDUCTION,
    "hostage_taking": ABDUCTION,
    "bombing": (VIOLENCE, "Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "chemical_attack": (VIOLENCE, "Explosions/Remote violence", "Chemical weapon"),
    "clash": (VIOLENCE, "Battles", "Armed clash"),
    "protest": ("Demonstrations", "Protests", ""),
    "riot": ("", "Riots", ""),
    "arrest": (STRATEGIC, STRATEGIC, "Arrests"),
    "arson": DESTRUCTION,
    "sabotage": DESTRUCTION,
}
"""Incident types with disorder type, event type and sub-event type; blank where the type does not
settle it (a protest may be peaceful or met with force)."""
WEEK, MONTH = 7, 31
"""Days up to which a date is within the week (precision 2) or the month (3)."""
PRECISE = {"state": 3}


def fits(incident: Incident) -> str:
    """Why the incident has no row; nothing where it has one."""
    if incident.type in TYPES:
        return ""
    return f"no event type of the codebook stands for {incident.type.replace('_', ' ')}"


def fill(row: CodedRow) -> None:
    """Fill an incident's row."""
    _place(row)
    country = row.place.where.country if row.place and row.place.where else "XX"
    row.put(
        "event_id_cnty",
        f"{country}{row.incident.id}",
        "the country's letters and the incident's id, which stays",
    )
    _date(row)
    _type(row)
    _actors(row)
    code_figures(row, LADDER)
    if "fatalities" not in row.cells:
        row.put("fatalities", 0, f"{LADDER}: no report gives a number of dead: 0")
    _sources(row)


def _date(row: CodedRow) -> None:
    found = when(row.incident)
    if found is None or found.days > MONTH:
        return
    claims = found.finding.claims
    middle = date.fromordinal((found.start.toordinal() + found.end.toordinal()) // 2)
    precision = 1 if found.days == 1 else 2 if found.days <= WEEK else 3
    row.put("event_date", middle.isoformat(), "the day; of several the middle one", claims)
    row.put("year", middle.year, "the day's year", claims)
    row.put("time_precision", precision, "1 day, 2 within a week, 3 within a month", claims)


def _type(row: CodedRow) -> None:
    finding = row.first("type")
    claims = finding.claims if finding else ()
    disorder, event, sub = TYPES[row.incident.type]
    rule = f"incident type {row.incident.type}"
    row.put("disorder_type", disorder, rule, claims)
    row.put("event_type", event, rule, claims)
    row.put("sub_event_type", sub, rule, claims)
    if event == "Violence against civilians":
        row.put("civilian_targeting", "Civilian targeting", rule, claims)


def _actors(row: CodedRow) -> None:
    groups = row.every("perpetrator_group")
    if groups:
        row.put(
            "actor1", row.look.value(groups[0]), "group named as the attacker", groups[0].claims
        )
    others = [f for f in row.every("target") if str(f.value) in row.look.entities]
    bodies = [f for f in others if row.look.entities[str(f.value)].kind == "organisation"]
    if bodies:
        row.put("actor2", row.look.value(bodies[0]), "body named as the target", bodies[0].claims)


def _place(row: CodedRow) -> None:
    place = row.place
    if place is None:
        return
    claims = place.finding.claims
    row.put("country", place.country, "country of the place", claims)
    row.put("admin1", place.province, "state or province of the place", claims)
    row.put("location", place.town or place.entity.name, "town of the place", claims)
    if place.where is None or place.where.precision == "country":
        return
    row.put("latitude", place.where.latitude, "degrees north", claims)
    row.put("longitude", place.where.longitude, "degrees east", claims)
    precision = PRECISE.get(place.where.precision, 1)
    row.put("geo_precision", precision, "1 the town itself, 3 a region", claims)


def _sources(row: CodedRow) -> None:
    reports = cited(row.incident, row.look)
    outlets = dict.fromkeys(report.outlet or "Undisclosed Source" for report in reports)
    rule = "the most thorough report, then each that adds something; copies are left out"
    row.put("source", "; ".join(outlets), rule)
    notes = f"{described(row)} {conflicts(row)}".strip()
    row.put("notes", notes, "from the cells of this row, and the values that lost")
    every = [row.look.report(report_id) for report_id in row.incident.reports]
    moments = [at for report in every if report and (at := moment(report.published))]
    if moments:
        row.put("timestamp", int(max(moments).timestamp()), "the last report's publication, Unix")


BOOK = Codebook("acled", "event_id_cnty", COLUMNS, fits, fill)


def files(contents: RecordContents) -> Iterator[ExportedFile]:
    """The rows and their twins."""
    return codebook_files(BOOK, contents)


EXPORTER = of_files("acled", "Rows for ACLED, with the evidence of each cell", files)

"""A static site: a page an incident, an index, and the record's data to take away.

A newsroom can host the folder as it is: no script has to run, nothing is asked of any other host.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.core.record import Incident, RecordContents
from onrecord.export import brief, csv_file, geojson, json_file
from onrecord.export.exporter import ExportedFile, Exporter, of_files, text_file
from onrecord.export.lookup import Lookup
from onrecord.export.sheet_rows import incidents
from onrecord.export.words import counted, date_words

MANIFEST = "published.json"
"""The list of the site's files: a later run removes those that it does not write any more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the index."""

    address: str
    title: str
    kind: str
    day: str
    place: str
    reports: str
    disputed: str


def files(contents: RecordContents) -> Iterator[ExportedFile]:
    """All files of the site, the list of them last."""
    names: list[str] = []
    for file in _files(contents):
        names.append(file.name)
        yield file
    yield text_file(MANIFEST, json.dumps(sorted(names), indent=1) + "\n")


def _files(contents: RecordContents) -> Iterator[ExportedFile]:
    yield text_file("index.html", index(contents))
    for incident in contents.incidents:
        yield text_file(address(incident), brief.html(contents, incident.id))
    yield text_file("data/record.json", _text(json_file.EXPORTER, contents))
    yield text_file("data/incidents.geojson", _text(geojson.EXPORTER, contents))
    for table in csv_file.files(contents):
        yield ExportedFile(f"data/{table.name}", table.data)


def _text(exporter: Exporter, contents: RecordContents) -> str:
    stream = io.BytesIO()
    exporter.write(contents, stream)
    return stream.getvalue().decode("utf-8")


def address(incident: Incident) -> str:
    """Where an incident's page stands, below the site's folder."""
    return f"incidents/{incident.id}.html"


def index(contents: RecordContents) -> str:
    """The page that lists all incidents, the one with most reports first."""
    rows = {row["incident"]: row for row in incidents(Lookup.of(contents))}
    entries = [
        Entry(
            address(incident),
            incident.title,
            incident.type.replace("_", " "),
            date_words(rows[incident.id].get("date")) if rows[incident.id].get("date") else "",
            rows[incident.id].get("place") or "",
            counted(len(incident.reports), "report"),
            counted(sum(f.status == "disputed" for f in incident.findings), "disputed value"),
        )
        for incident in sorted(contents.incidents, key=lambda i: (-len(i.reports), i.id))
    ]
    page = _environment().get_template("site.html.j2")
    return page.render(
        entries=entries,
        reports=counted(len(contents.current), "report"),
        incidents=counted(len(contents.incidents), "incident"),
        style=_style(),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _style() -> str:
    folder = resources.files("onrecord.export").joinpath("templates")
    return folder.joinpath("brief.css").read_text(encoding="utf-8")


EXPORTER = of_files("html", "A static site: a brief of each incident, an index, the data", files)

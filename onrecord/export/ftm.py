"""FollowTheMoney: entities, and a statement for each evidenced value with the words that say so.

`entities.ftm.json` has an entity a line, `statements.csv` a row a claim: `origin` is the place of
its evidence (report id, first and last code point), `original_value` the report's own words. The
model has no schema for tolls or roles in an attack: figures stand in `summary`, and an
`UnknownLink` says how somebody is named in connexion with an incident. What is denied is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.ids import content_id
from onrecord.core.moments import moment
from onrecord.core.record import Claim, Finding, Incident, RecordContents, RecordEntity
from onrecord.core.report import Report
from onrecord.core.span import hull
from onrecord.core.values import Link, Period
from onrecord.export.csv_file import csv_text
from onrecord.export.exporter import ExportedFile, of_files, text_file
from onrecord.export.lookup import Lookup, holding
from onrecord.export.words import finding_label, label, value_words

DATASET = "onrecord"
COLUMNS = (
    "canonical_id",
    "entity_id",
    "prop",
    "prop_type",
    "schema",
    "value",
    "dataset",
    "origin",
    "lang",
    "original_value",
    "external",
    "first_seen",
    "last_seen",
    "id",
)
"""The columns of `ftm`'s statements in CSV."""
SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "outlet": "Organization",
    "place": "Address",
    "facility": "Address",
}
"""Kinds of entities that the model has a schema for; groups and weapons stay words."""
LANGUAGES = {"en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "nl": "nld"}
"""ISO 639-1 to the three letters that the model wants, for languages that reports are read in."""
PERSON = {
    "person.role": "position",
    "person.nationality": "nationality",
    "person.gender": "gender",
    "person.residence": "address",
    "person.birthplace": "birthPlace",
    "person.condition": "status",
    "person.alias": "alias",
    "person.age": "notes",
    "person.injury": "notes",
}
"""Fields of a person and the property that takes their values."""
EVENT = {"incident.type": "keywords", "incident.place": "location"}
INVOLVED = frozenset(
    f"incident.{name}"
    for name in "perpetrator perpetrator_group victim target responder witness claimed_by".split()
)
"""Fields that tie somebody to an incident."""
TYPES = {
    "address": "address",
    "addressEntity": "entity",
    "alias": "name",
    "author": "string",
    "birthPlace": "string",
    "bodyText": "text",
    "city": "string",
    "country": "country",
    "endDate": "date",
    "full": "address",
    "gender": "gender",
    "involved": "entity",
    "keywords": "string",
    "language": "language",
    "latitude": "number",
    "location": "address",
    "longitude": "number",
    "modifiedAt": "date",
    "name": "name",
    "nationality": "country",
    "notes": "text",
    "object": "entity",
    "position": "string",
    "proof": "entity",
    "publishedAt": "date",
    "publisher": "string",
    "role": "string",
    "sourceUrl": "url",
    "startDate": "date",
    "state": "string",
    "status": "string",
    "subject": "entity",
    "summary": "text",
    "title": "string",
}
"""Properties used here and their types in the model."""


@dataclass(frozen=True, slots=True)
class FtmStatement:
    """One value of one property of one entity. `first_seen` and `last_seen` are UTC."""

    entity: str
    schema: str
    prop: str
    value: str
    origin: str = ""
    original: str = ""
    lang: str = ""
    seen: str = ""

    def row(self) -> dict[str, str]:
        """The statement as `ftm` reads it from CSV."""
        return {
            "canonical_id": self.entity,
            "entity_id": self.entity,
            "prop": self.prop,
            "prop_type": TYPES[self.prop],
            "schema": self.schema,
            "value": self.value,
            "dataset": DATASET,
            "origin": self.origin,
            "lang": self.lang if TYPES[self.prop] in {"text", "string"} else "",
            "original_value": self.original,
            "external": "f",
            "first_seen": self.seen,
            "last_seen": self.seen,
            "id": content_id(
                "statement", self.entity, self.prop, self.value, self.origin, self.original
            ),
        }


def statements(contents: RecordContents) -> Iterator[FtmStatement]:
    """All statements of a record, each once, those of one entity together."""
    look = Lookup.of(contents)
    found = list(_all(look))
    order = {entity: place for place, entity in enumerate(dict.fromkeys(s.entity for s in found))}
    yield from sorted(dict.fromkeys(found), key=lambda s: order[s.entity])


def _all(look: Lookup) -> Iterator[FtmStatement]:
    for entry in look.contents.reports:
        yield from _report(entry.report)
    for entity in look.contents.entities:
        if entity.kind in SCHEMATA:
            yield from _entity(entity)
    for incident in look.contents.incidents:
        yield from _incident(incident, look)


def utc(written: str | None) -> str:
    """An ISO 8601 moment as the model keeps it: UTC without offset; a date alone stays one."""
    at = moment(written)
    if at is None or written is None:
        return ""
    return written[:10] if len(written) <= 10 else at.strftime("%Y-%m-%dT%H:%M:%S")


def _report(report: Report) -> Iterator[FtmStatement]:
    values = {
        "title": [report.title or ""],
        "author": list(report.byline),
        "publisher": [report.outlet or ""],
        "publishedAt": [utc(report.published)],
        "modifiedAt": [utc(report.updated)],
        "sourceUrl": [report.url or ""],
        "language": [LANGUAGES.get(report.language, "")],
        "bodyText": [report.text],
    }
    for prop, several in values.items():
        for value in filter(None, several):
            yield FtmStatement(report.id, "Article", prop, value, seen=utc(report.published))


def _entity(entity: RecordEntity) -> Iterator[FtmStatement]:
    schema = SCHEMATA[entity.kind]
    if schema == "Address":
        yield FtmStatement(entity.id, schema, "full", entity.name)
    else:
        yield FtmStatement(entity.id, schema, "name", entity.name)
        for other in entity.also:
            yield FtmStatement(entity.id, schema, "alias", other)
    if schema == "Address" and entity.where is not None:
        yield FtmStatement(entity.id, schema, "country", entity.where.country.lower())
        yield FtmStatement(entity.id, schema, "latitude", str(entity.where.latitude))
        yield FtmStatement(entity.id, schema, "longitude", str(entity.where.longitude))


def _incident(incident: Incident, look: Lookup) -> Iterator[FtmStatement]:
    yield FtmStatement(incident.id, "Event", "name", incident.title)
    for report in incident.reports:
        yield FtmStatement(incident.id, "Event", "proof", report)
    for finding in holding(incident.findings):
        if finding.subject == incident.id:
            yield from _of_incident(finding, incident, look)
        elif (entity := look.entities.get(finding.subject)) and entity.kind == "person":
            yield from _of_person(finding, look)


def _of_incident(finding: Finding, incident: Incident, look: Lookup) -> Iterator[FtmStatement]:
    target = look.entities.get(finding.value) if isinstance(finding.value, str) else None
    if finding.field == "incident.date":
        value = finding.value
        ends = (value.start, value.end) if isinstance(value, Period) else (str(value), "")
        for prop, day in zip(("startDate", "endDate"), ends, strict=True):
            if day:
                yield from _said(finding, incident.id, "Event", prop, day, look)
    elif finding.field in INVOLVED and target is not None and target.kind in SCHEMATA:
        if SCHEMATA[target.kind] != "Address":
            yield from _said(finding, incident.id, "Event", "involved", target.id, look)
        yield from _link(finding, target.id, incident.id, label(finding.field), look)
    elif finding.field == "incident.place" and target is not None:
        yield from _said(finding, incident.id, "Event", "location", target.name, look)
        if target.kind in SCHEMATA:
            yield from _said(finding, incident.id, "Event", "addressEntity", target.id, look)
        if target.where is not None:
            country = target.where.country.lower()
            yield from _said(finding, incident.id, "Event", "country", country, look)
    elif finding.field in EVENT:
        words = look.value(finding)
        yield from _said(finding, incident.id, "Event", EVENT[finding.field], words, look)
    elif finding.field != "incident.related":
        words = f"{finding_label(finding)}: {look.value(finding)} ({finding.status})"
        yield from _said(finding, incident.id, "Event", "summary", words, look)


def _of_person(finding: Finding, look: Lookup) -> Iterator[FtmStatement]:
    value, person = finding.value, finding.subject
    if finding.field == "person.nationality":
        code = str(value).lower()
        yield from _said(finding, person, "Person", "nationality", code, look)
    elif finding.field == "person.gender":
        yield from _said(finding, person, "Person", "gender", str(value), look)
    elif finding.field == "person.affiliation" and isinstance(value, str):
        if value in look.entities and look.entities[value].kind in SCHEMATA:
            yield from _link(finding, person, value, label(finding.field), look)
    elif finding.field == "person.relation" and isinstance(value, Link):
        to = look.entities.get(value.to)
        if to is not None and to.kind in SCHEMATA:
            yield from _link(finding, person, value.to, value.kind, look)
    elif finding.field in PERSON:
        words = value_words(finding.field, value, look.names)
        prop = PERSON[finding.field]
        told = f"{label(finding.field)}: {words}" if prop == "notes" else words
        yield from _said(finding, person, "Person", prop, told, look)


def _link(
    finding: Finding, subject: str, target: str, role: str, look: Lookup
) -> Iterator[FtmStatement]:
    """A link of the model between two entities, as the finding's reports tell it."""
    link = content_id("link", finding.id, subject, target)
    for prop, value in (("subject", subject), ("object", target), ("role", role)):
        yield from _said(finding, link, "UnknownLink", prop, value, look)


def _said(
    finding: Finding, entity: str, schema: str, prop: str, value: str, look: Lookup
) -> Iterator[FtmStatement]:
    """A statement for each claim behind the value; one without a place where there is no claim."""
    if not value:
        return
    for claim in finding.claims:
        report = look.report(claim.report)
        yield FtmStatement(
            entity,
            schema,
            prop,
            value,
            origin=origin_of(claim),
            original=look.evidence(claim),
            lang=LANGUAGES.get(report.language, "") if report else "",
            seen=utc(claim.published),
        )
    if not finding.claims:
        yield FtmStatement(entity, schema, prop, value)


def origin_of(claim: Claim) -> str:
    """Where a claim's evidence stands: report id, first and last code point."""
    if not claim.evidence:
        return claim.report
    around = hull(claim.evidence)
    return f"{claim.report}:{around.start}-{around.end}"


def files(contents: RecordContents) -> Iterator[ExportedFile]:
    """The entities and the statements."""
    found = list(statements(contents))
    entities: dict[str, dict[str, dict[str, None]]] = {}
    schemata = {statement.entity: statement.schema for statement in found}
    for one in found:
        entities.setdefault(one.entity, {}).setdefault(one.prop, {})[one.value] = None
    lines = [
        json.dumps(
            {
                "id": entity,
                "schema": schemata[entity],
                "properties": {prop: list(values) for prop, values in sorted(props.items())},
                "datasets": [DATASET],
            },
            ensure_ascii=False,
        )
        for entity, props in entities.items()
    ]
    yield text_file("entities.ftm.json", "".join(f"{line}\n" for line in lines))
    yield text_file("statements.csv", csv_text(COLUMNS, [s.row() for s in found]))


EXPORTER = of_files(
    "ftm", "FollowTheMoney entities, and a statement for each evidenced value", files
)

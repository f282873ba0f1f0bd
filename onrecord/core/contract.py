"""The contract's JSON for a reading, and back. Names and shapes are those of the record contract."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.core.reading import (
    Entity,
    EntityMention,
    Fact,
    Gazetteer,
    Reading,
    ReportIncident,
    Statement,
    Time,
)
from onrecord.core.record import Claim
from onrecord.core.report import Boilerplate, DeclaredSource, PhotoCredit, Report
from onrecord.core.span import Span, Spans
from onrecord.core.values import value_from_json, value_json

Json = dict[str, Any]


def span_json(span: Span) -> Json:
    """`{"start", "end"}` in code points."""
    return {"start": span.start, "end": span.end}


def spans_json(spans: Iterable[Span]) -> list[Json]:
    """A list of spans."""
    return [span_json(span) for span in spans]


def span_from(data: Json) -> Span:
    """A span from its JSON."""
    return Span(data["start"], data["end"])


def spans_from(data: Iterable[Json]) -> Spans:
    """Spans from their JSON."""
    return tuple(span_from(item) for item in data)


def report_json(report: Report) -> Json:
    """A report's fields. `supported` is there only where it is false."""
    fields: Json = {
        "id": report.id,
        "given_id": report.given_id,
        "input": report.input,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "byline": list(report.byline),
        "published": report.published,
        "updated": report.updated,
        "language": report.language,
        "text": report.text,
        "boilerplate": [span_json(b.span) | {"kind": b.kind} for b in report.boilerplate],
        "declared_sources": [
            {"name": s.name} | span_json(s.span) | {"kind": s.kind} for s in report.declared_sources
        ],
        "photo_credits": [{"name": c.name} | span_json(c.span) for c in report.photo_credits],
        "corrections": spans_json(report.corrections),
    }
    return fields if report.supported else fields | {"supported": False}


def report_from(data: Json) -> Report:
    """A report from its JSON."""
    return Report(
        id=data["id"],
        input=data["input"],
        text=data["text"],
        given_id=data["given_id"],
        url=data["url"],
        outlet=data["outlet"],
        title=data["title"],
        byline=tuple(data["byline"]),
        published=data["published"],
        updated=data["updated"],
        language=data["language"],
        supported=data.get("supported", True),
        boilerplate=tuple(Boilerplate(span_from(b), b["kind"]) for b in data["boilerplate"]),
        declared_sources=tuple(
            DeclaredSource(s["name"], span_from(s), s["kind"]) for s in data["declared_sources"]
        ),
        photo_credits=tuple(PhotoCredit(c["name"], span_from(c)) for c in data["photo_credits"]),
        corrections=spans_from(data.get("corrections") or []),
    )


def place_json(where: Gazetteer | None) -> Json:
    """A place's fields; nothing where the gazetteer does not know it."""
    if where is None:
        return {}
    return {
        "latitude": where.latitude,
        "longitude": where.longitude,
        "country": where.country,
        "within": list(where.within),
        "precision": where.precision,
    }


def place_from(data: Json) -> Gazetteer | None:
    """A place from the fields of its entity; None where there are none."""
    if "latitude" not in data:
        return None
    return Gazetteer(
        latitude=data["latitude"],
        longitude=data["longitude"],
        country=data["country"],
        within=tuple(data["within"]),
        precision=data["precision"],
    )


def entity_json(entity: Entity) -> Json:
    """An entity of one report."""
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "named": entity.named,
        "plural": entity.plural,
        "gender": entity.gender,
        "mentions": [span_json(m.span) | {"form": m.form} for m in entity.mentions],
    } | place_json(entity.where)


def entity_from(data: Json) -> Entity:
    """An entity from its JSON."""
    return Entity(
        id=data["id"],
        kind=data["kind"],
        name=data["name"],
        mentions=tuple(EntityMention(span_from(m), m["form"]) for m in data["mentions"]),
        named=data["named"],
        plural=data["plural"],
        gender=data["gender"],
        where=place_from(data),
    )


def said_json(one: Fact | Claim) -> Json:
    """What a fact and a claim have in common: the value, its words, and on whose word it is."""
    return {
        "value": value_json(one.value),
        "evidence": spans_json(one.evidence),
        "chain": list(one.chain),
        "chain_evidence": [spans_json(link) for link in one.chain_evidence],
        "certainty": one.certainty,
    }


def said_from(data: Json) -> dict[str, Any]:
    """The parts of a fact or claim that both have, from its JSON."""
    return {
        "value": value_from_json(data["value"]),
        "evidence": spans_from(data["evidence"]),
        "chain": tuple(data["chain"]),
        "chain_evidence": tuple(spans_from(link) for link in data["chain_evidence"]),
        "certainty": data["certainty"],
        "confidence": data["confidence"],
        "qualifier": data.get("qualifier"),
        "includes_perpetrators": data.get("includes_perpetrators"),
        "approximate": data.get("approximate", False),
        "as_of": data.get("as_of"),
        "mode": data.get("mode"),
    }


def statement_json(statement: Statement) -> Json:
    """A statement."""
    return {
        "id": statement.id,
        "source": spans_json(statement.source),
        "cue": spans_json(statement.cue),
        "content": spans_json(statement.content),
        "speaker": statement.speaker,
        "chain": list(statement.chain),
        "chain_evidence": [spans_json(link) for link in statement.chain_evidence],
        "manner": statement.manner,
        "stance": statement.stance,
        "certainty": statement.certainty,
    }


def statement_from(data: Json) -> Statement:
    """A statement from its JSON."""
    return Statement(
        id=data["id"],
        source=spans_from(data["source"]),
        cue=spans_from(data["cue"]),
        content=spans_from(data["content"]),
        speaker=data["speaker"],
        chain=tuple(data["chain"]),
        chain_evidence=tuple(spans_from(link) for link in data["chain_evidence"]),
        manner=data["manner"],
        stance=data["stance"],
        certainty=data["certainty"],
    )


FACT_OPTIONS = ("qualifier", "includes_perpetrators", "approximate", "as_of", "mode")
"""Fields of a fact that only some field types have; left out of the JSON where they say nothing."""


def fact_json(fact: Fact) -> Json:
    """A fact. A count always has `qualifier` and `includes_perpetrators`."""
    fields: Json = {
        "id": fact.id,
        "subject": fact.subject,
        "field": fact.field,
        **said_json(fact),
        "incident": fact.incident,
        "confidence": fact.confidence,
    }
    options = {name: getattr(fact, name) for name in FACT_OPTIONS}
    kept = {name: value for name, value in options.items() if value not in (None, False)}
    if fact.qualifier is not None:
        kept["includes_perpetrators"] = fact.includes_perpetrators
    return fields | kept


def fact_from(data: Json) -> Fact:
    """A fact from its JSON."""
    return Fact(
        id=data["id"],
        subject=data["subject"],
        field=data["field"],
        incident=data["incident"],
        **said_from(data),
    )


def incident_json(incident: ReportIncident) -> Json:
    """An incident as one report speaks of it."""
    return {
        "id": incident.id,
        "type": incident.type,
        "lead": incident.lead,
        "passages": spans_json(incident.passages),
    }


def incident_from(data: Json) -> ReportIncident:
    """An incident from its JSON."""
    return ReportIncident(data["id"], data["type"], data["lead"], spans_from(data["passages"]))


def reading_json(reading: Reading) -> Json:
    """One line of `onrecord read … --json`."""
    return {
        "report": report_json(reading.report),
        "weights": reading.weights,
        "entities": [entity_json(e) for e in reading.entities],
        "statements": [statement_json(s) for s in reading.statements],
        "incidents": [incident_json(i) for i in reading.incidents],
        "facts": [fact_json(f) for f in reading.facts],
        "times": [span_json(t.span) | {"type": t.type, "value": t.value} for t in reading.times],
    }


def reading_from(data: Json) -> Reading:
    """A reading from its JSON: the inverse of `reading_json`."""
    return Reading(
        report=report_from(data["report"]),
        weights=data["weights"],
        entities=tuple(entity_from(e) for e in data["entities"]),
        statements=tuple(statement_from(s) for s in data["statements"]),
        incidents=tuple(incident_from(i) for i in data["incidents"]),
        facts=tuple(fact_from(f) for f in data["facts"]),
        times=tuple(Time(span_from(t), t["type"], t["value"]) for t in data["times"]),
    )

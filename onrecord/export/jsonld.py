"""Linked data: JSON-LD 1.1 with Web Annotations for the evidence and PROV-O for the chain.

Every claim is the body of an annotation whose target is the exact words of a report, by quote (it
survives a new crawl) and by position in code points (it is exact). The context is written out:
nothing is fetched to read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, TextIO

from onrecord.core.ids import content_id
from onrecord.core.record import (
    Claim,
    Finding,
    Incident,
    RecordContents,
    RecordEntity,
    RecordReport,
)
from onrecord.core.span import Span
from onrecord.core.values import value_json
from onrecord.export.exporter import of_text
from onrecord.export.lookup import Lookup
from onrecord.export.ninjs import uri

Node = dict[str, Any]

VOCABULARY = "urn:onrecord:term:"
AROUND = 32
"""Code points of text before and behind a quote: enough to tell repeats apart (the Web Annotation
model asks for a short stretch and names no length)."""
AGENTS = {"person": "Person", "organisation": "Organization", "outlet": "Organization"}
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rec": VOCABULARY,
    "id": "@id",
    "type": "@type",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "name": "schema:name",
    "headline": "schema:headline",
    "published": "schema:datePublished",
    "modified": "schema:dateModified",
    "address": "schema:url",
    "language": "schema:inLanguage",
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "attributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "actedFor": {"@id": "prov:actedOnBehalfOf", "@type": "@id"},
    "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "subject": {"@id": "rec:subject", "@type": "@id"},
    "field": "rec:field",
    "value": {"@id": "rec:value", "@type": "@json"},
    "status": "rec:status",
    "certainty": "rec:certainty",
    "reason": "rec:reason",
    "side": "rec:side",
    "chain": {"@id": "rec:chain", "@type": "@id", "@container": "@list"},
    "origin": {"@id": "rec:origin", "@type": "@id"},
    "claim": {"@id": "rec:claim", "@type": "@id"},
    "finding": {"@id": "rec:finding", "@type": "@id"},
    "incident": {"@id": "rec:incident", "@type": "@id"},
}
"""The terms. `rec:` is On Record's own vocabulary: its words are those of the record contract."""


def write(contents: RecordContents, stream: TextIO) -> None:
    """The record as one graph."""
    whole = {"@context": CONTEXT, "@graph": list(nodes(contents))}
    json.dump(whole, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def nodes(contents: RecordContents) -> Iterator[Node]:
    """Reports, entities, incidents, findings, claims and the annotations that show their words."""
    look = Lookup.of(contents)
    outlets = {e.name: e.id for e in contents.entities if e.kind == "outlet"}
    for entry in contents.reports:
        yield _report(entry, outlets)
    voices = _voices(contents)
    for entity in contents.entities:
        yield _entity(entity, speaks=entity.id in voices)
    for incident in contents.incidents:
        yield _incident(incident)
        for finding in incident.findings:
            yield from _finding(finding, look)


def _kept(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def moment_node(written: str | None) -> Node | str | None:
    """An ISO 8601 date or moment as a typed literal: XML Schema wants seconds."""
    if not written:
        return None
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return written
    if len(written) <= 10:
        return {"@type": "xsd:date", "@value": written}
    return {"@type": "xsd:dateTime", "@value": at.isoformat()}


def _report(entry: RecordReport, outlets: dict[str, str]) -> Node:
    report = entry.report
    outlet = outlets.get(report.outlet or "")
    return _kept(
        {
            "id": uri("report", report.id),
            "type": ["schema:NewsArticle", "prov:Entity"],
            "headline": report.title,
            "address": report.url,
            "language": report.language,
            "published": moment_node(report.published),
            "modified": moment_node(report.updated),
            "attributedTo": uri("entity", outlet) if outlet else None,
            "derivedFrom": uri("report", entry.copy_of) if entry.copy_of else None,
            "incident": [uri("incident", incident) for incident in entry.incidents],
        }
    )


def _voices(contents: RecordContents) -> set[str]:
    """Who is an origin or a link of a chain: an agent, whatever kind of thing it is named as."""
    claims = [
        claim
        for incident in contents.incidents
        for finding in incident.findings
        for side in (finding.claims, *(other.claims for other in finding.alternatives))
        for claim in side
    ]
    return {voice for claim in claims for voice in (claim.origin, *claim.chain)}


def _entity(entity: RecordEntity, *, speaks: bool) -> Node:
    kind = "Place" if entity.kind in {"place", "facility"} else AGENTS.get(entity.kind, "Thing")
    types = [f"schema:{kind}"]
    if speaks or entity.kind in AGENTS or entity.kind == "group":
        types.append("prov:Agent")
    own_voice = entity.voice in {"", entity.id}
    return _kept(
        {
            "id": uri("entity", entity.id),
            "type": types,
            "name": [entity.name, *entity.also],
            "actedFor": None if own_voice else uri("entity", entity.voice),
            "latitude": entity.where.latitude if entity.where else None,
            "longitude": entity.where.longitude if entity.where else None,
        }
    )


def _incident(incident: Incident) -> Node:
    return _kept(
        {
            "id": uri("incident", incident.id),
            "type": "schema:Event",
            "name": incident.title,
            "finding": [uri("finding", finding.id) for finding in incident.findings],
        }
    )


def _finding(finding: Finding, look: Lookup) -> Iterator[Node]:
    sides = [("value", finding.claims)]
    sides += [(other.relation, other.claims) for other in finding.alternatives]
    claims = [(side, claim) for side, several in sides for claim in several]
    kind = "entity" if finding.field.startswith("person.") else "incident"
    yield _kept(
        {
            "id": uri("finding", finding.id),
            "type": ["rec:Finding", "prov:Entity"],
            "subject": uri(kind, finding.subject),
            "field": finding.field,
            "value": value_json(finding.value),
            "status": finding.status,
            "reason": finding.reason,
            "origin": [uri("entity", origin) for origin in finding.origins],
            "claim": [claim_uri(finding, claim) for _, claim in claims],
            "derivedFrom": [uri("report", report) for report in finding.reports],
        }
    )
    for side, claim in claims:
        yield from _claim(finding, side, claim, look)


def claim_uri(finding: Finding, claim: Claim) -> str:
    """A claim's name: the finding, the report, the value and where it stands."""
    spans = " ".join(f"{span.start}-{span.end}" for span in claim.evidence)
    return uri("claim", content_id("claim", finding.id, claim.report, repr(claim.value), spans))


def _claim(finding: Finding, side: str, claim: Claim, look: Lookup) -> Iterator[Node]:
    name = claim_uri(finding, claim)
    yield _kept(
        {
            "id": name,
            "type": ["rec:Claim", "prov:Entity"],
            "side": side,
            "value": value_json(claim.value),
            "certainty": claim.certainty,
            "quotedFrom": uri("report", claim.report),
            "attributedTo": uri("entity", claim.origin),
            "chain": [uri("entity", link) for link in claim.chain],
            "published": moment_node(claim.published),
        }
    )
    report = look.report(claim.report)
    if report is None or not claim.evidence:
        return
    yield {
        "id": f"{name}:evidence",
        "type": "oa:Annotation",
        "motivation": "oa:identifying",
        "body": name,
        "target": [_target(claim.report, span, report.text) for span in claim.evidence],
    }


def _target(report_id: str, span: Span, text: str) -> Node:
    """The words of a report, by quote and by position in code points."""
    return {
        "type": "oa:SpecificResource",
        "source": uri("report", report_id),
        "selector": [
            {
                "type": "oa:TextQuoteSelector",
                "exact": span.cut(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
            {"type": "oa:TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


EXPORTER = of_text(
    "jsonld", ".jsonld", "Linked data: Web Annotations for evidence, PROV-O for the chain", write
)

"""The shape of `read --json`: names, types and allowed words, and what must hold between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from onrecord.core.annotation import EntityKind, Form
from onrecord.core.reading import Certainty, Manner, Qualifier, Stance, TimeType
from onrecord.core.report import BoilerplateKind

Json = dict[str, Any]

REPORT = {
    "id": str,
    "given_id": (str, type(None)),
    "input": str,
    "url": (str, type(None)),
    "outlet": (str, type(None)),
    "title": (str, type(None)),
    "byline": list,
    "published": (str, type(None)),
    "updated": (str, type(None)),
    "language": str,
    "text": str,
    "boilerplate": list,
    "declared_sources": list,
    "photo_credits": list,
    "corrections": list,
}
ENTITY = {"id": str, "kind": get_args(EntityKind), "name": str, "mentions": list}
STATEMENT = {
    "id": str,
    "source": list,
    "cue": list,
    "content": list,
    "speaker": (str, type(None)),
    "chain": list,
    "chain_evidence": list,
    "manner": get_args(Manner),
    "stance": get_args(Stance),
    "certainty": get_args(Certainty),
}
INCIDENT = {"id": str, "type": str, "lead": bool}
FACT = {
    "id": str,
    "subject": str,
    "field": str,
    "evidence": list,
    "chain": list,
    "chain_evidence": list,
    "certainty": get_args(Certainty),
    "incident": str,
    "confidence": (int, float),
}
TIME = {"start": int, "end": int, "type": get_args(TimeType), "value": str}
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
TYPES = frozenset(
    """shooting bombing stabbing vehicle_ramming arson armed_assault assassination kidnapping
    hostage_taking hijacking police_shooting execution riot protest clash raid arrest robbery threat
    sabotage chemical_attack cyberattack accident crash fire explosion disaster other""".split()
)


def faults(row: Json) -> list[str]:
    """What is wrong with one line of `read --json`; nothing is the aim."""
    text = row["report"]["text"]
    return [
        *named_faults(row),
        *(f"span outside the text: {span}" for span in outside(row, len(text))),
        *reference_faults(row),
        *fact_faults(row),
        *lead_faults(row),
    ]


def named_faults(row: Json) -> Iterator[str]:
    """Names that are missing, types and words that are others."""
    yield from unfit(row["report"], REPORT, "report")
    parts = (
        ("entities", ENTITY),
        ("statements", STATEMENT),
        ("incidents", INCIDENT),
        ("facts", FACT),
        ("times", TIME),
    )
    for part, shape in parts:
        for item in row[part]:
            yield from unfit(item, shape, part)
    for mark in row["report"]["boilerplate"]:
        yield from unfit(mark, {"kind": get_args(BoilerplateKind)}, "boilerplate")
    for mention in (m for e in row["entities"] for m in e["mentions"]):
        yield from unfit(mention, {"form": get_args(Form)}, "mention")
    for name in ("published", "updated"):
        if row["report"][name] and not ISO_DATE.fullmatch(row["report"][name]):
            yield f"{name} is no ISO 8601: {row['report'][name]}"


def unfit(item: Json, shape: dict[str, Any], where: str) -> Iterator[str]:
    """Members of an item that the shape does not allow."""
    for name, wanted in shape.items():
        if name not in item:
            yield f"{where} lacks {name}"
        elif isinstance(wanted, tuple) and all(isinstance(w, str) for w in wanted):
            if item[name] not in wanted:
                yield f"{where}.{name} is {item[name]!r}"
        elif not isinstance(item[name], wanted):
            yield f"{where}.{name} is a {type(item[name]).__name__}"


def outside(part: Any, length: int) -> Iterator[Json]:
    """Spans that are empty, or not inside the text."""
    if isinstance(part, dict):
        if {"start", "end"} <= part.keys() and not 0 <= part["start"] < part["end"] <= length:
            yield part
        for value in part.values():
            yield from outside(value, length)
    elif isinstance(part, list):
        for value in part:
            yield from outside(value, length)


def reference_faults(row: Json) -> Iterator[str]:
    """Ids that stand for nothing."""
    entities = {e["id"] for e in row["entities"]}
    incidents = {i["id"] for i in row["incidents"]}
    for part in ("statements", "facts"):
        for item in row[part]:
            for link in item["chain"]:
                if link not in entities:
                    yield f"{part}: no entity {link}"
            if len(item["chain"]) != len(item["chain_evidence"]):
                yield f"{part}: {item['id']} has a chain without its words"
    for statement in row["statements"]:
        if statement["speaker"] is not None and statement["speaker"] not in entities:
            yield f"statement: no entity {statement['speaker']}"
    for fact in row["facts"]:
        known = entities if fact["field"].startswith("person.") else incidents
        if fact["subject"] not in known:
            yield f"{fact['field']}: no subject {fact['subject']}"
        if fact["incident"] not in incidents:
            yield f"{fact['field']}: no incident {fact['incident']}"


def fact_faults(row: Json) -> Iterator[str]:
    """Facts without evidence, ages and counts whose evidence does not hold them."""
    text = row["report"]["text"]
    for fact in row["facts"]:
        words = [text[s["start"] : s["end"]] for s in fact["evidence"]]
        if not words:
            yield f"{fact['field']} without evidence"
        is_age = fact["field"] == "person.age" and isinstance(fact["value"], int)
        if is_age and not holds_number(words, fact["value"]):
            yield f"age {fact['value']} is not in {words}"
        if "qualifier" in fact and fact["qualifier"] not in get_args(Qualifier):
            yield f"{fact['field']}: qualifier {fact['qualifier']!r}"


def holds_number(words: list[str], value: int) -> bool:
    """Whether the digits, or a number in letters, stand in the words."""
    whole = " ".join(words)
    return str(value) in whole or not any(c.isdigit() for c in whole)


def lead_faults(row: Json) -> Iterator[str]:
    """Each report has one lead incident, of a known type."""
    leads = [i for i in row["incidents"] if i["lead"]]
    if len(leads) != 1:
        yield f"{len(leads)} lead incidents"
    for incident in row["incidents"]:
        if incident["type"] not in TYPES:
            yield f"no incident type: {incident['type']}"

"""What coders ruled, as gold answers in the newsroom's format: a desk's own work to measure with.

A folder with `reports.jsonl` (which `onrecord read` takes), the texts as `plain/<id>.txt` and, with a
sidecar, as `reports/<id>.txt`, where `onrecord evaluate` looks for them, and `gold/<id>.json`. Only
values that a coder accepted, corrected or added stand in it, each with its words in the report, and
statements whose speaker a coder marked or confirmed. A report is `complete` where coders ruled on every
value that it gives: only there a further value that a program finds is wrong.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.core.contract import Json
from onrecord.core.record import (
    Claim,
    Finding,
    Incident,
    RecordContents,
    RecordEntity,
    RecordReport,
    RecordStatement,
)
from onrecord.core.span import Span, Spans
from onrecord.core.values import Link, value_json

QUESTION = "incident.question"


@dataclass(frozen=True, slots=True)
class _Given:
    """A ruled value as one report gives it."""

    incident: str
    finding: Finding
    claim: Claim


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report's gold, and whether it is complete."""

    entry: RecordReport
    gold: Json
    complete: bool


def gold(contents: RecordContents) -> tuple[GoldReport, ...]:
    """The gold of every report in which a coder ruled on a value or a speaker.

    `contents` have the decisions put over them: findings that were ruled on say so in `decided`.
    """
    names = {entity.id: entity for entity in contents.entities}
    ruled: dict[str, list[_Given]] = defaultdict(list)
    open_values: dict[str, int] = defaultdict(int)
    for incident in contents.incidents:
        for finding in incident.findings:
            for claim in finding.claims:
                if finding.decided and claim.value == finding.value:
                    ruled[claim.report].append(_Given(incident.id, finding, claim))
                elif not finding.decided:
                    open_values[claim.report] += 1
    types = {incident.id: incident for incident in contents.incidents}
    spoken = _spoken(contents.incidents)
    return tuple(
        GoldReport(
            entry,
            _gold_of(entry, ruled.get(entry.report.id, ()), names, types)
            | {"statements": _statements(entry, spoken.get(entry.report.id, ()), names)},
            not open_values[entry.report.id],
        )
        for entry in contents.reports
        if entry.report.id in ruled or entry.report.id in spoken
    )


def _spoken(incidents: Iterable[Incident]) -> dict[str, list[RecordStatement]]:
    """Statements that a coder ruled on, each once, by report."""
    found: dict[str, dict[str, RecordStatement]] = defaultdict(dict)
    for incident in incidents:
        for statement in incident.statements:
            if statement.decided:
                found[statement.report][statement.id] = statement
    return {report: list(those.values()) for report, those in found.items()}


def _statements(
    entry: RecordReport, spoken: Iterable[RecordStatement], names: Mapping[str, RecordEntity]
) -> list[Json]:
    """Statements by their place, with the speaker that the coder marked."""
    text = entry.report.text
    return [
        {
            "source": _words(text, one.source),
            **_cue(text, one.cue),
            "content": [span.cut(text) for span in one.content],
            "speaker": _name(one.speaker or "", names),
            "chain": [_name(link, names) for link in one.chain],
            "manner": one.manner,
            "stance": one.stance,
            "certainty": one.certainty,
        }
        for one in sorted(spoken, key=lambda s: (s.content, s.id))
    ]


def _cue(text: str, cue: Spans) -> Json:
    found: Json = {"cue": _words(text, cue)}
    return found | ({"cue_occurrence": occurrence(text, cue[0])} if cue else {})


def _words(text: str, spans: Spans) -> str:
    """The words of spans; those of a broken source or cue are its first."""
    return spans[0].cut(text) if spans else ""


def _gold_of(
    entry: RecordReport,
    given: Iterable[_Given],
    names: Mapping[str, RecordEntity],
    incidents: Mapping[str, Incident],
) -> Json:
    report = entry.report
    people: dict[str, list[Json]] = defaultdict(list)
    facts: dict[str, list[Json]] = defaultdict(list)
    for one in given:
        home = people[one.finding.subject] if one.finding.subject in names else facts[one.incident]
        fact = _fact(report.text, one, names)
        if fact not in home:
            home.append(fact)
    questions = [
        {"text": fact["value"], "chain": fact["chain"]}
        for those in facts.values()
        for fact in those
        if fact["field"] == QUESTION
    ]
    facts = {
        known: [fact for fact in those if fact["field"] != QUESTION]
        for known, those in facts.items()
    }
    lead = next(iter(entry.incidents), "")
    types = {known: incidents[known].type for known in incidents}
    return {
        "report": report.given_id or report.id,
        "boilerplate": [b.span.cut(report.text) for b in report.boilerplate],
        "declared_sources": [source.name for source in report.declared_sources],
        "photo_credits": [credit.name for credit in report.photo_credits],
        "people": [_person(names[known], people[known]) for known in sorted(people)],
        "incident": {
            "type": types.get(lead, "other"),
            "facts": facts.pop(lead, []),
            "questions": questions,
        },
        "background_incidents": [
            {"type": types.get(known, "other"), "facts": facts[known]} for known in sorted(facts)
        ],
    }


def _person(entity: RecordEntity, facts: list[Json]) -> Json:
    found: Json = {"name": entity.name, "also": list(entity.also), "facts": facts}
    return found | ({"kind": "group"} if entity.kind == "group" else {})


def _fact(text: str, one: _Given, names: Mapping[str, RecordEntity]) -> Json:
    """A fact; entities by name, evidence as a substring with its occurrence where it has several."""
    claim = one.claim
    value = value_json(claim.value)
    if isinstance(claim.value, Link):
        value = {"to": _name(claim.value.to, names), "kind": claim.value.kind}
    elif isinstance(value, str):
        value = _name(value, names)
    found: Json = {
        "field": one.finding.field,
        "value": value,
        "evidence": claim.evidence[0].cut(text) if claim.evidence else "",
        "chain": [_name(link, names) for link in claim.chain],
        "certainty": claim.certainty,
    }
    times = occurrence(text, claim.evidence[0]) if claim.evidence else 1
    if times > 1 or (claim.evidence and text.count(found["evidence"]) > 1):
        found["occurrence"] = times
    if claim.approximate:
        found["approximate"] = True
    if one.finding.includes_perpetrators is not None:
        found["includes_perpetrators"] = one.finding.includes_perpetrators
    return found


def _name(known: str, names: Mapping[str, RecordEntity]) -> str:
    return names[known].name if known in names else known


def occurrence(text: str, span: Span) -> int:
    """Which of the places where the span's words stand it is, from 1; places may overlap."""
    words = span.cut(text)
    count, at = 0, -1
    while at < span.start:
        at = text.find(words, at + 1)
        count += 1
    return count


def write_gold(contents: RecordContents, folder: Path) -> int:
    """Writes the folder; returns how many reports it holds.

    Raises:
        OSError: it cannot be written.
    """
    for part in ("gold", "plain", "reports"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    every = gold(contents)
    manifest = "".join(f"{_line(_written(folder, one))}\n" for one in every)
    (folder / "reports.jsonl").write_text(manifest, encoding="utf-8")
    return len(every)


def _written(folder: Path, one: GoldReport) -> Json:
    """Writes one report's files; returns its line of the manifest."""
    report = one.entry.report
    known = one.gold["report"]
    name = "".join(c if c.isalnum() or c in "-_" else "-" for c in known)
    about: Json = {
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "published": report.published,
    }
    sidecar = {part: value for part, value in about.items() if value}
    (folder / "reports" / f"{name}.json").write_text(f"{_line(sidecar)}\n", encoding="utf-8")
    for part in ("plain", "reports"):
        (folder / part / f"{name}.txt").write_text(report.text, encoding="utf-8")
    (folder / "gold" / f"{name}.json").write_text(
        json.dumps(one.gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    file = f"reports/{name}.txt"
    return {"id": known, "file": file, "text": report.text, **about, "complete": one.complete}


def _line(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False)

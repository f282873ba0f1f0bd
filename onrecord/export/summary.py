"""The summary of a brief: sentences built from findings, and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.record import Finding, Incident
from onrecord.export.words import (
    counted,
    finding_words,
    listed,
    period_words,
    upper_first,
    value_words,
)

TOLLS = (
    ("incident.killed", "killed"),
    ("incident.injured", "injured"),
    ("incident.missing", "missing"),
    ("incident.kidnapped", "kidnapped"),
    ("incident.arrested", "arrested"),
)
"""Counts that the summary gives, with their words."""

Names = Mapping[str, str]


def kicker(incident: Incident, findings: Sequence[Finding], names: Names) -> str:
    """The line above the title: type, place, day."""
    place = _first(findings, "incident.place")
    day = _first(findings, "incident.date")
    parts = [value_words("incident.type", incident.type, names)]
    if place:
        parts.append(value_words("incident.place", place.value, names))
    if day:
        parts.append(period_words(day.value))
    return " · ".join(upper_first(part) for part in parts)


def summary(incident: Incident, findings: Sequence[Finding], names: Names) -> tuple[str, ...]:
    """The summary's sentences."""
    sentences = [_what(incident, findings, names), _tolls(findings, names)]
    sentences += [_suspects(findings, names), _claimed(findings, names), _open(incident)]
    return tuple(sentence for sentence in sentences if sentence)


def _first(findings: Sequence[Finding], field: str) -> Finding | None:
    """The field's finding with the most origins; the earlier one of equals."""
    those = [f for f in findings if f.field == field and f.status != "denied"]
    return max(those, key=lambda f: len(f.origins), default=None)


def _what(incident: Incident, findings: Sequence[Finding], names: Names) -> str:
    """Type, place, day and time in one sentence."""
    kind = value_words("incident.type", incident.type, names)
    place = _first(findings, "incident.place")
    day = _first(findings, "incident.date")
    time = _first(findings, "incident.time")
    words = upper_first(kind) if incident.type != "other" else "Incident"
    if place:
        words += f" at {value_words('incident.place', place.value, names)}"
    if day:
        words += f" on {period_words(day.value)}"
    if time:
        words += f", {finding_words(time, names)}"
    return f"{words}."


def _tolls(findings: Sequence[Finding], names: Names) -> str:
    """The counts in one sentence, each with its origins and with what else is given."""
    counts = []
    for field, words in TOLLS:
        found = _first(findings, field)
        if found is not None:
            counts.append(_toll(found, words, names))
    return upper_first(f"{', '.join(counts)}.") if counts else ""


def _toll(finding: Finding, words: str, names: Names) -> str:
    """ "3 killed (2 origins; 5 also given)"."""
    support = counted(len(finding.origins), "origin")
    others = [
        value_words(finding.field, other.value, names)
        for other in finding.alternatives
        if other.relation == "disputed"
    ]
    also = f"; {listed(others)} also given" if others else ""
    return f"{finding_words(finding, names)} {words} ({support}{also})"


def _suspects(findings: Sequence[Finding], names: Names) -> str:
    """Who is named as a suspect: named by others, never said to have done it."""
    named = [
        value_words(f.field, f.value, names)
        for f in findings
        if f.field == "incident.perpetrator" and f.status != "denied"
    ]
    if not named:
        return ""
    people = listed(dict.fromkeys(named))
    return f"Reports name {people} as {'a suspect' if len(named) == 1 else 'suspects'}."


def _claimed(findings: Sequence[Finding], names: Names) -> str:
    """Who claims responsibility, and whether others reject it."""
    found = next((f for f in findings if f.field == "incident.claimed_by"), None)
    if found is None:
        return ""
    who = value_words(found.field, found.value, names)
    rejected = "; others deny it" if found.status == "denied" else ""
    return f"Responsibility claimed in the name of {who}{rejected}."


def _open(incident: Incident) -> str:
    number = len(incident.questions)
    return f"{counted(number, 'question')} open." if number else ""

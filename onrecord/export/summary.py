"""The summary of a brief: sentences built from findings, and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.record import Finding, Incident
from onrecord.export.words import (
    counted,
    finding_words,
    is_named,
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

SUSPECTS = 3
"""Suspects named in the summary: more are a list, which the page has further down."""


@dataclass(frozen=True, slots=True)
class Known:
    """Names and kinds of the record's entities by id."""

    names: Mapping[str, str]
    kinds: Mapping[str, str]


def kicker(incident: Incident, findings: Sequence[Finding], known: Known) -> str:
    """The line above the title: type, place, day."""
    place = _place(findings, known)
    day = _first(findings, "incident.date")
    parts = [value_words("incident.type", incident.type, known.names)]
    if place:
        parts.append(known.names.get(place, place))
    if day:
        parts.append(period_words(day.value))
    return " · ".join(upper_first(part) for part in parts)


def summary(incident: Incident, findings: Sequence[Finding], known: Known) -> tuple[str, ...]:
    """The summary's sentences."""
    sentences = [_what(incident, findings, known), _tolls(findings, known)]
    sentences += [_suspects(findings, known), _claimed(findings, known), _open(incident)]
    return tuple(sentence for sentence in sentences if sentence)


def _first(findings: Sequence[Finding], field: str) -> Finding | None:
    """The field's finding with the most origins; the earlier one of equals."""
    those = [f for f in findings if f.field == field and f.status != "denied"]
    return max(those, key=lambda f: len(f.origins), default=None)


def _place(findings: Sequence[Finding], known: Known) -> str:
    """The place by name that most origins give; one without a name where there is none."""
    those = [f for f in findings if f.field == "incident.place" and f.status != "denied"]
    named = [f for f in those if is_named(known.names.get(str(f.value), ""))]
    found = _first(named or those, "incident.place")
    return str(found.value) if found else ""


def _what(incident: Incident, findings: Sequence[Finding], known: Known) -> str:
    """Type, place, day and time in one sentence."""
    kind = value_words("incident.type", incident.type, known.names)
    place = _place(findings, known)
    day = _first(findings, "incident.date")
    time = _first(findings, "incident.time")
    words = upper_first(kind) if incident.type != "other" else "Incident"
    if place:
        where = "in" if known.kinds.get(place) == "place" else "at"
        words += f" {where} {known.names.get(place, place)}"
    if day:
        words += f" on {period_words(day.value)}"
    if time:
        words += f", {finding_words(time, known.names)}"
    return f"{words}."


def _tolls(findings: Sequence[Finding], known: Known) -> str:
    """The counts in one sentence, each with its origins and with what else is given."""
    counts = []
    for field, words in TOLLS:
        found = _first(findings, field)
        if found is not None:
            counts.append(_toll(found, words, known))
    return upper_first(f"{', '.join(counts)}.") if counts else ""


def _toll(finding: Finding, words: str, known: Known) -> str:
    """ "3 killed (2 origins; 5 also given)"."""
    support = counted(len(finding.origins), "origin")
    others = [
        value_words(finding.field, other.value, known.names)
        for other in finding.alternatives
        if other.relation == "disputed"
    ]
    also = f"; {listed(others)} also given" if others else ""
    return f"{finding_words(finding, known.names)} {words} ({support}{also})"


def _suspects(findings: Sequence[Finding], known: Known) -> str:
    """Who is named as a suspect: named by others, never said to have done it."""
    given = [f for f in findings if f.field == "incident.perpetrator" and f.status != "denied"]
    given.sort(key=lambda f: -len(f.origins))
    words = [value_words(f.field, f.value, known.names) for f in given]
    named = list(dict.fromkeys(name for name in words if is_named(name)))
    if not named:
        return ""
    people = listed(named[:SUSPECTS]) + (", among others," if len(named) > SUSPECTS else "")
    return f"Reports name {people} as {'a suspect' if len(named) == 1 else 'suspects'}."


def _claimed(findings: Sequence[Finding], known: Known) -> str:
    """Who claims responsibility, and whether others reject it."""
    found = next((f for f in findings if f.field == "incident.claimed_by"), None)
    if found is None:
        return ""
    who = value_words(found.field, found.value, known.names)
    rejected = "; others deny it" if found.status == "denied" else ""
    return f"Responsibility claimed in the name of {who}{rejected}."


def _open(incident: Incident) -> str:
    number = len(incident.questions)
    return f"{counted(number, 'question')} open." if number else ""

"""The summary: built from findings, and from nothing else."""

from __future__ import annotations

from dataclasses import replace

from onrecord.core.record import Finding, Incident
from onrecord.export.summary import Known, kicker, summary
from tests.export.story import contents, incident
from tests.export.story_parts import INCIDENT_ID

RECORD = contents()
KNOWN = Known(
    {entity.id: entity.name for entity in RECORD.entities},
    {entity.id: entity.kind for entity in RECORD.entities},
)


def own(of: Incident) -> list[Finding]:
    return [finding for finding in of.findings if finding.subject == INCIDENT_ID]


def test_whole_summary() -> None:
    assert summary(incident(), own(incident()), KNOWN) == (
        "Shooting at ferry quay of Brevholm on 7 March 2031, about 19:20.",
        "3 killed (2 origins; 5 also given), 7 injured (2 origins).",
        "Reports name Torstein Vik as a suspect.",
        "Responsibility claimed in the name of Free Skerries Front; others deny it.",
        "2 questions open.",
    )


def test_kicker() -> None:
    assert kicker(incident(), own(incident()), KNOWN) == (
        "Shooting · Ferry quay of Brevholm · 7 March 2031"
    )


def test_nothing_known_is_said_shortly() -> None:
    bare = replace(incident(), type="other", findings=(), questions=())
    assert summary(bare, [], KNOWN) == ("Incident.",)


def test_a_denied_suspect_is_not_named() -> None:
    findings = [
        replace(f, status="denied") if f.field == "incident.perpetrator" else f
        for f in own(incident())
    ]
    assert "Vik" not in " ".join(summary(incident(), findings, KNOWN))

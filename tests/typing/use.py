"""The public names as a user's typed program meets them: checked by mypy, never run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

import onrecord
from onrecord import BuildResult, Finding, Incident, Reading, Record, Rejection, Span


def readings(folder: Path) -> Iterator[Reading | Rejection]:
    yield from assert_type(onrecord.read(folder), Iterator[Reading | Rejection])
    yield from onrecord.read(["a.txt", folder], onrecord.Settings(batch=4))


def words(reading: Reading) -> list[str]:
    spans: list[Span] = [span for fact in reading.facts for span in fact.evidence]
    return [span.cut(reading.report.text) for span in spans]


def built(folder: Path) -> int:
    result = assert_type(onrecord.build(folder, into="record.duckdb"), BuildResult)
    return result.taken + len(result.rejections)


def findings(path: Path) -> list[Finding]:
    with Record.open(path) as record:
        incidents: list[Incident] = list(record.incidents)
        return [finding for incident in incidents for finding in incident.findings]

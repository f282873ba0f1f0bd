"""On Record reads what the press reported and gives back a sourced event record.

import onrecord

for reading in onrecord.read("report.txt"):
    print(reading)
onrecord.build("reports/", into="record.duckdb")
with onrecord.Record.open("record.duckdb") as record:
    print(record.incidents)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.annotate import Encoder
    from onrecord.core.reading import Entity, Fact, Reading, Statement
    from onrecord.core.record import Claim, Finding, Incident, RecordContents
    from onrecord.core.report import Rejection, Report
    from onrecord.core.span import Span
    from onrecord.errors import InputError, OnRecordError
    from onrecord.pipeline import BuildResult, build, read
    from onrecord.settings import Settings, load_settings
    from onrecord.store import Record

__version__ = "0.1.0"

__all__ = [
    "BuildResult",
    "Claim",
    "Encoder",
    "Entity",
    "Fact",
    "Finding",
    "Incident",
    "InputError",
    "OnRecordError",
    "Reading",
    "Record",
    "RecordContents",
    "Rejection",
    "Report",
    "Settings",
    "Span",
    "Statement",
    "build",
    "load_settings",
    "read",
]

_HOMES = {
    "BuildResult": "onrecord.pipeline",
    "Claim": "onrecord.core.record",
    "Encoder": "onrecord.annotate",
    "Entity": "onrecord.core.reading",
    "Fact": "onrecord.core.reading",
    "Finding": "onrecord.core.record",
    "Incident": "onrecord.core.record",
    "InputError": "onrecord.errors",
    "OnRecordError": "onrecord.errors",
    "Reading": "onrecord.core.reading",
    "Record": "onrecord.store",
    "RecordContents": "onrecord.core.record",
    "Rejection": "onrecord.core.report",
    "Report": "onrecord.core.report",
    "Settings": "onrecord.settings",
    "Span": "onrecord.core.span",
    "Statement": "onrecord.core.reading",
    "build": "onrecord.pipeline",
    "load_settings": "onrecord.settings",
    "read": "onrecord.pipeline",
}
"""Where each public name lives. They are imported when first asked for: the pipeline brings DuckDB
and ONNX Runtime, half a second that `onrecord --version` and the plain values need not wait for."""


def __getattr__(name: str) -> Any:
    """A public name, from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])

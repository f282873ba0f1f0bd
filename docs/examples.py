"""Examples for the reference: command lines that the tests run, in this order, in one folder.

The folder holds `reports/` (the demo's), `report.txt` (one of them), `record.duckdb` (their record) and
`gold/` (answers for one report, as `onrecord evaluate` takes them).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.export import EXPORTERS

EXAMPLES: Mapping[str, Sequence[str]] = {
    "demo": (
        "onrecord demo",
        "onrecord demo --into demo-story --quiet",
        "onrecord demo --into demo-story --json",
    ),
    "read": (
        "onrecord read report.txt",
        "onrecord read reports report.txt --json > readings.jsonl",
        "onrecord read report.txt --without-boilerplate",
    ),
    "build": (
        "onrecord build reports --into record.duckdb",
        "onrecord build report.txt --into record.duckdb --json",
        "onrecord build reports --into record.duckdb --again --workers 2 --quiet",
    ),
    "show": (
        "onrecord show record.duckdb",
        "onrecord show record.duckdb 1",
        "onrecord show record.duckdb 1 --json > incident.json",
        "onrecord show record.duckdb --quiet",
    ),
    "explain": (
        "onrecord explain record.duckdb 1",
        "onrecord explain record.duckdb 1 --json",
    ),
    "diff": (
        "onrecord diff record.duckdb --since 2025-01-01",
        "onrecord diff record.duckdb --since 2025-01-01T14:05+03:00 --json",
    ),
    "brief": (
        "onrecord brief record.duckdb 1",
        "onrecord brief record.duckdb 1 --format html --output brief.html",
        "onrecord brief record.duckdb 1 --json --quiet --output brief.json",
    ),
    "quotes": (
        "onrecord quotes record.duckdb",
        "onrecord quotes record.duckdb --speaker police",
        "onrecord quotes record.duckdb --about fire --since 2031-03 --quiet",
        "onrecord quotes record.duckdb --format csv --output quotes.csv",
        "onrecord quotes record.duckdb --json",
    ),
    "serve": (
        "onrecord serve record.duckdb --port 8800",
        "onrecord serve record.duckdb --host 0.0.0.0 --name desk.example.org --independent --quiet",
        "onrecord serve record.duckdb --proxy-header X-Remote-User",
    ),
    "review": (
        "onrecord review log record.duckdb --json > decisions.jsonl",
        "onrecord review log record.duckdb --until 2031-03-07",
        "onrecord review take record.duckdb decisions.jsonl",
        "onrecord review replay record.duckdb",
        "onrecord review export record.duckdb --into gold-of-the-desk",
        "onrecord review coder record.duckdb Ada --password 'a long one, please'",
    ),
    "evaluate": (
        "onrecord evaluate gold",
        "onrecord evaluate gold --predicted readings.jsonl --json --quiet",
    ),
    "export": (
        "onrecord export record.duckdb > record.json",
        "onrecord export record.duckdb --json --quiet --output record.json",
        *(
            f"onrecord export record.duckdb --format {exporter.name} --output story-{exporter.name}"
            f"{'' if exporter.files else exporter.suffix}"
            for exporter in EXPORTERS
        ),
    ),
    "publish": (
        "onrecord publish record.duckdb --to site",
        "onrecord publish record.duckdb --to site --json",
        "onrecord publish record.duckdb --to site --quiet",
    ),
    "sql": (
        "onrecord sql record.duckdb 'SELECT title, type FROM incidents'",
        "onrecord sql record.duckdb 'SELECT * FROM v_findings' --format csv > findings.csv",
        "onrecord sql record.duckdb 'SELECT id FROM incidents' --json",
    ),
    "watch": (
        "onrecord watch reports --into watched.duckdb --once",
        "onrecord watch reports --into watched.duckdb --every 600 --once --json",
        "onrecord watch reports --into watched.duckdb --once --quiet",
    ),
    "completion": ("onrecord completion bash", "onrecord completion fish > onrecord.fish"),
}
"""Each verb's examples."""

ENDLESS = frozenset({"serve"})
"""Verbs that run until they are ended: the tests hold their examples against the options alone."""

SHOWN_ELSEWHERE = frozenset(
    {"--settings", "--workers", "--allow-private", "--help", "--json", "--quiet"}
)
"""Options of many verbs: they are shown with one of them, or where settings are."""

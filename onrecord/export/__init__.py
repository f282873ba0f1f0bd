"""The ways out of a record: one file a format, and one line here."""

from __future__ import annotations

from onrecord.export import (
    acled,
    brief_file,
    csv_file,
    gtd,
    json_file,
    parquet_file,
    ucdp,
    xlsx_file,
)
from onrecord.export.exporter import Exporter

__all__ = ["EXPORTERS", "Exporter"]

EXPORTERS: tuple[Exporter, ...] = (
    json_file.EXPORTER,
    json_file.LINES,
    csv_file.EXPORTER,
    parquet_file.EXPORTER,
    xlsx_file.EXPORTER,
    gtd.EXPORTER,
    acled.EXPORTER,
    ucdp.EXPORTER,
    brief_file.MARKDOWN,
)
"""All exporters, the default first."""

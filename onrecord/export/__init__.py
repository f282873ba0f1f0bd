"""The ways out of a record: one file a format, and one line here."""

from __future__ import annotations

from onrecord.core.plugins import plugins
from onrecord.export import (
    acled,
    brief_file,
    citations,
    csv_file,
    ftm,
    geojson,
    graph_file,
    gtd,
    json_file,
    jsonld,
    ninjs,
    parquet_file,
    site,
    ucdp,
    xlsx_file,
)
from onrecord.export.exporter import Exporter

__all__ = ["EXPORTERS", "Exporter", "exporters"]

EXPORTERS: tuple[Exporter, ...] = (
    json_file.EXPORTER,
    json_file.LINES,
    csv_file.EXPORTER,
    parquet_file.EXPORTER,
    xlsx_file.EXPORTER,
    gtd.EXPORTER,
    acled.EXPORTER,
    ucdp.EXPORTER,
    ftm.EXPORTER,
    jsonld.EXPORTER,
    ninjs.EXPORTER,
    geojson.EXPORTER,
    graph_file.GRAPHML_EXPORTER,
    graph_file.GEXF_EXPORTER,
    citations.CSL,
    citations.BIBTEX,
    citations.RIS,
    brief_file.MARKDOWN,
    site.EXPORTER,
)
"""All exporters, the default first."""

GROUP = "onrecord.exporters"
"""The entry points by which other packages offer exporters."""


def exporters() -> tuple[Exporter, ...]:
    """All exporters, those that other packages offer last.

    Raises:
        UsageError: an installed one cannot be used.
    """
    return (*EXPORTERS, *plugins(GROUP, Exporter))

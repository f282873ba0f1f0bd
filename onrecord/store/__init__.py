"""The store: one DuckDB file that holds a record; one writer, many read-only views."""

from __future__ import annotations

from onrecord.store.record import Record

__all__ = ["Record"]

"""What is in the file is what the list of tables says; random records survive it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from onrecord.core.reading import Reading
from onrecord.core.record import RecordContents
from onrecord.core.tables import TABLES
from onrecord.store import Record
from tests.core.strategies import CONTENTS, READINGS


def test_schema_has_the_tables_and_columns(tmp_path: Path) -> None:
    with Record.create(tmp_path / "record.duckdb") as record:
        for table in TABLES:
            found = record.sql(f"DESCRIBE {table.name}").fetchall()
            expected = [(column.name, column.type) for column in table.columns]
            assert [(name, kind.replace('"', "")) for name, kind, *_ in found] == [
                (name, kind.replace('"', "")) for name, kind in expected
            ]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """One record for all examples: each takes the place of the one before."""
    with Record.create(tmp_path_factory.mktemp("store") / "record.duckdb") as record:
        yield record


@given(contents=CONTENTS)
@settings(max_examples=25, deadline=None)
def test_any_contents_come_back(record: Record, contents: RecordContents) -> None:
    record.replace(contents)
    found = record.contents()
    assert replace(found, rejections=()) == replace(contents, rejections=())
    assert set(contents.rejections) <= set(found.rejections)


@given(reading=READINGS)
@settings(max_examples=25, deadline=None)
def test_any_reading_comes_back(record: Record, reading: Reading) -> None:
    record.add([reading])
    assert record.reading(reading.report.id) == reading

"""What is in the file is what the list of tables says; random records survive it."""

from __future__ import annotations

import tempfile
from pathlib import Path

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


@given(CONTENTS)
@settings(max_examples=15, deadline=None)
def test_any_contents_come_back(contents: RecordContents) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.duckdb"
        with Record.create(path) as record:
            record.replace(contents)
        with Record.open(path) as record:
            assert record.contents() == contents


@given(READINGS)
@settings(max_examples=15, deadline=None)
def test_any_reading_comes_back(reading: Reading) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Record.create(Path(folder) / "record.duckdb") as record,
    ):
        record.add([reading])
        assert list(record.readings()) == [reading]

"""The tables: schema and list agree, and every row has the columns of its table."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings

from onrecord.core.reading import Reading
from onrecord.core.record import RecordContents
from onrecord.core.rows import Rows, contents_rows, reading_rows
from onrecord.core.tables import TABLES
from tests.core.strategies import CONTENTS, READINGS

COLUMNS = {table.name: {column.name for column in table.columns} for table in TABLES}
NESTED = {"claims", "alternatives", "coded", "mentions"}
"""What a JSON object nests and the tables keep apart."""


def unknown(rows: Rows) -> Iterable[str]:
    for table, found in rows.items():
        for row in found:
            yield from (f"{table}.{name}" for name in row.keys() - COLUMNS[table] - NESTED)


@given(READINGS)
@settings(max_examples=40, deadline=None)
def test_reading_rows_fit(reading: Reading) -> None:
    assert not set(unknown(reading_rows(reading)))


@given(CONTENTS)
@settings(max_examples=40, deadline=None)
def test_contents_rows_fit(contents: RecordContents) -> None:
    assert not set(unknown(contents_rows(contents)))


def test_tables_are_described() -> None:
    assert len({table.name for table in TABLES}) == len(TABLES)
    for table in TABLES:
        assert table.about
        assert set(table.key) <= COLUMNS[table.name]
        assert all(column.about for column in table.columns)

"""The ten questions of docs/sql.md: each runs, and gives the columns that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.store import Record
from tests.docs.test_docs import blocks
from tests.export.story import contents

QUERIES = blocks(Path(__file__).resolve().parent.parent.parent / "docs" / "sql.md", "sql")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sql") / "r.duckdb"
    with Record.create(path) as made:
        made.replace(contents())
    return path


def test_there_are_ten() -> None:
    assert len(QUERIES) == 10


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_each_has_an_answer(query: str, record: Path) -> None:
    with Record.open(record) as opened:
        rows = opened.sql(query).fetchall()
        assert rows
        assert opened.sql(query).fetchall() == rows

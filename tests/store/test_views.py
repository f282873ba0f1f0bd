"""The views have the columns that the docs list, and older records can be read and brought up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from onrecord.core.tables import Table
from onrecord.core.views import VIEWS
from onrecord.group import group
from onrecord.reconcile import reconcile
from onrecord.store import Record
from onrecord.store.migrations import NEWEST, VERSION_TABLE, read_script
from tests.group import ferry


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record of the ferry story."""
    with Record.create(tmp_path_factory.mktemp("views") / "record.duckdb") as record:
        record.add(ferry.story())
        record.replace(reconcile(ferry.story(), group(ferry.story())))
        yield record


def test_views_have_their_columns(record: Record) -> None:
    for view in VIEWS:
        found = record.sql(f"DESCRIBE {view.name}").fetchall()
        assert [(name, kind.replace('"', "")) for name, kind, *_ in found] == [
            (column.name, column.type.replace('"', "")) for column in view.columns
        ], view.name


@pytest.mark.parametrize(
    "view", [view for view in VIEWS if view.name != "v_claims"], ids=lambda view: view.name
)
def test_the_key_tells_the_rows_apart(record: Record, view: Table) -> None:
    key = ", ".join(f'"{name}"' for name in view.key)
    keys = record.sql(f"SELECT {key} FROM {view.name}").fetchall()
    assert keys or view.name == "v_statements"  # the story has none
    assert len(keys) == len(set(keys))


def test_incident_in_a_row(record: Record) -> None:
    row = record.sql(
        "SELECT killed, injured, place, reports FROM v_incidents ORDER BY position LIMIT 1"
    ).fetchone()
    assert row is not None
    assert row[:2] == ("3", "14")
    assert row[3] == len(record.incidents[0].reports)


def test_findings_are_told_by_name(record: Record) -> None:
    names = record.sql(
        "SELECT value_name FROM v_findings WHERE field = 'incident.victim'"
    ).fetchall()
    assert names == [("Marta Ollery",)]
    origins = record.sql(
        "SELECT origin_names, origin_count FROM v_findings WHERE field = 'incident.killed'"
    ).fetchone()
    assert origins == (["county hospital"], 1)


def test_claims_give_the_very_words(record: Record) -> None:
    rows = record.sql(
        "SELECT c.words, r.text FROM v_claims AS c JOIN reports AS r ON r.id = c.report"
    ).fetchall()
    assert rows
    assert all(part in text for words, text in rows for part in words.split(" … "))


def test_replaced_values_say_why_they_differ(record: Record) -> None:
    rows = record.sql(
        "SELECT DISTINCT value_name, relation FROM v_claims WHERE field = 'incident.killed' ORDER BY 1"
    ).fetchall()
    assert rows == [("2", "replaced"), ("3", "leading")]


def test_copies_stand_beside_their_originals(record: Record) -> None:
    rows = record.sql(
        "SELECT copy_outlet, original_outlet, share, longest_passage FROM v_copies ORDER BY 1"
    ).fetchall()
    assert [row[:2] for row in rows] == [
        ("Hestøy Post", "Fjordwire"),
        ("Sound Courier", "Fjordwire"),
    ]
    assert all(0 < share <= 1 and len(passage) > 40 for _, _, share, passage in rows)


def first_version(path: Path) -> None:
    """A record as the first version made it, with a report and an incident."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(read_script("schema.sql"))
        connection.execute(f'CREATE TABLE {VERSION_TABLE} ("version" INTEGER)')
        connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES (1)")
        connection.execute(
            "INSERT INTO reports (id, input, text, byline, boilerplate, declared_sources, "
            "photo_credits, incidents, supported, copy_reason) "
            "VALUES ('r1', 'a.txt', 'Two died.', [], [], [], [], ['i1'], true, '')"
        )
        connection.execute(
            "INSERT INTO incidents (id, position, type, title, reports, reason) "
            "VALUES ('i1', 0, 'fire', 'A fire', ['r1'], '')"
        )
        connection.execute(
            'INSERT INTO timeline (incident, position, "at", what, kind) '
            "VALUES ('i1', 0, '2031-04-01', 'A fire', 'happened')"
        )


def test_a_record_of_the_first_version_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    first_version(path)
    with Record.open(path) as record:
        assert record.reports[0].publisher == ""
        assert record.incidents[0].members == ()
        assert record.incidents[0].timeline[0].step is None


def test_writing_brings_it_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    first_version(path)
    with Record.create(path) as record:
        assert record.sql(f"SELECT version FROM {VERSION_TABLE}").fetchall() == [(NEWEST,)]
        assert record.sql("SELECT title FROM v_incidents").fetchall() == [("A fire",)]
        assert record.incidents[0].title == "A fire"

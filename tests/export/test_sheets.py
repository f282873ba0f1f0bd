"""The tables for coders: CSV, Parquet and XLSX hold the same cells."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from onrecord.core import extras
from onrecord.core.addresses import plain_address
from onrecord.core.record import RecordContents
from onrecord.errors import UsageError
from onrecord.export import csv_file, parquet_file, xlsx_file
from onrecord.export.exporter import write_folder
from onrecord.export.lookup import Lookup
from onrecord.export.sheets import SHEETS, filled
from onrecord.export.versions import versions
from tests.export.story import captured_twice, contents
from tests.export.story_parts import COPY, INCIDENT_ID, RADIO, REPORTS, WIRE

Rows = list[dict[str, str]]


def tables() -> dict[str, Rows]:
    return {
        file.name.removesuffix(".csv"): list(
            csv.DictReader(io.StringIO(file.data.decode("utf-8"), newline=""))
        )
        for file in csv_file.files(contents())
    }


def test_each_row_has_only_documented_columns() -> None:
    for sheet, rows in filled(contents()):
        names = {column.name for column in sheet.table.columns}
        assert rows or sheet.table.name == "versions", sheet.table.name
        assert all(row.keys() <= names for row in rows), sheet.table.name
        assert set(sheet.table.key) <= names
        assert all(column.about for column in sheet.table.columns)


def test_an_incident_is_a_row_with_counts_places_and_what_is_disputed() -> None:
    row = next(row for row in tables()["incidents"] if row["incident"] == INCIDENT_ID)
    assert (row["type"], row["date"], row["time"]) == ("shooting", "2031-03-07", "19:20")
    assert (row["killed"], row["killed_low"], row["killed_high"]) == ("3", "3", "5")
    assert row["killed_status"] == "disputed"
    assert "incident.killed" in row["disputed"].split("; ")
    assert row["place"] == "ferry quay of Brevholm"
    assert (row["country"], row["latitude"]) == ("NO", "61.05")
    assert row["claimed_by"] == ""  # the claim is denied


def test_a_claim_has_its_words_and_they_stand_at_its_offsets() -> None:
    texts = {report.id: report.text for report in REPORTS}
    rows = tables()["claims"]
    assert rows
    for row in rows:
        words = texts[row["report"]][int(row["start"]) : int(row["end"])]
        assert words == row["words"]
    sides = {row["side"] for row in rows if row["field"] == "incident.killed"}
    assert sides == {"value", "replaced", "disputed"}


def test_people_have_their_part() -> None:
    rows = {row["name"]: row for row in tables()["people"]}
    assert rows["Isak Løvdal"]["age"] == "61"
    assert rows["Isak Løvdal"]["part"] == "victim"
    assert rows["Isak Løvdal"]["role"] == "deckhand"


def test_the_crosswalk_has_a_row_for_each_pair() -> None:
    pairs = {(row["incident"], row["report"]) for row in tables()["incident_reports"]}
    assert pairs == {(i.id, r) for i in contents().incidents for r in i.reports}


def test_copies_name_their_original() -> None:
    rows = {row["report"]: row for row in tables()["copies"]}
    assert rows[COPY.id]["copy_of"] == WIRE.id
    assert rows[WIRE.id]["original"] == "true"


def test_captures_of_one_address_are_versions_of_it() -> None:
    first, second = versions(Lookup.of(captured_twice()))
    assert (first.entry.report.id, second.entry.report.id) == (RADIO.id, WIRE.id)
    assert (first.before, second.before) == (None, first.entry)
    assert (first.number, second.number, second.of) == (1, 2, 2)
    assert (first.added, first.removed, first.withdrawn) == (0, 0, ())
    assert second.added
    assert second.removed
    assert "killed: 3" in second.withdrawn  # the radio gave it, the wire's text does not
    assert "killed: 2" not in second.withdrawn
    toll = next(m for m in second.moved if m.label == "Killed")
    assert ("3" in toll.gone, toll.step) == (True, "changed" if toll.come else "withdrawn")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.example/x/", "http://a.example/x", True),
        ("https://a.example/x?utm_medium=m&id=3", "https://a.example/x?id=3#top", True),
        ("https://a.example/x?id=3", "https://a.example/x?id=4", False),
        ("https://a.example/x", "https://b.example/x", False),
    ],
)
def test_addresses_of_one_page(one: str, other: str, same: bool) -> None:
    assert (plain_address(one) == plain_address(other)) == same


def test_parquet_holds_what_csv_holds(tmp_path: Path) -> None:
    write_folder(parquet_file.files(contents()), tmp_path)
    for name, rows in tables().items():
        relation = duckdb.read_parquet(str(tmp_path / f"{name}.parquet"))
        sheet = next(s for s in SHEETS if s.table.name == name)
        assert relation.columns == [column.name for column in sheet.table.columns]
        assert [[_flat(cell) for cell in row] for row in relation.fetchall()] == [
            list(row.values()) for row in rows
        ]


def _flat(cell: Any) -> str:
    if isinstance(cell, list):
        return "; ".join(cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def workbook(record: RecordContents) -> Any:
    stream = io.BytesIO()
    xlsx_file.write(record, stream)
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue()))


def test_a_workbook_holds_what_csv_holds() -> None:
    book = workbook(contents())
    assert book.sheetnames == [*(sheet.table.name for sheet in SHEETS), "columns"]
    for name, rows in tables().items():
        page = [[_flat(cell) for cell in line] for line in book[name].iter_rows(values_only=True)]
        assert page[1:] == [[c.removesuffix(".0") for c in row.values()] for row in rows], name


def test_a_workbook_never_takes_words_for_a_formula() -> None:
    whole = contents()
    title = '=HYPERLINK("https://x.example")'
    bad = RecordContents(incidents=tuple(_titled(i, title) for i in whole.incidents[:1]))
    cell = workbook(bad)["incidents"]["B2"]
    assert (cell.value, cell.data_type) == (title, "s")


def _titled(incident: Any, title: str) -> Any:
    return type(incident)(
        **{n: getattr(incident, n) for n in incident.__slots__} | {"title": title}
    )


def test_without_its_library_the_workbook_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.setattr(extras.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError) as error:
        xlsx_file.write(contents(), io.BytesIO())
    assert "onrecord[xlsx]" in error.value.hint

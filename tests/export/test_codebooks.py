"""Codebook rows: columns, codes with their words, and the evidence of each cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from onrecord.core.reading import Gazetteer
from onrecord.core.record import Coded, RecordContents
from onrecord.core.values import Link, Period
from onrecord.export import acled, gtd, ucdp
from onrecord.export.coding import EVIDENCE_COLUMNS, Codebook, when
from onrecord.export.exporter import ExportedFile
from onrecord.export.gtd import weapon_class
from onrecord.export.lookup import Lookup
from onrecord.export.places import IncidentPlace, best_place
from tests.export.story import contents
from tests.export.story_parts import COPY, IDS, INCIDENT_ID, OTHER_ID, REPORTS

Files = Callable[[RecordContents], Iterator[ExportedFile]]
BOOKS: list[tuple[Codebook, Files]] = [
    (gtd.BOOK, gtd.files),
    (acled.BOOK, acled.files),
    (ucdp.BOOK, ucdp.files),
]


def tables(files: Files, record: RecordContents | None = None) -> dict[str, list[dict[str, str]]]:
    return {
        file.name.removesuffix(".csv"): list(
            csv.DictReader(io.StringIO(file.data.decode("utf-8"), newline=""))
        )
        for file in files(record or contents())
    }


def dated(value: Any) -> RecordContents:
    whole = contents()
    first = whole.incidents[0]
    findings = tuple(
        replace(f, value=value) if f.field == "incident.date" else f for f in first.findings
    )
    return replace(whole, incidents=(replace(first, findings=findings),))


@pytest.mark.parametrize(("book", "files"), BOOKS, ids=lambda x: getattr(x, "name", ""))
class TestEveryCodebook:
    def test_rows_have_its_columns_and_are_told_apart(self, book: Codebook, files: Files) -> None:
        rows = tables(files)[book.name]
        assert len(rows) == 1
        assert tuple(rows[0]) == tuple(book.columns)
        assert len(set(book.columns)) == len(book.columns)
        assert rows[0][book.row_id]

    def test_each_filled_cell_has_its_rule_and_its_words(
        self, book: Codebook, files: Files
    ) -> None:
        found = tables(files)
        texts = {report.id: report.text for report in REPORTS}
        twin = found[f"{book.name}_evidence"]
        (row,) = found[book.name]
        assert tuple(twin[0]) == EVIDENCE_COLUMNS
        assert {line["column"] for line in twin} == {name for name, cell in row.items() if cell}
        for line in twin:
            assert line["rule"]
            assert line["value"] == row[line["column"]]
            if line["report"]:
                words = texts[line["report"]][int(line["start"]) : int(line["end"])]
                assert words == line["words"]

    def test_every_incident_has_a_row_or_a_reason(self, book: Codebook, files: Files) -> None:
        found = tables(files)
        left = {line["incident"]: line["why"] for line in found[f"{book.name}_left_out"]}
        assert set(left) == {OTHER_ID}
        assert left[OTHER_ID]
        pairs = {line["report"] for line in found[f"{book.name}_reports"]}
        assert pairs == set(contents().incidents[0].reports)


def test_gtd_has_the_codebooks_columns() -> None:
    assert len(set(gtd.COLUMNS) - {"individual"}) == 134
    assert {f"{n}_txt" for n in ("attacktype1", "weaptype4", "targtype2", "claimmode")} <= set(
        gtd.COLUMNS
    )


def test_a_gtd_row() -> None:
    (row,) = tables(gtd.files)["gtd"]
    assert row["eventid"] == "203103070001"
    assert (row["iyear"], row["imonth"], row["iday"]) == ("2031", "3", "7")
    assert (row["attacktype1"], row["attacktype1_txt"]) == ("2", "Armed Assault")
    assert (row["weaptype1"], row["weaptype1_txt"]) == ("5", "Firearms")
    assert row["weapdetail"] == "hunting rifle"
    assert (row["country_txt"], row["provstate"], row["city"]) == (
        "Norway",
        "Skerries County",
        "Brevholm",
    )
    assert (row["specificity"], row["location"]) == ("1", "ferry quay of Brevholm")
    assert (row["nkill"], row["nperps"]) == ("3", "1")
    assert (row["claimed"], row["gname"], row["crit1"]) == ("", "", "")  # the claim is denied
    assert "The Quayside Mail" not in row["scite1"]
    assert "5" in row["addnotes"]
    assert COPY.outlet not in row["scite1"] + row["scite2"] + row["scite3"]


def with_findings(*changes: tuple[str, dict[str, Any]]) -> RecordContents:
    """The story with a finding of each field: the toll with these parts changed."""
    whole = contents()
    first = whole.incidents[0]
    toll = next(f for f in first.findings if f.field == "incident.killed")
    kept = [f for f in first.findings if f.field not in {field for field, _ in changes}]
    made = [
        replace(toll, id=f"f{n}", field=field, alternatives=(), **parts)
        for n, (field, parts) in enumerate(changes)
    ]
    return replace(whole, incidents=(replace(first, findings=(*kept, *made)), whole.incidents[1]))


def gtd_row(record: RecordContents) -> dict[str, str]:
    return tables(gtd.files, record)["gtd"][0]


def toll(value: int, with_attackers: bool | None) -> tuple[str, dict[str, Any]]:
    coded = {"gtd-2021": Coded({"nkill": value}, "most reports")}
    parts = {"value": value, "includes_perpetrators": with_attackers, "coded": coded}
    return "incident.killed", parts


def denied(of: tuple[str, dict[str, Any]]) -> tuple[str, dict[str, Any]]:
    return of[0], of[1] | {"status": "denied"}


@pytest.mark.parametrize(
    ("tolls", "nkill"),
    [
        ((toll(12, True), toll(11, False)), "12"),
        ((toll(11, False), toll(12, True)), "12"),
        ((toll(8, True), toll(11, None)), "11"),  # the whole is less than its part: it is older
        ((toll(11, False),), "11"),
        ((toll(11, False), ("incident.perpetrators_killed", {"value": 2, "coded": None})), "13"),
        ((toll(11, None), ("incident.perpetrators_killed", {"value": 2, "coded": None})), "11"),
        ((denied(toll(12, True)), toll(11, False)), "11"),
    ],
)
def test_the_dead_are_counted_with_the_attackers(
    tolls: tuple[tuple[str, dict[str, Any]], ...], nkill: str
) -> None:
    assert gtd_row(with_findings(*tolls))["nkill"] == nkill


def test_what_the_reports_show_of_an_attack() -> None:
    row = gtd_row(contents())
    assert (row["success"], row["extended"], row["suicide"]) == ("1", "0", "")
    weapon = {"value": "suicide vest", "coded": None}
    assert gtd_row(with_findings(("incident.weapon", weapon)))["suicide"] == "1"
    unhurt = with_findings(
        ("incident.killed", {"value": 0, "coded": None}),
        ("incident.injured", {"value": 0, "coded": None}),
    )
    assert gtd_row(unhurt)["success"] == ""


def test_attacks_that_are_tied_name_each_other() -> None:
    whole = with_findings(("incident.related", {"value": Link(OTHER_ID, "same_weapon")}))
    other = replace(whole.incidents[1], type="shooting")
    rows = tables(gtd.files, replace(whole, incidents=(whole.incidents[0], other)))["gtd"]
    told = {row["eventid"]: (row["multiple"], row["related"]) for row in rows}
    (undated,) = (known for known in told if known != "203103070001")
    assert told["203103070001"] == ("1", undated)
    alone = gtd_row(with_findings(("incident.related", {"value": Link(OTHER_ID, "cause")})))
    assert (alone["multiple"], alone["related"]) == ("", "")


def test_an_acled_row() -> None:
    (row,) = tables(acled.files)["acled"]
    assert row["event_id_cnty"] == f"NO{INCIDENT_ID}"
    assert (row["event_type"], row["sub_event_type"]) == ("Violence against civilians", "Attack")
    assert (row["fatalities"], row["time_precision"], row["geo_precision"]) == ("3", "1", "1")
    assert "The Tarn Courier" not in row["source"].split("; ")
    assert row["location"] == "Brevholm"


def test_a_ucdp_row_keeps_the_sum_of_its_dead() -> None:
    (row,) = tables(ucdp.files)["ucdp-ged"]
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert sum(int(row[name]) for name in parts) == int(row["best"]) == 3
    assert (row["low"], row["high"]) == ("3", "5")
    assert (row["date_start"], row["date_end"], row["date_prec"]) == (
        "2031-03-07",
        "2031-03-07",
        "1",
    )
    assert row["number_of_sources"] == "5"
    assert "county hospital" in row["source_original"]


def test_a_period_is_coded_as_one() -> None:
    record = dated(Period("2031-03-05", "2031-03-09"))
    (row,) = tables(gtd.files, record)["gtd"]
    assert (row["iday"], row["imonth"]) == ("0", "3")
    assert row["approxdate"] == "2031-03-05 to 2031-03-09"
    (row,) = tables(acled.files, record)["acled"]
    assert (row["event_date"], row["time_precision"]) == ("2031-03-07", "2")
    (row,) = tables(ucdp.files, record)["ucdp-ged"]
    assert row["date_prec"] == "2"


@pytest.mark.parametrize(
    ("written", "days"), [("2031-02", 28), ("2032-02", 29), ("2031-12", 31), ("2031", 365)]
)
def test_a_month_and_a_year_are_periods(written: str, days: int) -> None:
    found = when(dated(written).incidents[0])
    assert found is not None
    assert found.days == days


def test_rows_of_months_and_years_are_told_apart() -> None:
    one = dated(Period("2031-03-05", "2031-03-09"))
    first = one.incidents[0]
    others = [
        replace(
            first,
            id=f"{first.id}{n}",
            findings=tuple(replace(f, subject=f"{first.id}{n}") for f in first.findings),
        )
        for n in range(2)
    ]
    rows = tables(gtd.files, replace(one, incidents=(first, *others)))["gtd"]
    assert [row["eventid"] for row in rows] == ["203103000001", "203103000002", "203103000003"]
    (row,) = tables(gtd.files, dated(Period("2031-12-30", "2032-01-02")))["gtd"]
    assert (row["eventid"], row["imonth"]) == ("203100000001", "0")


def test_a_date_that_is_none_is_left_blank() -> None:
    assert when(dated("soon").incidents[0]) is None
    (row,) = tables(gtd.files, dated("soon"))["gtd"]
    assert row["eventid"] == "000000000001"


def placed(precision: str, within: tuple[str, ...], *, town: bool) -> IncidentPlace:
    """The story's place, the quay with a place in the gazetteer of its own."""
    whole = contents()
    where = Gazetteer(61.0, 4.0, "NO", within, precision)
    entities = tuple(
        replace(e, where=where)
        if e.id == IDS["quay"]
        else replace(e, where=replace(e.where, precision="city") if e.where and town else None)
        for e in whole.entities
    )
    found = best_place(whole.incidents[0], Lookup.of(replace(whole, entities=entities)))
    assert found is not None
    return found


def test_a_site_stands_in_its_town_and_has_its_degrees() -> None:
    place = placed("site", ("Tarn", "Skerries County", "Norway"), town=False)
    assert (place.town, place.province, place.country) == ("Tarn", "Skerries County", "Norway")
    assert not place.exact


def test_a_town_in_a_sites_name_is_its_town() -> None:
    place = placed("site", ("Tarn", "Norway"), town=True)
    assert (place.town, place.province) == ("Brevholm", "Skerries County")


def test_cells_of_the_grid() -> None:
    assert ucdp.priogrid(-90, -180) == 1
    assert ucdp.priogrid(-89.6, -179.4) == 2
    assert ucdp.priogrid(-89.4, -180) == 721
    assert ucdp.priogrid(90, 180) == 259200


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("hunting rifle", 5),
        ("AK-47", 5),
        ("kitchen knife", 9),
        ("axes", 9),
        ("car bomb", 6),
        ("petrol bombs", 8),
        ("pipe bomb", 6),
        ("white van", 10),
        ("machine guns", 5),
        ("crossbow", None),
        ("", None),
    ],
)
def test_classes_of_weapons(name: str, code: int | None) -> None:
    found = weapon_class(name)
    assert (found[0] if found else None) == code

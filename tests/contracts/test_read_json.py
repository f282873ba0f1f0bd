"""`read --json` keeps the record contract: with the shipped encoder, and with any other."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

import onrecord
from onrecord.annotate import Encoder
from onrecord.core.contract import Json, reading_from, reading_json
from tests.contracts.shape import faults
from tests.fakes import FakeEncoder


@pytest.fixture(scope="module")
def demo_rows(demo_reports: Path, encoder: Encoder) -> list[Json]:
    """The demo story as `read --json` gives it."""
    found = onrecord.read(demo_reports, encoder=encoder)
    return [reading_json(item) for item in found if isinstance(item, onrecord.Reading)]


def test_the_demo_keeps_the_contract(demo_rows: list[Json]) -> None:
    assert len(demo_rows) == 8
    assert [fault for row in demo_rows for fault in faults(row)] == []


def test_the_demo_says_something(demo_rows: list[Json]) -> None:
    for row in demo_rows:
        assert row["statements"], row["report"]["title"]
        assert row["facts"], row["report"]["title"]


def test_another_encoder_keeps_the_contract(three_reports: Path) -> None:
    for item in onrecord.read(three_reports, encoder=FakeEncoder()):
        assert isinstance(item, onrecord.Reading)
        assert faults(reading_json(item)) == []


def test_json_and_back(three_reports: Path) -> None:
    for item in onrecord.read(three_reports, encoder=FakeEncoder()):
        assert isinstance(item, onrecord.Reading)
        assert reading_from(json.loads(json.dumps(reading_json(item)))) == item


def test_a_reading_does_not_depend_on_its_batch(demo_reports: Path, encoder: Encoder) -> None:
    together = list(onrecord.read(demo_reports, encoder=encoder))
    alone = list(onrecord.read(demo_reports, onrecord.Settings(batch=1), encoder=encoder))
    assert alone == together


def test_the_shape_finds_faults(three_reports: Path) -> None:
    item = next(onrecord.read(three_reports, encoder=FakeEncoder()))
    assert isinstance(item, onrecord.Reading)
    row = reading_json(item)
    for spoil, fault in (
        (lambda r: r["report"].pop("title"), "report lacks title"),
        (lambda r: r["times"].append({"start": 3, "end": 3}), "span outside"),
        (lambda r: r["incidents"].clear(), "0 lead incidents"),
        (lambda r: r["report"].update(published="Monday"), "no ISO 8601"),
    ):
        spoiled = copy.deepcopy(row)
        spoil(spoiled)
        assert any(fault in found for found in faults(spoiled)), fault

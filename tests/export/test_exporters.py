"""One suite over all exporters, then each format's own."""

from __future__ import annotations

import io
import json

import pytest

from onrecord.core.record import RecordContents
from onrecord.core.record_contract import contents_from
from onrecord.export import EXPORTERS, Exporter
from tests.export.story import contents


def written(exporter: Exporter, record: RecordContents) -> str:
    stream = io.StringIO()
    exporter.write(record, stream)
    return stream.getvalue()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
class TestEveryExporter:
    def test_same_contents_same_characters(self, exporter: Exporter) -> None:
        assert written(exporter, contents()) == written(exporter, contents())

    def test_takes_an_empty_record(self, exporter: Exporter) -> None:
        assert isinstance(written(exporter, RecordContents()), str)

    def test_is_described(self, exporter: Exporter) -> None:
        assert exporter.about
        assert exporter.suffix.startswith(".")

    def test_keeps_letters_beyond_ascii(self, exporter: Exporter) -> None:
        assert "Isak Løvdal" in written(exporter, contents()) or exporter.name == "jsonl"


def test_names_are_told_apart() -> None:
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)
    assert EXPORTERS[0].name == "json"


def test_json_holds_the_record() -> None:
    assert contents_from(json.loads(written(EXPORTERS[0], contents()))) == contents()


def test_json_lines() -> None:
    lines = next(e for e in EXPORTERS if e.name == "jsonl")
    rows = [json.loads(line) for line in written(lines, contents()).splitlines()]
    assert [row["id"] for row in rows] == [i.id for i in contents().incidents]

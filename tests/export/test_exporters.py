"""One suite over all exporters, then JSON's own."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.core.record import RecordContents
from onrecord.core.record_contract import contents_from
from onrecord.export import EXPORTERS, Exporter
from onrecord.export.exporter import write_folder
from tests.export.story import contents


def named(name: str) -> Exporter:
    return next(exporter for exporter in EXPORTERS if exporter.name == name)


def written(exporter: Exporter, record: RecordContents) -> bytes:
    stream = io.BytesIO()
    exporter.write(record, stream)
    return stream.getvalue()


def unpacked(data: bytes) -> bytes:
    """All that an archive holds, one file after the other; anything else as it is."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)
class TestEveryExporter:
    def test_same_contents_same_bytes(self, exporter: Exporter) -> None:
        assert written(exporter, contents()) == written(exporter, contents())

    def test_takes_an_empty_record(self, exporter: Exporter) -> None:
        assert isinstance(written(exporter, RecordContents()), bytes)

    def test_takes_an_incident_without_anything(self, exporter: Exporter) -> None:
        whole = contents()
        bare = replace(
            whole.incidents[0], findings=(), questions=(), timeline=(), statements=(), reports=()
        )
        assert written(exporter, RecordContents(incidents=(bare,))) is not None

    def test_is_described(self, exporter: Exporter) -> None:
        assert exporter.about
        assert exporter.suffix.startswith(".")

    def test_does_not_close_the_stream(self, exporter: Exporter) -> None:
        stream = io.BytesIO()
        exporter.write(contents(), stream)
        assert not stream.closed

    def test_keeps_letters_beyond_ascii(self, exporter: Exporter) -> None:
        found = unpacked(written(exporter, contents()))
        packed = exporter.name == "parquet"
        assert packed or any(word.encode("utf-8") in found for word in ("Løvdal", "Skjær", "Ø"))

    def test_files_and_archive_are_the_same(self, exporter: Exporter, tmp_path: Path) -> None:
        if exporter.files is None:
            return
        paths = write_folder(exporter.files(contents()), tmp_path)
        archive = zipfile.ZipFile(io.BytesIO(written(exporter, contents())))
        assert archive.namelist() == [str(p.relative_to(tmp_path)) for p in paths]
        assert len(set(archive.namelist())) == len(paths)
        assert all(archive.read(str(p.relative_to(tmp_path))) == p.read_bytes() for p in paths)


def test_names_are_told_apart() -> None:
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)
    assert EXPORTERS[0].name == "json"


def test_json_holds_the_record() -> None:
    assert contents_from(json.loads(written(EXPORTERS[0], contents()))) == contents()


def test_json_lines() -> None:
    rows = [json.loads(line) for line in written(named("jsonl"), contents()).splitlines()]
    assert [row["id"] for row in rows] == [i.id for i in contents().incidents]

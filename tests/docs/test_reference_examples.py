"""The reference's examples of fields, columns, errors and rejections are true."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

import onrecord
from docs.error_examples import (
    ERROR_EXAMPLES,
    MAX_BYTES,
    REJECTION_EXAMPLES,
    make_input,
)
from docs.field_examples import FIELD_EXAMPLES, row, told
from docs.sample import record_cells, sheet_cells
from onrecord import Rejection, Settings, errors
from onrecord.annotate import Encoder
from onrecord.cli.main import run
from onrecord.core.tables import TABLES
from onrecord.core.views import VIEWS
from onrecord.export.sheets import SHEETS
from onrecord.facts.registry import FACT_TYPES
from tests.fakes import FakeEncoder

CODE = re.compile(r'code="(\w+)"')
NOTED = {code for code, example in REJECTION_EXAMPLES.items() if example.note}


def test_each_field_has_an_example() -> None:
    assert set(FIELD_EXAMPLES) == {kind.field for kind in FACT_TYPES}


@pytest.mark.weights
def test_the_words_give_the_values(encoder: Encoder, tmp_path: Path) -> None:
    lines = (json.dumps(row(known, example)) for known, example in FIELD_EXAMPLES.items())
    (tmp_path / "fields.jsonl").write_text("\n".join(lines), encoding="utf-8")
    wrong = {}
    for reading in onrecord.read(tmp_path / "fields.jsonl", encoder=encoder):
        assert not isinstance(reading, Rejection)
        field = reading.report.given_id or ""
        values = [told(reading, fact) for fact in reading.facts if fact.field == field]
        if FIELD_EXAMPLES[field].value not in values:
            wrong[field] = values
    assert wrong == {}


def test_each_column_has_an_example() -> None:
    for cells, tables in (
        (sheet_cells(), [sheet.table for sheet in SHEETS]),
        (record_cells(), [*TABLES, *VIEWS]),
    ):
        for table in tables:
            assert {c.name for c in table.columns} - set(cells[table.name]) == set(), table.name


def test_each_error_has_an_example() -> None:
    found = (getattr(errors, name) for name in vars(errors))
    kinds = {k for k in found if isinstance(k, type) and issubclass(k, errors.OnRecordError)}
    assert set(ERROR_EXAMPLES) == {kind.__name__ for kind in kinds - {errors.OnRecordError}}


def test_they_are_raised(example_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, example in ERROR_EXAMPLES.items():
        capsys.readouterr()
        if example.language == "sh":
            assert run(shlex.split(example.code)[1:]) == 1, name
            assert example.message in " ".join(capsys.readouterr().err.split()), name
            continue
        with pytest.raises(errors.OnRecordError) as raised:
            exec(compile(example.code, name, "exec"), {"__name__": "example"})
        assert type(raised.value).__name__ == name
        assert str(raised.value).startswith(example.message), name


def test_each_code_of_a_rejection_has_an_example() -> None:
    root = Path(onrecord.__file__).parent
    sources = (path.read_text(encoding="utf-8") for path in root.rglob("*.py"))
    assert set(REJECTION_EXAMPLES) == {code for source in sources for code in CODE.findall(source)}


@pytest.mark.parametrize("code", sorted(set(REJECTION_EXAMPLES) - NOTED))
def test_they_are_rejected(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text("A fire broke out.", encoding="utf-8")
    example = REJECTION_EXAMPLES[code]
    settings = Settings(max_bytes=MAX_BYTES, private=example.private)
    items = onrecord.read(make_input(example, tmp_path), settings, encoder=FakeEncoder())
    assert code in {item.code for item in items if isinstance(item, Rejection)}

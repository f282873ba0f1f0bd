"""FollowTheMoney's own package reads what is written, and drops nothing of it."""

from __future__ import annotations

import importlib
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from onrecord.export import ftm
from tests.export.story import contents
from tests.export.story_parts import IDS, INCIDENT_ID, REPORTS

followthemoney = pytest.importorskip(
    "followthemoney", reason="not installed: pip install 'onrecord[ftm]'"
)
model = followthemoney.model


def read_csv_statements(stream: io.BytesIO) -> Iterator[Any]:
    """Statements as the package itself reads them."""
    serialize = importlib.import_module("followthemoney.statement.serialize")
    yield from serialize.read_csv_statements(stream)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {file.name: file.data for file in ftm.files(contents())}


def test_each_entity_is_valid_and_cleaning_drops_no_property(files: dict[str, bytes]) -> None:
    for line in files["entities.ftm.json"].decode().splitlines():
        data = json.loads(line)
        proxy = model.get_proxy(data, cleaned=False)
        assert proxy.schema.name == data["schema"]
        for prop, values in data["properties"].items():
            assert len(proxy.get(prop)) == len(values), (prop, values, proxy.get(prop))


def test_statements_load_with_the_words_and_the_place(files: dict[str, bytes]) -> None:
    loaded = list(read_csv_statements(io.BytesIO(files["statements.csv"])))
    texts = {report.id: report.text for report in REPORTS}
    assert len({s.id for s in loaded}) == len(loaded)
    evidenced = [s for s in loaded if s.origin]
    assert evidenced
    for statement in evidenced:
        report, span = str(statement.origin).split(":")
        start, end = map(int, span.split("-"))
        assert (statement.original_value or statement.value) == texts[report][start:end]


def test_statements_and_entities_hold_the_same_values(files: dict[str, bytes]) -> None:
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in read_csv_statements(io.BytesIO(files["statements.csv"])):
        told[(statement.entity_id, statement.prop)].add(statement.value)
    for line in files["entities.ftm.json"].decode().splitlines():
        data = json.loads(line)
        for prop, values in data["properties"].items():
            assert told[(data["id"], prop)] == set(values)


def test_types_are_those_of_the_model(files: dict[str, bytes]) -> None:
    for statement in ftm.statements(contents()):
        schema = model.get(statement.schema)
        assert schema is not None
        prop = schema.get(statement.prop)
        assert prop is not None, (statement.schema, statement.prop)
        assert prop.type.name == ftm.TYPES[statement.prop], statement.prop


def test_a_man_named_as_attacker_is_linked_with_just_these_words() -> None:
    links: dict[str, dict[str, str]] = defaultdict(dict)
    for statement in ftm.statements(contents()):
        if statement.schema == "UnknownLink":
            links[statement.entity][statement.prop] = statement.value
    roles = {(link["subject"], link["object"]): link["role"] for link in links.values()}
    assert roles[(IDS["vik"], INCIDENT_ID)] == "named as attacker"
    assert roles[(IDS["vik"], IDS["løvdal"])] == "colleague"
    assert (IDS["front"], INCIDENT_ID) not in roles  # its claim is denied


def test_figures_stand_in_the_summary_with_their_status() -> None:
    words = {s.value for s in ftm.statements(contents()) if s.prop == "summary"}
    assert "killed: 3 (disputed)" in words


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2031-03-07T21:05+01:00", "2031-03-07T20:05:00"),
        ("2031-03-07", "2031-03-07"),
        (None, ""),
        ("soon", ""),
    ],
)
def test_moments_in_utc(written: str | None, utc: str) -> None:
    assert ftm.utc(written) == utc

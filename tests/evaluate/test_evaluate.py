"""Readings held against gold answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from onrecord.cli.evaluate import command
from onrecord.errors import UsageError
from onrecord.evaluate import FieldCounts, intervals, load_gold, score_reading, total

TEXT = "Ana Brito, 23, a nurse, was hurt in Linz on Friday. Four people died."
FIELDS = frozenset(("person.age", "person.role", "incident.killed", "incident.place"))


def span(words: str) -> list[dict[str, int]]:
    start = TEXT.index(words)
    return [{"start": start, "end": start + len(words)}]


def fact(field: str, subject: str, value: Any, words: str, incident: str = "i1") -> dict[str, Any]:
    found = {"field": field, "subject": subject, "value": value, "evidence": span(words)}
    return found | {"incident": incident}


def reading(*facts: dict[str, Any]) -> dict[str, Any]:
    named = {"form": "name"}
    return {
        "report": {"text": TEXT, "input": "reports/one.txt", "title": None, "given_id": None},
        "entities": [
            {"id": "e1", "name": "Ana Brito", "mentions": [span("Ana Brito")[0] | named]},
            {"id": "e2", "name": "Linz", "mentions": [span("Linz")[0] | named]},
        ],
        "incidents": [{"id": "i1", "lead": True}, {"id": "i2", "lead": False}],
        "facts": list(facts),
    }


GOLD = {
    "report": "one",
    "people": [
        {
            "name": "Ana Brito",
            "also": ["Brito"],
            "facts": [
                {"field": "person.age", "value": 23, "evidence": "23"},
                {"field": "person.role", "value": "nurse", "evidence": "nurse"},
            ],
        }
    ],
    "incident": {
        "facts": [
            {"field": "incident.killed", "value": 4, "evidence": "Four"},
            {"field": "incident.place", "value": "Linz", "evidence": "Linz"},
        ]
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.json").write_text(json.dumps(GOLD))
    (tmp_path / "reports.jsonl").write_text(json.dumps({"id": "one", "file": "reports/one.txt"}))
    return tmp_path


AGE = fact("person.age", "e1", 23, "23")
ROLE = fact("person.role", "e1", "a nurse", "a nurse")
KILLED = fact("incident.killed", "i1", {"low": 4, "high": 4}, "Four people")
PLACE = fact("incident.place", "i1", "e2", "Linz")


@pytest.mark.parametrize(
    ("facts", "field", "expected"),
    [
        ([AGE], "person.age", FieldCounts(1, 1, 1, 0)),
        ([AGE, AGE], "person.age", FieldCounts(1, 1, 1, 0)),
        ([], "person.age", FieldCounts(0, 0, 1, 1)),
        ([fact("person.age", "e1", 24, "23")], "person.age", FieldCounts(0, 1, 1, 0)),
        ([fact("person.age", "e2", 23, "23")], "person.age", FieldCounts(0, 1, 1, 1)),
        ([fact("person.age", "e1", 23, "Four")], "person.age", FieldCounts(0, 0, 1, 0)),
        ([fact("person.age", "e1", 24, "23", "i2")], "person.age", FieldCounts(0, 0, 1, 1)),
        ([ROLE], "person.role", FieldCounts(1, 1, 1, 0)),
        ([KILLED], "incident.killed", FieldCounts(1, 1, 1, 0)),
        ([fact("incident.killed", "i1", {"low": 4, "high": None}, "Four")], "incident.killed",
         FieldCounts(0, 1, 1, 0)),
        ([PLACE], "incident.place", FieldCounts(1, 1, 1, 0)),
        ([PLACE, fact("incident.place", "i1", "e1", "Ana")], "incident.place",
         FieldCounts(1, 2, 1, 0)),
    ],
)  # fmt: skip
def test_counts(
    folder: Path, facts: list[dict[str, Any]], field: str, expected: FieldCounts
) -> None:
    (gold,) = load_gold(folder)
    assert score_reading(reading(*facts), gold, FIELDS).fields[field] == expected


def test_all_is_the_sum(folder: Path) -> None:
    (gold,) = load_gold(folder)
    counts = total([score_reading(reading(AGE, ROLE, KILLED), gold, FIELDS)])
    assert counts["all"] == FieldCounts(3, 3, 4, 1)
    assert counts["all"].abstained == 0.25


def test_interval_holds_the_figure_and_is_the_same_each_time(folder: Path) -> None:
    (gold,) = load_gold(folder)
    scores = [score_reading(reading(*facts), gold, FIELDS) for facts in ([AGE], [], [AGE, ROLE])]
    one, two = (intervals(scores, "all", lambda c: c.recall) for _ in range(2))
    assert one == two
    assert one.low <= total(scores)["all"].recall <= one.high
    assert one.low < one.high


def test_table_and_json(folder: Path, tmp_path: Path) -> None:
    predicted = tmp_path / "read.jsonl"
    predicted.write_text(json.dumps(reading(AGE, KILLED)) + "\n")
    arguments = [str(folder), "--predicted", str(predicted)]
    shown = CliRunner().invoke(command, arguments, standalone_mode=False)
    assert "person.age" in shown.output
    assert "100.0 (100.0-100.0)" in shown.output
    told = json.loads(CliRunner().invoke(command, [*arguments, "--json"]).output)
    assert told["reports"] == 1
    assert told["fields"]["all"]["recall"] == 0.5
    assert told["fields"]["all"]["abstained"] == 0.5


def test_report_without_a_reading_is_told(folder: Path, tmp_path: Path) -> None:
    predicted = tmp_path / "read.jsonl"
    predicted.write_text("\n")
    result = CliRunner().invoke(
        command, [str(folder), "--predicted", str(predicted)], standalone_mode=False
    )
    assert result.return_value == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "Not JSON"), ("[]", "Not an object"),
     ('{"incident": {"facts": [{"field": "incident.killed"}]}}', "lacks a part")],
)  # fmt: skip
def test_bad_gold_is_named(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.json").write_text(content)
    with pytest.raises(UsageError, match=words) as caught:
        load_gold(tmp_path)
    assert "one.json" in caught.value.where


def test_folder_without_gold_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gold/<id>\.json"):
        load_gold(tmp_path)

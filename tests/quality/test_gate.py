"""The gate: floors hold, go up, and come down only with a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quality import gate
from quality.gate import changed, check, compare, floor_of, settled
from quality.sets import OWN, Scored, content_hash, score_newsroom

FLOORS: dict[str, Any] = {
    "tolerance": 0.01,
    "sets": {"cases": {"hash": "h", "floors": {"a": 0.5, "b": 0.8}}},
    "lowered": [],
}


def scored(hash_: str = "h", **figures: float) -> Scored:
    return Scored("cases", hash_, figures, fixed=True)


def test_a_figure_at_its_floor_holds() -> None:
    assert all(v.holds for v in compare(scored(a=0.5, b=0.9), FLOORS))


def test_a_figure_just_below_holds_within_the_tolerance() -> None:
    assert all(v.holds for v in compare(scored(a=0.495, b=0.8), FLOORS))


def test_a_figure_below_fails() -> None:
    assert check([scored(a=0.4, b=0.8)], FLOORS) == 1


def test_a_figure_that_is_gone_fails() -> None:
    assert check([scored(a=0.5)], FLOORS) == 1


def test_a_new_figure_has_no_floor_yet() -> None:
    assert check([scored(a=0.5, b=0.8, c=0.0)], FLOORS) == 0


def test_a_changed_set_of_our_own_fails() -> None:
    assert changed(scored("other", a=1.0, b=1.0), FLOORS)
    assert check([scored("other", a=1.0, b=1.0)], FLOORS) == 1


def test_floors_only_go_up() -> None:
    new = settled([scored(a=0.4, b=0.9)], FLOORS, lower=None)
    assert new["sets"]["cases"]["floors"] == {"a": 0.5, "b": 0.9}
    assert new["lowered"] == []


def test_lowering_keeps_the_reason() -> None:
    new = settled([scored(a=0.4, b=0.9)], FLOORS, lower="fewer cases")
    assert new["sets"]["cases"]["floors"] == {"a": 0.4, "b": 0.9}
    (entry,) = new["lowered"]
    assert (entry["figure"], entry["from"], entry["to"]) == ("a", 0.5, 0.4)
    assert entry["why"] == "fewer cases"


def test_a_floor_is_rounded_down() -> None:
    assert floor_of(0.77777) == 0.777


def test_the_pinned_floors_are_those_of_the_cases_that_ship() -> None:
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    for name, folder in OWN.items():
        assert floors["sets"][name]["hash"] == content_hash(folder)
        assert floors["sets"][name]["floors"]
    assert all(entry["why"] for entry in floors["lowered"])


def test_a_set_that_is_not_there_is_skipped_with_the_reason(tmp_path: Path) -> None:
    assert "is not there" in score_newsroom(tmp_path).skipped


def test_main_fails_below_a_floor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps(FLOORS), encoding="utf-8")
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "FIGURES", tmp_path / "figures.json")
    monkeypatch.setattr(gate, "OWN", ["cases"])
    monkeypatch.setattr(gate, "score_own", lambda name: scored(a=0.1, b=0.9))
    monkeypatch.setattr(gate, "score_newsroom", lambda: Scored("newsroom", skipped="away"))
    monkeypatch.setattr("sys.argv", ["gate"])
    assert gate.main() == 1
    assert "BELOW" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["gate", "--lower", "a test"])
    assert gate.main() == 0
    assert json.loads(floors.read_text(encoding="utf-8"))["sets"]["cases"]["floors"]["a"] == 0.1

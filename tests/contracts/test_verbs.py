"""Every verb: an answer for programs with --json, and silence beside it with --quiet."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

import click
import pytest

from onrecord.annotate import Encoder
from onrecord.cli.main import VERBS, run
from onrecord.cli.review import command as review

WITHOUT_JSON: Mapping[str, str] = {
    "serve": "runs until it is ended",
    "review": "a group of verbs, each of which has both",
    "completion": "prints a shell's script",
}
"""Verbs whose answer is nothing that a program would read, and why."""

WITHOUT_QUIET = {"review", "completion"}

COMMANDS: Mapping[str, Sequence[str]] = {
    "demo": ["--into", "demo"],
    "read": ["report.txt"],
    "build": ["reports", "--into", "r.duckdb"],
    "show": ["r.duckdb"],
    "explain": ["r.duckdb", "1"],
    "diff": ["r.duckdb", "--since", "1990-01-01"],
    "brief": ["r.duckdb", "1"],
    "quotes": ["r.duckdb"],
    "evaluate": ["gold"],
    "export": ["r.duckdb"],
    "publish": ["r.duckdb", "--to", "site"],
    "sql": ["r.duckdb", "SELECT id FROM incidents"],
    "watch": ["reports", "--into", "watched.duckdb", "--once"],
}


def options(verb: str) -> set[str]:
    command: click.Command = import_module(f"onrecord.cli.{verb}").command
    return {name for option in command.params for name in option.opts}


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_both_options_or_a_reason(verb: str) -> None:
    assert ("--json" in options(verb)) == (verb not in WITHOUT_JSON)
    assert ("--quiet" in options(verb)) == (verb not in WITHOUT_QUIET)


@pytest.mark.parametrize("part", sorted(review.commands))
def test_each_part_of_review_has_both(part: str) -> None:
    names = {name for option in review.commands[part].params for name in option.opts}
    assert {"--json", "--quiet"} <= names


def test_each_verb_with_an_answer_is_walked() -> None:
    assert set(COMMANDS) == set(VERBS) - set(WITHOUT_JSON)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, demo_reports: Path, encoder: Encoder) -> Path:
    """Reports, a record of them, and gold answers of one report."""
    home = tmp_path_factory.mktemp("verbs")
    shutil.copytree(demo_reports, home / "reports")
    (home / "gold" / "gold").mkdir(parents=True)
    (home / "gold" / "reports").mkdir()
    for target in (home / "report.txt", home / "gold" / "reports" / "a.txt"):
        shutil.copy(demo_reports / "lighthouse-daily.txt", target)
    gold = {"id": "a", "file": "a.txt", "entities": [], "incidents": [], "facts": []}
    (home / "gold" / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(home)
        assert run(["build", "reports", "--into", "r.duckdb", "--quiet"]) == 0
    return home


@pytest.mark.parametrize("verb", COMMANDS)
def test_the_answer_for_programs_is_json_and_nothing_stands_beside_it(
    verb: str,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(place)
    capsys.readouterr()
    assert run([verb, *COMMANDS[verb], "--json", "--quiet"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out
    try:
        json.loads(told.out)
    except json.JSONDecodeError:  # an object a line
        assert all(isinstance(json.loads(line), dict) for line in told.out.splitlines())


@pytest.mark.parametrize("verb", ["demo", "build", "publish", "watch"])
def test_what_was_done_is_not_told_to_who_asks_for_quiet(
    verb: str,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(place)
    capsys.readouterr()
    assert run([verb, *COMMANDS[verb], "--quiet"]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")

"""Explaining parts of the ferry story's record: sentences with names, words and figures in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli.main import run
from onrecord.core.account import Account, account_json
from onrecord.errors import RecordNotFound
from onrecord.explaining import explain
from onrecord.group import group
from onrecord.reconcile import reconcile
from onrecord.store import Record
from tests.group import ferry


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the ferry story."""
    path = tmp_path_factory.mktemp("explain") / "r.duckdb"
    with Record.create(path) as record:
        record.add(ferry.story())
        record.replace(reconcile(ferry.story(), group(ferry.story())))
    return path


@pytest.fixture(scope="module")
def record(path: Path) -> Iterator[Record]:
    with Record.open(path) as record:
        yield record


def told(account: Account, title: str) -> str:
    """The sentences under the heading that begins so."""
    return "\n".join(
        line for part in account.parts if part.title.startswith(title) for line in part.lines
    )


def finding(record: Record, field: str) -> str:
    return next(f.id for f in record.findings if f.field == field)


def report(record: Record, outlet: str) -> str:
    return next(e.report.id for e in record.reports if e.report.outlet == outlet)


def test_why_reports_are_one_incident(record: Record) -> None:
    incident = record.incidents[0]
    account = explain(record, incident.id)
    why = told(account, "Why these reports")
    for outlet in ("Fjordwire", "Sound Courier", "Torsvika Tidende"):
        assert outlet in why
    assert "mean score" in why
    assert "days between the reports (-" in why or "the same words (+" in why
    pairs = account.data["pairs"]
    assert len(pairs) == 10  # five reports
    assert all(-1 <= pair["score"] <= 1 for pair in pairs)


def test_an_incident_lists_the_ids_of_its_findings(record: Record) -> None:
    listed = told(explain(record, record.incidents[0].id), "Findings")
    assert all(f.id in listed for f in record.incidents[0].findings)


def test_why_a_report_is_a_copy(record: Record) -> None:
    account = explain(record, report(record, "Sound Courier"))
    why = told(account, "Whether it is a copy")
    assert "It is a copy of Fjordwire" in why
    text = next(e.report.text for e in record.reports if e.report.outlet == "Sound Courier")
    (passage, *_) = account.data["passages"]
    assert text[passage["start"] : passage["end"]][:30].split()[0] in why
    assert "Fjordwire" in told(account, "Whose word it carries")


def test_an_original_names_its_copies(record: Record) -> None:
    why = told(explain(record, report(record, "Fjordwire")), "Whether it is a copy")
    assert why.startswith("It is an original")
    assert "Hestøy Post" in why
    assert "Sound Courier" in why


def test_a_report_that_is_neither(record: Record) -> None:
    why = told(explain(record, report(record, "Torsvika Tidende")), "Whether it is a copy")
    assert why.startswith("It is no copy")


def test_why_this_toll(record: Record) -> None:
    account = explain(record, finding(record, "incident.killed"))
    assert "It stands before 2: the other one gave way to a later value." in told(
        account, "Why this"
    )
    assert "A plain vote of reports" in told(account, "Why this")
    assert "given at different times" in told(account, "Other values")
    assert "gtd-2021: nkill 3." in told(account, "Codebooks")
    assert "county hospital" in told(account, "Why 1 origin")


def test_why_an_age_is_disputed(record: Record) -> None:
    account = explain(record, finding(record, "person.age"))
    assert told(account, "Status").startswith("Disputed")
    assert "they exclude each other" in told(account, "Other values")


def test_every_part_of_a_record_can_be_explained(record: Record) -> None:
    contents = record.contents()
    names = [entry.report.id for entry in contents.reports]
    names += [i.id for i in contents.incidents]
    names += [f.id for i in contents.incidents for f in i.findings]
    for name in names:
        account = explain(record, name)
        assert account.id == name
        assert account.parts
        assert json.loads(json.dumps(account_json(account)))["kind"] == account.kind


def test_the_beginning_of_an_id_will_do(record: Record) -> None:
    whole = finding(record, "incident.killed")
    assert explain(record, whole[:8]).id == whole


@pytest.mark.parametrize("name", ["", "zzz", "f", "r"])
def test_unknown_and_ambiguous_ids(name: str, record: Record) -> None:
    with pytest.raises(RecordNotFound, match=r"Several ids|No incident"):
        explain(record, name)


def test_on_the_terminal(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(path), "1"]) == 0
    assert "Why these reports are one incident" in capsys.readouterr().out
    assert run(["explain", str(path), "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "incident"


def test_a_clear_error(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(path), "f"]) == 1
    assert "Give more of the id." in capsys.readouterr().err

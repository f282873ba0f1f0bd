from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from onrecord.core.span import Span
from onrecord.export.gold import gold, occurrence, write_gold
from tests.export.story import contents
from tests.export.story_parts import REVIEW, WIRE


def ruled(*fields: str):  # type: ignore[no-untyped-def]
    """The story with the findings of these fields ruled on."""
    known = contents()
    first, *others = known.incidents
    findings = tuple(
        replace(f, decided="accepted by Ana" if f.field in fields else "") for f in first.findings
    )
    return replace(known, incidents=(replace(first, findings=findings), *others))


def test_only_what_was_ruled_on_is_gold() -> None:
    found = {one.entry.report.id: one for one in gold(ruled("incident.killed"))}
    facts = found[REVIEW.id].gold["incident"]["facts"]
    assert [(fact["field"], fact["value"]) for fact in facts] == [("incident.killed", 3)]
    assert facts[0]["evidence"] in REVIEW.text
    assert not found[REVIEW.id].complete
    assert gold(contents()) == ()


def test_people_places_and_chains_go_by_name() -> None:
    found = {one.entry.report.id: one.gold for one in gold(ruled("incident.place", "person.age"))}
    wire = found[WIRE.id]
    assert {fact["value"] for fact in wire["incident"]["facts"]} == {
        "ferry quay of Brevholm",
        "Brevholm",
    }
    assert wire["people"][0]["name"] == "Isak Løvdal"
    assert wire["people"][0]["facts"][0]["chain"] == ["Tarn Line"]


def test_evidence_is_found_again_by_its_occurrence() -> None:
    assert occurrence("aa b aa b", Span(5, 7)) == 2
    for one in gold(ruled("incident.killed", "incident.place", "person.age", "incident.type")):
        text = one.entry.report.text
        people = [fact for person in one.gold["people"] for fact in person["facts"]]
        for fact in (*one.gold["incident"]["facts"], *people):
            assert text.count(fact["evidence"]) >= fact.get("occurrence", 1)


def test_the_folder(tmp_path: Path) -> None:
    number = write_gold(ruled("incident.killed"), tmp_path)
    lines = (tmp_path / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    known = [json.loads(line)["id"] for line in lines]
    assert number == len(known) == len(list((tmp_path / "gold").iterdir()))
    assert json.loads((tmp_path / "gold" / f"{known[0]}.json").read_text())["report"] == known[0]


def test_ruled_statements_are_gold() -> None:
    known = contents()
    first, *others = known.incidents
    said, *rest = first.statements
    ruled_on = replace(first, statements=(replace(said, decided="speaker marked by Ana"), *rest))
    (one,) = gold(replace(known, incidents=(ruled_on, *others)))
    text = one.entry.report.text
    (statement,) = one.gold["statements"]
    names = {entity.id: entity.name for entity in known.entities}
    assert one.entry.report.id == said.report
    assert statement["speaker"] == names[said.speaker or ""]
    assert statement["chain"] == [names[link] for link in said.chain]
    assert statement["content"] == [span.cut(text) for span in said.content]
    assert text.count(statement["cue"]) >= statement["cue_occurrence"]
    assert not one.complete


def test_a_question_stands_apart_from_the_facts() -> None:
    known = contents()
    first, *others = known.incidents
    finding = next(f for f in first.findings if f.field == "incident.type")
    words = "whether there was a second man"
    claims = tuple(replace(c, value=words) for c in finding.claims[:1])
    asked = replace(
        finding, field="incident.question", value=words, claims=claims, decided="added by Ana"
    )
    (one,) = gold(replace(known, incidents=(replace(first, findings=(asked,)), *others)))
    assert [question["text"] for question in one.gold["incident"]["questions"]] == [words]
    assert one.gold["incident"]["facts"] == []

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.core.decision import Base, Decision, Target, Words, make_decision
from onrecord.core.grouping import CopyLink, Grouping, IncidentGroup, LocalRef, MergedEntity
from onrecord.core.record import Claim, Finding, Incident
from onrecord.core.span import Span
from onrecord.core.values import Value
from onrecord.errors import DecisionConflict
from onrecord.store import Record
from onrecord.store.decisions import DecisionLog, decisions_on, log_path
from onrecord.store.decisions_regroup import regroup
from onrecord.store.decisions_replay import against, homes, match, replay
from tests.export.story import contents

WORDS = Words("r1", (Span(10, 20),))


def claim(report: str, value: Value, start: int = 10) -> Claim:
    return Claim(report, value, (Span(start, start + 10),), (), (), "stated", "2031-03-07", "e1")


def finding(value: Value = 3, *reports: str, known: str = "f1") -> Finding:
    claims = tuple(claim(r, value) for r in reports or ("r1",))
    return Finding(
        known, "i1", "incident.killed", value, "single", ("e1",), (), ("r1",), "", claims
    )


def incident(*findings: Finding, known: str = "i1") -> Incident:
    return Incident(known, "fire", "Fire in the mill", ("r1", "r2"), findings, (), (), ())


def ruled(action: str, number: int = 1, value: Value | None = None, why: str = "read") -> Decision:
    return make_decision(
        at=f"2031-03-{number:02}T10:00:00+00:00",
        who="Ana",
        action=action,
        about=Target(
            "finding",
            incident="i1",
            reports=("r1", "r2"),
            subject="i1",
            words=(WORDS,),
            field="incident.killed",
            finding="f1",
        ),
        value=value,
        why=why,
        base=Base(3, ("e1",), ("r1", "r2")),
    )


def test_the_log_keeps_everything_in_order(tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    with DecisionLog(record) as log:
        log.save(ruled("accept", 1))
        log.save(ruled("reject", 2))
        log.save(ruled("reject", 2))
    assert [d.action for d in decisions_on(record)] == ["accept", "reject"]


def test_a_line_is_never_changed_or_deleted(tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    with DecisionLog(record) as log:
        log.save(ruled("accept"))
    with sqlite3.connect(log_path(record)) as other:
        for query in ("DELETE FROM decisions", "UPDATE decisions SET who = 'Eve'"):
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                other.execute(query)
    assert decisions_on(record)[0].who == "Ana"


def test_two_savers_lose_nothing_and_are_told(tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    with DecisionLog(record) as one, DecisionLog(record) as two:
        one.save(ruled("accept", 1), seen="")
        with pytest.raises(DecisionConflict) as told:
            two.save(ruled("reject", 2), seen="")
        assert told.value.value == ruled("accept", 1).id
        two.save(ruled("reject", 2), seen=told.value.value)
    assert len(decisions_on(record)) == 2


def test_taking_in_another_log_adds_what_is_lacking(tmp_path: Path) -> None:
    with DecisionLog(tmp_path / "record.duckdb") as log:
        log.save(ruled("accept", 1))
        assert log.take_in([ruled("reject", 2), ruled("accept", 1)]) == 1
        assert log.take_in([ruled("reject", 2)]) == 0


def test_a_correction_keeps_what_the_reports_say() -> None:
    seen = replay(incident(finding(3)), [ruled("correct", value=4)])
    found = seen.incident.findings[0]
    assert found.value == 4
    assert "coder's own, corrected by Ana on 2031-03-01: read" in found.decided
    assert [(other.value, other.relation) for other in found.alternatives] == [(3, "set aside")]


def test_accepted_stays_though_newer_reports_say_otherwise() -> None:
    newer = replace(finding(5), claims=(claim("r9", 5), claim("r1", 3)))
    seen = replay(incident(newer), [ruled("accept")])
    assert seen.incident.findings[0].value == 3
    assert seen.rulings["f1"][0].against == "1 newer report gives another value"


def test_what_is_rejected_and_told_again_says_so() -> None:
    assert against(finding(3, "r1", "r7", "r8"), ruled("reject")) == (
        "2 newer reports give the rejected value"
    )
    seen = replay(incident(finding(3)), [ruled("reject")])
    assert seen.incident.findings == ()
    assert [f.value for f in seen.rejected] == [3]


def test_the_last_ruling_counts() -> None:
    seen = replay(incident(finding(3)), [ruled("reject", 1), ruled("correct", 2, 4)])
    assert [f.value for f in seen.incident.findings] == [4]
    assert len(seen.rulings["f1"]) == 2


def test_a_finding_with_another_id_is_found_by_its_words() -> None:
    renamed = incident(finding(3, known="f77"))
    assert match(renamed, ruled("accept").about) == renamed.findings[0]


def test_a_value_that_the_record_lost_is_not_lost() -> None:
    seen = replay(incident(), [ruled("correct", 1, 4), ruled("accept", 2)])
    assert [f.value for f in seen.incident.findings] == [4]
    assert [d.action for d in seen.unplaced] == ["accept"]


def test_an_incident_with_another_id_is_found_by_its_reports() -> None:
    of = {"r1": ("i9",), "r2": ("i8", "i9")}
    assert list(homes([ruled("accept")], of, frozenset({"i8", "i9"}))) == ["i9"]


def test_a_record_open_for_reading_has_the_decisions_over_it(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    with Record.create(path) as record:
        record.replace(contents())
    of = next(f for f in contents().incidents[0].findings if f.field == "incident.killed")
    about = replace(
        ruled("correct", value=9).about,
        incident=contents().incidents[0].id,
        finding=of.id,
    )
    with DecisionLog(path) as log:
        log.save(
            make_decision(at="2031", who="Ana", action="correct", about=about, value=9, why="x")
        )
    with Record.open(path) as record:
        values = [f.value for f in record.findings if f.field == "incident.killed"]
    assert values == [9]
    with Record.create(path) as record:
        assert next(f.value for f in record.findings if f.id == of.id) == 3


def group(known: str, *reports: str) -> IncidentGroup:
    return IncidentGroup(known, tuple(LocalRef(r, "i1") for r in reports), reports, "Alike.")


def together(action: str, about: Target, other: Target | None = None) -> Decision:
    return make_decision(at="2031", who="Ana", action=action, about=about, other=other)


def at(known: str, *reports: str) -> Target:
    return Target("incident", incident=known, reports=reports)


GROUPS = Grouping(incidents=(group("i1", "r1", "r2"), group("i2", "r3")))


def reports_in(grouping: Grouping) -> list[list[str]]:
    return sorted(sorted({ref.report for ref in g.members}) for g in grouping.incidents)


def test_incidents_are_merged_split_and_reports_moved() -> None:
    merge = together("merge_incidents", at("i1", "r1"), at("gone", "r3"))
    assert reports_in(regroup(GROUPS, [merge], [])) == [["r1", "r2", "r3"]]
    split = together("split_incident", at("i1", "r1", "r2"), at("", "r2"))
    assert reports_in(regroup(GROUPS, [split], [])) == [["r1"], ["r2"], ["r3"]]
    move = together("move_report", Target("report", incident="i1", reports=("r2",)), at("i2", "r3"))
    assert reports_in(regroup(GROUPS, [move], [])) == [["r1"], ["r2", "r3"]]
    assert reports_in(regroup(GROUPS, [merge, split], [])) == [["r1", "r3"], ["r2"]]


def test_a_decision_that_finds_nothing_changes_nothing() -> None:
    lost = together("merge_incidents", at("i7", "r70"), at("i8", "r80"))
    assert regroup(GROUPS, [lost], []) == GROUPS


def test_copies_are_marked_and_unmarked() -> None:
    link = CopyLink("r2", "r1", "c1", 0.9, (), "")
    known = Grouping(copies=(link,))
    no = together("not_copy", Target("report", reports=("r2",)))
    assert regroup(known, [no], []).copies == ()
    yes = together("copy", Target("report", reports=("r3",)), Target("report", reports=("r2",)))
    assert [(c.report, c.of, c.group) for c in regroup(known, [yes], []).copies] == [
        ("r2", "r1", "c1"),
        ("r3", "r1", "c1"),
    ]


def person(known: str, name: str, *reports: str) -> MergedEntity:
    refs = tuple(LocalRef(r, "e1") for r in reports)
    return MergedEntity(known, "person", name, (), refs, known)


def test_people_are_merged_and_split() -> None:
    known = Grouping(
        entities=(person("e1", "A. Holm", "r1", "r2"), person("e2", "Anna Holm", "r3"))
    )
    one, two = Target("entity", subject="e1", name="A. Holm"), Target("entity", subject="e2")
    merged = regroup(known, [together("merge_entities", one, two)], []).entities
    assert [(e.id, e.also, len(e.members)) for e in merged] == [("e1", ("Anna Holm",), 3)]
    off = Target("entity", reports=("r2",), name="Arne Holm")
    split = regroup(known, [together("split_entity", one, off)], []).entities
    assert sorted((e.name, len(e.members)) for e in split) == [
        ("A. Holm", 1),
        ("Anna Holm", 1),
        ("Arne Holm", 1),
    ]

"""Captures of one page are one report with versions."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.core.reading import Reading
from onrecord.core.record_contract import contents_json
from onrecord.group import group
from onrecord.growth import settle
from onrecord.reconcile import reconcile
from onrecord.store import Record
from tests.group.making import Draft, Told, make

PAGE = "https://www.herald.example/news/mill"
FIRST = (
    "A fire at the Stavsund mill killed two workers on Tuesday, the county said. "
    "Police arrested three men at the harbour. The mill was built a century ago."
)
SECOND = (
    "A fire at the Stavsund mill killed three workers on Tuesday, the county said. "
    "The mill was built a century ago and stood empty for years."
)
LAST = "What is known of the Stavsund mill: three workers died there on Tuesday."


def capture(text: str, hour: int, killed: str, number: int, url: str = PAGE) -> Reading:
    facts = [Told("incident.killed", number, killed)]
    if "arrested three men" in text:
        facts.append(Told("incident.arrested", 3, "three men"))
    reading = make(Draft("The Herald", text, title="Fire at the Stavsund mill", facts=tuple(facts)))
    report = replace(
        reading.report, url=url, id=f"{hour:02}" * 8, updated=f"2031-04-02T{hour:02}:00:00+00:00"
    )
    return replace(reading, report=report)


@pytest.fixture
def captures() -> list[Reading]:
    return [
        capture(FIRST, 11, "two", 2),
        capture(SECOND, 14, "three", 3, url="http://herald.example/news/mill/?utm_source=x"),
        capture(LAST, 18, "three", 3),
    ]


def test_the_newest_capture_is_the_report(captures: list[Reading]) -> None:
    first, second, last = (one.report.id for one in captures)
    for order in itertools.permutations(captures):
        grouping = group(order)
        assert grouping.versions == {first: last, second: last}
        assert grouping.copies == ()


def test_they_count_as_one_report_and_what_was_taken_out_is_named(
    captures: list[Reading],
) -> None:
    contents = reconcile(captures, group(captures))
    last = captures[-1].report.id
    (incident,) = contents.incidents
    assert incident.reports == (last,)
    assert [entry.report.id for entry in contents.current] == [last]
    assert len(contents.reports) == 3
    killed = next(f for f in incident.findings if f.field == "incident.killed")
    assert (killed.value, killed.status, killed.reports) == (3, "superseded", (last,))
    assert len(killed.origins) == 1
    assert [a.reports for a in killed.alternatives] == [(captures[0].report.id,)]
    (entry,) = [e for e in incident.timeline if e.step == "withdrawn"]
    assert entry.at == "2031-04-02T14:00:00+00:00"
    assert entry.what.endswith("3, no longer in the report of The Herald")
    assert entry.claims[0].report == captures[0].report.id


def test_two_reports_that_their_giver_tells_apart_are_two(captures: list[Reading]) -> None:
    named = [replace(c, report=replace(c.report, given_id=c.report.id)) for c in captures[:2]]
    assert group(named).versions == {}


@pytest.mark.parametrize("url", [None, "https://herald.example/", "https://herald.example", "[x"])
def test_a_front_page_is_no_report_s_address(captures: list[Reading], url: str | None) -> None:
    assert group([replace(c, report=replace(c.report, url=url)) for c in captures]).versions == {}


def test_a_record_that_grew_by_versions_is_that_of_one_build(
    captures: list[Reading], tmp_path: Path
) -> None:
    found = set()
    for number, order in enumerate(itertools.permutations(captures)):
        with Record.create(tmp_path / f"{number}.duckdb") as record:
            for reading in (*order, order[0]):  # the last one read again
                record.add([reading])
                settle(record)
            found.add(json.dumps(contents_json(record.contents()), sort_keys=True))
    assert len(found) == 1
    contents = json.loads(found.pop())
    assert len([r for r in contents["reports"] if r["version_of"] is None]) == 1

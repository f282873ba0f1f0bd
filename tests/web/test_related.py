from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.core.values import Link
from onrecord.store import Record
from onrecord.web.desk import Desk
from tests.export.story import contents
from tests.export.story_parts import INCIDENT_ID, OTHER_ID, REVIEW, claim, finding
from tests.web.conftest import Visitor


def told(path: Path, incident: str) -> dict[str, str]:
    """Related incidents on a page: id → why."""
    with Desk(path) as desk:
        data = json.loads(Visitor(desk).get(f"/incidents/{incident}?as=json"))
    return {other["id"]: other["why"] for other in data["related"]}


@pytest.fixture
def tied(tmp_path: Path) -> Path:
    """The story, whose incident is a consequence of the other one as a report has it."""
    known = contents()
    first, *others = known.incidents
    value = Link(OTHER_ID, "consequence")
    tie = finding("incident.related", value, "single", (claim(REVIEW, value, "arrested"),))
    path = tmp_path / "tied.duckdb"
    with Record.create(path) as record:
        incidents = (replace(first, findings=(*first.findings, tie)), *others)
        record.replace(replace(known, incidents=incidents))
    return path


def test_a_tie_that_a_report_tells_stands_on_both_pages(tied: Path) -> None:
    assert told(tied, INCIDENT_ID)[OTHER_ID].startswith("a consequence of it")
    assert told(tied, OTHER_ID)[INCIDENT_ID].startswith("led to it")


def test_a_tie_among_the_facts_goes_by_the_title(tied: Path) -> None:
    title = next(i.title for i in contents().incidents if i.id == OTHER_ID)
    with Desk(tied) as desk:
        page = Visitor(desk).get(f"/incidents/{INCIDENT_ID}")
    assert f"Consequence of {title}" in page
    assert page.count(f'href="/incidents/{OTHER_ID}"') == 1


def test_reports_in_common_and_links_stand_beside(tied: Path) -> None:
    with Desk(tied) as desk:
        ana = Visitor(desk, "Ana")
        ana.post(
            f"/incidents/{INCIDENT_ID}/others", other=OTHER_ID, action="link", why="same rifle"
        )
    assert told(tied, INCIDENT_ID)[OTHER_ID].startswith("same rifle; a consequence of it")

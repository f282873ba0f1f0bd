"""History: earlier states from a record's own claims, and what moved since."""

from __future__ import annotations

import pytest

from onrecord.core.record import RecordContents
from onrecord.group import group
from onrecord.reconcile import reconcile
from onrecord.reconcile.findings import make_findings
from onrecord.reconcile.history import changes_since, findings_at, names_of, said_of
from tests.group import ferry

LATE = "2031-04-02T00:00:00+00:00"


@pytest.fixture(scope="module")
def contents() -> RecordContents:
    return reconcile(ferry.story(), group(ferry.story()))


def test_a_record_holds_all_that_its_findings_were_made_of(contents: RecordContents) -> None:
    reports = {entry.report.id: entry for entry in contents.reports}
    for incident in contents.incidents:
        said = said_of(incident, reports)
        assert make_findings(incident.id, said, names_of(contents)) == incident.findings


def test_toll_as_of_the_first_day(contents: RecordContents) -> None:
    toll = next(
        f
        for f in findings_at(contents.incidents[0], contents, LATE)
        if f.field == "incident.killed"
    )
    assert (toll.value, toll.alternatives) == (2, ())


def test_as_of_the_end_is_all(contents: RecordContents) -> None:
    incident = contents.incidents[0]
    assert findings_at(incident, contents, "2099-01-01T00:00:00+00:00") == incident.findings


def test_toll_that_rose_is_told(contents: RecordContents) -> None:
    changes = changes_since(contents, LATE)
    (toll,) = (c for c in changes.changes if c.field == "incident.killed")
    assert toll.step == "risen"
    assert toll.what.startswith("Killed: 2 → 3 (county hospital")
    assert toll.finding in {f.id for f in contents.incidents[0].findings}
    assert contents.incidents[0].id not in {i.id for i in changes.incidents}


def test_since_the_beginning_all_is_new(contents: RecordContents) -> None:
    changes = changes_since(contents, "2030-01-01T00:00:00+00:00")
    assert {i.id for i in changes.incidents} == {i.id for i in contents.incidents}
    assert len(changes.reports) == len(contents.reports)
    assert changes.changes == ()


def test_since_the_end_nothing_is(contents: RecordContents) -> None:
    changes = changes_since(contents, "2099-01-01T00:00:00+00:00")
    assert (changes.incidents, changes.reports, changes.changes) == ((), (), ())

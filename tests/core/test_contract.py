"""The contract's JSON holds all that a reading or a record holds."""

from __future__ import annotations

import json

from hypothesis import given, settings

from onrecord.core.contract import reading_from, reading_json
from onrecord.core.reading import Reading
from onrecord.core.record import RecordContents
from onrecord.core.record_contract import contents_from, contents_json
from onrecord.core.values import Value, value_from_json, value_json
from tests.core.strategies import CONTENTS, READINGS, VALUES
from tests.export.story import contents
from tests.export.story_parts import INCIDENT_ID


@given(VALUES)
def test_values_round_trip(value: Value) -> None:
    back = value_from_json(json.loads(json.dumps(value_json(value))))
    assert back == value
    assert type(back) is type(value)


@given(READINGS)
@settings(max_examples=60, deadline=None)
def test_readings_round_trip(reading: Reading) -> None:
    assert reading_from(json.loads(json.dumps(reading_json(reading)))) == reading


@given(CONTENTS)
@settings(max_examples=60, deadline=None)
def test_records_round_trip(record: RecordContents) -> None:
    assert contents_from(json.loads(json.dumps(contents_json(record)))) == record


def test_export_has_the_contract_names() -> None:
    data = contents_json(contents())
    assert {"reports", "entities", "incidents"} <= data.keys()
    report_names = {"id", "given_id", "input", "url", "title", "outlet", "published"}
    assert report_names | {"incidents", "copy_of", "copy_group"} <= data["reports"][0].keys()
    assert {"id", "kind", "name", "also", "mentions"} <= data["entities"][0].keys()
    incident = next(i for i in data["incidents"] if i["id"] == INCIDENT_ID)
    killed = next(f for f in incident["findings"] if f["field"] == "incident.killed")
    assert killed["coded"]["gtd-2021"]["nkill"] == 3
    assert killed["coded"]["gtd-2021"]["why"].startswith("The most recent")
    assert {"value", "origins", "reports", "last_seen"} <= killed["alternatives"][0].keys()
    claim_names = {"report", "value", "evidence", "chain", "certainty", "published"}
    assert claim_names <= killed["claims"][0].keys()
    assert {"at", "what", "claims"} <= incident["timeline"][0].keys()

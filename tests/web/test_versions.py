"""The captures of one address on a report's page, and what changed between them."""

from __future__ import annotations

import json

from onrecord.web.desk import Desk
from tests.export.story_parts import COPY, RADIO, WIRE
from tests.web.conftest import Visitor

CHANGES = f"/reports/{WIRE.id}/since/{RADIO.id}"


def test_a_report_tells_its_versions(twice: Desk) -> None:
    ana = Visitor(twice, "Ana")
    strip = json.loads(ana.get(f"/reports/{WIRE.id}?as=json"))["versions"]
    assert [(c["id"], c["number"], c["shown"]) for c in strip] == [
        (RADIO.id, 1, False),
        (WIRE.id, 2, True),
    ]
    assert strip[1]["before"] == RADIO.id
    assert "3" in next(m for m in strip[1]["moved"] if m["label"] == "Killed")["gone"]
    page = ana.get(f"/reports/{WIRE.id}")
    assert f'href="{CHANGES}"' in page
    assert "An earlier version" not in page
    assert "An earlier version" in ana.get(f"/reports/{RADIO.id}")


def test_what_changed_from_one_version_to_the_next(twice: Desk) -> None:
    ana = Visitor(twice)
    page = ana.get(CHANGES)
    assert "<del>3</del>" in page
    assert '<h2 id="text-title">' in page
    told = json.loads(ana.get(f"{CHANGES}?as=json"))
    assert (told["one"]["id"], told["two"]["id"]) == (RADIO.id, WIRE.id)
    assert told["changed"] == sum(len(r["paragraphs"]) for r in told["runs"] if not r["same"]) > 0
    assert told["retitled"]
    back = json.loads(ana.get(f"/reports/{RADIO.id}/since/{WIRE.id}?as=json"))
    assert (back["one"]["id"], back["two"]["id"]) == (RADIO.id, WIRE.id)  # always older to newer


def test_a_report_of_one_capture_has_no_versions(twice: Desk) -> None:
    ana = Visitor(twice)
    assert json.loads(ana.get(f"/reports/{COPY.id}?as=json"))["versions"] == []
    assert ana.status(f"/reports/{COPY.id}/since/{WIRE.id}") == 404
    assert ana.status(f"/reports/{WIRE.id}/since/nothing") == 404

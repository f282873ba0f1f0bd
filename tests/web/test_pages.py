from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.core.record import RecordContents
from onrecord.store import Record
from onrecord.web.desk import Desk
from tests.export.story import contents
from tests.export.story_parts import COPY, IDS, INCIDENT_ID, OTHER_ID, RADIO, WIRE
from tests.export.test_brief import hostile_contents
from tests.web.conftest import Visitor, killed, value_path

PATHS = [
    "/",
    "/?view=map",
    "/?view=timeline",
    f"/incidents/{INCIDENT_ID}",
    f"/incidents/{OTHER_ID}",
    value_path(killed()),
    f"/reports/{WIRE.id}",
    f"/reports/{COPY.id}",
    f"/reports/{COPY.id}/beside/{WIRE.id}",
    f"/reports/{WIRE.id}/words?at=3-20&via=1-5&who={IDS['police']}",
    "/entities",
    f"/entities/{IDS['ødegren']}",
    "/queue",
    "/decisions",
    "/agreement",
    "/intake",
    "/help",
    "/signin",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_a_title_a_main_part_and_its_json(ana: Visitor, path: str) -> None:
    text = ana.get(path)
    assert text.count("<main") == text.split("</head>")[0].count("<title>") == 1
    given = ana.client.get(path, headers={"accept": "application/json"})
    assert isinstance(json.loads(given.text), dict)


def test_every_link_inside_leads_somewhere(ana: Visitor) -> None:
    pages = [ana.get(path) for path in PATHS]
    links = {html.unescape(x) for text in pages for x in re.findall(r'href="(/[^"#]*)', text)}
    kinds = {re.sub(r"[a-z][0-9a-f]{16}|=[^&]*", "", link): link for link in sorted(links)}
    assert len(kinds) > 20  # one of each kind: the others differ by their ids alone
    assert [link for link in kinds.values() if ana.status(link) != 200] == []


def test_no_script_and_no_style_stands_in_a_page(ana: Visitor) -> None:
    for path in PATHS:
        text = ana.get(path)
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", text), path
        assert not re.search(r'(?:src|href)="https?://(?!\w+\.example)', text), path


def test_headers_keep_a_page_to_itself(ana: Visitor) -> None:
    headers = ana.client.get("/").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/incidents/none", "/reports/none", "/entities/none", "/nowhere"])
def test_what_is_not_there_is_told(ana: Visitor, path: str) -> None:
    assert ana.status(path) == 404
    assert "<h1>" in ana.client.get(path).text


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("type=shooting", 1),
        ("type=fire", 0),
        ("place=brevholm", 1),
        ("place=NO", 1),
        ("place=FR", 0),
        ("killed=3", 1),
        ("killed=9", 0),
        ("since=2031-03&to=2031-03-07", 1),
        ("to=2031-02", 0),
        ("disputed=1", 1),
        ("unreviewed=1", 2),
        ("outlet=Radio+Skj%C3%A6r", 2),
        ("q=ambulance+driver", 1),
        ("q=%22no+such+words%22", 0),
        ("q=%22%29+OR+%28", 0),
    ],
)
def test_filters(ana: Visitor, query: str, number: int) -> None:
    data = json.loads(ana.get(f"/?as=json&{query}"))
    assert data["found"] == number


def test_a_wrong_filter_is_told_and_left_out(ana: Visitor) -> None:
    data = json.loads(ana.get("/?as=json&since=yesterday&killed=many"))
    assert len(data["troubles"]) == 2
    assert data["found"] == 2
    assert "yesterday" in ana.get("/?since=yesterday")


def test_sorting_turns_round(ana: Visitor) -> None:
    down = json.loads(ana.get("/?as=json&sort=killed"))["lines"]
    up = json.loads(ana.get("/?as=json&sort=killed&up=1"))["lines"]
    assert [line["row"]["id"] for line in down] == [line["row"]["id"] for line in reversed(up)]


def test_the_words_of_a_value_stand_marked_in_their_report(ana: Visitor) -> None:
    pane = json.loads(ana.get(f"{value_path(killed())}?as=json"))
    hits = [p["text"] for para in pane["words"]["paragraphs"] for p in para if "hit" in p["layers"]]
    assert hits == ["A third victim"]
    assert [hop["name"] for hop in pane["words"]["hops"]] == ["county hospital"]


def test_a_part_of_a_page_for_htmx(ana: Visitor) -> None:
    part = ana.get(value_path(killed()), htmx=True)
    assert "<html" not in part
    assert 'id="pane-title"' in part


def test_layers_of_a_report(ana: Visitor) -> None:
    data = json.loads(ana.get(f"/reports/{COPY.id}?as=json"))
    counts = {name: number for name, _, number in data["layers"]}
    assert min(counts["person"], counts["fact"], counts["copied"]) > 0
    text = "\n".join("".join(p["text"] for p in para) for para in data["paragraphs"])
    assert text.split() == COPY.text.split()


def test_a_person_over_all_incidents(ana: Visitor) -> None:
    page = json.loads(ana.get(f"/entities/{IDS['ødegren']}?as=json"))
    assert page["voice"]["words"] == "Brevholm police"
    assert page["reports"]


def test_the_desk_of_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "empty.duckdb"
    with Record.create(path) as record:
        record.replace(RecordContents())
    with Desk(path) as desk:
        visitor = Visitor(desk)
        assert "onrecord build" in visitor.get("/")
        assert "Nothing waits" in visitor.get("/queue")
        assert "Nothing to draw" not in visitor.get("/?view=map")


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "hostile.duckdb"
    with Record.create(path) as record:
        record.replace(hostile_contents())
    with Desk(path) as desk:
        visitor = Visitor(desk, '<img src=x onerror="alert(1)">')
        for page in PATHS:
            text = visitor.get(page)
            assert "<script>" not in text
            assert "<img" not in text
            assert "javascript:" not in re.findall(r'href="([^"]*)"', text)


def test_five_megabytes_of_text_come_in_parts(tmp_path: Path) -> None:
    long = RADIO.text + "\n\n" + "\u202eright to left\u202c and back <b>\n" * 160_000
    entries = tuple(
        replace(e, report=replace(e.report, text=long)) if e.report.id == RADIO.id else e
        for e in contents().reports
    )
    path = tmp_path / "long.duckdb"
    with Record.create(path) as record:
        record.replace(replace(contents(), reports=entries))
    with Desk(path) as desk:
        visitor = Visitor(desk)
        first = visitor.get(f"/reports/{RADIO.id}")
        assert len(first) < 400_000
        data = json.loads(visitor.get(f"/reports/{RADIO.id}?as=json&at=4000000-4000010"))
        assert data["part"] > 90
        assert data["parts"] > data["part"]
        visitor.get(f"/incidents/{INCIDENT_ID}")


def test_a_build_into_the_record_appears_by_itself(desk: Desk, record: Path) -> None:
    assert len(desk.snapshot.overview.rows) == 2
    with Record.create(record) as writer:  # the desk does not hold the file
        writer.replace(replace(contents(), incidents=contents().incidents[:1]))
    desk.refresh()
    assert len(desk.snapshot.overview.rows) == 1

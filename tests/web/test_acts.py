from __future__ import annotations

import json
import re
import threading
import time
from pathlib import Path

from onrecord.core.record import Finding, Incident, RecordStatement
from onrecord.core.values import Interval
from onrecord.pipeline import build, replay
from onrecord.store import Record
from onrecord.store.decisions import decisions_on
from onrecord.web.desk import Desk
from tests.export.story_parts import IDS, INCIDENT_ID, MAIL, OTHER_ID, REVIEW
from tests.fakes import FakeEncoder
from tests.web.conftest import Visitor, finding, killed, value_path

KILLED = value_path(killed())


def shown(visitor: Visitor, of: str = "incident.killed") -> list[str]:
    data = json.loads(visitor.get(f"/incidents/{INCIDENT_ID}?as=json"))
    return [f["value"]["words"] for f in data["brief"]["figures"] if f["field"] == of]


def last(visitor: Visitor, path: str = KILLED) -> str:
    found = json.loads(visitor.get(f"{path}?as=json"))["last"]
    assert isinstance(found, str)
    return found


def test_accept_correct_reject_and_take_back(ana: Visitor, desk: Desk) -> None:
    ana.post(KILLED, action="accept", seen="")
    assert "✓ Ana accepted" in ana.get(f"/incidents/{INCIDENT_ID}")
    ana.post(KILLED, action="correct", value="4", why="the court’s list", seen=last(ana))
    assert shown(ana) == ["4"]
    ana.post(KILLED, action="reject", why="a toll of another fire", seen=last(ana))
    assert shown(ana) == []
    assert "a toll of another fire" in ana.get(f"/incidents/{INCIDENT_ID}")
    ana.post("/undo", decision=desk.decisions.every[-1].id)
    assert shown(ana) == ["4"]
    assert [d.action for d in desk.decisions.every] == ["accept", "correct", "reject", "undo"]


def test_a_value_that_reports_give_takes_their_words(ana: Visitor, desk: Desk) -> None:
    ana.post(KILLED, action="correct", value="5", seen="")
    assert desk.decisions.every[0].evidence[0].report == MAIL.id
    assert not desk.decisions.every[0].own
    assert shown(ana) == ["5"]


def test_a_value_without_words_or_reason_is_refused_and_kept(ana: Visitor, desk: Desk) -> None:
    text = ana.post(KILLED, action="correct", value="7", seen="")
    assert ana.last == 400
    assert "A reason is needed" in text
    assert 'value="7"' in text
    assert desk.decisions.every == ()


def test_marked_words_are_its_evidence(ana: Visitor, desk: Desk) -> None:
    start = REVIEW.text.index("Seven people were injured")
    ana.post(
        f"/incidents/{INCIDENT_ID}/add",
        field="incident.arrested",
        value="1..2",
        words="Seven people",
        report=REVIEW.id,
        at=f"{start}-{start + 12}",
    )
    made = desk.decisions.every[0]
    assert made.value == Interval(1, 2)
    assert made.evidence[0].spans[0].start == start
    assert "words marked by a coder" in ana.get(f"/incidents/{INCIDENT_ID}")


def test_words_that_are_not_there_are_told(ana: Visitor) -> None:
    form = {"field": "incident.arrested", "value": "1", "report": REVIEW.id}
    text = ana.post(f"/incidents/{INCIDENT_ID}/add", words="never written", **form)
    assert ana.last == 400
    assert "not in the report" in text


def test_two_coders_at_once_lose_nothing_and_are_told(
    ana: Visitor, ben: Visitor, desk: Desk
) -> None:
    ana.post(KILLED, action="accept", seen="")
    text = ben.post(KILLED, action="correct", value="5", why="the Mail has it", seen="")
    assert ben.last == 409
    assert "Ana accepted" in text
    assert "the Mail has it" in text
    ben.post(KILLED, action="correct", value="5", why="the Mail has it", seen=last(ben))
    assert [d.who for d in desk.decisions.every] == ["Ana", "Ben"]


def test_notes_links_and_speakers(ana: Visitor, desk: Desk) -> None:
    ana.post(f"/incidents/{INCIDENT_ID}/notes", why="asked the hospital, see https://x.example")
    ana.post(f"/incidents/{INCIDENT_ID}/others", other=OTHER_ID, action="link", why="same rifle")
    page = ana.get(f"/incidents/{INCIDENT_ID}")
    assert "asked the hospital" in page
    assert "same rifle" in page
    statement = desk.snapshot.incident(INCIDENT_ID).statements[0]
    ana.post(f"/incidents/{INCIDENT_ID}/statements/{statement.id}", other=IDS["strand"])
    data = json.loads(ana.get(f"/incidents/{INCIDENT_ID}?as=json"))
    by = {s["name"]: [x["id"] for x in s["statements"]] for s in data["brief"]["speakers"]}
    assert statement.id in by["Oddvar Strand"]


def test_a_statement_is_rejected_whole_and_taken_back(ana: Visitor, desk: Desk) -> None:
    statement = desk.snapshot.incident(INCIDENT_ID).statements[0]
    path = f"/incidents/{INCIDENT_ID}/statements/{statement.id}"
    ana.post(path, action="reject", why="")
    assert ana.last == 400
    ana.post(path, action="reject", why="a line of a play")
    data = json.loads(ana.get(f"/incidents/{INCIDENT_ID}?as=json"))
    told = [x["id"] for s in data["brief"]["speakers"] for x in s["statements"]]
    assert statement.id not in told
    assert [gone["ruled"]["why"] for gone in data["unsaid"]] == ["a line of a play"]
    assert "a line of a play" in ana.get(f"/incidents/{INCIDENT_ID}")
    assert "A statement of" in ana.get("/decisions")
    ana.post("/undo", decision=desk.decisions.every[-1].id)
    data = json.loads(ana.get(f"/incidents/{INCIDENT_ID}?as=json"))
    assert statement.id in [x["id"] for s in data["brief"]["speakers"] for x in s["statements"]]
    assert data["unsaid"] == []


def as_of(visitor: Visitor, moment: str) -> dict[str, str]:
    """The figures of the page as of a moment: field → words."""
    data = json.loads(visitor.get(f"/incidents/{INCIDENT_ID}?as=json&until={moment}"))
    assert data["until"] == moment
    return {f["field"]: f["value"]["words"] for f in data["brief"]["figures"]}


def test_past_states_by_date(ana: Visitor) -> None:
    assert as_of(ana, "2031-03-07T20:04") == {}
    assert as_of(ana, "2031-03-07")["incident.killed"] == "2"
    assert as_of(ana, "2031-03-09")["incident.killed"] == "3"
    page = ana.get(f"/incidents/{INCIDENT_ID}?until=2031-03-07")
    assert "The record as of 2031-03-07" in page
    assert "Third victim dies after shooting" not in page
    assert "As many as five people died" not in page
    assert 'method="post"' not in page.split("<main")[1]
    link = re.search(r'href="([^"]+/values/[^"]+until=2031-03-07)"', page)
    assert link is not None
    assert "go to the present state" in ana.get(link[1])


def test_a_past_state_has_the_decisions_of_then(ana: Visitor) -> None:
    ana.post(KILLED, action="correct", value="4", why="sure", seen="")
    assert shown(ana) == ["4"]
    assert as_of(ana, "2031-03-09")["incident.killed"] == "4"
    assert as_of(ana, "2020-01-01") == {}
    assert "No report of it had appeared" in ana.get(f"/incidents/{INCIDENT_ID}?until=2020-01-01")


def test_a_past_state_needs_a_date(ana: Visitor) -> None:
    answer = ana.client.get(f"/incidents/{INCIDENT_ID}?until=yesterday")
    assert answer.status_code == 400
    assert "yesterday" in answer.text


def test_only_people_with_a_name_and_forms_of_ours(desk: Desk, ana: Visitor) -> None:
    nobody = Visitor(desk)
    nobody.post(KILLED, action="accept", seen="")
    assert nobody.last == 403
    forged = ana.client.post(KILLED, data={"action": "accept", "token": "guess", "seen": ""})
    assert forged.status_code == 403
    elsewhere = ana.client.post(
        KILLED,
        data={"action": "accept", "token": ana.token(), "seen": ""},
        headers={"sec-fetch-site": "cross-site"},
    )
    assert elsewhere.status_code == 403
    assert desk.decisions.every == ()


def test_the_desk_answers_only_to_its_own_name(ana: Visitor) -> None:
    assert ana.client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_back_never_leads_elsewhere(ana: Visitor) -> None:
    for back in ("//evil.example", "https://evil.example", "/\\evil.example"):
        data = {"token": ana.token(), "name": "Ana", "back": back}
        answer = ana.client.post("/signin", data=data, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_first_passes_stay_apart_until_settled(desk: Desk) -> None:
    ana, ben = Visitor(desk, "Ana", independent=True), Visitor(desk, "Ben", independent=True)
    ages = value_path(finding("person.age"))
    for visitor, toll in ((ana, "3"), (ben, "5")):
        visitor.post(KILLED, action="correct", value=toll, why="as I read it", seen="")
        visitor.post(ages, action="accept", seen="")
    assert shown(ana) == ["3"]
    assert shown(ben) == ["5"]
    assert "Ben" not in ana.get("/decisions").split("<main")[1]
    assert json.loads(ana.get("/agreement?as=json"))["open"] == []
    page = json.loads(ana.get("/agreement?as=json&settle=1"))
    toll = next(o for o in page["open"] if o["label"] == "Killed")
    assert [(p["who"], p["words"]) for p in toll["passes"]] == [("Ana", "3"), ("Ben", "5")]
    ana.post("/agreement", decision=toll["passes"][1]["decision"])
    settled = desk.decisions.every[-1]
    assert (settled.stage, settled.value, settled.who) == ("final", 5, "Ana")
    assert shown(Visitor(desk, "Eve")) == ["5"]


def test_agreement_per_field(desk: Desk) -> None:
    ana, ben = Visitor(desk, "Ana", independent=True), Visitor(desk, "Ben", independent=True)
    fields = ("incident.killed", "incident.injured", "incident.perpetrators")
    for field in fields:
        path = value_path(finding(field))
        ana.post(path, action="accept", seen="")
        ben.post(
            path, action="accept" if field != "incident.killed" else "reject", why="no", seen=""
        )
    rows = {f["field"]: f for f in json.loads(ana.get("/agreement?as=json"))["fields"]}
    assert rows["incident.killed"]["alpha"] == 0.0
    assert rows["incident.injured"]["alpha"] is None
    assert "variation" in rows["incident.injured"]["why"]


def test_incidents_merged_by_hand_stay_merged_in_builds(
    three_reports: Path, tmp_path: Path
) -> None:
    record = tmp_path / "mill.duckdb"
    build(str(three_reports), record, encoder=FakeEncoder())
    with Desk(record) as desk:
        first, second = desk.snapshot.overview.rows[0], desk.snapshot.overview.rows[-1]
        before = len(desk.snapshot.overview.rows)
        ana = Visitor(desk, "Ana")
        ana.post(
            f"/incidents/{first.id}/others", other=second.title, action="merge", why="one storm"
        )
        wait(desk)
        assert len(desk.snapshot.overview.rows) == before - 1
        assert "one storm" in ana.get(f"/incidents/{first.id}")
        (three_reports / "d.txt").write_text("Storm in Brno\n\nA storm hit Brno on Friday.\n")
        build(str(three_reports), record, encoder=FakeEncoder())
        with Record.open(record) as opened:
            assert {r for i in opened.incidents if i.id == first.id for r in i.reports} >= {
                r.report.id for r in opened.reports if r.report.input.endswith(("a.txt", "c.txt"))
            }
        ana.post("/undo", decision=desk.decisions.every[0].id)
        wait(desk)
        assert len(desk.snapshot.overview.rows) >= before
    assert replay(record) >= before
    assert len(decisions_on(record)) == 2


def wait(desk: Desk, seconds: float = 60) -> None:
    """Until the record has been put together again."""
    end = time.monotonic() + seconds
    while desk.regrouping and time.monotonic() < end:
        time.sleep(0.05)
    assert desk.regroup_trouble == ""


def test_a_desk_that_closes_waits_for_what_is_under_way(
    three_reports: Path, tmp_path: Path
) -> None:
    record = tmp_path / "mill.duckdb"
    build(str(three_reports), record, encoder=FakeEncoder())
    with Desk(record) as desk:
        desk.regroup()
        under_way = desk.regrouping
    assert under_way
    assert not desk.regrouping
    assert desk.regroup_trouble == ""
    assert not [t for t in threading.enumerate() if t.name.startswith("desk")]


def test_every_form_brings_its_token(ana: Visitor) -> None:
    for path in (f"/incidents/{INCIDENT_ID}", KILLED, f"/reports/{MAIL.id}", "/decisions"):
        text = ana.get(path)
        forms = re.findall(r'<form[^>]*method="post".*?</form>', text, re.DOTALL)
        assert forms
        assert all('name="token"' in form for form in forms)


def test_a_marked_speaker_is_the_origin_that_is_counted(
    three_reports: Path, tmp_path: Path
) -> None:
    record = tmp_path / "bridge.duckdb"
    build(str(three_reports), record, encoder=FakeEncoder())
    with Desk(record) as desk:
        ana, home = Visitor(desk, "Ana"), bridge(desk)
        names = {e.name: e.id for e in desk.snapshot.around(home).entities}
        before = next(f for f in home.findings if f.field == "incident.killed")
        assert {names["police"], names["Torunn Helgeby"]} <= set(before.origins)
        said = telling(home, before, names["Torunn Helgeby"])
        ana.post(f"/incidents/{home.id}/statements/{said.id}", other=names["police"])
        wait(desk)
        after = next(f for f in bridge(desk).findings if f.field == "incident.killed")
        assert (before.status, after.status) == ("agreed", "single")
        assert after.origins == (names["police"],)
        ana.post("/undo", decision=desk.decisions.every[0].id)
        wait(desk)
        again = next(f for f in bridge(desk).findings if f.field == "incident.killed")
        assert again == before


def test_a_rejected_statement_is_no_origin_any_more(three_reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "bridge.duckdb"
    build(str(three_reports), record, encoder=FakeEncoder())
    with Desk(record) as desk:
        ana, home = Visitor(desk, "Ana"), bridge(desk)
        names = {e.name: e.id for e in desk.snapshot.around(home).entities}
        before = next(f for f in home.findings if f.field == "incident.killed")
        said = telling(home, before, names["Torunn Helgeby"])
        path = f"/incidents/{home.id}/statements/{said.id}"
        ana.post(path, action="reject", why="the reporter’s own sentence")
        wait(desk)
        after = next(f for f in bridge(desk).findings if f.field == "incident.killed")
        assert names["Torunn Helgeby"] in before.origins
        assert names["Torunn Helgeby"] not in after.origins
        assert "the reporter’s own sentence" in ana.get(f"/incidents/{home.id}")
        build(str(three_reports), record, encoder=FakeEncoder("read anew"))
        desk.refresh()
        assert said.content not in {s.content for s in bridge(desk).statements}
        ana.post("/undo", decision=desk.decisions.every[0].id)
        wait(desk)
        again = next(f for f in bridge(desk).findings if f.field == "incident.killed")
        assert again.origins == before.origins


def telling(home: Incident, of: Finding, speaker: str) -> RecordStatement:
    """The statement of a speaker in whose words a value stands."""
    return next(
        s
        for s in home.statements
        if s.speaker == speaker
        and any(s.content[0].contains(c.evidence[0]) for c in of.claims if c.report == s.report)
    )


def bridge(desk: Desk) -> Incident:
    """The incident of two reports."""
    row = max(desk.snapshot.overview.rows, key=lambda row: row.reports)
    return desk.snapshot.incident(row.id)

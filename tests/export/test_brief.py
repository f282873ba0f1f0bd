"""The briefs: values open their words, nothing comes from elsewhere, hostile text stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from onrecord.core.record import Question, RecordContents
from onrecord.core.span import Span
from onrecord.errors import RecordNotFound
from onrecord.export import brief
from tests.export.story import contents
from tests.export.story_parts import COPY, INCIDENT_ID, OTHER_ID, REPORTS, at

HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> **bold** [a](javascript:x)"


class Page(HTMLParser):
    """What the tests ask of a page: tags, ids, links, headings, text of each mark."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[str] = []
        self._in_mark = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "mark":
            self.marks.append("")
            self._in_mark = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._in_mark = False

    def handle_data(self, data: str) -> None:
        if self._in_mark:
            self.marks[-1] += data

    def all(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [value for _, attrs in self.tags if (value := attrs.get(name)) is not None]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(brief.html(contents(), INCIDENT_ID))


def hostile_contents() -> RecordContents:
    """The story with markup in a report's text, title and outlet, and in a name."""
    record = contents()
    reports = []
    for entry in record.reports:
        report = entry.report
        reports.append(
            replace(
                entry,
                report=replace(
                    report,
                    text=report.text + "\n\n" + HOSTILE,
                    title=HOSTILE,
                    url="javascript:alert(3)",
                    outlet=HOSTILE if report.outlet == "Radio Skjær" else report.outlet,
                ),
            )
        )
    entities = tuple(replace(e, name=f"{e.name} {HOSTILE}") for e in record.entities)
    incidents = tuple(replace(i, title=HOSTILE) for i in record.incidents)
    return replace(record, reports=tuple(reports), entities=entities, incidents=incidents)


def test_every_link_has_its_place(page: Page) -> None:
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    inside = [link[1:] for link in page.all("href") if link.startswith("#")]
    assert len(inside) > 40
    assert set(inside) <= set(ids)


def test_marks_are_the_words_of_the_reports(page: Page) -> None:
    texts = [report.text for report in REPORTS]
    assert len(page.marks) > 30
    assert all(any(mark in text for text in texts) for mark in page.marks)


def test_every_claim_of_every_finding_is_there(page: Page) -> None:
    marks = " | ".join(page.marks)
    for finding in contents().incidents[0].findings:
        for claim in (*finding.claims, *(c for a in finding.alternatives for c in a.claims)):
            report = next(r for r in REPORTS if r.id == claim.report)
            for span in claim.evidence:
                if report.outlet != "The Tarn Courier":
                    assert span.cut(report.text) in marks


def test_support_is_counted() -> None:
    text = brief.html(contents(), INCIDENT_ID)
    assert "2 origins, 2 reports" in text
    assert "1 origin, 3 reports" in text
    assert "copy of Nordsund Wire" in text


def test_nothing_from_elsewhere(page: Page) -> None:
    for tag, attrs in page.tags:
        assert tag not in ("link", "iframe", "img", "object", "embed", "base")
        assert "src" not in attrs
        assert not any(name.startswith("on") for name in attrs)


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_hostile_text_stays_text() -> None:
    text = brief.html(hostile_contents(), INCIDENT_ID)
    page = Page(text)
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert not any(tag == "img" for tag, _ in page.tags)
    assert not any(link.lower().startswith("javascript") for link in page.all("href"))
    assert "&lt;script&gt;alert(1)" in text


def test_hostile_text_stays_text_in_markdown() -> None:
    text = brief.markdown(hostile_contents(), INCIDENT_ID)
    assert not re.search(r"(?<!\\)<(script|img)", text)
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    assert r"\*\*bold\*\*" in text


def test_same_contents_same_page() -> None:
    assert brief.html(contents(), INCIDENT_ID) == brief.html(contents(), INCIDENT_ID)
    assert brief.markdown(contents(), INCIDENT_ID) == brief.markdown(contents(), INCIDENT_ID)


def test_an_incident_with_nothing_in_it() -> None:
    assert "Another matter" in brief.html(contents(), OTHER_ID)
    assert "Another matter" in brief.markdown(contents(), OTHER_ID)


def test_no_such_incident() -> None:
    for write in (brief.html, brief.markdown):
        with pytest.raises(RecordNotFound, match="onrecord show"):
            write(contents(), "i0")


def test_markdown_says_the_same() -> None:
    text = brief.markdown(contents(), INCIDENT_ID)
    for words in (
        "# Shooting on the ferry quay of Brevholm",
        "**Killed: 3** — disputed, 2 origins, 2 reports",
        "people → Oddvar Strand → Radio Skjær",
        "(copy of Nordsund Wire)",
        "counts origins, not truth",
        "<https://review.example/brevholm>",
    ):
        assert words in text
    assert "None" not in text


def test_nobody_is_said_to_have_done_it() -> None:
    text = brief.markdown(contents(), INCIDENT_ID)
    assert "Reports name Torstein Vik as a suspect." in text
    assert "Named as attacker: Torstein Vik" in text


def test_evidence_over_paragraphs_has_one_anchor() -> None:
    text = brief.html(contents(), INCIDENT_ID)
    wire = next(
        n
        for n, r in enumerate(sorted(REPORTS, key=lambda r: r.published or ""), 1)
        if r is REPORTS[0]
    )
    start = at(REPORTS[0].text, "Two people were killed").start
    assert text.count(f'id="r{wire}-{start}"') == 1


def test_a_copys_own_words_are_no_copy() -> None:
    record = contents()
    own = "The Courier counted 9 ambulances."
    reports = []
    for entry in record.reports:
        if entry.report.id == COPY.id:
            entry = replace(entry, report=replace(entry.report, text=f"{COPY.text}\n\n{own}"))
        reports.append(entry)
    span = Span(len(COPY.text) + 2, len(COPY.text) + 2 + len(own))
    incident = record.incidents[0]
    question = Question(
        "how many", (replace(incident.questions[0].claims[0], report=COPY.id, evidence=(span,)),)
    )
    changed = replace(
        record, reports=tuple(reports), incidents=(replace(incident, questions=(question,)),)
    )
    text = brief.html(changed, INCIDENT_ID)
    assert f"<mark>{own}</mark>" in text


def test_words_are_shown_where_copies_alone_have_them() -> None:
    record = contents()
    incident = record.incidents[0]
    killed = incident.findings[0]
    copied = next(c for c in killed.alternatives[0].claims if c.report == COPY.id)
    alone = replace(killed, claims=(copied,), alternatives=())
    changed = replace(record, incidents=(replace(incident, findings=(alone,)),))
    assert "<mark>Two people were killed</mark>" in brief.html(changed, INCIDENT_ID)


def test_no_folder_of_ours_is_told() -> None:
    record = contents()
    bare = tuple(
        replace(
            entry,
            report=replace(
                entry.report, outlet=None, url=None, published=None, input="/home/ana/secret/a.txt"
            ),
        )
        for entry in record.reports
    )
    for write in (brief.html, brief.markdown):
        page = write(replace(record, reports=bare), INCIDENT_ID)
        assert "a.txt" in page
        assert "secret" not in page
        assert "no date" not in page

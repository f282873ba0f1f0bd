"""Correction notes and captions: found, kept, and apart from the report's own prose."""

from __future__ import annotations

import pytest

from onrecord.core.contract import report_from, report_json
from onrecord.core.report import Report
from onrecord.intake.base import Details
from onrecord.intake.corrections import find_corrections, is_correction
from onrecord.intake.finish import finish
from onrecord.intake.html import page
from onrecord.intake.prose import prose

BODY = (
    "A warehouse burned down in Tartu on Friday night, the rescue board said, and two guards were "
    "treated for smoke.",
    "“I ran as fast as I could,” one of them said on Saturday, when the fire was out and the street "
    "was open again.",
)
NOTE = "Correction: An earlier version of this story gave the number of guards as three."
CAPTION = "The warehouse on Saturday morning."
CREDIT = "Photo: Jaan Tamm / Emajõgi Wire"


@pytest.mark.parametrize(
    "note",
    [
        NOTE,
        "CORRECTION (4 May): The bridge is in Narva, not in Tartu.",
        "Clarification: The mayor spoke on Monday.",
        "An earlier version of this article misspelled the name of the harbour.",
        "A previous version of the story said that the mill was in Võru.",
        "This article was amended on 4 May 2031 to correct the name of the mill.",
        "This story has been updated to include a statement by the port.",
        "This report originally said that four people had died.",
        "Editor’s note: This story has been corrected.",
        "Editor's note: An earlier version of this report named the wrong street.",
        "Update: This story was corrected to say that the fire began at night.",
    ],
)
def test_notes(note: str) -> None:
    text = f"{BODY[0]}\n\n{note}\n\n{BODY[1]}"
    (span,) = find_corrections(text)
    assert span.cut(text) == note


@pytest.mark.parametrize(
    "prose_line",
    [
        "Corrections officers searched the cells on Sunday.",
        "The correction of the river bed took ten years.",
        "This story begins in a mill.",
        "The story was told by three of the guards.",
        "An earlier version of the law was thrown out by the court.",
        "Update: The death toll has risen to five.",
        "Editor’s note: The writer worked for the port until 2029.",
        "The report was published on Monday, the ministry said.",
    ],
)
def test_prose_is_none(prose_line: str) -> None:
    assert not is_correction(prose_line)


def test_a_heading_takes_the_paragraph_below_it() -> None:
    text = f"{BODY[0]}\n\nCorrection\n\nThe bridge is in Narva."
    (span,) = find_corrections(text)
    assert span.cut(text) == "Correction\n\nThe bridge is in Narva."
    assert find_corrections(f"{BODY[0]}\n\nCorrection") == ()


def test_they_come_back_from_the_contract_s_json() -> None:
    report = finish(f"{BODY[0]}\n\n{NOTE}", Details(), "a.txt")
    assert report.corrections
    assert report_from(report_json(report)) == report
    older = {k: v for k, v in report_json(report).items() if k != "corrections"}
    assert report_from(older).corrections == ()


def read(markup: str) -> Report:
    (found,) = page(markup, Details(), "a.html")
    assert isinstance(found, Report)
    return found


def markup(inner: str, beside: str = "") -> str:
    text = "".join(f"<p>{p}</p>" for p in BODY)
    return (
        "<html><head><title>Fire in Tartu</title></head><body><article><h1>Fire in Tartu</h1>"
        f"{inner}{text}</article>{beside}</body></html>"
    )


def test_captions_and_credits_are_kept_and_are_no_prose() -> None:
    figure = f"<figure><img src='a.jpg'><figcaption>{CAPTION} {CREDIT}</figcaption></figure>"
    report = read(markup(figure))
    assert prose(report) == "\n\n".join(BODY)
    marked = {part.kind: part.span.cut(report.text).strip() for part in report.boilerplate}
    assert marked == {"image": CAPTION, "credit": CREDIT}
    assert report.photo_credits == ()  # it credits a picture beside the body, none in it


def test_a_note_beside_the_body_is_kept() -> None:
    report = read(markup("", f"<footer class='story-corrections'><p>{NOTE}</p></footer>"))
    assert [span.cut(report.text) for span in report.corrections] == [NOTE]
    assert report.text.count(NOTE) == 1


def test_other_reports_captions_are_left_out() -> None:
    other = "<figure><figcaption>A calf at the fair.</figcaption></figure>"
    report = read(
        markup(f"<div class='related-stories'>{other}</div>", f"<aside>{other}</aside>{other}")
    )
    assert report.text == "\n\n".join(BODY)

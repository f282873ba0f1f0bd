"""Boilerplate is marked by kind; prose and quotes never are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.intake.base import Details
from onrecord.intake.finish import finish

BODY = (
    "A warehouse burned down in Tartu on Friday night, the rescue board said.\n\n"
    "Two guards were treated for smoke. “I ran,” one of them said.\n\n"
)
LINES = {
    "Image placeholder": "image",
    "[Image: the warehouse on fire]": "image",
    "Photo 2 of 14": "image",
    "Loading video": "image",
    "ADVERTISEMENT": "promotion",
    "Story continues below advertisement": "promotion",
    "Popular videos": "promotion",
    "Most read": "promotion",
    "READ MORE: Ten quiet lakes for a swim": "promotion",
    "Related: Bus fares go up in June": "promotion",
    "More from the Beacon: Library roof leaks again": "promotion",
    "Sign up for our morning newsletter": "promotion",
    "Subscribe to the Beacon today": "promotion",
    "Follow us on Facebook and Instagram": "promotion",
    "Download our app for breaking news": "promotion",
    "Do you have a story for us? Email the newsdesk": "promotion",
    "Webinar: Safer storage. Register now.": "promotion",
    "Share this story: Facebook | X | WhatsApp | Copy link": "navigation",
    "Facebook X Telegram Email": "navigation",
    "3.4K likes · 120 reposts · 18 replies": "navigation",
    "Log in to see all replies": "navigation",
    "Comments (14)": "navigation",
    "Home > News > Estonia": "navigation",
    "Tags: fire, Tartu, warehouse": "navigation",
    "4 min read": "navigation",
    "Back to top": "navigation",
    "© 2023 Emajõgi Media. All rights reserved.": "other",
    "Press contact: Kadri Saar, +372 555 0100": "other",
    "-ENDS-": "other",
    "This is a developing story and will be updated.": "other",
    "(Reporting by Kadri Saar; Editing by Jaan Tamm)": "byline",
    "Sources: Emajõgi Wire, rescue board": "sources",
    "Photo credit: Jaan Tamm / Emajõgi Wire": "credit",
}
PROSE = (
    "Share prices fell after the fire, and the company's bank asked for more security.",
    "More: that was all the mayor wanted to say about the cause.",
    "Sources close to the inquiry said that a heater had been left on.",
    "“Read more about it in our report,” the rescue board's spokesman said.",
    "“Subscribe to our newsletter today,” the sign on the door read, she said.",
    "Follow-up checks were made on Saturday.",
    "Advertisement sales had been the tenant's main business.",
    "Comments by the owner were not to be had on Friday.",
    "Photographs show smoke above the river.",
    "By Saturday morning the fire was out.",
    "By midnight, 40 firefighters were there",
    "The report was published by the ministry in March.",
    "Heavy rain contributed to the collapse of the roof.",
    "Police in Tartu (population 97,000) — and elsewhere — were told to look out for the van.",
    "Watch officers on the bridge saw the flames first.",
    "Support for our work has never been higher, he said.",
    "Copyright law does not cover such plans, a court found.",
    "Ends of burnt beams stuck out of the rubble.",
    "Contact with the two men was lost at 11 p.m.",
    "In May the tenant, Join Up, had moved out.",
    "Image experts looked at the video for the court.",
    "Get out, the guard shouted.",
)


def marked(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Kinds and words of all marks."""
    report = finish(text, Details(title=title), "x.txt")
    return [(mark.kind, mark.span.cut(text)) for mark in report.boilerplate]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_boilerplate_is_marked_whole_and_by_kind(line: str) -> None:
    assert marked(f"{BODY}{line}") == [(LINES[line], line)]
    assert marked(f"{BODY}{line}\n\nIt was the third fire this year.")[0][1] == line


@pytest.mark.parametrize("line", PROSE)
def test_prose_and_quotes_are_not_marked(line: str) -> None:
    assert marked(f"{BODY}{line}\n\nNobody else was there.") == []
    assert marked(f"Warehouse burns down in Tartu\n\n{line}", "Warehouse burns down in Tartu") == []


def test_the_title_is_never_boilerplate() -> None:
    title = "Watch: Warehouse burns down"
    assert marked(f"{title}\n\n{BODY}", title) == []


def test_the_head_of_a_press_release_is_marked_and_its_text_is_not() -> None:
    head = "CITY OF TARTU\nPress release No. 7/2023\n3 April 2023, 8 a.m."
    marks = marked(f"Warehouse fire\n\n{head}\n\n{BODY}", "Warehouse fire")
    assert [words for _, words in marks] == head.split("\n")
    assert {kind for kind, _ in marks} == {"other"}


def test_the_head_of_a_post_is_a_byline() -> None:
    marks = marked(f"Kadri Saar\n@kadrisaar\n3 April 2023\n\n{BODY}")
    assert [kind for kind, _ in marks] == ["byline"] * 3


def test_a_feed_s_note_behind_the_last_sentence_is_marked() -> None:
    note = "The post Warehouse burns down first appeared on Emajõgi Wire."
    assert marked(f"{BODY}It is being torn down. {note}") == [("navigation", note)]


def test_marks_do_not_overlap_and_stand_in_order() -> None:
    text = "\n\n".join([BODY.strip(), *LINES])
    spans = [mark.span for mark in finish(text, Details(), "x").boilerplate]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "line",
    [
        "Home > a" * 28 + "!x",
        "1 likes " * 28 + "q",
        "help " * 45 + "qq",
        "x " * 110 + "!y",
        "1 " * 110,
    ],
)
def test_a_line_that_almost_fits_takes_no_time(line: str) -> None:
    """Such lines took minutes where a phrase could be split in many ways."""
    assert line not in [words for _, words in marked(f"{BODY}{line} said the mayor")]

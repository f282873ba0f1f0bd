"""When a page was published and when it was changed, told apart."""

from __future__ import annotations

import pytest
from lxml import html

from onrecord.intake.dates import normalise
from onrecord.intake.moments import best, later, told
from onrecord.intake.page import page_details

PUBLISHED = "2031-03-07T09:00:00+01:00"
LINKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "%s",'
    ' "dateModified": "%s"}</script>'
)


def updated(head: str, body: str = "<p>Words.</p>") -> str | None:
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return page_details(tree, None).updated


def test_a_copy_of_the_publication_gives_way_to_what_is_told_elsewhere() -> None:
    head = LINKED % (PUBLISHED, PUBLISHED)
    assert updated(head) == PUBLISHED
    late = '<meta property="article:modified_time" content="2031-03-07T11:30:00+01:00">'
    assert updated(head + late) == "2031-03-07T11:30:00+01:00"
    early = late.replace("11:30", "08:30")
    assert updated(head + early) == PUBLISHED


def test_the_pages_own_data_know_the_zone_better_than_its_tags() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "WebPage",'
        ' "dateModified": "2031-03-07T17:00:00+00:00"}</script>'
        '<meta property="og:updated_time" content="2031-03-07T11:00:00+00:00">'
    )
    assert updated(head) == "2031-03-07T17:00:00+00:00"


def test_an_element_that_says_so_wins_over_one_whose_class_does() -> None:
    body = (
        '<time class="entry-date updated" itemprop="dateCreated" datetime="2031-03-07T09:00:00Z"></time>'
        '<time itemprop="dateModified" datetime="2031-03-08T09:00:00Z">8 March</time>'
    )
    assert updated("", body) == "2031-03-08T09:00:00+00:00"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("Updated: 8 March 2031", "2031-03-08"),
        ("UPDATED: March 8, 2031 at 10:16 pm", "2031-03-08T22:16:00"),
        ("Last modified on Sat 8 Mar 2031 18.56 GMT", "2031-03-08T18:56:00+00:00"),
        ("Updated 1909 GMT (0309 HKT) March 8, 2031", "2031-03-08T19:09:00+00:00"),
        ("This story was updated at 5:45 p.m. ET to add a figure.", "2031-03-07T17:45:00-05:00"),
        ("Updated July 8, 2031, 7:10 a.m. PDT", "2031-07-08T07:10:00-07:00"),
        ("Updated March 8, 2031 3:05 pm IST", "2031-03-08T15:05:00"),
        ("Updated an hour ago", None),
        ("The law was revised in 2029 by the council", None),
        ("Updated thermal design", None),
        ("Updated 99:99 on March 8, 2031", "2031-03-08"),
    ],
)
def test_words_that_readers_see(words: str, moment: str | None) -> None:
    tree = html.document_fromstring(f"<html><body><div><p>{words}</p></div></body></html>")
    assert told(tree, PUBLISHED) == moment


def test_a_day_takes_its_time_from_another_place_that_tells_it() -> None:
    assert best(["2031-03-07", "2031-03-07T09:00:00+01:00"]) == PUBLISHED
    assert best(["2031-03-07", "2031-04-07T09:00:00+01:00"]) == "2031-03-07"
    assert best([None, "soon", ""]) is None
    assert later(None, PUBLISHED, ["2031-03-09"]) is None


def test_a_date_as_scripts_write_it() -> None:
    written = "Fri Mar 07 2031 03:05:46 GMT-0500 (EST)"
    assert normalise(written) == "2031-03-07T03:05:46-05:00"
    assert normalise("Fri Foo 07 2031 03:05:46 GMT+0000") is None

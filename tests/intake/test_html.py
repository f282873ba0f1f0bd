"""Pages: body, title, details."""

from __future__ import annotations

import pytest

from onrecord.core.report import Report
from onrecord.errors import InputError
from onrecord.intake.base import Details
from onrecord.intake.html import page

FIRST = "A tram left the rails in Bergen on Monday and hit a kiosk, the operator said."
SECOND = "Nobody was hurt, but the line stayed closed until the evening, when a crane arrived."


def shell(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Tram | Fjord News</title>{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>{body}</article>'
        "<footer>© Fjord News</footer><script>var x = 'not text';</script></body></html>"
    )


def read(body: str, head: str = "", address: str | None = None) -> Report:
    (report,) = page(shell(body, head), Details(), "x.html", address=address)
    assert isinstance(report, Report)
    return report


def test_paragraphs_are_parted_by_blank_lines_without_title_menu_and_script() -> None:
    report = read(f"<h1>Tram leaves the rails</h1><p>{FIRST}</p><p>{SECOND}</p>")
    assert report.text == f"{FIRST}\n\n{SECOND}"
    assert report.title == "Tram leaves the rails"


def test_a_comment_inside_a_paragraph_does_not_cut_it_off() -> None:
    cut = FIRST.replace("on Monday", "<!-- react --> on <a href='/x'>Monday</a>")
    assert " ".join(read(f"<p>{cut}</p><p>{SECOND}</p>").text.split()) == f"{FIRST} {SECOND}"


def test_times_of_a_live_blog_stay_and_the_date_of_the_head_goes() -> None:
    text = read(
        "<h1>Live</h1><p><time datetime='2023-04-03T09:00:00+02:00'>3 April 2023</time></p><ol>"
        f"<li><p><time datetime='2023-04-03T11:05:00+02:00'>11.05</time> {SECOND}</p></li>"
        f"<li><p><time datetime='2023-04-03T10:40:00+02:00'>10.40</time> {FIRST}</p></li></ol>"
    ).text
    assert f"11.05 {SECOND}\n\n10.40 {FIRST}" in text


def test_linked_data_tells_dates_with_their_offsets_outlet_and_authors() -> None:
    head = """<script type="application/ld+json">{"@graph": [
      {"@type": "Organization", "@id": "https://fjord.example/#org", "name": "Fjord News"},
      {"@type": ["NewsArticle"], "headline": "Tram &amp; kiosk", "inLanguage": "en-GB",
       "datePublished": "2023-04-03T09:10:00.000+0200", "dateModified": "2023-04-03T12:00:00Z",
       "author": [{"@type": "Person", "name": "Siri Berg"}, {"name": "https://fjord.example/by"}],
       "publisher": {"@id": "https://fjord.example/#org"}}]}</script>
      <link rel="canonical" href="/news/tram">"""
    report = read(f"<h1>T</h1><p>{FIRST}</p><p>{SECOND}</p>", head, "https://fjord.example/x?utm=1")
    assert report.published == "2023-04-03T09:10:00+02:00"
    assert report.updated == "2023-04-03T12:00:00+00:00"
    assert (report.outlet, report.title) == ("Fjord News", "Tram & kiosk")
    assert report.byline == ("Siri Berg",)
    assert report.url == "https://fjord.example/news/tram"
    assert report.language == "en"


def test_meta_tags_tell_what_linked_data_does_not() -> None:
    head = """<meta property="og:site_name" content="Fjord News">
      <meta property="og:url" content="https://fjord.example/news/tram">
      <meta property="article:published_time" content="2023-04-03T09:10:00+02:00">
      <meta property="article:modified_time" content="2023-04-04">
      <meta name="author" content="By Siri Berg and Ola Lind, Staff Writer">
      <script type="application/ld+json">{broken</script>"""
    report = read(f"<h1>Tram leaves the rails</h1><p>{FIRST}</p><p>{SECOND}</p>", head)
    assert (report.outlet, report.url) == ("Fjord News", "https://fjord.example/news/tram")
    assert (report.published, report.updated) == ("2023-04-03T09:10:00+02:00", "2023-04-04")
    assert report.byline == ("Siri Berg", "Ola Lind")


def test_the_host_stands_for_an_outlet_without_a_name() -> None:
    report = read(f"<p>{FIRST}</p><p>{SECOND}</p>", address="https://www.fjord.example/news/tram")
    assert report.outlet == "fjord.example"


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<!-- only a comment -->",
        "<html><body><ul><li><a href='/'>Home</a></li><li>Sport</li></ul></body></html>",
        shell("<p>Accept all cookies</p>"),
    ],
)
def test_a_page_without_a_report_is_refused(markup: str) -> None:
    with pytest.raises(InputError) as error:
        list(page(markup, Details(), "x.html"))
    assert error.value.code == "no_article"
    assert error.value.where == "x.html"

"""RSS and Atom."""

from __future__ import annotations

import io

import pytest

from onrecord.core.report import Rejection, Report
from onrecord.errors import InputError
from onrecord.intake.base import Delivery, Details
from onrecord.intake.feed import read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Fjord News</title>
<item><title>Tram &amp; kiosk</title><link>https://fjord.example/1</link>
<dc:creator>Siri Berg</dc:creator>
<pubDate>Mon, 03 Apr 2023 09:10:00 +0200</pubDate>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>A tram left the rails in Bergen.</p>
<ul><li>One kiosk was hit</li></ul>
<script>track()</script><p>The post <a href="/1">Tram</a> appeared first on
<a href="/">Fjord News</a>.</p>]]>
</content:encoded></item>
<item><title>Rain</title>
<description>It rained in Bergen all day, as on most days.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Fjord News</title>
<entry><title>Tram</title><link href="https://fjord.example/1"/>
<author><name>Siri Berg</name></author>
<published>2023-04-03T09:10:00+02:00</published><updated>2023-04-03T10:00:00+02:00</updated>
<content type="html">&lt;p&gt;A tram left the rails.&lt;/p&gt;</content></entry></feed>"""


def items(feed: str | bytes) -> list[Report | Rejection]:
    data = feed.encode() if isinstance(feed, str) else feed
    return list(read(Delivery("f.xml", io.BytesIO(data), 10**6), Details()))


def test_rss_items_have_their_full_text_and_details() -> None:
    tram, rain = items(RSS)
    assert isinstance(tram, Report)
    assert isinstance(rain, Report)
    body = "A tram left the rails in Bergen.\n\nOne kiosk was hit"
    note = "The post Tram appeared first on Fjord News."
    assert tram.text == f"{body}\n\n{note}"
    assert [(m.kind, m.span.cut(tram.text)) for m in tram.boilerplate] == [("navigation", note)]
    assert (tram.title, tram.outlet, tram.byline) == ("Tram & kiosk", "Fjord News", ("Siri Berg",))
    assert (tram.url, tram.published) == ("https://fjord.example/1", "2023-04-03T09:10:00+02:00")
    assert tram.updated is None
    assert rain.text.startswith("It rained")


def test_atom_entries_have_both_dates() -> None:
    (tram,) = items(ATOM)
    assert isinstance(tram, Report)
    assert (tram.published, tram.updated) == (
        "2023-04-03T09:10:00+02:00",
        "2023-04-03T10:00:00+02:00",
    )
    assert tram.byline == ("Siri Berg",)


def test_a_feed_that_is_cut_off_loses_its_last_item_and_says_so() -> None:
    whole = RSS[: RSS.index("as on most days")]
    tram, rejection = items(whole)
    assert isinstance(tram, Report)
    assert isinstance(rejection, Rejection)
    assert (rejection.code, rejection.where) == ("feed", "f.xml:2")


def test_a_wrong_byte_is_not_guessed_away() -> None:
    with pytest.raises(InputError) as error:
        items(RSS.encode().replace(b"Bergen.", b"Bergen\xe9."))
    assert error.value.code == "encoding"

"""The static site: each page is there, links lead somewhere, nothing is asked of other hosts."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from lxml import html

from onrecord.core.record import RecordContents
from onrecord.export import site
from tests.export.story import contents


def pages(record: RecordContents | None = None) -> dict[str, bytes]:
    return {file.name: file.data for file in site.files(record or contents())}


def test_each_incident_has_a_page_that_the_index_leads_to() -> None:
    found = pages()
    tree = html.fromstring(found["index.html"])
    links = [a.get("href") for a in tree.iter("a")]
    assert {site.address(i) for i in contents().incidents} <= set(links)
    assert all(link in found for link in links)
    assert json.loads(found[site.MANIFEST]) == sorted(set(found) - {site.MANIFEST})


def test_the_index_asks_nothing_of_anyone() -> None:
    page = pages()["index.html"].decode()
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
    assert "default-src 'none'" in page


def test_words_of_reports_are_no_markup() -> None:
    whole = contents()
    bad = replace(whole.incidents[0], title="<script>alert(1)</script>")
    assert b"<script>alert(1)" not in pages(replace(whole, incidents=(bad,)))["index.html"]


def test_an_empty_record_has_an_index() -> None:
    assert b"no incident" in pages(RecordContents())["index.html"]

"""From a report's text to the source of its page."""

from __future__ import annotations

import re
import time
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.intake.base import Details
from onrecord.intake.html import page
from onrecord.intake.source import SourceMap

BODY = (
    "<h1>Tram leaves the rails</h1>"
    "<p>A tram left the <a href='/rails?a=1&amp;b=2'>rails</a> in Bergen &amp; hit a kiosk, the"
    " operator&#8217;s spokesman said on Monday.</p><aside>Read more about trams</aside>"
    "<p>Nobody was hu<b>rt</b>, but the line stayed closed until the evening.</p>"
)
PAGE = (
    "<html><head><title>A tram left the rails</title><script>var a = 'A tram left the rails in"
    f" Bergen';</script></head><body><!-- A tram left the rails in Bergen --><article>{BODY}"
    "</article></body></html>"
)


def text() -> str:
    (report,) = page(PAGE, Details(), "x.html")
    assert isinstance(report, Report)
    return report.text


def shown(source: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", source)).split())


def test_each_word_is_found_and_is_the_same_there() -> None:
    found = SourceMap(text(), PAGE)
    assert found.share == 1.0
    for match in re.finditer(r"\w+", text()):
        (there,) = found.locate(Span(*match.span()))
        assert shown(there.cut(PAGE)) == match.group()


def test_a_phrase_is_found_with_the_markup_inside_it_and_not_in_the_script() -> None:
    start = text().index("A tram left")
    (there,) = SourceMap(text(), PAGE).locate(Span(start, text().index(" in Bergen")))
    assert there.cut(PAGE).startswith("A tram left the <a href")
    assert there.start > PAGE.index("<article>")
    start = text().index("Nobody")
    (there,) = SourceMap(text(), PAGE).locate(Span(start, text().index(", but")))
    assert there.cut(PAGE) == "Nobody was hu<b>rt"


def test_entities_count_as_they_are_written() -> None:
    at = text().index("operator’s")
    (there,) = SourceMap(text(), PAGE).locate(Span(at, at + len("operator’s")))
    assert there.cut(PAGE) == "operator&#8217;s"


def test_words_that_are_not_in_the_source_have_no_place() -> None:
    found = SourceMap("Something else was written here", PAGE)
    assert found.share == 0.0
    assert found.locate(Span(0, 9)) == ()
    assert SourceMap("", PAGE).share == 0.0


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_and_any_source(words: str, source: str) -> None:
    found = SourceMap(words, f"<p>{source}</p>")
    for match in re.finditer(r"\w+", words):
        for there in found.locate(Span(*match.span())):
            assert there.end <= len(source) + 7


def test_a_long_page_takes_no_longer_than_its_length() -> None:
    long = "the same words come again and " * 20_000
    start = time.process_time()
    assert SourceMap(long, f"<p>{long}</p>").share == 1.0
    assert time.process_time() - start < 10  # half a second; quadratic would be minutes

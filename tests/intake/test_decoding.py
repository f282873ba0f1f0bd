"""Bytes to text and back: nothing is lost but the byte order mark and carriage returns."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.report import Report
from onrecord.errors import InputError
from onrecord.intake import take
from onrecord.intake.decoding import BOM, CONTROL, declared_encoding, decode
from onrecord.settings import Settings

TEXT = st.text(st.characters(codec="utf-8", exclude_characters=BOM + "\r"), max_size=200)
WORDS = st.text(st.sampled_from("abc éß—“”😀日本 \n\n.,-:/()"), min_size=1, max_size=300).filter(
    lambda text: bool(text.strip())
)


@given(TEXT, st.booleans(), st.booleans())
def test_decoding_gives_the_text_back(text: str, bom: bool, windows: bool) -> None:
    written = (BOM if bom else "") + (text.replace("\n", "\r\n") if windows else text)
    assert decode(written.encode(), "x") == text


@given(TEXT, st.integers(0x80, 0xBF))
def test_a_wrong_byte_is_told_with_its_offset(text: str, byte: int) -> None:
    start = text.encode()
    with pytest.raises(InputError) as error:
        decode(start + bytes([byte]), "x")
    assert error.value.value == f"0x{byte:02X} at byte {len(start)}"
    assert error.value.code == "encoding"


@given(WORDS, st.booleans())
def test_spans_of_a_taken_text_lie_in_it_and_the_text_is_unchanged(text: str, bom: bool) -> None:
    data = ((BOM if bom else "") + text.replace("\n", "\r\n")).encode()
    (report,) = take(["-"], Settings(), stdin=io.BytesIO(data))
    assert isinstance(report, Report)
    assert report.text == text
    spans = [
        part.span for part in (*report.boilerplate, *report.declared_sources, *report.photo_credits)
    ]
    assert all(span.cut(text).strip() for span in spans)


@given(
    st.lists(
        st.sampled_from(
            [
                "Sources: A B, C D / Photo: E F",
                "By Ann Ash",
                "ADVERTISEMENT",
                "Read more: X y",
                "(AP)",
                "— AP",
                "OSLO (Wire) — It rained.",
                "Photo: A/B",
                "© 2023 AP",
                "A B contributed to this report.",
                "",
            ]
        ),
        max_size=12,
    )
)
def test_names_are_cut_from_the_text(lines: list[str]) -> None:
    text = "It rained in Oslo.\n" + "\n".join(lines)
    (report,) = take(["-"], Settings(), stdin=io.BytesIO(text.encode()))
    assert isinstance(report, Report)
    assert all(s.span.cut(text) == s.name for s in report.declared_sources)
    assert all(c.span.cut(text) == c.name for c in report.photo_credits)
    ends = [(m.span.start, m.span.end) for m in report.boilerplate]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))


@pytest.mark.parametrize(
    ("data", "transport", "encoding"),
    [
        (b"<p>x", None, "utf-8"),
        (b'<meta charset="ISO-8859-1"><p>x', None, "windows-1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', None, "koi8-r"),
        (b'<?xml version="1.0" encoding="windows-1251"?><rss>', None, "windows-1251"),
        (b'<meta charset="latin1">', "utf-8", "utf-8"),
        (b'\xef\xbb\xbf<meta charset="latin1">', "koi8-r", "utf-8"),
    ],
)
def test_a_page_s_declared_encoding_is_believed(
    data: bytes, transport: str | None, encoding: str
) -> None:
    assert declared_encoding(data, transport) == encoding


def test_one_stray_control_character_in_a_long_text_is_let_through() -> None:
    text = "It rained in Oslo. " * 200
    (report,) = take(["-"], Settings(), stdin=io.BytesIO(f"{text}\x1b{text}".encode()))
    assert isinstance(report, Report)
    assert CONTROL.search(report.text)

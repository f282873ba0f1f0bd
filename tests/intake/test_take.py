"""What may be given, in which order it comes back, and what happens to bad input."""

from __future__ import annotations

import gzip
import io
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from onrecord.core.report import Rejection, Report
from onrecord.intake import READERS, take
from onrecord.intake.base import Reader
from onrecord.settings import Settings

PROSE = (
    "A ferry ran aground off Vigo on Monday and 14 passengers were taken ashore, "
    "the coast guard said.\n\n"
    "Nobody was hurt. “We heard a long scrape and then it was quiet,” said Marta Lousada.\n"
)
TITLED = f"Ferry runs aground off Vigo\n\n{PROSE}"
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry | Ria Beacon</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs aground",
"datePublished":"2023-04-03T09:10:00+02:00","author":{"name":"Iria Castro"},
"publisher":{"name":"Ria Beacon"}}</script></head><body><nav><a href="/">Home</a></nav><article>
<h1>Ferry runs aground</h1><p>A ferry ran aground off Vigo on Monday and 14 passengers were taken
ashore, the coast guard said.</p><p>Nobody was hurt, according to the harbour master, who has opened
an inquiry into the course of the ship.</p></article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Ria Beacon</title>
<item><title>One</title><link>https://ria.example/1</link>
<pubDate>Mon, 03 Apr 2023 09:10:00 +0200</pubDate>
<description>&lt;p&gt;The harbour was closed for an hour.&lt;/p&gt;
&lt;p&gt;It is open.&lt;/p&gt;</description></item>
<item><title>Two</title><link>https://ria.example/2</link></item></channel></rss>"""


def taken(*inputs: Path | str, settings: Settings | None = None) -> list[Report | Rejection]:
    return list(take([str(name) for name in inputs], settings or Settings()))


def reports(items: Iterable[Report | Rejection]) -> list[Report]:
    return [item for item in items if isinstance(item, Report)]


def refused(items: Iterable[Report | Rejection]) -> list[Rejection]:
    return [item for item in items if isinstance(item, Rejection)]


def test_plain_text_is_unchanged_and_has_a_title(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TITLED, encoding="utf-8")
    (report,) = reports(taken(file))
    assert report.text == TITLED
    assert report.title == "Ferry runs aground off Vigo"
    assert report.input == str(file)
    assert (report.language, report.supported) == ("en", True)


def test_a_sidecar_is_read_with_its_text_and_never_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TITLED, encoding="utf-8")
    (tmp_path / "a.json").write_text(
        json.dumps(
            {
                "outlet": "Ria Beacon",
                "url": "https://ria.example/ferry",
                "published": "2023-04-03T09:10:00+02:00",
                "updated": "2023-04-03",
                "byline": ["Iria Castro"],
                "title": "Ferry aground",
            }
        )
    )
    (report,) = taken(tmp_path)
    assert isinstance(report, Report)
    assert report.outlet == "Ria Beacon"
    assert report.published == "2023-04-03T09:10:00+02:00"
    assert report.updated == "2023-04-03"
    assert report.byline == ("Iria Castro",)
    assert report.title == "Ferry aground"
    assert taken(tmp_path / "a.txt", tmp_path / "a.json") == taken(tmp_path / "a.txt")
    (rejection,) = refused(taken(tmp_path / "a.json"))
    assert rejection.code == "sidecar"
    assert "a.txt" in rejection.hint


def test_a_sidecar_wins_over_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.json").write_text('{"outlet": "Ria Weekly", "title": "Aground"}')
    (report,) = reports(taken(tmp_path))
    assert (report.outlet, report.title) == ("Ria Weekly", "Aground")
    assert report.published == "2023-04-03T09:10:00+02:00"


def test_a_broken_sidecar_holds_its_report_back_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TITLED, encoding="utf-8")
    (tmp_path / "a.json").write_text('{"outlet": "Ria')
    (tmp_path / "b.txt").write_text(PROSE, encoding="utf-8")
    items = taken(tmp_path)
    assert [report.text for report in reports(items)] == [PROSE]
    (rejection,) = refused(items)
    assert rejection.code == "sidecar"
    assert rejection.where.endswith("a.json")


def test_a_sidecar_with_a_field_of_the_wrong_type_says_which_and_of_what(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TITLED, encoding="utf-8")
    (tmp_path / "a.json").write_text('{"outlet": ["Ria Beacon"]}')
    (rejection,) = refused(taken(tmp_path))
    assert rejection.code == "sidecar"
    assert "a.txt" in rejection.detail
    assert "Field outlet is not a text: ['Ria Beacon']" in rejection.detail
    assert rejection.hint == "Give outlet as a text, or leave it out."


def test_a_date_that_has_two_readings_is_left_out_and_named(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": PROSE, "published": "03/04/2023"}))
    items = taken(file)
    assert reports(items)[0].published is None
    assert refused(items)[0].code == "date"
    assert "03/04/2023" in refused(items)[0].detail


def test_json_lines_with_a_broken_line_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    lines = [
        json.dumps(
            {"id": 7, "text": PROSE, "outlet": "Ria Beacon", "byline": "By Iria Castro and Ana Rei"}
        ),
        '{"text": "broken',
        "",
        json.dumps({"title": "no text"}),
        json.dumps({"text": 5}),
        json.dumps(["a list"]),
        json.dumps({"html": PAGE, "id": "x"}),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    items = taken(file)
    first, page = reports(items)
    assert (first.given_id, first.byline, first.text) == ("7", ("Iria Castro", "Ana Rei"), PROSE)
    assert (page.given_id, page.title, page.outlet) == ("x", "Ferry runs aground", "Ria Beacon")
    assert {first.input, page.input} == {str(file)}
    assert [(r.where, r.code) for r in refused(items)] == [
        (f"{file}:2", "json"),
        (f"{file}:4", "no_text"),
        (f"{file}:5", "field"),
        (f"{file}:6", "json"),
    ]


def test_a_json_document_may_be_one_object_or_a_list(tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps({"text": PROSE}, indent=1))
    many.write_text(json.dumps([{"text": PROSE, "id": "a"}, {"text": PROSE, "id": "b"}]))
    assert [report.text for report in reports(taken(one))] == [PROSE]
    assert [report.given_id for report in reports(taken(many))] == ["a", "b"]


def test_a_feed_gives_its_items_and_names_the_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(FEED, encoding="utf-8")
    items = taken(file)
    (report,) = reports(items)
    assert report.text == "The harbour was closed for an hour.\n\nIt is open."
    assert (report.title, report.outlet) == ("One", "Ria Beacon")
    assert (report.url, report.published) == ("https://ria.example/1", "2023-04-03T09:10:00+02:00")
    assert report.updated is None
    assert [(r.code, r.where) for r in refused(items)] == [("empty", f"{file}:2")]


def test_folders_globs_packed_files_and_pipes_give_the_same_report(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    file = tmp_path / "deep" / "er" / "a.txt"
    file.write_text(PROSE, encoding="utf-8")
    packed = tmp_path / "b.txt.gz"
    packed.write_bytes(gzip.compress(PROSE.encode()))
    ids = {
        reports(taken(tmp_path / "deep"))[0].id,
        reports(taken(tmp_path / "**" / "*.txt"))[0].id,
        reports(taken(packed))[0].id,
        reports(take(["-"], Settings(), stdin=io.BytesIO(PROSE.encode())))[0].id,
    }
    assert len(ids) == 1
    assert len(taken(tmp_path, file, packed)) == 1, "the same report twice is given once"


def test_standard_input_is_told_by_its_first_bytes_and_left_open() -> None:
    stream = io.BytesIO(FEED.encode())
    items = list(take(["-"], Settings(), stdin=stream))
    assert [report.title for report in reports(items)] == ["One"]
    assert not stream.closed
    line = json.dumps({"text": PROSE, "id": "n"}).encode()
    assert reports(take(["-"], Settings(), stdin=io.BytesIO(line)))[0].given_id == "n"
    assert (
        reports(take(["-"], Settings(), stdin=io.BytesIO(PAGE.encode())))[0].outlet == "Ria Beacon"
    )


def test_the_order_of_inputs_does_not_change_the_reports(tmp_path: Path) -> None:
    names = []
    for number in range(4):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"{PROSE}\nIt was ferry number {number}.", encoding="utf-8")
        names.append(file)
    assert {r.id for r in reports(taken(*names))} == {r.id for r in reports(taken(*names[::-1]))}
    assert [r.input for r in reports(taken(tmp_path))] == [str(name) for name in names]


BAD = {
    "latin.txt": ("Caf\xe9 attack kills two".encode("latin-1"), "encoding", "0xE9 at byte 3"),
    "wide.txt": (PROSE.encode("utf-16"), "encoding", "UTF-16LE"),
    "empty.txt": (b"", "empty", "0 characters"),
    "blank.txt": (b" \n\n\t", "empty", "4 characters"),
    "unseen.txt": ("\u200b \u00a0\ufeff\u200f\n".encode(), "empty", "none of them visible"),
    "nul.txt": (b"A fire\x00 broke out", "control_characters", "U+0000 at character 6"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00", "format", "a PNG picture"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(50), "format", "a JPEG picture"),
    "sheet.xlsx": (b"PK\x03\x04" + bytes(50), "format", "an office document"),
    "cut.zip": (b"PK\x03\x04" + bytes(50), "archive", ""),
    "cut.pdf": (b"%PDF-1.4\nnothing", "pdf", ""),
    "cut.parquet": (b"PAR1" + bytes(50), "table", ""),
    "other.csv": (b"name,age\nx,3", "table", "columns name, age"),
    "cut.tar": (b"no tar", "archive", ""),
    "cut.warc": (b"WARC/1.0\r\nWARC-Type: response\r\nContent-", "warc", ""),
    "none.eml": (b"no header at all", "mail", "no header"),
    "none.mhtml": (b"From: a@b.example\nContent-Type: text/plain\n\nx", "empty", "text/plain"),
    "script.py": (b"print(1)", "format", ".py"),
    "noise": (bytes(range(256)), "format", "binary data"),
    "menu.html": (
        b"<html><body><nav><a>Home</a> <a>Sport</a></nav></body></html>",
        "no_article",
        "words",
    ),
    "void.html": (b"", "empty", ""),
    "odd.html": (b"<meta charset='klingon'><p>A fire.", "encoding", "klingon"),
    "lines.jsonl": (b"not json", "json", "not json"),
    "void.jsonl": (b"", "empty", ""),
    "half.jsonl": (b'{"text": "a \\ud800 b"}', "encoding", "U+D800"),
    "deep.json": (b"[" * 100_000, "json", "[["),
    "other.xml": (b"<note><to>you</to></note>", "feed", ""),
    "broken.rss": (b"<rss><channel><item><title>x", "feed", ""),
    "none.rss": (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "empty", "rss20"),
    "cut.txt.gz": (gzip.compress(PROSE.encode() * 50)[:60], "unreadable", ""),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_named_and_the_others_go_on(tmp_path: Path, name: str) -> None:
    data, code, value = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(PROSE, encoding="utf-8")
    items = taken(tmp_path)
    assert [report.text for report in reports(items)] == [PROSE]
    (rejection,) = refused(items)
    assert (rejection.stage, rejection.code) == ("intake", code)
    assert rejection.where.startswith(str(tmp_path / name))
    assert value in rejection.detail
    assert rejection.hint


@pytest.mark.parametrize("encoding", ["UTF-16LE", "UTF-16BE"])
def test_utf16_without_a_mark_is_named_with_its_remedy(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(PROSE.encode(encoding))
    (rejection,) = refused(taken(tmp_path))
    assert f"iconv -f {encoding}" in rejection.hint


def test_a_name_that_is_no_utf8_can_be_written_out(tmp_path: Path) -> None:
    for name, data in ((b"caf\xe9.txt", PROSE.encode()), (b"caf\xe9.jpg", b"\xff\xd8\xff")):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(data)
    items = taken(tmp_path)
    assert [Path(report.input).name for report in reports(items)] == [r"caf\udce9.txt"]
    (rejection,) = refused(items)
    assert Path(rejection.where).name == r"caf\udce9.jpg"


def test_names_that_lead_nowhere_are_rejections(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "a.txt").write_text(PROSE, encoding="utf-8")
    names = ["nowhere.txt", "*.nothing", "bare", "a\x00b", "n" * 5000, "a.txt/b"]
    items = taken(*[tmp_path / name for name in names], tmp_path / "a.txt")
    assert len(reports(items)) == 1
    assert [r.code for r in refused(items)] == [
        "not_found",
        "not_found",
        "empty_folder",
        "unreadable",
        "unreadable",
        "not_found",
    ]
    assert "nowhere.txt" in refused(items)[0].detail


def test_no_standard_input_is_a_rejection() -> None:
    (rejection,) = take(["-"], Settings())
    assert isinstance(rejection, Rejection)
    assert rejection.where == "-"


def test_a_file_above_the_limit_is_refused_by_its_size_and_not_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)  # a sparse file: nothing is written
    (rejection,) = taken(file)
    assert isinstance(rejection, Rejection)
    assert rejection.code == "too_large"
    assert str(200 * 1024 * 1024) in rejection.detail
    assert "max_bytes" in rejection.hint


def test_what_unpacks_above_the_limit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.txt.gz"
    file.write_bytes(gzip.compress(b"a" * 100_000))
    (rejection,) = taken(file, settings=Settings(max_bytes=10_000))
    assert isinstance(rejection, Rejection)
    assert rejection.code == "too_large"


def test_json_lines_are_streamed_so_the_limit_is_a_line_s(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    line = json.dumps({"text": PROSE})
    lines = [json.dumps({"text": f"{PROSE} {n}"}) for n in range(20)]
    lines.insert(3, json.dumps({"text": PROSE * 20}))
    file.write_text("\n".join(lines), encoding="utf-8")
    items = taken(file, settings=Settings(max_bytes=3 * len(line)))
    assert len(reports(items)) == 20
    assert [(r.code, r.where) for r in refused(items)] == [("too_large", f"{file}:4")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_a_rejection(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(PROSE)
    file.chmod(0)
    (rejection,) = taken(file)
    assert isinstance(rejection, Rejection)
    assert rejection.code == "unreadable"


def test_a_folder_of_pictures_names_each(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    items = taken(tmp_path)
    assert [r.code for r in refused(items)] == ["format"] * 3
    assert not reports(items)


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(bytes(9))
    (tmp_path / "a.txt").write_text(PROSE)
    assert len(taken(tmp_path)) == 1


def test_an_unread_language_is_kept_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "Bei einem Brand in einem Lagerhaus sind am Montag zwei Menschen verletzt worden, wie die "
        "Polizei mitteilte. Die Ursache des Feuers ist noch nicht bekannt.",
        encoding="utf-8",
    )
    (report,) = reports(taken(file))
    assert (report.language, report.supported) == ("de", False)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_every_reader_has_lower_case_suffixes_of_its_own(reader: Reader) -> None:
    """A suffix that several readers share has one that takes what no precise one does."""
    others = {
        suffix
        for other in READERS
        if other is not reader and not other.precise
        for suffix in other.suffixes
    }
    assert reader.suffixes
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.suffixes)
    assert reader.precise == bool(others & set(reader.suffixes))


def test_a_title_before_a_sea_of_blanks_is_found_at_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"Fire on the quay{' ' * 200_000}\n\nA shed burnt.{' ' * 200_000}.\n")
    begun = time.process_time()
    (report,) = reports(taken(file))
    assert report.title == "Fire on the quay"
    # Some 0.1 s; over 40 s when blanks are gone through again.
    assert time.process_time() - begun < 5


def test_a_line_of_blanks_alone_is_gone_through_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"Police said{' ' * 200_000}that a shed had burnt.")
    begun = time.process_time()
    (report,) = reports(taken(file))
    assert report.title is None
    assert time.process_time() - begun < 5

"""Every format gives the same report: one suite over all readers, then each format's own."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.core.report import Rejection, Report
from onrecord.intake import READERS, archive, take
from onrecord.settings import Settings

TITLE = "Ferry runs aground off Vigo"
FIRST = "A ferry ran aground off Vigo on Monday and 14 passengers were taken ashore, it was said."
SECOND = "“We heard a long scrape,” said Marta Lousada, who sat below with her two children."
TEXT = f"{FIRST}\n\n{SECOND}"
URL = "https://ria.example/ferry"
DATE = "2023-04-03T09:10:00+02:00"
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p>"
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta property="og:site_name" content="Ria Beacon">
<meta property="article:published_time" content="{DATE}"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body></html>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Ria Beacon</title><item>
<title>{TITLE}</title><link>{URL}</link><pubDate>Mon, 03 Apr 2023 09:10:00 +0200</pubDate>
<description><![CDATA[{PARAGRAPHS}]]></description></item></channel></rss>"""
ROW = {"text": TEXT, "title": TITLE, "outlet": "Ria Beacon", "url": URL, "published": DATE}
JSONFEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Ria Beacon",
    "items": [
        {"id": "1", "url": URL, "title": TITLE, "content_html": PARAGRAPHS, "date_published": DATE}
    ],
}
NINJS = {
    "uri": URL,
    "versionCreated": DATE,
    "headlines": [{"role": "main", "value": TITLE}],
    "bodies": [{"contentType": "text/html", "value": PARAGRAPHS}],
    "infoSources": [{"name": "Ria Beacon"}],
}
NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{URL}" version="2" xml:lang="en">
<itemMeta><provider literal="RB"><name>Ria Beacon</name></provider>
<versionCreated>{DATE}</versionCreated></itemMeta>
<contentMeta><contentCreated>{DATE}</contentCreated><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{PARAGRAPHS}</body>
</html></inlineXML></contentSet></newsItem>"""
MAIL = (
    f"From: Ria Beacon <news@ria.example>\r\nSubject: {TITLE}\r\n"
    "Date: Mon, 03 Apr 2023 09:10:00 +0200\r\nMessage-ID: <1@ria.example>\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n'
    f"Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n--b\r\n"
    f"Content-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--b--\r\n"
)
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + URL + "\r\nSubject: x\r\n"
    "Date: Tue, 4 Apr 2023 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
    f"Content-Type: text/html\r\nContent-Transfer-Encoding: binary\r\nContent-Location: {URL}\r\n\r\n"
    f"{PAGE}\r\n--b\r\nContent-Type: text/css\r\n\r\np {{}}\r\n--b--\r\n"
)


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return stream.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as packed:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            packed.addfile(entry, io.BytesIO(data))
    return stream.getvalue()


def warc(
    *bodies: str, gzipped: bool = False, status: str = "200 OK", kind: str = "text/html"
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gzipped)
    for body in bodies:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                URL, "response", payload=io.BytesIO(body.encode()), http_headers=headers
            )
        )
    return stream.getvalue()


def table(form: str) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, ROW)
    writer.writeheader()
    writer.writerow(ROW)
    if form == "csv":
        return stream.getvalue().encode()
    return stream.getvalue().replace(",", "\t").encode()


def parquet(folder: Path) -> bytes:
    with duckdb.connect() as connection:
        columns = ", ".join(f"? AS {name}" for name in ROW)
        path = folder / "made.parquet.tmp"
        connection.execute(f"CREATE TABLE t AS SELECT {columns}", list(ROW.values()))
        connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
        data = path.read_bytes()
        path.unlink()
        return data


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with these lines, as a word processor would write it."""
    shown = " T* ".join(
        "(" + line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ") Tj"
        for line in lines
    )
    content = f"BT /F1 12 Tf 14 TL 50 750 Td {shown} ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + table
    return data + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


SIDECAR = json.dumps({name: ROW[name] for name in ("outlet", "url", "published")}).encode()
SAMPLES: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    "zip": ("a.zip", lambda p: zipped({"in/a.txt": _titled(), "in/a.json": SIDECAR})),
    "wacz": ("a.wacz", lambda p: zipped({"archive/d.warc.gz": warc(PAGE, gzipped=True)})),
    "tar": ("a.tar.gz", lambda p: gzip.compress(tarred({"a.txt": _titled(), "a.json": SIDECAR}))),
    "parquet": ("a.parquet", parquet),
    "pdf": ("a.pdf", lambda p: pdf([TITLE, "", *PDF_LINES])),
    "warc": ("a.warc", lambda p: warc(PAGE)),
    "mhtml": ("a.mhtml", lambda p: SAVED.encode()),
    "eml": ("a.eml", lambda p: MAIL.encode()),
    "newsml": ("a.xml", lambda p: NEWSML.encode()),
    "feed": ("a.rss", lambda p: RSS.encode()),
    "html": ("a.html", lambda p: PAGE.encode()),
    "jsonfeed": ("a.json", lambda p: json.dumps(JSONFEED, indent=1).encode()),
    "ninjs": ("a.json", lambda p: json.dumps(NINJS).encode()),
    "jsonl": ("a.jsonl", lambda p: json.dumps(ROW).encode()),
    "json": ("a.json", lambda p: json.dumps([ROW]).encode()),
    "csv": ("a.csv", lambda p: table("csv")),
    "text": ("a.txt", lambda p: _titled()),
}
PDF_LINES = [
    "A ferry ran aground off Vigo on Monday and 14 passen-",
    "gers were taken ashore, it was said.",
    "",
    "\x93We heard a long scrape,\x94 said Marta Lousada, who sat",
    "below with her two children.",
]
WITHOUT_DETAILS = frozenset({"pdf", "text"})
TITLE_IN_TEXT = frozenset({"pdf", "text", "zip", "tar"})


def _titled() -> bytes:
    return f"{TITLE}\n\n{TEXT}".encode()


def test_every_reader_has_a_sample() -> None:
    assert set(SAMPLES) == {reader.name for reader in READERS}


def test_a_folder_packed_as_a_dot_has_its_sidecars(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tarred({"./a.txt": _titled(), "./a.json": SIDECAR, "./b.txt": _titled()}))
    one, other = taken(path)
    assert isinstance(one, Report)
    assert isinstance(other, Report)
    assert (one.outlet, other.outlet) == ("Ria Beacon", None)


def taken(path: Path, settings: Settings | None = None) -> list[Report | Rejection]:
    return list(take([str(path)], settings or Settings()))


@pytest.mark.parametrize("form", sorted(SAMPLES))
class TestEveryFormat:
    def test_gives_the_report_with_its_details(self, form: str, tmp_path: Path) -> None:
        name, make = SAMPLES[form]
        path = tmp_path / name
        path.write_bytes(make(tmp_path))
        (report,) = taken(path)
        assert isinstance(report, Report), report
        whole = f"{TITLE}\n\n{TEXT}" if form in TITLE_IN_TEXT else TEXT
        assert report.text == whole
        assert report.title == TITLE
        assert report.input.startswith(str(path))
        if form not in WITHOUT_DETAILS:
            assert report.outlet == "Ria Beacon"
            assert report.published == DATE
            assert report.url == URL or form in {"eml", "html"}

    def test_gives_the_same_from_standard_input_where_its_bytes_tell_it(
        self, form: str, tmp_path: Path
    ) -> None:
        if form == "csv":
            return  # any text may be CSV
        name, make = SAMPLES[form]
        (tmp_path / name).write_bytes(make(tmp_path))
        (report,) = take(["-"], Settings(), stdin=io.BytesIO(make(tmp_path)))
        if form == "wacz":
            assert isinstance(report, Report)
            return
        (filed,) = taken(tmp_path / name)
        assert isinstance(report, Report)
        assert isinstance(filed, Report)
        assert report.text == filed.text

    def test_cut_off_or_spoiled_it_never_breaks(self, form: str, tmp_path: Path) -> None:
        name, make = SAMPLES[form]
        data = make(tmp_path)
        path = tmp_path / name
        for spoiled in (data[: len(data) // 2], data[:40], data[:-7] + b"\xff" * 7, b""):
            path.write_bytes(spoiled)
            for item in taken(path):
                assert isinstance(item, Report) or (item.where and item.detail and item.code)

    def test_is_the_same_twice(self, form: str, tmp_path: Path) -> None:
        name, make = SAMPLES[form]
        (tmp_path / name).write_bytes(make(tmp_path))
        assert taken(tmp_path / name) == taken(tmp_path / name)


def refused(path: Path, settings: Settings | None = None) -> Rejection:
    (found,) = [item for item in taken(path, settings) if isinstance(item, Rejection)]
    assert found.where
    assert found.hint or found.code == "empty"
    return found


def test_a_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    files = {"a.jpg": b"\xff\xd8\xff\xe0", "b.txt": _titled(), "__MACOSX/._b.txt": b"x"}
    for data in (zipped(files), tarred(files)):
        path.write_bytes(data)
        items = taken(path)
        assert [i.title for i in items if isinstance(i, Report)] == [TITLE]
        (bad,) = [i for i in items if isinstance(i, Rejection)]
        assert bad.where == f"{path}!a.jpg"


def test_archives_in_archives_are_followed_and_not_for_ever(tmp_path: Path) -> None:
    path, data = tmp_path / "a.zip", zipped({"a.txt": _titled()})
    for _ in range(2):
        data = zipped({"in.zip": data})
    path.write_bytes(data)
    assert isinstance(taken(path)[0], Report)
    for _ in range(3):
        data = zipped({"in.zip": data})
    path.write_bytes(data)
    assert refused(path).code == "nested"


def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": b"a " * 200_000, "b.txt": _titled()}))
    settings = Settings(max_bytes=100_000)
    items = taken(path, settings)
    assert [i.code for i in items if isinstance(i, Rejection)] == ["too_large"]
    assert len(items) == 2
    monkeypatch.setattr(archive, "MOST_TIMES", 3)
    path.write_bytes(zipped({f"{n}.txt": _titled() + b" %d a" % n * 16_000 for n in range(9)}))
    items = taken(path, settings)
    assert [getattr(item, "code", "report") for item in items] == ["report"] * 4 + ["archive"]
    monkeypatch.setattr("onrecord.intake.zipped.MOST_MEMBERS", 3)
    assert refused(path).detail.endswith("9 files")


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": _titled()}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.index(mark) + (6 if mark[2] == 3 else 8)] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert "encrypted" in refused(tmp_path / "a.zip").detail


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_tars(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.tar.packed"
    path.write_bytes(pack(tarred({"../../a.txt": _titled()})))
    (report,) = taken(path)
    assert isinstance(report, Report)  # nothing is ever written, so the name leads nowhere


def test_a_warc_gives_pages_and_passes_over_errors_and_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    other = PAGE.replace("14 passengers", "15 passengers")
    path.write_bytes(
        warc(PAGE, other, gzipped=True)
        + warc(PAGE, gzipped=True, status="404 Not Found")
        + warc("x", gzipped=True, kind="image/png")
    )
    reports = taken(path)
    assert [isinstance(r, Report) and r.url for r in reports] == [URL, URL]
    path.write_bytes(warc("x", kind="image/png"))
    assert refused(path).code == "empty"


def test_a_mail_in_another_encoding_and_with_words_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    head = f"From: ria@ria.example\nSubject: Fwd: {TITLE}\nContent-Type: text/plain; charset="
    path.write_bytes(
        (head + "iso-8859-1\n\n" + TEXT.replace("“", '"').replace("”", '"')).encode("latin-1")
    )
    (report,) = taken(path)
    assert isinstance(report, Report)
    assert (report.outlet, report.title) == ("ria.example", TITLE)
    path.write_bytes((head + "klingon\n\n" + FIRST).encode())
    assert refused(path).code == "encoding"


def test_rows_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f'text;byline;published\n"{FIRST}";"Ana Rey; Iria Castro";\n;;\na;b;c;d\n"{SECOND}";;03/04/2023\n'
    )
    items = taken(path)
    reports = [i for i in items if isinstance(i, Report)]
    assert [r.text for r in reports] == [FIRST, SECOND]
    assert reports[0].byline == ("Ana Rey", "Iria Castro")
    assert [(i.code, i.where) for i in items if isinstance(i, Rejection)] == [
        ("table", f"{path}:4"),
        ("date", f"{path}:5"),
    ]


def test_an_open_quotation_mark_in_a_table_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{FIRST}"\n"{SECOND}')
    assert refused(path).where.startswith(f"{path}:")


def test_items_of_a_json_feed_without_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    feed = JSONFEED | {"items": [*JSONFEED["items"], {"id": "2", "title": "Two"}, 3]}  # type: ignore[misc]
    path.write_text(json.dumps(feed))
    items = taken(path)
    assert [getattr(i, "code", "report") for i in items] == ["report", "empty", "feed"]
    path.write_text(json.dumps(JSONFEED | {"items": []}))
    assert refused(path).code == "empty"


def test_ninjs_of_the_first_version_and_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    first = {"uri": "urn:x:1", "headline": TITLE, "byline": "By Iria Castro", "body_text": TEXT}
    path.write_text(f"{json.dumps(first)}\n{json.dumps(NINJS)}\n")
    one, two = taken(path)
    assert isinstance(one, Report)
    assert isinstance(two, Report)
    assert (one.given_id, one.url, one.byline) == ("urn:x:1", None, ("Iria Castro",))
    assert two.text == TEXT


def test_newsml_without_text_and_with_entities(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    bare = NEWSML[: NEWSML.index("<contentSet>")] + "</newsItem>"
    path.write_text(
        f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{bare.partition('?>')[2]}"
        f"{NEWSML.partition('?>')[2]}</itemSet></newsMessage>"
    )
    items = taken(path)
    assert [getattr(i, "code", "report") for i in items] == ["empty", "report"]
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    path.write_text(
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'
        + NEWSML.partition("?>")[2].replace("14 passengers", "&e; passengers")
    )
    assert all("the secret" not in getattr(item, "text", "") for item in taken(path))


def test_a_pdf_of_pictures_and_without_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([]))
    assert "ocrmypdf" in refused(path).hint
    monkeypatch.setattr("onrecord.core.extras.util.find_spec", lambda name: None)
    found = refused(path)
    assert (found.code, "onrecord[pdf]" in found.hint) == ("extra", True)

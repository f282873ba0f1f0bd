"""An example of each error and of each rejection for the reference; the tests run them.

They run in the folder of `examples.py`. Sources of rejections are made by `make_input`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class ErrorExample:
    """What raises an error (a command line, or Python), and how its message begins."""

    language: Literal["sh", "python"]
    code: str
    message: str


ERROR_EXAMPLES: Mapping[str, ErrorExample] = {
    "UsageError": ErrorExample(
        "sh",
        "onrecord diff record.duckdb --since tomorrow",
        "Not a date: 'tomorrow'. Give --since as ISO 8601",
    ),
    "InputError": ErrorExample(
        "python",
        "from onrecord.intake.readers import reader_for\n\nreader_for('photo.jpg', b'\\xff\\xd8\\xff')",
        "Not a format that is read: 'a JPEG picture' (photo.jpg). Read are",
    ),
    "SpanError": ErrorExample(
        "python",
        "from onrecord.core.span import Span\n\nSpan(12, 5)",
        "No such span: '12-5'",
    ),
    "WeightsError": ErrorExample(
        "python",
        "import onrecord\n\nlist(onrecord.read('report.txt', onrecord.Settings(weights='nowhere')))",
        "Cannot read the weights",
    ),
    "RecordError": ErrorExample(
        "sh",
        "onrecord show report.txt",
        "Not a record: 'report.txt'. Give a file that",
    ),
    "RecordNotFound": ErrorExample(
        "sh",
        "onrecord show elsewhere.duckdb",
        "No record: 'elsewhere.duckdb'",
    ),
    "RecordVersion": ErrorExample(
        "python",
        "from onrecord.store.migrations import refuse_newer\n\nrefuse_newer(999, 'record.duckdb')",
        "The record has schema 999, this On Record knows up to",
    ),
    "DecisionConflict": ErrorExample(
        "python",
        """from onrecord.core.decision import Target, make_decision
from onrecord.store.decisions import DecisionLog

with DecisionLog("record.duckdb") as log:
    for who in ("Ana", "Ben"):  # both have seen that nobody decided yet
        noted = make_decision(
            at="2031-03-09T10:00:00+00:00",
            who=who,
            action="note",
            about=Target("incident", incident="i1"),
            why="ask the harbour office",
        )
        log.save(noted, seen="")""",
        "Somebody else decided on this in the meantime",
    ),
}


@dataclass(frozen=True, slots=True)
class RejectionExample:
    """An input that is rejected: what to give, and its bytes where it is a file.

    `shown` says what the file holds; `note` stands where no input gives the code on every machine.
    """

    given: str
    shown: str = ""
    data: bytes | None = None
    private: bool = False
    note: str = ""


def _zip(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def _nested(depth: int) -> bytes:
    data = b"A fire broke out."
    for level in range(depth):
        data = _zip({f"{level}.zip" if level else "a.txt": data})
    return data


REJECTION_EXAMPLES: Mapping[str, RejectionExample] = {
    "not_found": RejectionExample("missing.txt", "no such file"),
    "unreadable": RejectionExample("/dev/null", "no regular file"),
    "empty_folder": RejectionExample("nothing/", "a folder without files"),
    "format": RejectionExample("photo.jpg", "a picture", b"\xff\xd8\xff\xe0"),
    "too_large": RejectionExample("long.txt", "a text above `max_bytes`", b"A fire. " * 1_000),
    "empty": RejectionExample("blank.txt", "spaces", b" \n\n"),
    "encoding": RejectionExample("latin.txt", "`Café` in Latin-1", "Café fire".encode("latin-1")),
    "control_characters": RejectionExample("nul.txt", "a NUL in a text", b"A fire\x00 broke out"),
    "no_article": RejectionExample(
        "menu.html",
        "`<nav><a>Home</a></nav>`",
        b"<html><body><nav><a>Home</a></nav></body></html>",
    ),
    "json": RejectionExample("cut.jsonl", "`not json`", b"not json"),
    "no_text": RejectionExample("bare.jsonl", '`{"title": "A fire"}`', b'{"title": "A fire"}'),
    "field": RejectionExample(
        "odd.jsonl",
        '`{"text": "A fire broke out.", "title": 5}`',
        b'{"text": "A fire broke out.", "title": 5}',
    ),
    "date": RejectionExample(
        "soon.jsonl",
        '`{"text": "A fire broke out.", "published": "soon"}`',
        b'{"text": "A fire broke out.", "published": "soon"}',
    ),
    "sidecar": RejectionExample("report.json", "beside `report.txt`, given by itself", b"{}"),
    "feed": RejectionExample("note.xml", "`<note/>`", b"<note/>"),
    "newsml": RejectionExample(
        "cut.xml",
        "a `newsItem` that breaks off",
        b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet>',
    ),
    "mail": RejectionExample("bare.eml", "a text without a header", b"no header at all"),
    "table": RejectionExample("people.csv", "columns `name`, `age`", b"name,age\nx,3"),
    "archive": RejectionExample("cut.zip", "a zip that breaks off", b"PK\x03\x04" + bytes(50)),
    "nested": RejectionExample("deep.zip", "a zip in a zip in a zip …", _nested(6)),
    "warc": RejectionExample(
        "cut.warc",
        "a WARC that breaks off",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-",
    ),
    "pdf": RejectionExample("cut.pdf", "a PDF that breaks off", b"%PDF-1.4\nnothing"),
    "extra": RejectionExample("a.pdf", note="any PDF where `onrecord[pdf]` is not installed"),
    "private": RejectionExample("http://127.0.0.1:9/", "this machine, without `--allow-private`"),
    "fetch": RejectionExample("http://127.0.0.1:9/", "nobody answers there", private=True),
    "span": RejectionExample("", note="no input should give it"),
}
"""Code → an input that is rejected with it."""

MAX_BYTES = 4_000
"""`max_bytes` for the examples, so that a small file is too large."""


def make_input(example: RejectionExample, folder: Path) -> str:
    """Makes the example's input in the folder; returns what to give."""
    if ":" in example.given:
        return example.given
    path = folder / example.given
    if example.given.endswith("/"):
        path.mkdir()
    elif example.data is not None:
        path.write_bytes(example.data)
    return str(path)

"""The formats that are read. A new one is one file and one line here."""

from __future__ import annotations

import re
from pathlib import PurePath

from onrecord.errors import InputError
from onrecord.intake import document, feed, html, jsonl, plain
from onrecord.intake.base import HEAD_BYTES, Reader

READERS: tuple[Reader, ...] = (
    feed.READER,
    html.READER,
    jsonl.READER,
    document.READER,
    plain.READER,
)
"""In the order in which they look at an input that no suffix and no media type tells."""

BINARY = (
    ("a JPEG picture", re.compile(rb"\xff\xd8\xff")),
    ("a PNG picture", re.compile(rb"\x89PNG\r\n")),
    ("a GIF picture", re.compile(rb"GIF8[79]a")),
    ("a WebP picture", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("a TIFF picture", re.compile(rb"II\*\x00|MM\x00\*")),
    ("a BMP picture", re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL)),
    ("a HEIC or AVIF picture", re.compile(rb"....ftyp(?:heic|heix|mif1|avif)", re.DOTALL)),
    ("a video", re.compile(rb"....ftyp|\x1aE\xdf\xa3", re.DOTALL)),
    ("a sound recording", re.compile(rb"ID3|OggS|fLaC|RIFF....WAVE", re.DOTALL)),
    ("a PDF", re.compile(rb"%PDF-")),
    ("a ZIP archive or an office document", re.compile(rb"PK\x03\x04")),
    ("an old office document", re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("an archive", re.compile(rb"7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ|\x28\xb5\x2f\xfd")),
    ("a database", re.compile(rb"SQLite format 3|.{8}DUCK", re.DOTALL)),
    ("a Parquet table", re.compile(rb"PAR1")),
    ("a program", re.compile(rb"\x7fELF|MZ.{20,}PE\x00\x00|\xca\xfe\xba\xbe", re.DOTALL)),
)


def suffixes_of(name: str) -> tuple[str, ...]:
    """A file's last suffix, lower case, behind `.gz`; empty where it has none."""
    path = PurePath(name)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return (path.suffix.lower(),) if path.suffix else ()


def reader_for(name: str, head: bytes, media_type: str | None = None) -> Reader:
    """The reader of an input: by suffix, by media type, or by its first bytes.

    Raises:
        InputError: none reads it.
    """
    binary = next((what for what, mark in BINARY if mark.match(head)), None)
    if binary is not None:
        raise unknown(name, binary)
    suffixes = suffixes_of(name)
    for reader in READERS:
        if set(suffixes) & set(reader.suffixes) or media_type in reader.media_types:
            return reader
    marked = [reader for reader in READERS if reader is not plain.READER and reader.sniff(head)]
    if marked:
        return marked[0]
    if not suffixes and plain.READER.sniff(head):
        return plain.READER
    raise unknown(name, f"a file with the suffix {suffixes[0]}" if suffixes else "binary data")


def unknown(name: str, what: str) -> InputError:
    """The error of a format that is not read."""
    known = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    return InputError(
        "Not a format that is read",
        code="format",
        value=what,
        where=name,
        hint=f"Read are {known}.",
    )


def head_of(data: bytes) -> bytes:
    """As much of the first bytes as a sniffer looks at."""
    return data[:HEAD_BYTES]

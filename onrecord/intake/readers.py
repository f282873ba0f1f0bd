"""The formats that are read. A new one is one file and one line here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

from onrecord.core.plugins import plugins
from onrecord.errors import InputError
from onrecord.intake import (
    document,
    feed,
    html,
    jsonfeed,
    jsonl,
    mail,
    newsml,
    ninjs,
    pdf,
    plain,
    table,
    tar,
    warc,
    zipped,
)
from onrecord.intake.base import HEAD_BYTES, Reader

READERS: tuple[Reader, ...] = (
    zipped.WACZ,
    zipped.READER,
    tar.READER,
    table.PARQUET,
    pdf.READER,
    warc.READER,
    mail.MHTML,
    mail.EML,
    newsml.READER,
    feed.READER,
    html.READER,
    jsonfeed.READER,
    ninjs.READER,
    jsonl.READER,
    document.READER,
    table.CSV,
    plain.READER,
)
"""In the order in which they look at an input that no suffix and no media type tells."""

GROUP = "onrecord.readers"
"""The entry points by which other packages offer readers."""

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
    ("an old office document", re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("an archive", re.compile(rb"7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd")),
    ("a database", re.compile(rb"SQLite format 3|.{8}DUCK", re.DOTALL)),
    ("a program", re.compile(rb"\x7fELF|MZ.{20,}PE\x00\x00|\xca\xfe\xba\xbe", re.DOTALL)),
)


def suffixes_of(name: str) -> tuple[str, ...]:
    """A file's last suffix, lower case, behind `.gz`; empty where it has none."""
    path = PurePath(name)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return (path.suffix.lower(),) if path.suffix else ()


@cache
def readers() -> tuple[Reader, ...]:
    """All readers: those that other packages offer first, so that they may take a format over.

    Raises:
        UsageError: an installed one cannot be used.
    """
    return (*plugins(GROUP, Reader), *READERS)


def reader_for(
    name: str, head: bytes, media_type: str | None = None, *, where: str | None = None
) -> Reader:
    """The reader of an input: by its first bytes where they are plain, by suffix, by media type.

    `where` is its place, where that is more than its name.

    Raises:
        InputError: none reads it.
    """
    suffixes = set(suffixes_of(name))
    if suffixes & OFFICE:
        raise unknown(where or name, "an office document")
    certain = [reader for reader in readers() if reader.binary and reader.sniff(head)]
    if certain:
        return next((reader for reader in certain if suffixes & set(reader.suffixes)), certain[-1])
    binary = next((what for what, mark in BINARY if mark.match(head)), None)
    if binary is not None:
        raise unknown(where or name, binary)
    named = [r for r in readers() if suffixes & set(r.suffixes) or media_type in r.media_types]
    if named:
        return next((r for r in named if r.precise and r.sniff(head)), _least(named))
    marked = [reader for reader in readers() if reader not in LAST and reader.sniff(head)]
    if marked:
        return marked[0]
    if not suffixes and plain.READER.sniff(head):
        return plain.READER
    what = f"a file with the suffix {min(suffixes)}" if suffixes else "binary data"
    raise unknown(where or name, what)


OFFICE = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"})
"""Suffixes of documents that are zip archives of their own kind."""
LAST = (plain.READER, table.CSV)
"""Readers that nothing but a name or a media type asks for: any text would do."""


def _least(readers: list[Reader]) -> Reader:
    """The reader that takes what no precise one does."""
    return next((reader for reader in readers if not reader.precise), readers[0])


def unknown(name: str, what: str) -> InputError:
    """The error of a format that is not read."""
    known = ", ".join(suffix for reader in readers() for suffix in reader.suffixes)
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

"""Zip archives of any of the formats, and WACZ: a zip of web captures."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import cast

from onrecord.errors import InputError
from onrecord.intake.archive import MOST_MEMBERS, Budget, bomb, damaged, members, seekable
from onrecord.intake.base import Delivery, Details, Item, Reader, refused
from onrecord.intake.warc import records

MAGIC = b"PK\x03\x04"
CAPTURES = re.compile(r"(?:^|/)archive/[^/]+\.warc(?:\.gz)?$", re.IGNORECASE)
OFFICE = re.compile(r"\[Content_Types\]\.xml|mimetype|META-INF/manifest\.xml")


def read(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The members of an archive, in the order of their names.

    Raises:
        InputError: it is damaged, locked, an office document, or holds too much.
    """
    archive = opened(delivery)
    names = sorted(name for name in archive.namelist() if not name.endswith("/"))
    if any(OFFICE.fullmatch(name) for name in names):
        raise InputError(
            "An office document, not an archive of reports",
            code="format",
            value=names[0],
            where=delivery.where,
            hint="Save its text as .txt or .html and give that.",
        )
    budget = Budget.of(delivery)
    yield from members(names, lambda name: unpacked(archive, name, budget), budget)


def opened(delivery: Delivery) -> zipfile.ZipFile:
    """The archive.

    Raises:
        InputError: it is damaged or has too many members.
    """
    try:
        archive = zipfile.ZipFile(seekable(delivery))
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise damaged(delivery.where, str(error)) from error
    if len(archive.infolist()) > MOST_MEMBERS:
        raise bomb(delivery.where, f"{len(archive.infolist())} files")
    return archive


def unpacked(archive: zipfile.ZipFile, name: str, budget: Budget) -> bytes:
    """A member's bytes.

    Raises:
        InputError: it is damaged, locked or too large.
    """
    where = f"{budget.where}!{name}"
    try:
        with archive.open(name) as stream:
            return budget.read(stream, where)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise damaged(where, str(error)) from error


def read_wacz(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The captures of a WACZ.

    Raises:
        InputError: it is damaged or holds no captures.
    """
    archive = opened(delivery)
    budget = Budget.of(delivery)
    names = sorted(name for name in archive.namelist() if CAPTURES.search(name))
    if not names:
        raise damaged(delivery.where, "no archive/*.warc.gz in it")
    for name in names:
        where = f"{delivery.where}!{name}"
        try:
            with archive.open(name) as stream:
                inner = Delivery(
                    where, io.BufferedReader(cast("io.RawIOBase", stream)), delivery.limit
                )
                yield from records(inner, budget)
        except (zipfile.BadZipFile, RuntimeError, zlib.error, EOFError) as error:
            yield refused(damaged(where, str(error)), where)


def sniff(head: bytes) -> bool:
    """Whether the first bytes are a zip archive's."""
    return head.startswith(MAGIC)


READER = Reader(
    name="zip",
    suffixes=(".zip",),
    sniff=sniff,
    read=read,
    media_types=("application/zip",),
    streamed=True,
    binary=True,
)
WACZ = Reader(
    name="wacz",
    suffixes=(".wacz",),
    sniff=sniff,
    read=read_wacz,
    media_types=("application/wacz",),
    streamed=True,
    binary=True,
)

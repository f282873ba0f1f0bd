"""WARC, plain or gzipped: each captured page is an input of its own, at its address."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.errors import InputError
from onrecord.intake.archive import Budget
from onrecord.intake.base import Delivery, Details, Item, Part, Reader, refused

PAGES = re.compile(
    r"text/(?:html|plain|xml)|application/(?:xhtml\+xml|rss\+xml|atom\+xml|xml|feed\+json|pdf)"
)
"""Media types of captures that may be reports; pictures, styles and scripts are passed over."""
CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)
DAMAGE = (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, zlib.error)
"""What the library lets through of a damaged file: it takes a record's headers for granted."""
CAPTURED = frozenset({"response", "resource"})


def read(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The captures of a file.

    Raises:
        InputError: it is no WARC.
    """
    yield from records(delivery, Budget.of(delivery))


def records(delivery: Delivery, budget: Budget) -> Iterator[Item]:
    """The captured pages of a stream of WARC records; where it breaks off, that is a rejection.

    Raises:
        InputError: all captures together unpack to more than the budget.
    """
    number = pages = 0
    try:
        for number, record in enumerate(ArchiveIterator(delivery.stream), 1):
            if record.rec_type not in CAPTURED or not _is_page(record):
                continue
            pages += 1
            where = f"{delivery.where}:{number}"
            try:
                yield _capture(record, where, budget)
            except InputError as error:
                yield refused(error, where)
                if budget.left <= 0:
                    return
    except DAMAGE as error:
        yield refused(_broken(delivery.where, number, str(error)), delivery.where)
        return
    if not pages:
        raise InputError(
            "No captured page in it",
            code="empty",
            value=f"{number} records",
            where=delivery.where,
            hint="Give a WARC that holds responses with text/html.",
        )


def _is_page(record: Any) -> bool:
    """Whether a record is a page that came: the right type, and no error or redirect."""
    headers = record.http_headers
    if headers is not None and not str(headers.get_statuscode()).startswith("2"):
        return False
    return bool(PAGES.match(_media_type(record)))


def _media_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").lower()


def _capture(record: Any, where: str, budget: Budget) -> Part:
    """One capture, unpacked.

    Raises:
        InputError: it is too large.
    """
    data = budget.read(record.content_stream(), where)
    media_type = _media_type(record)
    charset = CHARSET.search(media_type)
    return Part(
        where,
        "",
        data,
        media_type.partition(";")[0].strip() or None,
        charset[1] if charset else None,
        record.rec_headers.get_header("WARC-Target-URI"),
    )


def _broken(where: str, number: int, reason: str) -> InputError:
    return InputError(
        f"A WARC that breaks off behind record {number}",
        code="warc",
        value=reason[:160],
        where=where,
        hint="Fetch or save it again, whole; what stands before that was taken.",
    )


def sniff(head: bytes) -> bool:
    """Whether the first bytes are a WARC's."""
    return head.startswith(b"WARC/")


READER = Reader(
    name="warc",
    suffixes=(".warc",),
    sniff=sniff,
    read=read,
    media_types=("application/warc",),
    streamed=True,
    binary=True,
)

"""Take inputs in: the one way from names, bytes and addresses to Reports and Rejections."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from onrecord.core.report import Rejection, Report
from onrecord.errors import InputError
from onrecord.intake.base import HEAD_BYTES, Delivery, Details, Part, refused, too_large
from onrecord.intake.details import GivenDetails
from onrecord.intake.fetch import fetch, is_address
from onrecord.intake.locate import Located, locate, unreadable
from onrecord.intake.readers import reader_for
from onrecord.intake.sidecar import details_beside
from onrecord.settings import Settings

STDIN = "-"
GZIP = b"\x1f\x8b"
DEEPEST = 3
"""Inputs inside inputs that are followed: an e-mail in an archive of an archive is two deep."""


def take(
    inputs: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None
) -> Iterator[Report | Rejection]:
    """Reports and rejections of files, folders, globs, `-` and http(s) addresses.

    One bad input never stops the others. A report that comes again in the same run is given once.
    Nothing but JSON Lines' current line or one file of at most `settings.max_bytes` is held.
    """
    seen: set[str | Rejection] = set()
    for name in inputs:
        for item in _guarded(name, _take_one(name, inputs, settings, stdin)):
            key = item.id if isinstance(item, Report) else item
            if key not in seen:
                seen.add(key)
                yield _writable(item)


def _writable(item: Report | Rejection) -> Report | Rejection:
    """The item with names that any output can hold: bytes that are no UTF-8 as `\\udcNN`."""
    if isinstance(item, Report):
        return replace(item, input=_shown(item.input))
    return Rejection(
        item.stage, item.code, _shown(item.where), _shown(item.detail), _shown(item.hint)
    )


def _shown(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _guarded(where: str, items: Iterator[Report | Rejection]) -> Iterator[Report | Rejection]:
    """The items, and a rejection in place of the error that ends them."""
    try:
        yield from items
    except InputError as error:
        yield refused(error, where)
    except (OSError, EOFError, zlib.error) as error:
        yield refused(unreadable(where, error), where)


def _take_one(
    name: str, names: Sequence[str], settings: Settings, stdin: BinaryIO | None
) -> Iterator[Report | Rejection]:
    if name == STDIN:
        yield from _take_stdin(settings, stdin)
    elif is_address(name):
        found = fetch(name, settings.max_bytes, private=settings.private)
        part = Part(name, "", found.data, found.media_type, found.encoding, found.address)
        yield from _take_part(part, settings, 0)
    else:
        for found_file in locate(name, names):
            if isinstance(found_file, Rejection):
                yield found_file
            else:
                where = str(found_file.path)
                yield from _guarded(where, _take_file(found_file, settings))


def _take_stdin(settings: Settings, stdin: BinaryIO | None) -> Iterator[Report | Rejection]:
    if stdin is None:
        raise InputError(
            "No standard input", code="unreadable", where=STDIN, hint="Pipe a text in."
        )
    yield from _take_stream(Opened(STDIN, "", stdin), settings, 0)


def _take_file(file: Located, settings: Settings) -> Iterator[Report | Rejection]:
    """One file's reports.

    Raises:
        InputError: it cannot be taken.
        OSError: it cannot be read.
    """
    where = str(file.path)
    with file.path.open("rb") as stream:
        yield from _take_stream(Opened(where, where, stream, file), settings, 0)


def _take_part(part: Part, settings: Settings, depth: int) -> Iterator[Report | Rejection]:
    """The reports of an input inside another one, or of an address.

    Raises:
        InputError: it cannot be taken, or lies too deep.
    """
    if depth > DEEPEST:
        raise InputError(
            "Archives inside archives",
            code="nested",
            value=f"{depth} deep",
            where=part.where,
            hint="Unpack it and give the files.",
        )
    opened = Opened(part.where, part.name, io.BytesIO(part.data), part=part)
    yield from _take_stream(opened, settings, depth)


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream, the name whose suffix tells its format, and the file or part it is of."""

    where: str
    name: str
    stream: BinaryIO
    file: Located | None = None
    part: Part | None = None


def _take_stream(opened: Opened, settings: Settings, depth: int) -> Iterator[Report | Rejection]:
    """The reports of an open stream, packed or not; the stream is left open."""
    buffered = _buffered(opened.stream)
    if buffered.peek(2)[:2] == GZIP:
        buffered = _buffered(cast("BinaryIO", gzip.GzipFile(fileobj=buffered)))
    head = buffered.peek(HEAD_BYTES)[:HEAD_BYTES]
    file, part = opened.file, opened.part
    media_type = part.media_type if part else None
    reader = reader_for(opened.name, head, media_type, where=opened.where)
    if file and file.size > settings.max_bytes and not reader.streamed:
        raise too_large(opened.where, f"{file.size} bytes", settings.max_bytes)
    beside = GivenDetails(part.details if part else Details())
    if file and reader.sidecar:
        beside = details_beside(file.path)
    delivery = Delivery(
        opened.where,
        cast("BinaryIO", buffered),
        settings.max_bytes,
        part.encoding if part else None,
        part.address if part else None,
    )
    for item in reader.read(delivery, beside.details):
        if isinstance(item, Part):
            yield from _guarded(item.where, _take_part(item, settings, depth + 1))
        else:
            yield item
    yield from beside.rejections
    buffered.detach()


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    """The stream with a look at its first bytes."""
    return io.BufferedReader(cast("io.RawIOBase", stream), HEAD_BYTES)

"""What every reader shares: the delivery it reads, the details around a text, the Reader itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from onrecord.core.report import Capture, Rejection, Report
from onrecord.errors import InputError

STAGE = "intake"
HEAD_BYTES = 4096
"""Bytes looked at to tell a format: every sniffer's mark stands well within the first 4 KiB."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is told about a text beside the text itself; None or empty where nothing is told.

    `published` and `updated` are ISO 8601 already.
    """

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    given_id: str | None = None

    def over(self, other: Details) -> Details:
        """These details, with gaps filled from the other's."""
        return Details(
            outlet=self.outlet or other.outlet,
            url=self.url or other.url,
            title=self.title or other.title,
            byline=self.byline or other.byline,
            published=self.published or other.published,
            updated=self.updated or other.updated,
            language=self.language or other.language,
            given_id=self.given_id or other.given_id,
        )

    def but(self, **changes: str | None) -> Details:
        """The same with some of them changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One input, opened: where it comes from, its first bytes and the stream of the whole.

    `stream` starts at the first byte; `limit` is the most bytes that are held at once; `encoding`
    is what the transport declares; `address` is set for what was fetched.
    """

    where: str
    stream: BinaryIO
    limit: int
    encoding: str | None = None
    address: str | None = None

    def capture(self) -> Capture:
        """All bytes.

        Raises:
            InputError: there are more than `limit`.
        """
        data = self.stream.read(self.limit + 1)
        if len(data) > self.limit:
            raise too_large(self.where, f"more than {self.limit} bytes", self.limit)
        return Capture(self.where, data)


@dataclass(frozen=True, slots=True)
class Part:
    """An input inside another one: a file of an archive, a capture, the page of an e-mail.

    `name` tells its format by its suffix where `media_type` does not; `details` are what the
    container says of it, and win over what it says of itself.
    """

    where: str
    name: str
    data: bytes
    media_type: str | None = None
    encoding: str | None = None
    address: str | None = None
    details: Details = field(default_factory=Details)


Item = Report | Rejection | Part


@dataclass(frozen=True, slots=True)
class Reader:
    """One format. `sniff` looks at the first bytes where no suffix tells the format.

    `streamed`: read piece by piece, so that the size limit is one of a piece; `sidecar`: one
    report a file, which may have details in a file beside it; `binary`: its first bytes tell the
    format whatever the name says; `precise`: they tell it apart from others of the same suffix.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[Delivery, Details], Iterator[Item]]
    media_types: tuple[str, ...] = ()
    streamed: bool = False
    sidecar: bool = False
    binary: bool = False
    precise: bool = False


def refused(error: InputError, where: str) -> Rejection:
    """The rejection of an input that cannot be taken."""
    value = f": {error.value}" if error.value else ""
    return Rejection(STAGE, error.code, error.where or where, f"{error.message}{value}", error.hint)


def too_large(where: str, size: str, limit: int) -> InputError:
    """The error of an input above the size limit."""
    return InputError(
        f"Larger than the limit of {limit} bytes",
        code="too_large",
        value=size,
        where=where,
        hint="Split it, or set max_bytes in onrecord.toml.",
    )

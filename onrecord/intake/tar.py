"""Tar archives of any of the formats, plain or packed with gzip, bzip2 or xz."""

from __future__ import annotations

import lzma
import tarfile
import zlib
from collections.abc import Iterator

from onrecord.intake.archive import MOST_MEMBERS, Budget, bomb, damaged, members, seekable
from onrecord.intake.base import Delivery, Details, Item, Reader

MARK = slice(257, 262)
"""Where the header of a member says `ustar` (POSIX.1-1988)."""
PACKED = (b"BZh", b"\xfd7zXZ\x00")
WRONG = (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError)


def read(delivery: Delivery, given: Details) -> Iterator[Item]:
    """The files of an archive, in the order of their names; links and devices are passed over.

    Raises:
        InputError: it is damaged, or holds too much.
    """
    try:
        archive = tarfile.open(fileobj=seekable(delivery))  # noqa: SIM115  # read to the end below
        files = _files(archive, delivery.where)
    except WRONG as error:
        raise damaged(delivery.where, str(error)) from error
    budget = Budget.of(delivery)
    yield from members(files, lambda name: _unpacked(archive, files[name], budget), budget)


def _files(archive: tarfile.TarFile, where: str) -> dict[str, tarfile.TarInfo]:
    """Name → member, of the regular files.

    Raises:
        InputError: there are too many.
    """
    files: dict[str, tarfile.TarInfo] = {}
    for number, member in enumerate(archive):
        if number >= MOST_MEMBERS:
            raise bomb(where, f"more than {MOST_MEMBERS} files")
        if member.isreg():
            files[member.name] = member
    return files


def _unpacked(archive: tarfile.TarFile, member: tarfile.TarInfo, budget: Budget) -> bytes:
    where = f"{budget.where}!{member.name}"
    try:
        stream = archive.extractfile(member)
        return b"" if stream is None else budget.read(stream, where)
    except WRONG as error:
        raise damaged(where, str(error)) from error


def sniff(head: bytes) -> bool:
    """Whether the first bytes are a tar archive's, or packed as only archives are."""
    return head[MARK] == b"ustar" or head.startswith(PACKED)


READER = Reader(
    name="tar",
    suffixes=(".tar", ".tgz", ".tbz2", ".txz", ".bz2", ".xz"),
    sniff=sniff,
    read=read,
    media_types=("application/x-tar", "application/x-gtar"),
    streamed=True,
    binary=True,
)

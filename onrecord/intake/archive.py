"""What zip and tar share: which members are taken, with their sidecars, and within which limits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO

from onrecord.errors import InputError
from onrecord.intake.base import Delivery, Details, Item, Part, refused, too_large
from onrecord.intake.decoding import decode
from onrecord.intake.details import GivenDetails, details_from_json

MOST_MEMBERS = 100_000
"""Files of the largest archive: a year of a large newsroom. More is a bomb, or belongs in folders."""
MOST_TIMES = 100
"""Times `max_bytes` that all members together may unpack to; each alone may reach `max_bytes`."""
TEXTS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
"""Suffixes of members that may have a sidecar in the same archive."""
CHUNK = 1 << 20


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked. `where` is the archive."""

    where: str
    limit: int
    left: int

    @classmethod
    def of(cls, delivery: Delivery) -> Budget:
        """The budget of one archive."""
        return cls(delivery.where, delivery.limit, delivery.limit * MOST_TIMES)

    def read(self, stream: IO[bytes], where: str) -> bytes:
        """All bytes of a member.

        Raises:
            InputError: it is above the limit of one file, or all are above that of an archive.
        """
        data = stream.read(min(self.limit, self.left) + 1)
        if len(data) > self.limit:
            raise too_large(where, f"more than {self.limit} bytes unpacked", self.limit)
        if len(data) > self.left:
            self.left = 0
            raise bomb(self.where, f"{self.limit * MOST_TIMES} bytes unpacked and more to come")
        self.left -= len(data)
        return data


def members(
    names: Iterable[str], unpacked: Callable[[str], bytes], budget: Budget
) -> Iterator[Item]:
    """Each member of an archive as an input of its own, by name; a sidecar goes with its text.

    `unpacked` gives a member's bytes, and raises InputError where it cannot.

    Raises:
        InputError: there are none.
    """
    known = sorted(names)
    beside = sidecars(known)
    if not known:
        raise InputError(
            "An archive without files", code="empty", value="0 files", where=budget.where
        )
    for name in known:
        where = f"{budget.where}!{name}"
        if is_passed_over(name) or name in beside.values():
            continue
        try:
            given = GivenDetails(Details())
            if name in beside:
                given = details_of(unpacked(beside[name]), f"{budget.where}!{beside[name]}")
                yield from given.rejections
            yield Part(where, name, unpacked(name), details=given.details)
        except InputError as error:
            yield refused(error, where)
            if budget.left <= 0:
                return


def bomb(where: str, value: str) -> InputError:
    """The error of an archive that unpacks to more than anyone reads."""
    return InputError(
        "An archive that holds too much",
        code="archive",
        value=value,
        where=where,
        hint="Unpack it and give the files.",
    )


def damaged(where: str, reason: str) -> InputError:
    """The error of an archive that cannot be read."""
    return InputError(
        "Not an archive that can be read",
        code="archive",
        value=reason[:160],
        where=where,
        hint="Fetch or save it again, whole; a locked one must be unpacked first.",
    )


def seekable(delivery: Delivery) -> IO[bytes]:
    """The archive as a stream that can go back: the file itself, or a copy on disk.

    Raises:
        InputError: it is larger than an archive may unpack to.
    """
    if delivery.stream.seekable():
        return delivery.stream
    copy = TemporaryFile(prefix="onrecord-")  # noqa: SIM115  # the reader closes it
    left = delivery.limit * MOST_TIMES
    while data := delivery.stream.read(CHUNK):
        left -= len(data)
        if left < 0:
            copy.close()
            raise bomb(delivery.where, f"more than {delivery.limit * MOST_TIMES} bytes")
        copy.write(data)
    copy.seek(0)
    return copy


def is_passed_over(name: str) -> bool:
    """Whether a member is hidden, as systems put beside the files (`__MACOSX`, `.DS_Store`)."""
    parts = [part for part in PurePosixPath(name).parts if part not in {".", ".."}]
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def sidecars(names: Iterable[str]) -> dict[str, str]:
    """Member → its sidecar, of the texts and pages that have one in the archive."""
    known = set(names)
    found = {}
    for name in known:
        suffix = PurePosixPath(name).suffix
        # By its words, not as a path: tar writes "./a.txt" where a folder was packed as "."
        beside = f"{name.removesuffix(suffix)}.json"
        if suffix.lower() in TEXTS and beside in known:
            found[name] = beside
    return found


def details_of(data: bytes, where: str) -> GivenDetails:
    """The details in a sidecar of an archive.

    Raises:
        InputError: it cannot be read.
    """
    try:
        found = json.loads(decode(data, where))
    except (ValueError, RecursionError) as error:
        raise _broken(where, str(error)) from error
    if not isinstance(found, dict):
        raise _broken(where, f"{type(found).__name__} instead of an object")
    return details_from_json(found, where)


def _broken(where: str, reason: str) -> InputError:
    return InputError(
        "A sidecar that cannot be read, so its report is not taken",
        code="sidecar",
        value=reason,
        where=where,
        hint="Mend it or take it away.",
    )

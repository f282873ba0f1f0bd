"""Inputs as they are named: files, folders and globs become paths, in a fixed order."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.core.report import Rejection
from onrecord.errors import InputError
from onrecord.intake.base import refused
from onrecord.intake.sidecar import report_beside

MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Located:
    """A file to read, and its size in bytes."""

    path: Path
    size: int


def locate(name: str, names: Sequence[str]) -> Iterator[Located | Rejection]:
    """The files of one input; `names` are all inputs, so that a sidecar is known as one.

    Raises:
        InputError: there is no such file, it cannot be looked at, or nothing in it can be read.
    """
    found = _status(name)
    if found is not None:
        yield from (
            _walk(Path(name), found) if stat.S_ISDIR(found.st_mode) else _one(name, found, names)
        )
    elif MAGIC & set(name):
        yield from _matches(name)
    else:
        raise InputError(
            "No such file or folder",
            code="not_found",
            value=repr(name),
            where=name,
            hint="Check the spelling and the folder you are in.",
        )


def _status(name: str) -> os.stat_result | None:
    """What the system knows of a path; None where there is nothing.

    Raises:
        InputError: it cannot be looked at.
    """
    try:
        return os.stat(name)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error


def unreadable(name: str, error: Exception) -> InputError:
    """The error of a file that the system does not let us read."""
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(
        "Cannot be read",
        code="unreadable",
        value=reason,
        where=name[:200],
        hint="Check the file and its permissions.",
    )


def _one(name: str, found: os.stat_result, names: Sequence[str]) -> Iterator[Located | Rejection]:
    path = Path(name)
    if not stat.S_ISREG(found.st_mode):
        raise InputError(
            "Not a regular file",
            code="unreadable",
            value=repr(name),
            where=name,
            hint="Use - for a pipe.",
        )
    report = report_beside(path)
    if report is None:
        yield Located(path, found.st_size)
    elif os.path.normpath(report) not in {os.path.normpath(each) for each in names}:
        raise InputError(
            "A sidecar is no report of its own",
            code="sidecar",
            value=path.name,
            where=name,
            hint=f"Give {report}.",
        )


def _matches(pattern: str) -> Iterator[Located | Rejection]:
    """The files that a glob names, sorted.

    Raises:
        InputError: there are none.
    """
    names = sorted(glob.glob(pattern, recursive=True))
    if not names:
        raise InputError(
            "Nothing matches",
            code="not_found",
            value=repr(pattern),
            where=pattern,
            hint="Check the pattern.",
        )
    folders = [name for name in names if os.path.isdir(name)]
    for name in names:
        if name in folders and "**" not in pattern:
            yield from _walk(Path(name), os.stat(name))
        elif name not in folders:
            yield from _inside(Path(name))


def _walk(folder: Path, _: os.stat_result) -> Iterator[Located | Rejection]:
    """The files below a folder, sorted; hidden ones are passed over.

    Raises:
        InputError: there are none.
    """
    empty, refusals = True, list[Rejection]()

    def refuse(error: OSError) -> None:
        refusals.append(refused(unreadable(str(error.filename), error), str(folder)))

    for at, below, files in os.walk(folder, onerror=refuse):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                empty = False
                yield from _inside(Path(at, name))
    yield from refusals
    if empty and not refusals:
        raise InputError(
            "No files in this folder",
            code="empty_folder",
            value=repr(str(folder)),
            where=str(folder),
            hint="Give a folder that holds reports.",
        )


def _inside(path: Path) -> Iterator[Located | Rejection]:
    """A file of a folder or glob: sidecars go with their report, everything else is named."""
    if report_beside(path) is not None:
        return
    try:
        found = os.stat(path)
    except OSError as error:
        yield refused(unreadable(str(path), error), str(path))
        return
    if stat.S_ISREG(found.st_mode):
        yield Located(path, found.st_size)
    elif not stat.S_ISDIR(found.st_mode):
        yield refused(unreadable(str(path), ValueError("not a regular file")), str(path))

"""What an exporter is: a name, a suffix and a function that writes a record, as one file or several."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TextIO

from onrecord.core.record import RecordContents

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive, the first that zip knows: the same record, the same bytes."""
FILE_MODE = 0o100644 << 16
"""A regular file that its owner may write and all may read, as zip keeps it."""


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file of an export. `name` is its path below the export's folder, with `/`."""

    name: str
    data: bytes


Files = Callable[[RecordContents], Iterator[ExportedFile]]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format. `write` gives the same bytes for the same contents, on any machine.

    `files` is set for a format of several files: `write` packs them into a zip archive.
    """

    name: str
    suffix: str
    about: str
    write: Callable[[RecordContents, BinaryIO], None]
    files: Files | None = None


def of_text(
    name: str, suffix: str, about: str, write: Callable[[RecordContents, TextIO], None]
) -> Exporter:
    """An exporter of one text file, in UTF-8."""

    def encoded(contents: RecordContents, stream: BinaryIO) -> None:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
        try:
            write(contents, text)
        finally:
            text.detach()  # flushes, and leaves the stream open

    return Exporter(name, suffix, about, encoded)


def of_files(name: str, about: str, files: Files) -> Exporter:
    """An exporter of several files."""
    return Exporter(
        name,
        ".zip",
        about,
        lambda contents, stream: write_zip(files(contents), stream),
        files,
    )


def text_file(name: str, text: str) -> ExportedFile:
    """A file of an export from its text."""
    return ExportedFile(name, text.encode("utf-8"))


def write_zip(files: Iterable[ExportedFile], stream: BinaryIO) -> None:
    """The files as a zip archive that is the same on each run."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = FILE_MODE
            entry.create_system = 3
            archive.writestr(entry, file.data)


def write_folder(files: Iterable[ExportedFile], folder: Path) -> list[Path]:
    """The files below a folder, which is made where there is none; their paths.

    Raises:
        OSError: one cannot be written.
    """
    written = []
    for file in files:
        path = folder.joinpath(*PurePosixPath(file.name).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        written.append(path)
    return written

"""Sidecars: `<stem>.json` beside a text or page, with its details."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.errors import InputError
from onrecord.intake.base import Details
from onrecord.intake.decoding import decode
from onrecord.intake.details import GivenDetails, details_from_json
from onrecord.intake.readers import READERS

SUFFIX = ".json"
LARGEST = 1 << 20
"""Bytes of the largest sidecar: a handful of fields, so a megabyte is no sidecar."""


def stem(path: Path) -> str:
    """A file's name without its format's suffix (and without `.gz`)."""
    bare = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return bare.stem


def report_beside(path: Path) -> Path | None:
    """The text or page that a JSON file is the sidecar of; None where it is none's."""
    if path.suffix.lower() != SUFFIX:
        return None
    endings = [suffix for reader in READERS if reader.sidecar for suffix in reader.suffixes]
    names = (path.with_name(path.stem + end + packed) for end in endings for packed in ("", ".gz"))
    return next((name for name in names if name.is_file()), None)


def details_beside(path: Path) -> GivenDetails:
    """The details in a file's sidecar; none where it has no sidecar.

    Raises:
        InputError: the sidecar cannot be read. A report without its outlet and date would count
            as another one, so it is not taken until the sidecar is mended.
    """
    beside = path.with_name(stem(path) + SUFFIX)
    if not beside.is_file():
        return GivenDetails(Details())
    where = str(beside)
    try:
        if beside.stat().st_size > LARGEST:
            raise broken(where, f"larger than {LARGEST} bytes", path)
        data = json.loads(decode(beside.read_bytes(), where))
    except OSError as error:
        raise broken(where, str(error.strerror), path) from error
    except (ValueError, RecursionError) as error:
        raise broken(where, str(error), path) from error
    if not isinstance(data, dict):
        raise broken(where, f"{type(data).__name__} instead of an object", path)
    try:
        return details_from_json(data, where)
    except InputError as error:
        raise broken(where, f"{error.message}: {error.value}", path, error.hint) from error


def broken(
    where: str, reason: str, path: Path, hint: str = "Mend it or take it away."
) -> InputError:
    """The error of a sidecar that cannot be read."""
    return InputError(
        f"The sidecar of {path.name} cannot be read, so the report is not taken",
        code="sidecar",
        value=reason,
        where=where,
        hint=hint,
    )

"""What an exporter is: a name, a suffix and a function that writes a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from onrecord.core.record import RecordContents


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format. `write` gives the same characters for the same contents, on any machine."""

    name: str
    suffix: str
    about: str
    write: Callable[[RecordContents, TextIO], None]

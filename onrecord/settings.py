"""Settings: read once at the edge, then passed down. One frozen value, no module-level state."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from onrecord.errors import UsageError

SETTINGS_FILE = "onrecord.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set in `onrecord.toml` or with flags.

    `workers`: threads for the encoder (0: all cores). `max_bytes`: the largest single file that is
    read (of JSON Lines, which are streamed, the longest line); 64 MiB, some two thousand times a
    long report, so that a disk image is refused before it fills the memory. `batch`: reports stored
    in one transaction; after an interruption at most that many are read again. `private`: whether
    addresses of this machine and of private networks may be fetched; off, so that a feed cannot
    lead into the newsroom's own network. `weights`: a folder of encoder weights to read with; the
    empty name stands for those that ship.
    """

    workers: int = 0
    max_bytes: int = 64 * 1024 * 1024
    batch: int = 32
    private: bool = False
    weights: str = ""


def load_settings(path: Path | None = None) -> Settings:
    """Settings from a TOML file; the defaults where there is none.

    Raises:
        UsageError: the file is no TOML, names an unknown setting or gives a wrong type.
    """
    source = path or Path(SETTINGS_FILE)
    if path is None and not source.is_file():
        return Settings()
    try:
        given = tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"Settings cannot be read: {error}", value=str(source), hint="Give a TOML file."
        ) from error
    known = {field.name: field.default for field in fields(Settings)}
    for name, value in given.items():
        fits = name in known and type(value) is type(known[name])
        if not fits or (type(value) is int and value < 0):
            raise UsageError(
                "Not a setting, or not a whole number or true or false where it must be one",
                value=f"{name} = {value}",
                where=str(source),
                hint=f"Settings are {', '.join(sorted(known))}.",
            )
    return Settings(**given)

"""Parts of other packages: found by their entry points, asked for only when they are needed."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TypeVar

from onrecord.errors import UsageError

Part = TypeVar("Part")


def plugins(group: str, kind: type[Part]) -> tuple[Part, ...]:
    """The parts that installed packages offer in a group, in the order of their names.

    Raises:
        UsageError: one cannot be imported, or is no such part.
    """
    found = []
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        try:
            part = point.load()
        except (ImportError, AttributeError) as error:
            raise _broken(point.name, group, str(error)) from error
        if not isinstance(part, kind):
            raise _broken(point.name, group, f"{type(part).__name__}, not {kind.__name__}")
        found.append(part)
    return tuple(found)


def _broken(name: str, group: str, reason: str) -> UsageError:
    return UsageError(
        f"An installed part cannot be used: {reason}",
        value=name,
        where=group,
        hint="Update or remove the package that offers it.",
    )

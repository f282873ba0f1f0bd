"""Optional libraries: asked for only when a format needs them, so that the core install stays light."""

from __future__ import annotations

from importlib import import_module, util
from types import ModuleType

from onrecord.errors import UsageError


def require(name: str, extra: str) -> ModuleType:
    """The optional library of that name, imported when it is needed.

    Raises:
        UsageError: it is not installed; the hint names the extra that brings it.
    """
    if util.find_spec(name) is None:
        raise UsageError(
            "This needs a library that is not installed",
            value=name,
            hint=f"Install the extra: pip install 'onrecord[{extra}]'",
        )
    return import_module(name)

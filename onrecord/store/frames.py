"""Arrow and pandas, which are an extra: asked for only when a table is wanted in their form."""

from __future__ import annotations

from importlib import import_module, util
from types import ModuleType

from onrecord.errors import UsageError

EXTRA_HINT = "Install the extra: pip install 'onrecord[tables]'"


def require(name: str) -> ModuleType:
    """The optional library. It is imported when it is needed, since the core install lacks it.

    Raises:
        UsageError: it is not installed.
    """
    if util.find_spec(name) is None:
        raise UsageError("This needs a library that is not installed", value=name, hint=EXTRA_HINT)
    return import_module(name)

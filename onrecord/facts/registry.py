"""The fact types, one line each: what the record can hold, in the order in which it is shown."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.facts.base import FactType

FACT_TYPES: tuple[FactType, ...] = ()


def fact_type(field: str) -> FactType:
    """The fact type of a field.

    Raises:
        UsageError: no fact type has that field.
    """
    for known in FACT_TYPES:
        if known.field == field:
            return known
    fields = ", ".join(known.field for known in FACT_TYPES)
    raise UsageError("No such field", value=field, hint=f"The fields are: {fields}")

"""The fact types, one line each: what the record can hold, in the order in which it is shown."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.facts import (
    person_affiliation,
    person_age,
    person_alias,
    person_birthplace,
    person_condition,
    person_gender,
    person_injury,
    person_nationality,
    person_relation,
    person_residence,
    person_role,
)
from onrecord.facts.base import FactType

FACT_TYPES: tuple[FactType, ...] = (
    person_age.TYPE,
    person_role.TYPE,
    person_affiliation.TYPE,
    person_residence.TYPE,
    person_birthplace.TYPE,
    person_nationality.TYPE,
    person_gender.TYPE,
    person_condition.TYPE,
    person_injury.TYPE,
    person_alias.TYPE,
    person_relation.TYPE,
)


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

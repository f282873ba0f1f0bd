"""The fact types, one line each: what the record can hold, in the order in which it is shown."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.facts import (
    incident_arrested,
    incident_charge,
    incident_claimed_by,
    incident_damage,
    incident_date,
    incident_evacuated,
    incident_injured,
    incident_kidnapped,
    incident_killed,
    incident_missing,
    incident_motive,
    incident_perpetrator,
    incident_perpetrator_group,
    incident_perpetrators,
    incident_perpetrators_arrested,
    incident_perpetrators_killed,
    incident_place,
    incident_question,
    incident_related,
    incident_rescued,
    incident_responder,
    incident_target,
    incident_time,
    incident_type,
    incident_victim,
    incident_weapon,
    incident_witness,
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
    incident_type.TYPE,
    incident_date.TYPE,
    incident_time.TYPE,
    incident_place.TYPE,
    incident_killed.TYPE,
    incident_injured.TYPE,
    incident_missing.TYPE,
    incident_kidnapped.TYPE,
    incident_rescued.TYPE,
    incident_evacuated.TYPE,
    incident_arrested.TYPE,
    incident_perpetrators.TYPE,
    incident_perpetrators_killed.TYPE,
    incident_perpetrators_arrested.TYPE,
    incident_perpetrator.TYPE,
    incident_perpetrator_group.TYPE,
    incident_victim.TYPE,
    incident_target.TYPE,
    incident_responder.TYPE,
    incident_witness.TYPE,
    incident_weapon.TYPE,
    incident_claimed_by.TYPE,
    incident_motive.TYPE,
    incident_charge.TYPE,
    incident_damage.TYPE,
    incident_question.TYPE,
    incident_related.TYPE,
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

"""The order in which a brief shows things."""

from __future__ import annotations

from onrecord.core.moments import moment
from onrecord.core.record import RecordReport
from onrecord.export.words import FIELD_ORDER

FIGURES = (
    "incident.killed",
    "incident.injured",
    "incident.missing",
    "incident.kidnapped",
    "incident.rescued",
    "incident.evacuated",
    "incident.perpetrators",
    "incident.perpetrators_killed",
    "incident.perpetrators_arrested",
    "incident.arrested",
)
"""Counts, in the order in which a reader asks for them."""

QUIET_FIELDS = frozenset({"incident.question"})
"""Fields that have their own place on the page."""

PERSON_ORDER = (
    "person.role",
    "person.affiliation",
    "person.age",
    "person.condition",
    "person.injury",
)
"""What a reader asks first of a person; the rest follows as the fact types are listed."""


MINOR_FIELDS = frozenset({"person.gender", "person.alias"})
"""Of whom no more is known is listed behind the rest."""


def by_publication(entry: RecordReport) -> tuple[bool, float, str]:
    """A report's place by its date; those without one come last."""
    at = moment(entry.report.published)
    return (at is None, at.timestamp() if at else 0.0, entry.report.id)


def field_place(field: str) -> int:
    """A field's place among the fact types; those that nobody lists come last."""
    return FIELD_ORDER.get(field, len(FIELD_ORDER))


def person_place(field: str) -> int:
    """A person field's place."""
    if field in PERSON_ORDER:
        return PERSON_ORDER.index(field) - len(PERSON_ORDER)
    return field_place(field)

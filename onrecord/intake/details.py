"""Details from JSON: the fields of a sidecar or of a JSON Lines record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.core.report import Rejection
from onrecord.errors import InputError
from onrecord.intake.base import STAGE, Details
from onrecord.intake.dates import normalise

TEXT_FIELDS = ("outlet", "url", "title", "language")
DATE_FIELDS = ("published", "updated")
JOINT = re.compile(r"\s*(?:,|;|\||\band\b|&)\s*", re.IGNORECASE)
BY = re.compile(r"^\s*(?:written\s+)?by\s*:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GivenDetails:
    """The details, and the parts of them that could not be taken."""

    details: Details
    rejections: tuple[Rejection, ...] = ()


def details_from_json(data: Mapping[str, Any], where: str) -> GivenDetails:
    """Details from the contract's fields; others are passed over.

    A date that cannot be read is left out and comes back as a rejection of that part.

    Raises:
        InputError: a field is of a wrong type.
    """
    texts = {name: _text(data, name, where) for name in TEXT_FIELDS}
    given = {name: _text(data, name, where) for name in DATE_FIELDS}
    dates = {name: normalise(value) if value else None for name, value in given.items()}
    bad = [_bad_date(name, v, where) for name, v in given.items() if v and dates[name] is None]
    given_id = data.get("id")
    if given_id is not None and (
        isinstance(given_id, bool) or not isinstance(given_id, (str, int))
    ):
        raise _wrong_type("id", given_id, where, "a text or a whole number")
    details = Details(
        **texts,
        **dates,
        byline=_byline(data, where),
        given_id=None if given_id is None else str(given_id),
    )
    return GivenDetails(details, tuple(bad))


def byline_names(line: str) -> tuple[str, ...]:
    """The names of a byline: "By Ann Ash and Ben Birch" names two."""
    parts = (part.strip(" .") for part in JOINT.split(BY.sub("", line)))
    return tuple(dict.fromkeys(part for part in parts if part))


def _text(data: Mapping[str, Any], name: str, where: str) -> str | None:
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong_type(name, value, where, "a text")
    return value.strip() or None


def _byline(data: Mapping[str, Any], where: str) -> tuple[str, ...]:
    value = data.get("byline")
    if value is None:
        return ()
    if isinstance(value, str):
        return byline_names(value)
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(name.strip() for name in value if name.strip())
    raise _wrong_type("byline", value, where, "a text or a list of texts")


def _wrong_type(name: str, value: object, where: str, wanted: str) -> InputError:
    return InputError(
        f"Field {name} is not {wanted}",
        code="field",
        value=repr(value)[:80],
        where=where,
        hint=f"Give {name} as {wanted}, or leave it out.",
    )


def _bad_date(name: str, value: str, where: str) -> Rejection:
    return Rejection(
        stage=STAGE,
        code="date",
        where=where,
        detail=f"Field {name} is not a date that can be read one way only: {value!r}",
        hint="Give it as ISO 8601, such as 2024-05-11T18:05:00+02:00.",
    )

"""Incidents tied by the same attacker: what the merging of names across incidents says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.core.values import Link
from onrecord.reconcile.claims import Said

PERPETRATOR = "incident.perpetrator"
RELATED = "incident.related"


def same_attacker(said: Sequence[Said], names: Mapping[str, str]) -> list[Said]:
    """Claims that an incident has the attacker of another one.

    Each incident is tied to the one with the attacker's earliest claim, so that a hundred robberies of one
    man give a hundred ties and not five thousand. Only names tie; "the gunman" is somebody else elsewhere.
    """
    by_attacker: dict[str, list[Said]] = {}
    for one in said:
        name = names.get(str(one.claim.value), "")
        if one.field == PERPETRATOR and not one.denies and name[:1].isupper():
            by_attacker.setdefault(str(one.claim.value), []).append(one)
    found: list[Said] = []
    for claims in by_attacker.values():
        first = min(claims, key=lambda s: (s.order, s.incident)).incident
        found += [_tied(one, first) for one in claims if one.incident != first]
    return found


def _tied(one: Said, to: str) -> Said:
    return replace(
        one,
        field=RELATED,
        claim=replace(one.claim, value=Link(to, "same_perpetrator"), as_of=None),
    )


def incident_words(kind: str, incident: str) -> str:
    """An incident in the words of a finding about another one: "the fire i1a2b3c4"."""
    return f"the {'incident' if kind == 'other' else kind.replace('_', ' ')} {incident[:9]}"

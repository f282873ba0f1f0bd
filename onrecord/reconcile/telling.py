"""Words for moves: "Killed: 11 → 12 (county hospital, by way of Fjordwire)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.record import Step
from onrecord.facts.base import FactType
from onrecord.reconcile.claims import NO_DATE, Said
from onrecord.reconcile.moves import Move
from onrecord.reconcile.settle import Rival

STEP_WORDS: Mapping[Step, str] = {
    "first": "",
    "risen": "",
    "fallen": "",
    "changed": "",
    "finer": "told more exactly",
    "confirmed": "confirmed by another origin",
    "corrected": "corrected",
    "withdrawn": "withdrawn",
    "denied": "denied",
    "disputed": "disputed",
}
"""What is said of a step beside the values; the arrow between two values says the rest."""

MOST_CARRIERS = 2
"""Carriers that are named; more are counted."""


def told(
    move: Move, kind: FactType, names: Mapping[str, str], *, since: str, step_too: bool = True
) -> str:
    """A move in words. Those who spoke from the moment `since` on brought it about.

    `step_too`: the step has a word of its own, where the values do not tell it.
    """
    who = brought_by(move, since)
    subject = move.after.leading.said[0].subject
    of = "" if kind.field.startswith("incident.") else f" of {names.get(subject, subject)}"
    step = STEP_WORDS[move.step] if step_too else ""
    said = f"{kind.label}{of}: {values(move, kind, names)}{f', {step}' if step else ''}"
    by = by_whom(who, names)
    return f"{said} ({by})" if by else said


def values(move: Move, kind: FactType, names: Mapping[str, str]) -> str:
    """The value, or the old and the new one; of a dispute, what it is disputed with."""
    new = kind.show(move.after.leading.value, dict(names))
    if move.step == "disputed":
        others = [kind.show(rival.node.value, dict(names)) for rival in rivals(move)]
        return f"{new} against {', '.join(others)}" if others else new
    if move.before is None:
        return new
    old = kind.show(move.before.leading.value, dict(names))
    return new if old == new else f"{old} → {new}"


def brought_by(move: Move, since: str) -> list[Said]:
    """The claims since a moment that made the move: for the value or, of a denial, against it."""
    leading = move.after.leading
    if move.step in ("denied", "withdrawn") and leading.against:
        pool = list(leading.against)
    elif move.step == "disputed":
        new = [one for rival in rivals(move) for one in rival.node.for_it]
        pool = [*leading.against, *new] or list(leading.for_it)
    else:
        pool = list(leading.for_it)
    return [one for one in pool if since <= one.when != NO_DATE] or pool


def rivals(move: Move) -> list[Rival]:
    """The values that the new one is disputed with."""
    return [rival for rival in move.after.rivals if rival.relation == "disputed"]


def by_whom(said: Sequence[Said], names: Mapping[str, str]) -> str:
    """Who says it, and by way of whom it came."""
    speakers = sorted({names.get(one.speaker, one.speaker) for one in said})
    carriers = sorted(_carriers(said, names) - set(speakers))
    who = ", ".join(speakers)
    return f"{who}, by way of {_counted(carriers)}" if carriers and who else who


def _carriers(said: Sequence[Said], names: Mapping[str, str]) -> set[str]:
    """Names of those who passed it on: the later links of the chains, and the outlets."""
    passed = {link for one in said for link in one.claim.chain[1:]}
    outlets = {one.publisher for one in said if one.publisher != one.speaker}
    return {names[link] for link in passed | outlets if link in names}


def _counted(carriers: Sequence[str]) -> str:
    if len(carriers) > MOST_CARRIERS:
        return f"{len(carriers)} others"
    return " and ".join(carriers)

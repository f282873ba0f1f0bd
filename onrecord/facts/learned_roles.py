"""Fillers of an incident's roles that the encoder sees: victims, attackers, groups, targets, weapons.

Rules find a role where words of a deed stand beside it; the encoder also where a report only goes on
about it. Its fillers add to what the rules find, and take nothing away.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.annotation import RoleFiller
from onrecord.core.reading import Entity
from onrecord.core.span import Span
from onrecord.facts.base import Context, Found

SURE_FILLER = {"perpetrator": 0.5, "group": 0.5, "target": 0.5, "weapon": 0.5, "victim": 0.7}
"""From this score on a filler is taken. Of 0.4 to 0.8 the best by role on MUC-4's dev reports; of
victims 0.6 gives as many right roles, 0.7 better templates. Re-run `python -m benchmarks.muc4` when
the weights change."""
ARTICLE = 12
"""How far before a filler the mention may begin that it ends with: an article, a rank."""
ATTACKS = frozenset(
    "shooting bombing explosion stabbing vehicle_ramming arson armed_assault assassination kidnapping"
    " hostage_taking hijacking police_shooting execution raid sabotage chemical_attack robbery clash"
    " threat".split()
)
"""The types whose roles the encoder has learnt; of a trial or a crash it sees victims that are none."""
PEOPLE = frozenset(("person", "group"))
KINDS = {
    "perpetrator": PEOPLE,
    "victim": PEOPLE,
    "group": frozenset(("organisation", "group")),
    "target": frozenset(("facility", "organisation", "place", "vehicle", "object")),
    "weapon": frozenset(("weapon", "vehicle", "object")),
}
"""Kinds of entity that may fill each role."""


def is_sure(filler: RoleFiller) -> bool:
    """Whether a filler is taken.

    Of victims, those with a name: one without ("three shoppers") is as often somebody who stood by,
    or a second word for one who is named.
    """
    return not filler.described and filler.score >= SURE_FILLER[filler.role]


def learned(context: Context, role: str, field: str) -> Iterator[Found]:
    """The fillers of a role as facts, each entity of each incident once."""
    seen: set[tuple[str, str]] = set()
    for filler in context.fillers:
        if filler.role != role or not is_sure(filler):
            continue
        one = _entity(context, filler)
        about = context.incident_at(filler.span)
        incident = about.id
        if one is None or about.type not in ATTACKS or (incident, one.id) in seen:
            continue
        seen.add((incident, one.id))
        yield Found(
            incident,
            field,
            one.id,
            (filler.span,),
            confidence=round(filler.score, 2),
            incident=incident,
            at=filler.span,
        )


def beside(found: list[Found], more: Iterator[Found]) -> list[Found]:
    """What was found, and of the others those with another value for their subject."""
    known = {(f.subject, str(f.value)) for f in found}
    return [*found, *(f for f in more if (f.subject, str(f.value)) not in known)]


def instead(found: list[Found], more: Iterator[Found]) -> list[Found]:
    """What was found, and the others of incidents of which nothing was.

    For roles that few fill: a second attacker is mostly another word for the first.
    """
    told = {f.subject for f in found}
    return [*found, *(f for f in more if f.subject not in told)]


def _entity(context: Context, filler: RoleFiller) -> Entity | None:
    """The entity whose mention ends where the filler does: articles and ranks before it may differ."""
    kinds = KINDS[filler.role]
    around = Span(max(0, filler.span.start - ARTICLE), filler.span.end)
    ending = [
        (abs(mention.span.start - filler.span.start), one)
        for mention, one in context.mentions_in(around)
        if mention.span.end == filler.span.end and one.kind in kinds
    ]
    if ending:
        return min(ending, key=lambda pair: pair[0])[1]
    wider = context.mention_at(filler.span.start)
    return wider[1] if wider and wider[1].kind in kinds else None

"""Fillers of an incident's roles that the encoder sees: victims, attackers, groups, targets, weapons.

It has learnt them from wires in capitals. There it decides alone, as the rules lean on letter case:
with an earlier run's weights F1 of roles on MUC-4's dev reports was 32 with the rules beside it, 39
without. In other prose it adds named victims, weapons and groups to what the rules find, and takes
nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.core.annotation import RoleFiller
from onrecord.core.reading import Entity
from onrecord.core.span import Span
from onrecord.facts.base import Context, Found

SURE_FILLER = {"group": 0.5, "weapon": 0.5, "victim": 0.65}
"""From this score on a filler in prose is taken; roles that are not named are left to the rules.
Attackers and targets that it added on `quality/cases` and the newsroom set were wrong, six in six.
Of victims 0.4 to 0.85 were tried on gva_longtail's dev records and the newsroom set: 0.55 gives more
right names in the former, and loses four points of precision in the latter.
Re-run `python -m quality.gate` and `python -m benchmarks.muc4` when the weights change."""
SHOOTINGS = frozenset(("shooting", "police_shooting"))
"""Most victims by name were learnt from reports of these."""
SURE_VICTIM_ELSEWHERE = 0.85
NEVER = 2.0
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


def sure_fillers(fillers: Iterable[RoleFiller], *, capitals: bool) -> tuple[RoleFiller, ...]:
    """The fillers that are taken: of a text in capitals all, of others the sure ones.

    Of victims, those with a name: one without ("three shoppers") is as often somebody who stood by,
    or a second word for one who is named.
    """
    named = (f for f in fillers if not f.described)
    return tuple(f for f in named if capitals or f.score >= SURE_FILLER.get(f.role, NEVER))


def with_learned(context: Context, role: str, field: str, told: Iterable[Found]) -> Iterator[Found]:
    """What the rules found and the encoder beside it; of a text in capitals what the encoder sees."""
    learned = _learned(context, role, field)
    if context.encoder_decides:
        yield from learned
        return
    found = list(told)
    known = {(f.subject, str(f.value)) for f in found}
    yield from found
    yield from (f for f in learned if (f.subject, str(f.value)) not in known)


def _learned(context: Context, role: str, field: str) -> Iterator[Found]:
    """The fillers of a role as facts: each entity of each incident once, where it is surest."""
    best: dict[tuple[str, str], RoleFiller] = {}
    for filler in context.fillers:
        one, about = _entity(context, filler), context.incident_at(filler.span)
        if filler.role != role or one is None:
            continue
        if context.encoder_decides or _fits(filler, about.type):
            key = (about.id, one.id)
            best[key] = max(best.get(key, filler), filler, key=lambda f: f.score)
    for (incident, value), filler in best.items():
        yield Found(
            incident,
            field,
            value,
            (filler.span,),
            confidence=round(filler.score, 2),
            incident=incident,
            at=filler.span,
        )


def _fits(filler: RoleFiller, kind: str) -> bool:
    """Whether a filler is sure enough for what happened."""
    if filler.role == "victim" and kind not in SHOOTINGS:
        return kind in ATTACKS and filler.score >= SURE_VICTIM_ELSEWHERE
    return kind in ATTACKS


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

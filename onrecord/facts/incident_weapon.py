"""What an incident was done with: weapons, and the vehicle of a ramming or crash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.reading import Certainty, Entity, EntityMention, ReportIncident
from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import any_of
from onrecord.facts.learned_roles import with_learned
from onrecord.facts.scenes import clause_around, tellings
from onrecord.facts.show import entity

WITH_VEHICLE = frozenset({"vehicle_ramming", "accident", "crash", "robbery", "kidnapping"})
ANY_WEAPON = re.compile(
    r"(?:the|a|an|his|her|their|its|this|that|no|any|some|which)?\ ?(?:(?:same|murder|real|loaded|other)\ )?"
    r"(?:weapons?|guns?|arms?|shots?|shells?|ammunition|(?<!rubber\ )(?<!plastic\ )bullets?|explosives)$",
    re.VERBOSE | re.IGNORECASE,
)
"""Words for weapons at large: they tell none."""
USED = re.compile(
    r"\b(?:with|using|us(?:ed|es|e)|fir(?:ed|ing)|armed|weapons?|gun|brandish\w*|wav(?:ed|ing)|wield\w*"
    r"|carr(?:ied|ying)|recovered|found|seized|drew|pulled\ out|point(?:ed|ing)|threw|throwing|hurl\w*"
    r"|detonat\w*|planted|shot|stabb\w*|smash\w*|attack\w*|knocked|explod\w*|had\ used|got|by"
    r"|[Ii]t\ (?:was|is)|sp(?:oke|eaks)\ of|throw|hurl|pour(?:ed|ing)?|spray(?:ed|ing)?|lob(?:bed|bing)?"
    r"|doused|struck|beat(?:en|ing)?|hit|fire|deployed)\b",
    re.VERBOSE,
)
DRIVEN = re.compile(
    r"\b(?:dr(?:ove|iven|iving|ive)|plough\w*|plow\w*|ramm\w*|rolled|turned|hits?|struck|crash\w*|steer\w*"
    r"|(?:vehicle|van|lorry|truck|car)\ (?:was|is)|mow\w*|careered|veered|sped|hir(?:ed?|ing)|rented"
    r"|coll(?:ided|ision)|swerved|overturned|derailed|said|treated)\b",
    re.VERBOSE,
)
NO_WEAPON_VEHICLE = re.compile(
    r"\b(?:police|patrol|fire|ambulance|helicopter|tram|rescue|emergency|parked\ car|bus\ stop|their|plane"
    r"|trains?)\b",
    re.VERBOSE | re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:not|no)\ (?:a\ |an\ |the\ )?(?:\w+\ )?$", re.VERBOSE)
POSSIBLE = re.compile(
    r"\b(?:probably|possibly|perhaps|apparently|maybe|may\ have\ been|might\ be)\b", re.VERBOSE
)


def find(context: Context) -> Iterator[Found]:
    """What the words tell, and what the encoder sees beside it."""
    yield from with_learned(context, "weapon", "incident.weapon", _told(context))


def _told(context: Context) -> Iterator[Found]:
    """The weapons and vehicles that a report ties to each incident."""
    for incident in context.incidents:
        vehicles: dict[str, str] = {}
        for telling in tellings(context, incident):
            for mention, one in context.mentions_in(telling.sentence):
                clause = clause_around(context.text, telling.sentence, mention.span)
                if not _is_weapon(context.text, incident, mention, one, clause):
                    continue
                if one.kind == "vehicle" and vehicles.setdefault(_head(one), one.id) != one.id:
                    continue  # "the van" after "a white van" is the same one
                yield _found(context, incident, mention, one, clause)


def _head(one: Entity) -> str:
    return one.name.lower().split()[-1]


def _is_weapon(
    text: str, incident: ReportIncident, mention: EntityMention, one: Entity, clause: Span
) -> bool:
    words = mention.span.cut(text)
    if mention.form == "pronoun" or ANY_WEAPON.match(words):
        return False
    around = clause.cut(text)
    if one.kind == "weapon":
        return bool(USED.search(around)) and "drawn" not in around
    if one.kind == "vehicle":
        return (
            incident.type in ("vehicle_ramming", "accident", "crash")
            and not NO_WEAPON_VEHICLE.search(words)
            and _tells_more(words)
            and bool(DRIVEN.search(around) or DENIED.search(text[: mention.span.start][-30:]))
        )
    return False


def _tells_more(words: str) -> bool:
    """Whether the words say what vehicle it is: "the vehicle" does not."""
    return not re.search(r"\b(?:the|that|this|its|his|her)\b.*\bvehicle$|^vehicle$", words.lower())


def _found(
    context: Context, incident: ReportIncident, mention: EntityMention, one: Entity, clause: Span
) -> Found:
    before = context.text[max(clause.start, mention.span.start - 30) : mention.span.start]
    certainty: Certainty | None = None
    if DENIED.search(before):
        certainty = "denied"
    elif POSSIBLE.search(before):
        certainty = "possible"
    return Found(
        incident.id,
        "incident.weapon",
        one.id,
        (mention.span,),
        certainty=certainty,
        incident=incident.id,
    )


TYPE = FactType(
    field="incident.weapon",
    label="Weapon",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)

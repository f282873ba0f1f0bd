"""Where an incident was: towns, countries, streets and buildings, each at its own level."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from onrecord.core.reading import Entity, EntityMention, Gazetteer, ReportIncident
from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found, once
from onrecord.facts.compare import any_of, fold
from onrecord.facts.counting import is_title
from onrecord.facts.demonyms import DEMONYMS
from onrecord.facts.places import distance, locate
from onrecord.facts.scenes import Telling, clause_around, tellings
from onrecord.facts.setting import setting_of
from onrecord.facts.show import entity

HEAD = 6
"""Tellings at the head of a report in which places are looked for even without a trigger word."""
SAME_TOWN_KM = 30

LOCATED = re.compile(
    r"(?:\b(?:in|at|near|outside|inside|on|into|onto|through|across|around|along"
    r"|(?<!because\ )of|within|beside"
    r"|off|behind|under|opposite)\ (?:the\ |a\ |an\ )?(?:[\w'’-]+\ ){0,5}?"
    r"|[A-ZÀ-Þ][\w'’]+,\ |[’']s\ )$",
    re.VERBOSE,
)
AT_ONCE = re.compile(
    r"\b(?:(?:in|into|along|down|at|near|outside|inside|on|through|under|(?:ruins|rubble|site|part)\ of)"
    r"|\bblock\ of"
    r"|(?:in|at|near|on)\ the\ (?:\w+\ )?(?:town|village|city|district|suburb|valley|area)\ of)"
    r"\ (?:the\ |a\ |an\ |another\ )?(?:[\w'’-]+\ ){0,1}$"
    r"|\b(?:(?:set|setting|sets)\ (?:fire|light)\ to|torch(?:ed|ing)|burn(?:ed|t)\ down|storm(?:ed|ing)"
    r"|firebomb(?:ed|ing)|shell(?:ed|ing)|bomb(?:ed|ing))\ (?:the\ |an?\ )?$",
    re.VERBOSE,
)
"""The words right before a place that the gazetteer lacks, or a building without a name."""
NOT_THERE = re.compile(
    r"\bfrom\ (?:(?!(?:in|at|on|ruins|rubble|site|scene)\b)[\w'’-]+\ ){0,5}$|\b(?:hospital"
    r"|clinic|born|lives?d?"
    r"|(?i:court|police|prosecutors|officials)\ in|treated|flown|taken\ to|told|fled|escaped"
    r"|sentenced|buried|away"
    r"|kilomet\w+|miles|walked\ into|studied|works?|as\ far|towards?|came\ to|moved|native|sent"
    r"|centre\ for|according)\b",
    re.VERBOSE,
)
"""Words before a place that put something else there."""
AWAY = re.compile(r"\b(?:from|hospital|told|conference|flown|born|lives?|lived|court|embassy)\b")
HELD = re.compile(r"\b(?:arrested|detained|nicked|charged|released|freed|sentenced)\b")
NO_SITE = re.compile(
    r"\b(?:hospital|clinic|prison|jail|burns\ unit|morgue|newspaper"
    r"|(?<!gas\ )(?<!petrol\ )(?<!filling\ )(?<!service\ )(?<!bus\ )(?<!train\ )(?<!railway\ )(?<!metro\ )"
    r"(?<!subway\ )(?<!tube\ )(?<!polling\ )station)\b",
    re.VERBOSE | re.IGNORECASE,
)
BUILDING = re.compile(
    r"\b(?:courthouse|school|church|mosque|synagogue|temple|hotel|airport|stadium|theatre|theater|nightclub|bar"
    r"|restaurant|supermarket|mall|bank|university|embassy|barracks|factory|parliament|cinema|museum"
    r"|laundromat|launderette|hostel|shelter|warehouse|garage|car\ park|parking\ (?:lot|garage)|motel"
    r"|(?:gas|petrol|filling|service|bus|train|railway|metro|subway|tube|polling)\ station|bus\ stop"
    r"|(?:ferry\ |level\ |border\ )?crossing|checkpoint|roadblock|caf[eé]|pub|club|tavern|casino|gym"
    r"|pharmacy|salon|barbershop|store|shop|deli|diner|apartment\ (?:complex|building)|block\ of\ flats"
    r"|nursery|kindergarten|college|campus|monastery|shrine|cathedral|cemetery|depot|refinery|mine"
    r"|playground|park|pier|beach|ranch|farm|camp|bakery|butcher['’]s|library|clubhouse"
    r"|duplex|townhouse|trailer\ park|mobile\ home\ park)$",
    re.VERBOSE | re.IGNORECASE,
)
DEED = re.compile(
    r"\b(?:stopped\ (?:the|their|a)\ (?:\w+\ )?(?:car|truck|pickup|van|bus|vehicle|convoy)"
    r"|(?:began|started)\ to\ (?:throw|fire|shoot|stab)|poured\ petrol|shots\ fired"
    r"|with\ (?:\w+\ )?(?:gunshot|stab)\ wounds?)\b",
    re.VERBOSE,
)
"""Words of a deed that name no type of incident by themselves."""
EVENT = re.compile(r"\b(?:market|fair|festival|concert|parade|party|match)$", re.IGNORECASE)
"""What takes place somewhere: where it was held is the place."""
PLAIN_ROAD = re.compile(r"\b(?:street|road)$")
GENERIC_SITE = re.compile(
    r"\d+\ block$"
    r"|(?:(?:the|a|an|this|that|its|his|her|their)\ )?(?:[a-z]+\ )?(?:house|street|building|room|home)$"
    r"|(?:[\w-]+\ ){0,4}(?:city|town|area|region|country|place|scene|site|state|village|district"
    r"|province|capital|neighbou?rhood|north|south|east|west|centre|center)$",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention of a place that a telling puts the incident in."""

    mention: EntityMention
    entity: Entity
    where: Gazetteer | None
    triggered: bool


def find(context: Context) -> Iterator[Found]:
    """The places of each incident, the main town's first; towns elsewhere are left out."""
    for incident in context.incidents:
        seen: dict[str, Found] = {}
        for place in _scene(context, incident):
            found = Found(
                incident.id,
                "incident.place",
                place.entity.id,
                (place.mention.span,),
                certainty="stated",
                incident=incident.id,
                confidence=0.9 if is_title(context, place.mention.span) else 1.0,
            )
            seen.setdefault(f"{place.entity.id}|{place.mention.span.start}", found)
        yield from seen.values()


def _scene(context: Context, incident: ReportIncident) -> Iterable[_Place]:
    """The places of one incident that can be one scene."""
    places = list(_places(context, incident))
    if incident.lead:
        places += _of_setting(context, places)
    if not any(p.where and p.where.precision == "city" for p in places):
        places += _fallback(context, incident)
    told = {p.entity.id for p in places if not is_title(context, p.mention.span)}
    known = {p.entity.id for p in places} - told
    places += _from_dateline(context, incident, known)
    return _consistent(places, _main(context, incident, places))


def _main(context: Context, incident: ReportIncident, places: list[_Place]) -> _Place | None:
    """The town that the other places must fit: the setting where it is sure, else the first one."""
    setting = setting_of(context) if incident.lead else None
    towns = [p for p in places if p.where is not None and p.where.precision == "city"]
    if setting is not None and setting.sure:
        own = next((p for p in towns if p.where == setting.where), None)
        if own is not None:
            return own
    return next((p for p in towns if p.triggered), towns[0] if towns else None)


def _of_setting(context: Context, places: list[_Place]) -> Iterator[_Place]:
    """The town that the report is set in, unless words put the incident in one far from it."""
    setting = setting_of(context)
    towns = [p.where for p in places if p.triggered and p.where and p.where.precision == "city"]
    if setting is None:
        return
    apart = any(distance(setting.where, town) >= SAME_TOWN_KM for town in towns)
    if apart and not setting.sure:
        return
    for mention, one in context.mentions:
        own = mention.span.contains(setting.span) or fold(one.name) == fold(setting.name)
        if own and one.where == setting.where and mention.form == "name":
            if one.id not in {p.entity.id for p in places}:
                yield _Place(mention, one, one.where, triggered=True)
            return


def _places(context: Context, incident: ReportIncident) -> Iterator[_Place]:
    for order, telling in enumerate(tellings(context, incident)):
        for mention, one in context.mentions_in(telling.sentence):
            if one.kind not in ("place", "facility") or mention.form == "pronoun":
                continue
            where = one.where if one.kind == "place" and one.named else None
            triggered = _is_triggered(context, telling, mention.span) or not incident.lead
            named = where is not None or _is_proper(mention.span.cut(context.text))
            if not triggered and (not named or order >= HEAD):
                continue
            there = _is_there(context, telling, mention, one, where)
            if there or (not incident.lead and where is not None):
                yield _Place(mention, one, where, triggered)


def _fallback(context: Context, incident: ReportIncident) -> list[_Place]:
    """The town of the dateline, else the first town of the head, where no words name the scene's."""
    head = [t.sentence for t in islice(tellings(context, incident), 3)]
    towns = [
        _Place(mention, one, where, triggered=True)
        for sentence in head
        for mention, one in context.mentions_in(sentence)
        if one.kind == "place"
        and one.named
        and (where := locate(one.name)) is not None
        and where.precision == "city"
    ]
    datelines = [t for t in towns if _is_dateline(context.text, t.mention.span)]
    return (datelines or [t for t in towns if not _is_elsewhere(context.text, t.mention.span)])[:1]


def _from_dateline(context: Context, incident: ReportIncident, known: set[str]) -> Iterator[_Place]:
    """A dateline's town, where the headline alone puts the lead there, and the state behind it."""
    for mention, one in context.mentions if incident.lead else ():
        if one.id in known and one.named and _is_dateline(context.text, mention.span):
            yield _Place(mention, one, locate(one.name), triggered=False)
            state = context.mention_at(mention.span.end + 2)
            between = context.text[mention.span.end : mention.span.end + 2]
            where = locate(state[1].name, [one.name]) if state and between == ", " else None
            if state and where and where.precision != "city":
                yield _Place(state[0], state[1], where, triggered=False)


def _is_dateline(text: str, span: Span) -> bool:
    """Whether a place heads its line in capitals: "GRAZ, Austria (Wire) -"."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return not line.strip() and span.cut(text).isupper()


def _is_elsewhere(text: str, span: Span) -> bool:
    return AWAY.search(text[max(0, span.start - 40) : span.start]) is not None


def _is_triggered(context: Context, telling: Telling, at: Span) -> bool:
    clause = clause_around(context.text, telling.sentence, at)
    if any(t.overlaps(clause) for t in telling.triggers):
        return True
    return DEED.search(clause.cut(context.text)) is not None


def _is_there(
    context: Context, telling: Telling, mention: EntityMention, one: Entity, where: Gazetteer | None
) -> bool:
    """Whether the words before a place say that it happened there."""
    text, span = context.text, mention.span
    words = span.cut(text)
    if words in DEMONYMS or (where is None and _is_inside(context, span)):
        return False
    if GENERIC_SITE.match(words) or NO_SITE.search(words) or EVENT.search(words):
        return False
    if _is_dateline(text, span):  # where the report was sent from
        return False
    start = max(telling.sentence.start, span.start - 60)
    clause = clause_around(text, telling.sentence, span)
    before = text[max(start, clause.start) : span.start]
    near = " ".join(before.split(" ")[-7:])
    long_before = re.split(r"[.!?]\s(?=[A-Z“])|\n", text[max(0, span.start - 90) : span.start])[-1]
    if NOT_THERE.search(near) or HELD.search(long_before):
        return False
    if not _is_proper(words) and not _is_building(words):
        return False
    located = LOCATED if where is not None else AT_ONCE
    return located.search(text[start : span.start]) is not None


def _is_proper(words: str) -> bool:
    """Whether the words hold a name: "the Lumora paint works" does, "the works" does not."""
    return any(w[0].isupper() and w not in DEMONYMS for w in words.split()[1:]) or (
        words[0].isupper() and not re.match(r"(?:The|A|An|His|Her|Its|This|That)\b", words)
    )


def _is_building(words: str) -> bool:
    """Whether an unnamed place is one: "the courthouse"; "a street market" is none."""
    definite = re.match(r"(?:the|this|that)\b", words, re.IGNORECASE) is not None
    return bool(BUILDING.search(words)) or (definite and not PLAIN_ROAD.search(words))


def _is_inside(context: Context, span: Span) -> bool:
    """Whether a longer place holds the mention: "Lumora" in "the Lumora works"."""
    found = _facilities(context)
    before = bisect_left(found.starts, span.start)
    if before and found.reach[before - 1] >= span.end:
        return True
    behind = bisect_right(found.starts, span.start)
    return behind > before and found.reach[behind - 1] > span.end


@dataclass(frozen=True, slots=True)
class _Facilities:
    """Where mentions of facilities start, in text order, and how far those so far reach."""

    starts: tuple[int, ...]
    reach: tuple[int, ...]


@once
def _facilities(context: Context) -> _Facilities:
    spans = [m.span for m, e in context.mentions if e.kind == "facility"]
    return _Facilities(
        tuple(s.start for s in spans), tuple(accumulate((s.end for s in spans), max))
    )


def _consistent(places: list[_Place], main: _Place | None) -> Iterable[_Place]:
    """Places that can be one scene: the main town, what lies around it, and sites without a town."""
    for place in places:
        if place.where is None:
            if _is_site(place):
                yield place
        elif main is None or main.where is None or _holds(place, main):
            yield place


def _is_site(place: _Place) -> bool:
    """Whether a place that the gazetteer lacks is named, or a building."""
    return place.entity.named or place.entity.kind in ("facility", "place")


def _holds(place: _Place, main: _Place) -> bool:
    if place.where is None or main.where is None:
        return False
    if fold(main.entity.name) in {fold(w) for w in place.where.within}:
        return True  # the "town" bears the name of the region around
    if place.where.precision == "city":
        same = fold(place.entity.name) == fold(main.entity.name)
        return same or distance(place.where, main.where) < SAME_TOWN_KM
    return place.where.country == main.where.country


TYPE = FactType(
    field="incident.place",
    label="Place",
    many=True,
    find=find,
    compare=any_of,
    show=entity,
    entity_value=True,
)

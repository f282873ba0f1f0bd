"""Counts of one: a report that tells of a single person killed or hurt, and of nobody else.

"A 24-year-old man is dead … The victim was pronounced dead at the scene": the phrases may be about
one person or about several. They are about one where neither sex nor age nor two indefinite phrases
in a sentence tell them apart. Where they are about several no phrase holds their number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.core.span import Span
from onrecord.facts.base import Context, Found
from onrecord.facts.count_words import MAX_EVIDENCE, NEGATED, PERPETRATOR, UNREAL
from onrecord.facts.counting import count
from onrecord.facts.roles import asserted, perpetrators
from onrecord.facts.shouted import plain_sentences
from onrecord.facts.victim_words import HEADS, SEX

CONFIDENCE = 0.65
"""Below a number in the text: further victims may be told in words that are not known here."""

YEARS_OLD = r"\d{1,3}[-\ ](?:years?|months?|weeks?)[-\ ]olds?"
NO_WORD = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|other|another|more|further|and|or|who|which"
    r"|that|was|were|is|are|has|had|have|of|in|at|on|by|to|for|with|from|police)"
)
WORD = rf"(?!{NO_WORD}\b)[\w'’-]+"
ONE = (
    rf"\b(?P<one>(?:(?P<new>[Aa]n?|[Oo]ne)|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)"
    rf"\ (?:{WORD}\ ){{0,4}}?(?:(?P<head>{HEADS})\b(?!['’]s|-)|{YEARS_OLD}"
    rf"(?!\ (?:{WORD}\ ){{0,3}}?(?:{HEADS})\b)(?![\ -]\w*(?:friend|son|daughter)\b)))"
)
_PLACE = r"\ (?:in|from|of|at|near)(?:\ (?:the|a))?(?:\ [A-Z0-9][\w.'’-]*){1,4}"
_WHICH = r"\ (?:who|that)\ (?:was|were|had|has|accidentally|got)\ [^.;:,#]{1,80}?"
ASIDE = rf"(?:,\ [^,.;:]{{1,40}},|,\ \d{{1,3}},)?(?:{_PLACE})?(?:{_WHICH}(?=\ (?:has|had|later|died|is)\b))?"
LINK = (
    r"(?:\ (?:who|was|is|has|had|been|being|got|gets|also|later|reportedly|allegedly|accidentally|fatally"
    r"|found|left|lay|lying|be|have|may|critically|seriously|badly|slightly|severely|apparently|then"
    r"|listed|remains|remained|pronounced|declared|confirmed|both|still|in))*"
)
AGE = re.compile(r"(\d{1,3})[-\ ](years?|months?|weeks?)[-\ ]old|,\ (\d{1,3})(?=,|$)")


@dataclass(frozen=True, slots=True)
class Fate:
    """What is said of one person: `said` behind the person, `done` before, as regular expressions."""

    field: str
    said: str
    done: str


KILLED = Fate(
    "incident.killed",
    said=(
        r"(?:dead|died|dies|killed|slain|murdered|assassinated|shot\ (?:dead|and\ killed|to\ death)"
        r"|stabbed\ to\ death|gunned\ down|shot\ fatally|succumb(?:ed|s)|passed\ away"
        r"|deceased|lost\ (?:his|her)\ life"
        r"|(?<=fatally\ )(?:shot|stabbed|struck|wounded|injured)(?!\ (?:an?|the|his|her|their|him)\b))"
    ),
    done=(
        r"(?:kill(?:s|ed|ing)|murder(?:ed|ing)|fatally\ (?:shot|shooting|stabbed|stabbing"
        r"|wounding|wounded|struck)|(?:shooting\ )?deaths?\ of"
        r"|(?:slaying|murder|killing|assassination|homicide|fatal\ (?:shooting|stabbing))\ of"
        r"|shot\ (?:dead|and\ killed)|shooting\ and\ killing|(?:left|leav(?:es|ing))(?=[^.;,]{1,40}\ dead\b)"
        r"|death\ investigation\ of|(?:shoots?|shot)(?=[^.;,]{1,40}\ (?:dead|to\ death)\b)"
        r"|(?:stabs?|stabbed|knifed|beats?|beaten|bludgeoned|hacked|kicked|strangled|choked|burned|crushed)"
        r"(?=[^.;,]{1,40}\ to\ death\b))"
    ),
)
DEAD_LATER = (
    rf"\b(?P<one>(?P<new>(?!))?(?P<head>[Hh]e|[Ss]he)\b){LINK}"
    r"\ (?:died|dead|succumbed|killed(?=[.,;]|$)|passed\ away)"
)
HER_DEATH = r"\b(?P<one>(?P<new>(?!))?(?P<head>his|her))\ (?:death|murder|killing|slaying)\b"
"""What a pronoun tells of a death: enough where the report tells of nobody else's."""

INJURED = Fate(
    "incident.injured",
    said=(
        r"(?:(?<!fatally\ )(?<!mortally\ )(?:injured|wounded)|hurt|grazed"
        r"|in\ (?:critical|serious|stable|fair|good|satisfactory)"
        r"(?:\ but\ stable)?\ condition|(?:critical|serious|stable|fair|good)\ condition"
        r"|(?:suffer(?:ed|ing|s)|sustain(?:ed|ing)|receiv(?:ed|ing))(?:\ from)?\ (?!fatal)[\w\ -]{0,40}?"
        r"(?:wounds?|injur(?:y|ies)|burns)|expected\ to\ (?:survive|recover|live)"
        r"|(?:taken|transported|rushed|airlifted|flown|sent|brought)\ to[\w\ .'’-]{1,50}?\ with"
        r"\ [\w\ -]{0,30}?(?:wounds?|injur(?:y|ies))"
        r"|treated\ for[\w\ -]{0,30}?\ (?:wounds?|injur(?:y|ies))|recovering\ (?:at|in|from)\b"
        r"|fighting\ for\ (?:his|her)\ life)"
    ),
    done=r"(?:wound(?:s|ed|ing)|injur(?:es|ed|ing)|hurting|hurts|critically\ injur(?:ed|ing))",
)
HIT = Fate(
    "incident.injured",
    said=(
        r"(?:shot(?!\ (?:dead|and\ killed|to\ death|at\b|down))|stabbed(?!\ to\ death)"
        r"|(?:struck|hit|grazed)\ (?:by|in)\b|hit(?=\ (?:once|twice|several|multiple)\b|[.;]|$)"
        r"|(?:taken|airlifted|rushed|flown|transported)\ to\ (?:[\w.'’-]+\ ){0,5}?[Hh]ospital\b"
        r"|hospitali[sz]ed|shoots?\ (?:himself|herself)|shot\ (?:himself|herself))"
    ),
    done=r"(?:shot|shoots|shooting\ of|stabbed|stabs|stabbing|striking|hitting|struck)",
)
"""Words that do not tell who lived: they count where the report speaks of no death."""


@dataclass(frozen=True, slots=True)
class One:
    """A phrase about one person: what tells the person apart, and where it stands."""

    span: Span
    sentence: Span
    new: bool
    sex: str
    age: str


def lone(
    context: Context,
    fates: Iterable[Fate],
    counted: Collection[str],
    apart: Collection[One] = (),
    deadly: Collection[str] = (),
) -> Iterator[Found]:
    """A count of one for each incident that has none, where all phrases may be about one person.

    `counted` are incidents that have a count. `apart` tells of people to leave out: in the incidents
    `deadly` whoever may be one of them is left out, in the others whoever has the same age.
    """
    for fate in fates:
        told: dict[str, list[One]] = {}
        for one in _phrases(context, fate):
            told.setdefault(context.incident_at(one.span).id, []).append(one)
        for incident, ones in told.items():
            alive = [o for o in ones if not _may_be(o, apart, sure=incident not in deadly)]
            if incident not in counted and alive and _are_one(alive):
                yield replace(count(context, fate.field, 1, alive[0].span), confidence=CONFIDENCE)
        counted = {*counted, *told}


def told(context: Context, fate: Fate) -> list[One]:
    """Those of whom a fate is told."""
    return list(_phrases(context, fate))


def _may_be(one: One, others: Iterable[One], *, sure: bool) -> bool:
    """Whether somebody may be one of others: nothing tells them apart, or, to be `sure`, the age is one."""
    ages = {o.age for o in others if o.age}
    sexes = {o.sex for o in others if o.sex}
    if sure or (one.age and ages):
        return bool(one.age) and one.age in ages
    return not (one.sex and sexes and one.sex not in sexes)


def _phrases(context: Context, fate: Fate) -> Iterator[One]:
    patterns = _PATTERNS[fate.field, fate.said]
    for sentence in context.prose:
        words = plain_sentences(context)[sentence]
        for pattern in patterns:
            for match in pattern.finditer(words):
                if _counts(words, match) and not _of_attacker(context, match, sentence):
                    yield _one(match, sentence, words)


def _compiled(fate: Fate) -> tuple[re.Pattern[str], ...]:
    forms = [rf"{ONE}{ASIDE}{LINK}\ {fate.said}", rf"\b{fate.done}\ {ONE}"]
    if fate is KILLED:
        forms += [DEAD_LATER, HER_DEATH]
    return tuple(re.compile(form, re.VERBOSE) for form in forms)


_PATTERNS = {(fate.field, fate.said): _compiled(fate) for fate in (KILLED, INJURED, HIT)}


def _counts(words: str, match: re.Match[str]) -> bool:
    before = words[: match.start()]
    if NEGATED.search(before) or UNREAL.search(before) or PERPETRATOR.search(match["one"]):
        return False
    return not re.search(r"\b(?:suspect|accused)\b", match["one"])


def _of_attacker(context: Context, match: re.Match[str], sentence: Span) -> bool:
    """Whether a pronoun stands for one whom the report tells to have done it."""
    if match["head"] is None or match["head"].lower() not in ("he", "she", "his", "her"):
        return False
    mention = context.mention_at(sentence.start + match.start("one"))
    return mention is not None and mention[1].id in asserted(perpetrators(context))


def _one(match: re.Match[str], sentence: Span, words: str) -> One:
    after = words[match.end("one") : match.end("one") + 8]
    age = AGE.search(match["one"]) or AGE.match(after)
    years = next((g for g in age.groups() if g), "") if age else ""
    end = match.end()
    if len(match[0]) > MAX_EVIDENCE:  # the person and the beginning of what is said
        end = words.rfind(" ", match.end("one"), match.start() + MAX_EVIDENCE)
        end = end if end > match.start() else match.end("one")
    return One(
        span=Span(match.start(), end).shift(sentence.start),
        sentence=sentence,
        new=bool(match["new"]),
        sex=_sex(match["head"] or ""),
        age=years,
    )


def _sex(head: str) -> str:
    return SEX.get(head.lower(), "")


def _are_one(ones: list[One]) -> bool:
    """Whether nothing tells the people of the phrases apart."""
    if len({o.sex for o in ones if o.sex}) > 1 or len({o.age for o in ones if o.age}) > 1:
        return False
    starts = {o.sentence: set[int]() for o in ones}
    for one in ones:
        if one.new:
            starts[one.sentence].add(one.span.start)
    return all(len(s) <= 1 for s in starts.values())

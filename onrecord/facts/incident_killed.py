"""How many people were killed, and what the tolls say of the attackers among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.core.span import Span
from onrecord.facts import lone_victims
from onrecord.facts.base import Context, FactType, Found, once
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_parts import CONFIDENCE as PART
from onrecord.facts.count_parts import fatal_parts
from onrecord.facts.count_words import MAX_EVIDENCE, NOUN, WORD, N
from onrecord.facts.counting import Counting, count, find_counts, unsaid
from onrecord.facts.derived_counts import SURE, derived
from onrecord.facts.incident_perpetrators_killed import killed_attackers
from onrecord.facts.lone_victims import lone
from onrecord.facts.name_lists import names_from, told_tightly
from onrecord.facts.show import plain
from onrecord.facts.stretches import Stretches

ORDINALS = {
    "[Ss]econd": 2,
    "[Tt]hird": 3,
    "[Ff]ourth": 4,
    "[Ff]ifth": 5,
    "[Ss]ixth": 6,
    "[Ss]eventh": 7,
    "[Ee]ighth": 8,
    "[Nn]inth": 9,
    "[Tt]enth": 10,
}


def _nth(word: str) -> str:
    """ "A third body was found": three so far."""
    return (
        rf"\b(?:(?:[Aa]|[Tt]he)\ )?{word}\ (?:body(?:\ {WORD}){{0,3}}\ (?:recovered|found)"
        rf"|(?:victim|person)(?:\ {WORD}){{0,3}}\ (?:died|(?:killed|dead)\b))"
    )


KILLED = Counting(
    field="incident.killed",
    active=(
        r"kill(?:ed|ing|s)?|murder(?:ed|ing)|fatally\ (?:shot|shooting|stabbed|stabbing)"
        r"|shot\ dead|shot\ and\ killed|shooting\ dead"
        r"|stabbed\ to\ death"
        r"|gunned\ down|claim(?:ed|ing|s)\ the\ lives\ of|massacred|executed|slaughtered"
        r"|took\ the\ lives\ of|deaths?\ of|assassinat(?:ed|ing|es)"
        r"|(?:killings?|slayings?|murders?|assassinations?)\ of(?:\ (?:his|her|their))?"
    ),
    passive=(
        r"killed(?!\ and\ (?:injured|wounded|hurt))|dead|died|shot\ dead|shot\ and\ killed|murdered"
        r"|slain|assassinated|shot\ to\ death|mortally\ wounded|fatally\ (?:wounded|injured|stabbed|struck)"
        r"|lost\ their\ li(?:fe|ves)|perished|gunned\ down|fatally\ shot|stabbed\ to\ death"
    ),
    nouns=r"deaths?|fatalit(?:y|ies)|dead\ bodies|bodies\ (?:were|have\ been)\ (?:found|recovered)",
    tolls=(
        r"death\ toll|\btoll|number\ of\ (?:the\ )?(?:dead|deaths|fatalities|victims"
        r"|(?:people|persons)\ (?:who\ )?"
        r"(?:were\ )?(?:killed|dead|died))"
    ),
    more=(
        rf"\b(?:left|leav(?:es|ing)|with)\ {N}{NOUN}{{0,3}}(?:,?\ including\ [^.;,\#]{{1,30}},?)?\ dead\b",
        rf"\bshot\ {N}{NOUN}{{0,3}}\ dead\b",
        rf"{N}{NOUN}{{0,3}}\ (?:that\ |who(?:m)?\ )?(?:he|she|they)\ (?:had\ )?"
        r"(?:killed|shot\ dead)\b",
        rf"\bof\ {N}{NOUN}{{0,2}}\ to\ die\b",
    ),
    fixed={
        rf"\b(?:nobody|no\ one|no-one|none|Nobody|No\ one|No-one|None)(?:\ (?!else\b|other\b){WORD}){{0,3}}?"
        r"\ (?:was|were|had\ been|has\ been)?\ ?(?:killed|died|dead)\b": 0,
        r"\b(?:[Dd]ouble|twin)[-\ ](?:homicide|murder|killing|slaying)\b(?!-)": 2,
        r"\b[Tt]riple[-\ ](?:homicide|murder|killing|slaying)\b(?!-)": 3,
        r"\b[Qq]uadruple[-\ ](?:homicide|murder|killing|slaying)\b(?!-)": 4,
        r"\b[Nn]o\ (?:deaths|fatalities|casualties)"
        r"(?:\ (?:were|have\ been|had\ been)\ reported)?": 0,
        **{_nth(word): value for word, value in ORDINALS.items()},
    },
    single=True,
    attackers=True,
)


DEATHS_OF = re.compile(
    r"\b(?:kill(?:ed|ing)|murder(?:ed|ing)|(?:deaths|murders|killings|slayings)\ of"
    r"|shot\ (?:dead|and\ killed)|shooting\ and\ killing|fatally\ (?:shot|shooting|stabbed|stabbing)"
    r"|[Kk]illed\ (?:was|were)|[Tt]he\ dead\ (?:are|were)|[Kk]illed\ in\ the\ \w+\ (?:was|were))\ ",
    re.VERBOSE,
)


@once
def find(context: Context) -> tuple[Found, ...]:
    """The counts of a report; where it gives none, the people whom it tells to be killed."""
    names = list(_named(context))
    listed = Stretches(f.at for f in names if f.at)
    numbers = (
        f for f in find_counts(context, KILLED) if f.value != 1 or not listed.touch(f.evidence[0])
    )
    counted = [*numbers, *names]
    told = {f.subject for f in counted}
    parts = [f for f in fatal_parts(context) if f.subject not in told]
    named = list(derived(context, KILLED.field, "killed", (*counted, *parts)))
    found = list(telling(context, _apart(context, (*counted, *parts, *named))))
    one = lone(context, (lone_victims.KILLED,), {f.subject for f in found})
    found += telling(context, _apart(context, one))
    told = {f.subject for f in found}
    by_name = [f for f in _one_named(context) if f.subject not in told]
    return (*found, *telling(context, _apart(context, by_name)))


def _named(context: Context) -> Iterator[Found]:
    """ "Charged in the deaths of Ana Brito, 40, and Luis Brito": two."""
    for sentence in context.prose:
        for match in DEATHS_OF.finditer(context.text, sentence.start, sentence.end):
            people = list(names_from(context, match.end(), sentence.end))
            if len(people) > 1 and not unsaid(context.text[sentence.start : match.start()]):
                found = count(context, KILLED.field, len(people), people[0])
                evidence = told_tightly(people, match.start())
                if sum(map(len, evidence)) <= MAX_EVIDENCE:
                    whole = Span(match.start(), people[-1].end)
                    yield replace(found, evidence=evidence, at=whole)


DEATH_OF = re.compile(
    r"\b(?:(?:death|murder|killing|slaying)\ of|kill(?:ed|ing)"
    r"|fatally\ (?:shot|shooting|stabbed|stabbing))\ ",
    re.VERBOSE,
)


def _one_named(context: Context) -> Iterator[Found]:
    """ "Charged in the death of 16-year-old Ana Brito": one, where only one is told so."""
    told: dict[str, dict[str, Found]] = {}
    for sentence in context.prose:
        for match in DEATH_OF.finditer(context.text, sentence.start, sentence.end):
            people = list(names_from(context, match.end(), sentence.end))
            mention = context.mention_at(people[0].start) if len(people) == 1 else None
            if mention and not unsaid(context.text[sentence.start : match.start()]):
                phrase = told_tightly(people, match.start())
                found = replace(count(context, KILLED.field, 1, people[0]), evidence=phrase)
                told.setdefault(found.subject, {}).setdefault(mention[1].id, found)
    for ones in told.values():
        if len(ones) == 1:
            yield replace(next(iter(ones.values())), confidence=PART)


ONE_PERSON = re.compile(r"\b[Aa]n?\ [a-z\d]|\b[A-ZÀ-Þ][\w'’-]+\ [A-ZÀ-Þ]")


def _apart(context: Context, found: Iterable[Found]) -> Iterator[Found]:
    """A count of people who are named or described leaves out the attackers; said where one died."""
    dead = Stretches(span for f in killed_attackers(context) for span in f.evidence)
    for one in found:
        told = one.confidence < 1.0 or one.value == 1  # made of people, or of one
        person = ONE_PERSON.search(one.evidence[0].cut(context.text)) or one.confidence < SURE
        known = one.includes_perpetrators is not None
        if known or not (told and person and dead) or dead.touch(one.evidence[0]):
            yield one
        else:
            yield replace(one, includes_perpetrators=False)


TYPE = FactType(
    field="incident.killed",
    label="Killed",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

"""How many people were killed, and what the tolls say of the attackers among them."""

from __future__ import annotations

from onrecord.facts import lone_victims
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import NOUN, WORD, N
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.derived_counts import derived
from onrecord.facts.lone_victims import lone
from onrecord.facts.show import plain

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
        rf"\b(?:(?:[Aa]|[Tt]he)\ )?{word}\ (?:body|victim|person)(?:\ {WORD}){{0,3}}"
        r"\ (?:recovered|found|died)"
    )


KILLED = Counting(
    field="incident.killed",
    active=(
        r"kill(?:ed|ing|s)?|murder(?:ed|ing)|shot\ dead|shot\ and\ killed|shooting\ dead"
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
        rf"\b(?:left|leav(?:es|ing)|with)\ {N}{NOUN}{{0,3}}\ dead\b",
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
)


def find(context: Context) -> list[Found]:
    """The counts of a report; where it gives none, the people whom it tells to be killed."""
    counted = find_counts(context, KILLED)
    named = list(derived(context, KILLED.field, "killed", counted))
    found = list(telling(context, (*counted, *named)))
    one = lone(context, (lone_victims.KILLED,), {f.subject for f in found})
    return [*found, *telling(context, one)]


TYPE = FactType(
    field="incident.killed",
    label="Killed",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

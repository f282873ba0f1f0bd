"""How many attackers there were, as the words for them say."""

from __future__ import annotations

import re

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import PERPETRATORS, WORD, N
from onrecord.facts.counting import Counting, count, find_counts
from onrecord.facts.incident_perpetrators_killed import killed_attackers
from onrecord.facts.show import plain
from onrecord.facts.stretches import Stretches

ARMED = r"(?:(?:heavily\ )?armed|masked|hooded|balaclava-clad)\ (?:men|man|people|women|youths)"

PERPETRATORS_COUNTED = Counting(
    field="incident.perpetrators",
    perpetrators=True,
    nouns=PERPETRATORS,
)
SINGLE = re.compile(
    r"\b(?:[Tt]here\ (?:was|had\ been)|only|just|a\ single)\ (?:only\ |just\ )?$", re.VERBOSE
)
_MEN = r"(?:men|youths|women|teenagers|people|boys|suspects|assassins)"
_BEARING = (
    r"(?:\ (?:on|in|with|armed\ with|aboard|riding|driving|wearing|carrying|who\ arrived\ (?:on|in|by))"
    r"\ [^.;,\#]{1,40}?)?"
)
_ATTACK = (
    r"(?:opened\ fire|(?:shot|stabbed|killed|murdered|gunned\ down|beat|robbed|kidnapped|abducted)"
    r"(?=\ (?:the|a|an|at|his|her|him|down|dead|[A-Z]|\#))|attacked|stormed|burst\ (?:in|into)|ambushed"
    r"|fired|threw\b|hurled|forced\ their\ way|broke\ into|detonated|planted|set\ fire|raided)"
)

OTHERS = Counting(
    field="incident.perpetrators",
    more=(
        rf"{N}\ (?:\w+\ ){{0,2}}?{_MEN}{_BEARING}\ (?:who\ )?{_ATTACK}",
        rf"{N}\ (?:\w+\ )?{_MEN}\ armed\ with\b",
        rf"{N}\ suspects\ (?:fled|escaped|got\ away|ran|drove|remain|remained|are\ (?:still\ )?at\ large)\b",
        rf"{N}\ (?:\w+\ )?{ARMED}",
        r"\b(?:hunting|hunt\ for|seeking|looking\ for|searching\ for|search\ for|pursuing)"
        rf"\ (?:the\ |a\ |another\ )?{N}\ (?:other\ )?"
        r"(?:men|man|people|suspects?|youths|teenagers)",
        rf"\b[Tt]here\ (?:was|were|had\ been|are)\ (?:only\ |just\ )?{N}\ of\ them\b",
        rf"\b[Tt]here\ (?:was|were|had\ been)\ (?:only\ |just\ )?{N}\ (?:man|men|person|people)"
        r"\ (?:shooting|firing|armed|attacking)",
        rf"\b(?:carried\ out|committed|staged|robbed|attacked|stopped|seized|ambushed)\ by\ {N}"
        r"\ (?:\w+\ )?(?:men|man|people|women|youths)\b",
        rf"{N}\ (?:\w+\ )?(?:men|youths|people|women|teenagers)\ (?:in|wearing)\ (?:\w+\ )?"
        r"(?:balaclavas?|masks?|camouflage|fatigues|ski\ masks|hoods|hoodies|uniforms?|helmets)\b",
        rf"\b(?:saw|seen|spotted|filmed|noticed)\ [“‘\"]?{N}\ (?:\w+\ )?(?:lads|men|youths|people|teenagers"
        r"|boys)\ (?:running|legging|fleeing|driving|speeding|firing|shooting|throwing|pouring|jump\w+)",
        rf"\b[Tt]here\ (?:was|were|had\ been)\ (?:only\ |just\ )?{N}(?=\.$|\.\s)",
        rf"{N}\ people\ in\ the\ (?:front|vehicle|van|car|cab)",
    ),
    fixed={
        r"\b(?:acted|acting|act)\ alone\b": 1,
        rf"\b(?:lone|single|sole)\ {PERPETRATORS}\b": 1,
        r"\bwas\ only\ one\b": 1,
        rf"\b[Bb]oth\ (?:of\ the\ )?{PERPETRATORS}\b": 2,
        rf"\b(?:[Aa]\ |[Tt]he\ )?second\ (?:{PERPETRATORS}|man\ with\ a\ gun)\b": 2,
        r"\b(?:(?:[Aa]|[Tt]he)\ )?[Tt]hird\ (?:gunman|attacker|assailant|shooter|raider|robber)\b": 3,
    },
)
DENIED = Counting(
    field="incident.perpetrators",
    fixed={
        rf"\b(?:no\ (?:sign|evidence|trace|indication|proof)\ of\ )(?:a\ )?second\ {WORD}"
        rf"(?:\ in\ the\ {WORD})?": 2,
        rf"\b[Aa]\ second\ {WORD}(?:\ in\ the\ {WORD})?\ (?:can|could|has|had)\ (?:be|been)"
        r"\ (?:ruled\ out|excluded)": 2,
    },
)


def find(context: Context) -> list[Found]:
    """The numbers of attackers. Those whose deaths are counted are counted there."""
    denied = [_denied(context, f) for f in find_counts(context, DENIED)]
    elsewhere = Stretches(f.evidence[0] for f in (*denied, *killed_attackers(context)))
    several = [f for f in find_counts(context, PERPETRATORS_COUNTED) if _is_total(context, f)]
    found = [*several, *find_counts(context, OTHERS)]
    told = [f for f in found if not elsewhere.touch(f.evidence[0])]
    return list(telling(context, (*told, *denied)))


def _is_total(context: Context, found: Found) -> bool:
    """ "One attacker was shot" counts nobody else; "there was one gunman" does."""
    start = found.evidence[0].start
    return found.value != 1 or bool(SINGLE.search(context.text[max(0, start - 24) : start]))


def _denied(context: Context, found: Found) -> Found:
    value = found.value if isinstance(found.value, int) else 2
    return count(context, found.field, value, found.evidence[0], certainty="denied")


TYPE = FactType(
    field="incident.perpetrators",
    label="Attackers",
    many=False,
    find=find,
    compare=numbers,
    show=plain,
    grows=True,
)

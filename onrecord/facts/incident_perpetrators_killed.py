"""How many attackers were killed."""

from __future__ import annotations

import re

from onrecord.facts.base import Context, FactType, Found, once
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.count_words import PERPETRATORS
from onrecord.facts.counting import Counting, count, find_counts
from onrecord.facts.roles import asserted, conditions, perpetrators
from onrecord.facts.show import plain

FIELD = "incident.perpetrators_killed"
NOT_DEADLY = r"\ in\ (?:the|his|her)\ (?:\w+\ )?(?:foot|feet|legs?|knee|thigh|arm|hand|finger|toe|shoulder)\b"
DEAD = r"killed|dead|died|shot\ dead|shot\ and\ killed|gunned\ down|neutrali[sz]ed"
PERPETRATORS_KILLED = Counting(
    field=FIELD,
    active=r"kill(?:ed|ing|s)?|shot\ dead|shot\ and\ killed|gunned\ down|neutrali[sz]ed",
    passive=DEAD,
    perpetrators=True,
    fixed={
        r"\bkill(?:ed|ing|s)\ (?:himself|herself)\b": 1,
        r"\b(?:and|before|then)\ (?:took|taking|takes)\ (?:his|her)\ own\ life\b": 1,
        r"\b[Aa]n?\ (?:\w+\ ){0,2}murder-suicide\b": 1,
        r"\band\ then\ (?:himself|herself)\b": 1,
        r"\b(?:shot|turn(?:s|ed|ing)\ the\ gun\ on|blew|hanged)\ (?:himself|herself)(?:\ (?:dead|up))?\b"
        rf"(?!{NOT_DEADLY})": 1,
        r"\b[Tt]he\ (?:lone\ )?(?:gunman|attacker|assailant|shooter|bomber|knifeman)"
        r"(?:,\ [^,.;]{1,40},)?"
        r"(?:\ (?:was|has|had|also)(?:\ also|\ been|\ later)?\ (?:killed|died|shot\ dead)|\ died)\b": 1,
        rf"\b[Bb]oth\ (?:of\ the\ )?{PERPETRATORS}\ (?:were|are|have\ been)\ (?:{DEAD})\b": 2,
    },
)


HIMSELF = re.compile(r"\b(?:himself|herself)\b")
OWN_DEATH = re.compile(
    r"\b(?:died|dead|dies|killed)\b[^.;]*\b(?:after|when|while)\b[^.;]*\b(?:himself|herself)\b"
)
"""One who "died after he shot himself" is no attacker by that."""
BY_ACCIDENT = re.compile(
    r"\b(?:accidental(?:ly)?|unintentional(?:ly)?|inadvertently|by\ accident)\b", re.IGNORECASE
)
"""Where a report tells of a mishap, "shot himself" makes nobody an attacker."""


@once
def killed_attackers(context: Context) -> list[Found]:
    """The counts of attackers who died; one whom the report names counts one."""
    counted = find_counts(context, PERPETRATORS_KILLED)
    counted = [f for f in counted if not _own_death(context, f)]
    attackers = asserted(perpetrators(context))
    dead = [
        f
        for f in conditions(context)
        if f.value == "killed" and f.subject in attackers and f.certainty is None
    ]
    if len({f.subject for f in dead}) != 1 or BY_ACCIDENT.search(context.text):
        dead = []
    one = (count(context, FIELD, 1, f.evidence[0]) for f in dead)
    return list(telling(context, (*counted, *one)))


def _own_death(context: Context, found: Found) -> bool:
    """Whether a report of a mishap, or the sentence, tells that nobody else was hit."""
    if not HIMSELF.search(found.evidence[0].cut(context.text)):
        return False
    sentence = context.sentence_at(found.evidence[0].start)
    told = sentence is not None and OWN_DEATH.search(sentence.cut(context.text))
    return bool(told or BY_ACCIDENT.search(context.text))


TYPE = FactType(
    field="incident.perpetrators_killed",
    label="Attackers killed",
    many=False,
    find=killed_attackers,
    compare=numbers,
    show=plain,
    grows=True,
)

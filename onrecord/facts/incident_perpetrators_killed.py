"""How many attackers were killed."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import numbers
from onrecord.facts.counting import Counting, find_counts
from onrecord.facts.show import plain

PERPETRATORS_KILLED = Counting(
    field="incident.perpetrators_killed",
    active=r"kill(?:ed|ing|s)?|shot\ dead|shot\ and\ killed|gunned\ down|neutrali[sz]ed",
    passive=r"killed|dead|died|shot\ dead|shot\ and\ killed|gunned\ down|neutrali[sz]ed",
    perpetrators=True,
    fixed={
        r"\bkill(?:ed|ing|s)\ (?:himself|herself)\b": 1,
        r"\b(?:shot|turned\ the\ gun\ on|blew|hanged)\ (?:himself|herself)(?:\ (?:dead|up))?\b": 1,
        r"\b[Tt]he\ (?:lone\ )?(?:gunman|attacker|assailant|shooter|bomber|knifeman)"
        r"(?:,\ [^,.;]{1,40},)?"
        r"\ (?:was|has|had|also)(?:\ also|\ been|\ later)?\ (?:killed|died|shot\ dead)\b": 1,
    },
)


def killed_attackers(context: Context) -> list[Found]:
    """The counts of attackers who died."""
    return find_counts(context, PERPETRATORS_KILLED)


TYPE = FactType(
    field="incident.perpetrators_killed",
    label="Attackers killed",
    many=False,
    find=killed_attackers,
    compare=numbers,
    show=plain,
    grows=True,
)

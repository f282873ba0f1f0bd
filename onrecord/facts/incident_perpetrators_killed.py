"""How many attackers were killed."""

from __future__ import annotations

from onrecord.facts.base import Context, FactType, Found, once
from onrecord.facts.compare import numbers
from onrecord.facts.count_evidence import telling
from onrecord.facts.counting import Counting, count, find_counts
from onrecord.facts.roles import asserted, conditions, perpetrators
from onrecord.facts.show import plain

FIELD = "incident.perpetrators_killed"
PERPETRATORS_KILLED = Counting(
    field=FIELD,
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


@once
def killed_attackers(context: Context) -> list[Found]:
    """The counts of attackers who died; one whom the report names counts one."""
    counted = find_counts(context, PERPETRATORS_KILLED)
    attackers = asserted(perpetrators(context))
    dead = [
        f
        for f in conditions(context)
        if f.value == "killed" and f.subject in attackers and f.certainty is None
    ]
    if len({f.subject for f in dead}) != 1:
        dead = []
    one = (count(context, FIELD, 1, f.evidence[0]) for f in dead)
    return list(telling(context, (*counted, *one)))


TYPE = FactType(
    field="incident.perpetrators_killed",
    label="Attackers killed",
    many=False,
    find=killed_attackers,
    compare=numbers,
    show=plain,
    grows=True,
)

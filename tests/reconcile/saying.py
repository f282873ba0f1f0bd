"""Claims made by hand, for tests of what becomes of them."""

from __future__ import annotations

from onrecord.core.reading import Certainty, Qualifier
from onrecord.core.record import Claim
from onrecord.core.span import Span
from onrecord.core.values import Value
from onrecord.facts.base import FactType
from onrecord.facts.compare import any_of, numbers, texts
from onrecord.facts.show import plain
from onrecord.reconcile.claims import Said
from onrecord.reconcile.nodes import Node, make_nodes
from onrecord.reconcile.settle import Settled, settle_one

TOLL = FactType("incident.killed", "Killed", False, lambda _: (), numbers, plain, grows=True)
AGE = FactType("person.age", "Age", False, lambda _: (), numbers, plain)
ROLE = FactType("person.role", "Role", True, lambda _: (), texts, plain)
STATE = FactType("person.condition", "Condition", True, lambda _: (), any_of, plain)


def say(
    value: Value,
    voice: str,
    hour: int,
    *,
    report: str | None = None,
    publisher: str | None = None,
    certainty: Certainty = "stated",
    qualifier: Qualifier | None = None,
    approximate: bool = False,
    digest: bool = False,
    retold: bool = False,
    field: str = "incident.killed",
    place: int | None = None,
) -> Said:
    """One claim: `voice` says `value` at `hour` of the day, in a report of its own unless told.

    `place`: where in the report its words stand.
    """
    when = f"2031-04-{1 + hour // 24:02}T{hour % 24:02}:00:00+00:00"
    start = hour if place is None else place
    claim = Claim(
        report=report or f"r-{voice}-{hour}",
        value=value,
        evidence=(Span(start, start + 1),),
        chain=() if publisher in (None, voice) else (voice,),
        chain_evidence=(),
        certainty=certainty,
        published=when,
        origin=voice,
        qualifier=qualifier,
        approximate=approximate,
    )
    return Said(
        "i", "s", field, claim, when, voice, publisher or voice, None, digest, digest or retold
    )


def nodes(*said: Said, kind: FactType = TOLL) -> list[Node]:
    return make_nodes(said, kind)


def settle(*said: Said, kind: FactType = TOLL) -> Settled:
    """What becomes of claims of a field with one value; voices named "Official …" weigh more."""
    weights = {one.voice: 2 if one.voice.startswith("Official") else 1 for one in said}
    return settle_one(make_nodes(said, kind), kind, weights)


def rivals(settled: Settled) -> dict[str, str]:
    """The other values and what became of them."""
    return {str(rival.node.value): rival.relation for rival in settled.rivals}

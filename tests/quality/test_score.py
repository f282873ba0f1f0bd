"""The scorer: what is right, what is a false alarm, what counts on neither side."""

from __future__ import annotations

from typing import Any

from onrecord.core.reading import (
    Entity,
    EntityMention,
    Fact,
    Reading,
    ReportIncident,
    Statement,
)
from onrecord.core.report import Report
from onrecord.core.span import Span
from quality.score import Counts, score

TEXT = "Ida Moe, 40, a baker, said two people were hurt. Moe declined to say more."
CASE: dict[str, Any] = {
    "people": {
        "Ida Moe": [
            {"field": "person.age", "value": 40, "evidence": "40", "chain": []},
            {"field": "person.role", "value": "baker", "evidence": "baker", "chain": []},
        ]
    },
    "unnamed": [],
    "incident": {
        "facts": [
            {
                "field": "incident.injured",
                "value": 2,
                "evidence": "two people",
                "chain": ["Ida Moe"],
            }
        ]
    },
    "statements": [{"content": ["two people were hurt"], "chain": ["Ida Moe"]}],
}


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def fact(field: str, value: Any, words: str, subject: str = "e1", chain: Any = ()) -> Fact:
    links = tuple((at("Ida Moe"),) for _ in chain)
    return Fact(f"f{field}", subject, field, value, (at(words),), chain, links, "stated", "i1")


def reading(*facts: Fact, statements: tuple[Statement, ...] = ()) -> Reading:
    person = Entity("e1", "person", "Ida Moe", (EntityMention(at("Ida Moe"), "name"),))
    return Reading(
        Report("r1", "x", TEXT),
        "w",
        entities=(person,),
        incidents=(ReportIncident("i1", "other", lead=True),),
        facts=facts,
        statements=statements,
    )


def said(words: str, stance: Any = "says") -> Statement:
    chain = ("e1",)
    links = ((at("Ida Moe"),),)
    return Statement(
        "s1",
        (at("Ida Moe"),),
        (at("said"),),
        (at(words),),
        "e1",
        chain,
        links,
        "indirect",
        stance,
        "stated",
    )


def test_all_right() -> None:
    facts = (
        fact("person.age", 40, "40"),
        fact("person.role", "a baker", "baker"),
        fact("incident.injured", 2, "two", "i1", ("e1",)),
    )
    tally = score([CASE], [reading(*facts, statements=(said("two people were hurt"),))])
    assert tally.facts == Counts(3, 3, 3)
    assert tally.people == Counts(1, 1, 1)
    assert tally.statements == Counts(1, 1, 1)
    assert tally.chains == Counts(4, 4, 4)


def test_a_wrong_value_is_missed_and_a_false_alarm() -> None:
    tally = score([CASE], [reading(fact("person.age", 41, "40"))])
    assert tally.fields["person.age"] == Counts(0, 1, 1)


def test_evidence_elsewhere_is_not_right() -> None:
    tally = score([CASE], [reading(fact("person.age", 40, "hurt"))])
    assert tally.fields["person.age"].right == 0


def test_said_again_is_no_false_alarm() -> None:
    again = (fact("person.age", 40, "40"), fact("person.age", 40, "Ida Moe, 40"))
    assert score([CASE], [reading(*again)]).fields["person.age"] == Counts(1, 1, 1)


def test_fields_that_the_gold_does_not_use_do_not_count() -> None:
    tally = score([CASE], [reading(fact("person.alias", "Ida", "Ida"))])
    assert "person.alias" not in tally.fields


def test_a_wrong_chain_is_told_apart() -> None:
    tally = score([CASE], [reading(fact("incident.injured", 2, "two", "i1"))])
    assert tally.fields["incident.injured"].right == 1
    assert tally.chains == Counts(0, 1, 1)


def test_half_a_content_is_too_little() -> None:
    tally = score([CASE], [reading(statements=(said("two"),))])
    assert tally.statements == Counts(0, 1, 1)


def test_refusals_are_no_false_alarm() -> None:
    tally = score([CASE], [reading(statements=(said("say more", "declines"),))])
    assert tally.statements == Counts(0, 0, 1)

"""Fillers of roles that the encoder sees, beside what the rules find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.core.annotation import RoleFiller
from onrecord.core.reading import ReportIncident
from onrecord.core.span import Span
from onrecord.extract.entities import with_fillers
from onrecord.facts import incident_target, incident_victim, incident_weapon
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.learned_roles import instead
from tests.facts.build import build

TEXT = "[e1:group Gunmen] fired at [e2:facility the Lumora works] with [e3:weapon rifles]."


def seen(role: str, words: str, score: float = 0.9, kind: str = "shooting") -> Context:
    context = replace(build(TEXT), incidents=(ReportIncident("i1", kind, lead=True),))
    start = context.text.index(words)
    filler = RoleFiller(Span(start, start + len(words)), role, score)  # type: ignore[arg-type]
    return replace(context, fillers=(filler,))


def values(fact_type: FactType, context: Context) -> list[object]:
    return [found.value for found in fact_type.find(context)]


@pytest.mark.parametrize(
    ("fact_type", "role", "words", "expected"),
    [
        (incident_target.TYPE, "target", "the Lumora works", ["e2"]),
        (incident_target.TYPE, "target", "Lumora works", ["e2"]),
        (incident_target.TYPE, "victim", "the Lumora works", []),
        (incident_target.TYPE, "target", "rifles", []),
        (incident_victim.TYPE, "victim", "Gunmen", ["e1"]),
    ],
)
def test_filler_is_an_entity_of_the_roles_kind(
    fact_type: FactType, role: str, words: str, expected: list[str]
) -> None:
    assert values(fact_type, seen(role, words)) == expected


def test_unsure_filler_is_left() -> None:
    assert values(incident_target.TYPE, seen("target", "the Lumora works", 0.3)) == []


def test_victim_must_be_surer_than_others() -> None:
    assert values(incident_target.TYPE, seen("target", "the Lumora works", 0.6)) == ["e2"]
    assert values(incident_victim.TYPE, seen("victim", "Gunmen", 0.6)) == []


def test_victim_without_a_name_is_left_to_the_rules() -> None:
    context = seen("victim", "Gunmen")
    described = replace(context.fillers[0], described=True)
    assert values(incident_victim.TYPE, replace(context, fillers=(described,))) == []


def test_filler_stands_instead_of_what_rules_found_not_beside_it() -> None:
    told, other = Found("i1", "f", "e1", (Span(0, 1),)), Found("i1", "f", "e2", (Span(2, 3),))
    elsewhere = replace(other, subject="i2")
    assert instead([told], iter([other, elsewhere])) == [told, elsewhere]


def test_roles_of_no_attack_are_left() -> None:
    assert values(incident_target.TYPE, seen("target", "the Lumora works", kind="other")) == []


def test_value_that_a_rule_found_is_not_given_twice() -> None:
    found = values(incident_weapon.TYPE, seen("weapon", "rifles"))
    assert found.count("e3") == 1


def test_entity_for_a_filler_without_a_mention() -> None:
    text = "They used dynamite."
    filler = RoleFiller(Span(10, 18), "weapon", 0.9)
    (made,) = with_fillers(text, (), (filler, filler))
    assert (made.id, made.kind, made.name, made.named) == ("e1", "weapon", "dynamite", False)


def test_no_entity_for_a_filler_that_a_mention_meets() -> None:
    context = seen("target", "the Lumora works")
    assert with_fillers(context.text, context.entities, context.fillers) == context.entities

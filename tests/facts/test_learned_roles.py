"""Fillers of roles that the encoder sees, beside what the rules find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.core.annotation import RoleFiller
from onrecord.core.reading import ReportIncident
from onrecord.core.span import Span
from onrecord.facts import incident_target, incident_victim, incident_weapon
from onrecord.facts.base import Context, FactType
from onrecord.facts.learned_roles import sure_fillers
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
    assert values(fact_type, replace(seen(role, words), encoder_decides=True)) == expected


def filler(role: str, score: float, *, described: bool = False) -> RoleFiller:
    return RoleFiller(Span(0, 1), role, score, described)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "prose", "capitals"),
    [
        (filler("weapon", 0.6), True, True),
        (filler("weapon", 0.3), False, True),
        (filler("victim", 0.5), False, True),
        (filler("victim", 0.8), True, True),
        (filler("victim", 0.8, described=True), False, False),
        (filler("target", 0.9), False, True),
        (filler("perpetrator", 0.9), False, True),
    ],
)
def test_which_fillers_are_taken(one: RoleFiller, prose: bool, capitals: bool) -> None:
    assert bool(sure_fillers([one], capitals=False)) is prose
    assert bool(sure_fillers([one], capitals=True)) is capitals


def test_of_a_text_in_capitals_the_encoder_alone_decides() -> None:
    context = seen("weapon", "the Lumora works")
    assert values(incident_weapon.TYPE, context) == ["e3"]
    assert values(incident_weapon.TYPE, replace(context, encoder_decides=True)) == []
    other = replace(seen("target", "Lumora works"), encoder_decides=True)
    assert values(incident_weapon.TYPE, other) == []
    assert values(incident_weapon.TYPE, replace(other, encoder_decides=False)) == ["e3"]


def test_an_entity_is_told_where_it_is_surest() -> None:
    context = seen("victim", "Gunmen", 0.7)
    later = replace(context.fillers[0], score=0.9)
    both = replace(context, fillers=(*context.fillers, later))
    assert [found.confidence for found in incident_victim.TYPE.find(both)] == [0.9]


def test_roles_of_no_attack_are_left() -> None:
    assert values(incident_victim.TYPE, seen("victim", "Gunmen", kind="other")) == []
    assert values(incident_victim.TYPE, seen("victim", "Gunmen")) == ["e1"]


def test_a_victim_of_no_shooting_must_be_surer() -> None:
    assert values(incident_victim.TYPE, seen("victim", "Gunmen", 0.7)) == ["e1"]
    assert values(incident_victim.TYPE, seen("victim", "Gunmen", 0.7, "bombing")) == []
    assert values(incident_victim.TYPE, seen("victim", "Gunmen", 0.9, "bombing")) == ["e1"]


def test_value_that_a_rule_found_is_not_given_twice() -> None:
    found = values(incident_weapon.TYPE, seen("weapon", "rifles"))
    assert found.count("e3") == 1

"""Figures of roles, ages, coreference and certainty, by hand."""

from __future__ import annotations

import pytest

from onrecord.core.annotation import (
    Age,
    Annotation,
    Coreference,
    EntityKind,
    Form,
    Mention,
    Role,
    RoleFiller,
)
from onrecord.core.span import Span
from onrecord.train.example import Example, Judged, Label
from onrecord.train.head_scoring import (
    Errors,
    age_counts,
    certainty_figures,
    coreference_counts,
    mean_error,
)
from onrecord.train.role_scoring import annotated_roles, ceaf, gold_roles, role_counts
from onrecord.train.scoring import Counts

TEXT = "Ada Holm, 34, left. She waved. The tall mayor sang."


def span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def test_entities_pair_one_to_one() -> None:
    gold = [("rebels", "armed rebels"), ("soldiers",)]
    assert ceaf([("rebels",), ("armed rebels",)], gold) == Counts(1, 2, 2)
    assert ceaf([("armed rebels",), ("soldiers",)], gold) == Counts(2, 2, 2)
    # The first would take the only place of the second: it moves.
    assert ceaf([("a",), ("b",)], [("a", "b"), ("a",)]) == Counts(2, 2, 2)
    assert ceaf([], gold) == Counts(0, 0, 2)


def test_gold_entities_are_merged_over_templates() -> None:
    one = {"PerpInd": [[["The Rebels", 3]]], "Victim": [[["Ada", 0]]]}
    two = {"PerpInd": [[["rebels", 9], ["armed rebels", 30]], [["thieves", 40]]]}
    found = gold_roles([one, two])
    assert found["PerpInd"] == [["rebels"], ["thieves"]]
    assert found["Victim"] == [["ada"]]


def filler(words: str, text: str, role: Role, score: float = 0.9) -> RoleFiller:
    return RoleFiller(span(words, text), role, score)


def test_fillers_of_one_entity_are_one() -> None:
    text = "Joan Ode died. Ode was mayor; rebels hid. Per Ek died."
    fillers = (
        filler("Joan Ode", text, "victim", 0.8),
        RoleFiller(Span(15, 18), "victim", 0.9),
        filler("rebels", text, "perpetrator"),
        filler("Per Ek", text, "victim"),
        RoleFiller(span("mayor", text), "victim", 0.9, described=True),
    )
    found = annotated_roles(text, Annotation("r", "w", (), roles=fillers))
    assert sorted(found["Victim"]) == [("ode",), ("per ek",)]
    gold = {**gold_roles([]), "Victim": [["joan ode", "ode"]], "PerpInd": [["rebels"]]}
    counts = role_counts(found, gold)
    assert counts["all roles"] == Counts(2, 3, 2)


@pytest.mark.parametrize(
    ("person", "expected"),
    [("Ada Holm", Counts(1, 1, 1)), ("The tall mayor", Counts(0, 1, 1)), (None, Counts(0, 0, 1))],
)
def test_an_age_must_have_its_person(person: str | None, expected: Counts) -> None:
    gold = [Judged((10, 12), (0, 8), gold=True)]
    example = Example("e", "gvdb", TEXT, [], {}, ages=gold)
    ages = (Age(span("34"), span(person) if person else None),)
    assert age_counts(example, Annotation("r", "w", (), ages=ages))["age to person"] == expected


def mention(words: str, kind: EntityKind, form: Form) -> Mention:
    return Mention(span(words), kind, form)


def test_links_are_followed_back_to_a_name() -> None:
    name, she, mayor = (0, 8), (20, 23), (31, 45)
    labels = [Label("name", "person", *name)]
    example = Example("e", "gum", TEXT, labels, {}, chains=[[name, she, mayor]])
    mentions = (mention("Ada Holm", "person", "name"), mention("She", "person", "pronoun"))
    links = (
        Coreference(Span(*she), Span(*name), 0.9),
        Coreference(Span(*mayor), Span(*she), 0.6),
    )
    whole = Annotation("r", "w", (), mentions, coreferences=links)
    counts = coreference_counts(example, whole)
    assert counts["pronoun to name"] == counts["nominal to name"] == Counts(1, 1, 1)
    part = Annotation("r", "w", (), mentions, coreferences=links[1:])
    assert coreference_counts(example, part)["both to name"] == Counts(0, 0, 2)


def test_certainty_is_a_mean_over_events() -> None:
    rows = [Errors(1.0, 4.0, 2), Errors(0.0, 0.0, 2)]
    assert mean_error(rows) == 0.25
    figures = certainty_figures(rows)
    assert (figures["mae"], figures["mae_always_certain"], figures["events"]) == (0.25, 1.0, 4)
    assert figures["mae_interval"] == [0.0, 0.5]

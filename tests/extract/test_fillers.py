"""Entities for what the encoder takes to fill a role."""

from __future__ import annotations

from onrecord.core.annotation import RoleFiller
from onrecord.core.span import Span
from onrecord.extract.fillers import with_bounds, with_fillers
from tests.facts.build import build

TEXT = "[e1:group Gunmen] fired at [e2:facility the Lumora works] with [e3:weapon rifles]."


def filler(text: str, words: str, role: str) -> RoleFiller:
    start = text.index(words)
    return RoleFiller(Span(start, start + len(words)), role, 0.9)  # type: ignore[arg-type]


def test_entity_for_a_filler_without_a_mention() -> None:
    text = "They used dynamite."
    found = filler(text, "dynamite", "weapon")
    for filled in (with_fillers, with_bounds):
        (made,) = filled(text, (), (found, found))
        assert (made.id, made.kind, made.name, made.named) == ("e1", "weapon", "dynamite", False)


def test_no_entity_for_a_filler_that_a_mention_meets() -> None:
    context = build(TEXT)
    met = filler(context.text, "the Lumora works", "target")
    for filled in (with_fillers, with_bounds):
        assert filled(context.text, context.entities, (met,)) == context.entities


def test_a_mention_takes_the_bounds_of_the_filler_that_it_heads() -> None:
    context = build(
        "Armed [e1:group men] hit [e2:facility offices] of [e3:organisation the union]."
    )
    text = context.text
    seen = (
        filler(text, "Armed men", "perpetrator"),
        filler(text, "offices of the union", "target"),
    )
    words = {
        one.id: [m.span.cut(text) for m in one.mentions]
        for one in with_bounds(text, context.entities, seen)
    }
    assert words == {"e1": ["Armed men"], "e2": ["offices of the union"], "e3": ["the union"]}


def test_what_a_filler_is_part_of_is_not_what_it_is_about() -> None:
    context = build("A bomb hit branches of [e1:organisation the Lumora bank].")
    seen = (filler(context.text, "branches of the Lumora bank", "target"),)
    kept, made = with_bounds(context.text, context.entities, seen)
    assert kept.id == "e1"
    assert made.name == "branches of the Lumora bank"

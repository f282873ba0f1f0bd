"""What every fact type must keep to."""

from __future__ import annotations

import pytest

from onrecord.core.span import hull
from onrecord.errors import UsageError
from onrecord.facts.registry import FACT_TYPES, fact_type
from tests.facts.build import build

STORY = (
    "Police spokeswoman Captain [e1 Ines Valdo], 41, of the [o1:organisation Lumora Centre] told"
    " reporters that [e2 a 27-year-old Tunisian man] from [p1:place Radom] was arrested at 3 a.m."
    " on Friday after two people were shot dead in [p2:place Marle].\n"
    "[e3 His wife], [e3 Zita Orre], a nurse born in [p1:place Radom], was treated for a broken toe."
    " [e3 She], also known as Zizi, was released. One of the dead was [e4 Ulm Karsten], 58.\n"
)


def test_fields_are_unique_and_of_the_contract():
    fields = [kind.field for kind in FACT_TYPES]
    assert len(set(fields)) == len(fields)
    assert all(field.split(".")[0] in {"person", "incident"} for field in fields)


def test_labels_are_there_for_people():
    assert all(kind.label and kind.label[0].isupper() for kind in FACT_TYPES)


@pytest.mark.parametrize("kind", FACT_TYPES, ids=lambda kind: kind.field)
def test_found_is_in_the_report(kind):
    context = build(STORY)
    known = set(context.by_id) | {incident.id for incident in context.incidents}
    for found in kind.find(context):
        assert found.field == kind.field
        assert found.subject in known
        assert hull(found.evidence).end <= len(context.text)
        assert kind.compare(found.value, found.value) == "same"
        assert kind.show(found.value, {})


@pytest.mark.parametrize("kind", FACT_TYPES, ids=lambda kind: kind.field)
def test_finding_twice_gives_the_same(kind):
    context = build(STORY)
    assert list(kind.find(context)) == list(kind.find(build(STORY)))


@pytest.mark.parametrize("kind", FACT_TYPES, ids=lambda kind: kind.field)
def test_nothing_is_found_in_nothing(kind):
    assert not [f for f in kind.find(build("")) if f.field.startswith("person")]


def test_an_unknown_field_names_the_known_ones():
    with pytest.raises(UsageError, match=r"person\.age"):
        fact_type("person.shoe_size")

"""The offline gazetteer: names, larger places, and which place of a name is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.facts.places import distance, locate, lookup


@pytest.mark.parametrize(
    ("name", "others", "country", "within"),
    [
        ("Graz", [], "AT", ("Austria",)),
        ("Praha", [], "CZ", ("Czechia",)),
        ("Setubal", [], "PT", ("Portugal",)),
        ("Paris", [], "FR", ("France",)),
        ("Paris", ["Texas"], "US", ("Texas", "United States")),
        ("Cordoba", ["Argentina"], "AR", ("Argentina",)),
        ("Birmingham", ["Alabama"], "US", ("Alabama", "United States")),
        ("city of Graz", [], "AT", ("Austria",)),
        ("the Netherlands", [], "NL", ()),
        ("Czech Republic", [], "CZ", ()),
    ],
)
def test_place(name: str, others: list[str], country: str, within: tuple[str, ...]) -> None:
    found = locate(name, others)
    assert found is not None
    assert (found.country, found.within) == (country, within)


def test_unknown_name_has_no_place() -> None:
    assert locate("Qwertzheim") is None
    assert locate("") is None


def test_distance_of_two_cities() -> None:
    graz, vienna = locate("Graz"), locate("Vienna", ["Austria"])
    assert graz is not None
    assert vienna is not None
    assert 135 < distance(graz, vienna) < 155


@given(st.text(max_size=12))
def test_any_name_is_looked_up(name: str) -> None:
    assert all(row.name for row in lookup(name))

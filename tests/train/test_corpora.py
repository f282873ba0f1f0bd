"""What may be trained on, and where the parts are cut."""

from __future__ import annotations

import hashlib

import pytest

from onrecord.train.corpora import (
    attribution_layer,
    gum_allowed,
    is_dev,
    outside,
    partial,
    polnear,
)
from onrecord.train.example import Label


def test_every_fifth_by_hash_is_dev() -> None:
    names = [f"text-{i}" for i in range(500)]
    assert 70 < sum(map(is_dev, names)) < 130
    assert is_dev("a") == (int(hashlib.sha256(b"a").hexdigest(), 16) % 5 == 0)


@pytest.mark.parametrize("licence", ["CC BY-NC-SA 4.0", "CC BY-NC-SA 3.0", "see document metadata"])
def test_texts_that_may_not_be_used_commercially_stay_out(licence: str) -> None:
    assert not gum_allowed({"text_licence": licence})


def test_outside() -> None:
    assert outside([(2, 4), (6, 8)], 10) == [(0, 2), (4, 6), (8, 10)]
    assert outside([], 3) == [(0, 3)]
    assert outside([(0, 3)], 3) == []


def test_discarded_stretches_are_unknown() -> None:
    record = {"id": "p", "text": "Ann said no. Share", "discard": [[13, 18]]}
    attribution = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]]}
    example = polnear({**record, "attributions": [attribution]})
    assert example.known == {"attribution": [(0, 13)]}
    assert [x.kind for x in example.labels] == ["source", "cue", "content"]


def test_a_cue_wins_over_what_it_overlaps() -> None:
    labels = [Label("attribution", "content", 0, 9), Label("attribution", "cue", 2, 5)]
    assert [x.kind for x in attribution_layer(labels)] == ["cue"]


def test_where_names_are_marked_in_part_other_capitals_are_unknown() -> None:
    text = "then Ann met Bob"
    known = partial("x", "ecbplus", text, [Label("name", "person", 5, 8)]).known["name"]
    assert [text[s:e] for s, e in known] == ["then", "Ann", "met"]

"""Changed texts keep their labels on the same words."""

from __future__ import annotations

import random

import pytest

from onrecord.train.augment import augmented
from onrecord.train.config import Augment
from onrecord.train.example import Example, Label

TEXT = "“We won’t go,” Ann Lee said. Then: “No.”"


def example() -> Example:
    end = TEXT.index(" Ann")
    labels = [
        Label("attribution", "content", 0, end),
        Label("attribution", "source", end + 1, end + 8),
    ]
    return Example("x", "polnear", TEXT, labels, {"attribution": [(0, len(TEXT))]})


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        (Augment(quotes=1, upper=0, lower=0, bare=0), "Ann Lee"),
        (Augment(quotes=0, upper=1, lower=0, bare=0), "ANN LEE"),
        (Augment(quotes=0, upper=0, lower=1, bare=0), "ann lee"),
        (Augment(quotes=0, upper=0, lower=0, bare=1), "Ann Lee"),
    ],
)
@pytest.mark.parametrize("seed", range(8))
def test_labels_move_with_the_text(settings: Augment, name: str, seed: int) -> None:
    changed = augmented(example(), settings, random.Random(seed))
    source = changed.labels[1]
    assert changed.text[source.start : source.end] == name
    assert changed.known["attribution"] == [(0, len(changed.text))]


def test_all_quotation_marks_change_together() -> None:
    settings = Augment(quotes=1, upper=0, lower=0, bare=0)
    texts = {augmented(example(), settings, random.Random(seed)).text for seed in range(30)}
    assert "''We won't go,'' Ann Lee said. Then: ''No.''" in texts
    assert '"We won\'t go," Ann Lee said. Then: "No."' in texts


def test_the_draws_do_not_depend_on_the_text() -> None:
    chances = [random.Random(3), random.Random(3)]
    settings = Augment(quotes=1, upper=0, lower=0, bare=0)
    augmented(example(), settings, chances[0])
    augmented(Example("y", "gum", "Else.", [], {}), settings, chances[1])
    assert chances[0].random() == chances[1].random()

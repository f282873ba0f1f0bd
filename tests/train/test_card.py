"""The card says what the figures say, and leaves no gap."""

from __future__ import annotations

import json

import pytest

from onrecord.annotate.weights import SHIPPED, load_weights
from onrecord.train.card import LICENCES, model_card
from onrecord.train.config import read_config

ROW = {"precision": 71.04, "recall": 62.0, "f1": 66.2, "gold": 1234, "f1_interval": [61.0, 70.5]}


def figures() -> dict[str, object]:
    part = {"weights": "abc123", "dev_sha256": "d" * 64, "attribution": {"cue": ROW}, "names": {}}
    corpora = {"gum": {"reports": 3, "characters": 9, "name": 5}}
    data = {"train": {"sha256": "t" * 64, "corpora": corpora}}
    return {"steps": 99, "config_sha256": "c" * 64, "data": data, "int8": part, "fp32": part}


def test_figures_stand_in_the_card() -> None:
    card = model_card(figures(), read_config(), 24_000_000)
    assert "| cue | 71.0 | 62.0 | **66.2** (61.0 to 70.5) | 66.2 | 1,234 |" in card
    assert "| gum | 3 | 5 name | 1 |" in card
    assert "`abc123`" in card
    assert "24.0 MB" in card
    assert "{{" not in card


def test_every_corpus_has_a_licence() -> None:
    assert set(LICENCES) == set(read_config().passes)


@pytest.mark.weights
def test_the_shipped_card_is_of_the_shipped_weights() -> None:
    stored = json.loads((SHIPPED / "figures.json").read_text())
    assert stored["int8"]["weights"] == load_weights().id
    assert stored["config_sha256"] == read_config().digest
    size = (SHIPPED / "encoder.onnx").stat().st_size
    card = (SHIPPED / "model-card.md").read_text()
    assert card == model_card(stored, read_config(), size)

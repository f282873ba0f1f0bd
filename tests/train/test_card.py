"""The card says what the figures say, and leaves no gap."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.annotate.labels import HEADS, LINKS, SCALES
from onrecord.annotate.weights import SHIPPED, load_weights
from onrecord.train.card import LICENCES, model_card
from onrecord.train.config import STAGES, read_config

ROW = {"precision": 71.04, "recall": 62.0, "f1": 66.2, "gold": 1234, "f1_interval": [61.0, 70.5]}


def figures() -> dict[str, object]:
    certainty = {"mae": 0.5, "mae_interval": [0.4, 0.6], "mae_always_certain": 0.8, "events": 7}
    part = {"weights": "abc123", "dev_sha256": "d" * 64, "attribution": {"cue": ROW}, "names": {}}
    part |= {"roles": {}, "ages": {}, "coreference": {}, "certainty": certainty}
    corpora = {"gum": {"reports": 3, "characters": 9, "name": 5}}
    data = {"train": {"sha256": "t" * 64, "corpora": corpora}}
    return {"steps": 99, "config_sha256": "c" * 64, "data": data, "int8": part, "fp32": part}


def test_figures_stand_in_the_card() -> None:
    card = model_card(figures(), read_config(), 24_000_000)
    assert "| cue | 71.0 | 62.0 | **66.2** (61.0 to 70.5) | 66.2 | 1,234 |" in card
    assert "| gum | 3 | 5 name | 1 |" in card
    assert "| mean absolute error | **0.50** (0.40 to 0.60) | 0.50 | 0.80 | 7 |" in card
    assert "`abc123`" in card
    assert "24.0 MB" in card
    assert "{{" not in card


def test_every_corpus_has_a_licence() -> None:
    assert set(LICENCES) == {corpus for stage in STAGES for corpus in read_config(stage).passes}


@pytest.mark.weights
def test_the_shipped_card_is_of_the_shipped_weights() -> None:
    stored = json.loads((SHIPPED / "figures.json").read_text())
    assert stored["int8"]["weights"] == load_weights().id
    last = read_config(STAGES[-1])
    assert stored["config_sha256"] == last.digest
    size = (SHIPPED / "encoder.onnx").stat().st_size
    card = (SHIPPED / "model-card.md").read_text()
    assert card == model_card(stored, last, size)


def test_weights_without_the_later_heads_say_nothing_of_them() -> None:
    old = figures()
    for name in ("roles", "ages", "coreference", "certainty"):
        old["int8"].pop(name, None)  # type: ignore[attr-defined]
    card = model_card(old, read_config(), 24_000_000)
    assert "{{" not in card
    assert "MUC-4" not in card
    assert "| role |" not in card
    assert "| nominal |" in card


@pytest.mark.parametrize("stage", STAGES[1:], ids=lambda path: path.stem)
def test_a_later_stage_weighs_every_loss(stage: Path) -> None:
    weights = read_config(stage).train.loss_weights
    links = {f"link_{link.name}" for link in LINKS}
    kept = {"keep_tags", "keep_links"} if stage in STAGES[2:] else set()
    assert set(weights) == {head.name for head in HEADS} | links | set(SCALES) | kept

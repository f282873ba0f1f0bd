"""What an earlier run knew stays: the drift from its answers, and training that is held to them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from onrecord.annotate.words import WordSplitter  # noqa: E402
from onrecord.train.loop import State, train  # noqa: E402
from onrecord.train.model import Model  # noqa: E402
from onrecord.train.teacher import drift, read_teacher  # noqa: E402
from onrecord.train.windows import collate, epoch_windows  # noqa: E402
from tests.train.test_model import CONFIG, SETTINGS, SHAPE, examples, run  # noqa: E402


def held(folder: Path, splitter: WordSplitter, first: Path, strength: float) -> State:
    """A second run that is held to the first one's answers, of other texts' labels."""
    folder.mkdir()
    weights = dict.fromkeys(SETTINGS.loss_weights, 1.0) | {
        "keep_tags": strength,
        "keep_links": strength,
    }
    config = replace(CONFIG, train=replace(SETTINGS, loss_weights=weights, head_rate=1e-2))
    settings = {"base": None, "shape": SHAPE, "begin": first, "teacher": first}
    return train(examples(), splitter, config, folder, **settings)


def moved(model: Model, first: Path, splitter: WordSplitter) -> float:
    """How far a model's answers lie from the first run's."""
    batch = collate(epoch_windows(examples(), splitter, CONFIG, 0)[:2])
    model.eval()
    taught = read_teacher(first, SHAPE).seen(batch, low_precision=False)
    with torch.no_grad():
        seen = model.see(batch, low_precision=False)
    return sum(float(value) for value in drift(seen, taught, batch).values())


def test_a_model_has_not_moved_from_itself(tmp_path: Path, splitter: WordSplitter) -> None:
    run(tmp_path / "first", splitter)
    first = tmp_path / "first" / "checkpoint.pt"
    torch.manual_seed(5)
    assert moved(read_teacher(first, SHAPE).model, first, splitter) == pytest.approx(0.0, abs=1e-6)
    assert moved(Model(SHAPE, 0.0), first, splitter) > 0.01


def test_a_teacher_keeps_a_run_near(tmp_path: Path, splitter: WordSplitter) -> None:
    run(tmp_path / "first", splitter)
    first = tmp_path / "first" / "checkpoint.pt"
    free = held(tmp_path / "free", splitter, first, 0.0)
    kept = held(tmp_path / "kept", splitter, first, 20.0)
    assert moved(kept.model, first, splitter) < 0.5 * moved(free.model, first, splitter)

"""Weights that are not what they should be are refused, and the message says which and why."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from onrecord.annotate import Encoder
from onrecord.annotate.labels import WHOLE
from onrecord.annotate.weights import FILES, SHIPPED, load_weights
from onrecord.core.report import Report
from onrecord.errors import WeightsError
from tests.annotate.conftest import FIRST, TINY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "weights")
    return tmp_path / "weights"


def relabel(folder: Path, labels: dict[str, object]) -> None:
    content = json.dumps(labels).encode()
    (folder / "labels.json").write_bytes(content)
    checksums = json.loads((folder / "checksums.json").read_text())
    checksums["labels.json"] = hashlib.sha256(content).hexdigest()
    (folder / "checksums.json").write_text(json.dumps(checksums))


@pytest.mark.parametrize("name", FILES)
def test_damage_is_refused(folder: Path, name: str) -> None:
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[:-1] + b"?")
    with pytest.raises(WeightsError, match=f"Damaged weights: {name}"):
        load_weights(folder)


@pytest.mark.parametrize("name", [*FILES, "checksums.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=name):
        load_weights(folder)


def test_another_head_is_refused_by_name(folder: Path) -> None:
    labels = json.loads((folder / "labels.json").read_text())
    labels["heads"]["nominal"] = ["O", "B-ship", "I-ship"]
    relabel(folder, labels)
    with pytest.raises(WeightsError, match=r"head 'nominal'.*B-ship"):
        load_weights(folder)


def test_another_format_is_refused(folder: Path) -> None:
    labels = json.loads((folder / "labels.json").read_text())
    relabel(folder, {**labels, "format": 99})
    with pytest.raises(WeightsError, match=r"another format.*99"):
        load_weights(folder)


def test_shipped_weights_are_whole_and_small() -> None:
    assert load_weights(SHIPPED).id
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 40_000_000
    assert (SHIPPED / "model-card.md").exists()


def test_weights_from_before_the_later_heads_read_as_empty() -> None:
    weights = load_weights(FIRST)
    assert weights.has.names == ("attribution", "name", "nominal", "source", "content")
    text = "Ada Holm, 34, said that Per Lund may have been shot."
    annotation = Encoder.load(FIRST).annotate([Report(id="r", input="t", text=text)])[0]
    assert annotation.heads == weights.has.names
    assert annotation.roles == annotation.ages == annotation.coreferences == ()
    assert all(a.certainty is None for a in annotation.attributions)


def test_every_head_of_the_code_is_in_new_weights() -> None:
    assert load_weights(TINY).has == WHOLE


@pytest.mark.parametrize(("key", "message"), [("links", "a link"), ("scales", "a scale")])
def test_what_the_code_does_not_know_is_refused_by_name(
    folder: Path, key: str, message: str
) -> None:
    labels = json.loads((folder / "labels.json").read_text())
    relabel(folder, {**labels, key: [*labels[key], "moonshine"]})
    with pytest.raises(WeightsError, match=rf"{message}.*moonshine"):
        load_weights(folder)


def test_an_unknown_head_and_a_missing_first_head_are_refused(folder: Path) -> None:
    labels = json.loads((folder / "labels.json").read_text())
    relabel(folder, {**labels, "heads": {**labels["heads"], "moon": ["O"]}})
    with pytest.raises(WeightsError, match="'moon'"):
        load_weights(folder)
    relabel(folder, {**labels, "heads": {"name": labels["heads"]["name"]}})
    with pytest.raises(WeightsError, match="'attribution'"):
        load_weights(folder)


def test_a_link_without_its_distances_is_refused(folder: Path) -> None:
    labels = json.loads((folder / "labels.json").read_text())
    relabel(folder, {**labels, "link_distance": {**labels["link_distance"], "age": [0.0]}})
    with pytest.raises(WeightsError, match="'age'"):
        load_weights(folder)

"""The tiny weights in the repo are what the generator writes."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("onnx")

from onrecord.annotate import Encoder
from onrecord.core.report import Report
from onrecord.train.tiny import write_tiny
from tests.annotate.conftest import TINY

TEXT = "Mayor Jana Brod said “the bridge is shut” on Monday.\nOde denied it."


def test_the_generator_writes_what_is_stored(tmp_path: Path) -> None:
    write_tiny(tmp_path)
    report = Report(id="r", input="r", text=TEXT)
    made = Encoder.load(tmp_path).annotate([report])[0]
    stored = Encoder.load(TINY).annotate([report])[0]
    assert [m.span for m in made.mentions] == [m.span for m in stored.mentions]
    assert made.attributions == stored.attributions
    assert (tmp_path / "labels.json").read_bytes() == (TINY / "labels.json").read_bytes()

"""An encoder of a few kilobytes, with random weights: enough for everything but skill."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.annotate import Encoder
from onrecord.annotate.weights import load_weights
from onrecord.annotate.words import WordSplitter

TINY = Path(__file__).with_name("tiny")
#: Tiny weights made before roles, ages, coreference and certainty were heads.
FIRST = Path(__file__).with_name("tiny_first")


@pytest.fixture(scope="session")
def tiny() -> Encoder:
    return Encoder.load(TINY)


@pytest.fixture(scope="session")
def splitter() -> WordSplitter:
    return WordSplitter.from_json(load_weights(TINY).tokenizer)

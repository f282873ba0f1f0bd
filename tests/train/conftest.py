"""What the training tests share; nothing here needs the extra."""

from __future__ import annotations

import pytest

from onrecord.annotate.weights import load_weights
from onrecord.annotate.words import WordSplitter
from tests.annotate.conftest import TINY


@pytest.fixture(scope="session")
def splitter() -> WordSplitter:
    return WordSplitter.from_json(load_weights(TINY).tokenizer)

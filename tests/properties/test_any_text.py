"""Whatever the text: a reading that keeps the contract, or a rejection; never anything else."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.contract import reading_json
from onrecord.core.reading import Reading
from onrecord.core.record_contract import contents_json
from onrecord.core.report import Rejection
from onrecord.pipeline import build, read
from onrecord.store import Record
from tests.contracts.shape import faults
from tests.fakes import FakeEncoder

FRAGMENTS = (
    "Two people were killed and at least 14 injured in Lisbon on Monday, police said.",
    "“We saw smoke,” said Ines Quadros, 41, a baker.",
    "The suspect, aged 23, was arrested at about 3 a.m. — nobody knows why.",
    "According to Radio Quay, citing a nurse, dozens were hurt.",
    "It is unclear whether she acted alone.",
    "A group called Grey Dawn claimed responsibility in a letter; it later denied it.",
    "\n\n",
    "🚒🔥 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 e\u0301 \u202eabc\u202c 中文 العربية",
    "Photo: Unnamed",
    '"',
    "’s “ ” ‘ (",
    "1,234.5 €3m 0 -1 1/2 23:59 2024-02-30 31 June",
)
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=40), max_size=8).map(" ".join)


def lines(texts: list[str]) -> bytes:
    """JSON Lines of the texts."""
    rows = (json.dumps({"id": str(n), "text": t}) for n, t in enumerate(texts))
    return "\n".join(rows).encode()


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_reading_or_a_rejection(text: str) -> None:
    found = list(read("-", encoder=FakeEncoder(), stdin=io.BytesIO(lines([text]))))
    assert len(found) == 1
    if isinstance(found[0], Reading):
        assert faults(reading_json(found[0])) == []
        assert found[0].report.text == text.replace("\r\n", "\n")
    else:
        assert isinstance(found[0], Rejection)
        assert found[0].hint


@settings(max_examples=6, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
def test_the_record_does_not_depend_on_the_order(texts: list[str]) -> None:
    named = list(enumerate(texts))
    assert record_of(named) == record_of(named[::-1])


def record_of(named: list[tuple[int, str]]) -> str:
    """The incidents of a record of the texts, built in one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.duckdb"
        for number, text in named:
            line = json.dumps({"id": str(number), "text": text}).encode()
            build("-", path, encoder=FakeEncoder(), stdin=io.BytesIO(line))
        with Record.open(path) as record:
            return json.dumps(contents_json(record.contents())["incidents"], sort_keys=True)

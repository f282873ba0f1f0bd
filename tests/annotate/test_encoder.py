"""Same report, same annotation; nothing cut off; no input that raises."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate import Encoder
from onrecord.annotate import encoder as encoder_module
from onrecord.annotate.encoder import section_cuts
from onrecord.annotate.network import Network
from onrecord.annotate.weights import load_weights
from onrecord.annotate.words import WordSplitter
from onrecord.core.report import Report
from tests.annotate.conftest import TINY

LONG = "Mayor Jana Brod said “the bridge is shut” on Monday, at 3 p.m.\n" * 60
TEXTS = st.text(alphabet="aB9 .,“”\n\t'é😀ש中-", max_size=400)


def report(text: str, name: str = "r") -> Report:
    return Report(id=name, input=name, text=text)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_the_batch_changes_nothing(tiny: Encoder, texts: list[str]) -> None:
    reports = [report(text, str(at)) for at, text in enumerate(texts)]
    together = tiny.annotate(reports)
    assert together == [tiny.annotate([one])[0] for one in reports]
    assert tiny.annotate(reports[::-1]) == together[::-1]


def test_long_beside_short_changes_nothing(tiny: Encoder) -> None:
    alone = tiny.annotate([report(LONG)])[0]
    assert tiny.annotate([report("Short.", "s"), report(LONG)])[1] == alone


def test_workers_change_nothing(tiny: Encoder) -> None:
    one = Encoder(Network(load_weights(TINY), workers=1))
    assert one.annotate([report(LONG)]) == tiny.annotate([report(LONG)])


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_everything_found_stands_in_the_text(tiny: Encoder, text: str) -> None:
    found = tiny.annotate([report(text)])[0]
    spans = [*found.sentences, *(m.span for m in found.mentions)]
    for attribution in found.attributions:
        assert attribution.cue
        spans += [*attribution.source, *attribution.cue, *attribution.content]
    assert all(span.cut(text).strip() for span in spans)
    assert all(0.0 <= m.score <= 1.0 for m in found.mentions)


def test_the_end_of_a_long_report_is_read(tiny: Encoder) -> None:
    found = tiny.annotate([report(LONG)])[0]
    assert max(m.span.end for m in found.mentions) > len(LONG) - 100
    assert found.sentences[-1].end == len(LONG) - 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "“" * 5000,
        '"\n' * 3000,
        "x" * 9000,
        "😀" * 3000,
        "שלום עולם. " * 500,
        "\x00\ufffd",
    ],
)
def test_odd_input_is_no_error(tiny: Encoder, text: str) -> None:
    assert tiny.annotate([report(text)])[0].report_id == "r"


def test_an_unread_language_gets_sentences_alone(tiny: Encoder) -> None:
    foreign = replace(report("Der Zug kam an. Er fuhr."), language="de", supported=False)
    found = tiny.annotate([foreign])[0]
    assert len(found.sentences) == 2
    assert (found.mentions, found.attributions) == ((), ())


def test_annotations_name_their_weights(tiny: Encoder) -> None:
    assert tiny.annotate([report("A text.")])[0].weights == tiny.weights == load_weights(TINY).id


def test_a_very_long_report_is_read_in_sections(
    tiny: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder_module, "SECTION_WORDS", 100)
    found = tiny.annotate([report(LONG)])[0]
    lines = {m.span.start // (len(LONG) // 60) for m in found.mentions}
    assert lines == set(range(60))
    assert list(found.mentions) == sorted(
        found.mentions, key=lambda m: (m.span.start, -m.span.end, m.form)
    )


@given(st.text(alphabet="ab \n", max_size=200), st.integers(5, 20))
def test_sections_tile_the_words_and_end_at_lines(
    splitter: WordSplitter, text: str, size: int
) -> None:
    words = splitter.split(text)
    at = 0
    for low, high in section_cuts(words, size):
        assert (low, at) == (at, low)
        assert 0 < high - low <= size
        part = words.part(low, high)
        assert part.starts.tolist() == words.starts[low:high].tolist()
        assert len(part) == high - low
        at = high
    assert at == len(words)

"""Stamps: the times before the posts of a live blog are no part of what is read. Invented texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.annotation import Annotation, Attribution, Mention
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.reading import read_context
from onrecord.extract.stamps import Stamps, find_stamps
from tests.extract.read import chain, context_of, find, statement, told
from tests.facts.build import sentences_of

STAMPED = [
    "21.42",
    "12.20",
    "14:05 GMT",
    "9.15am",
    "9.15 a.m.",
    "09:15:30",
    "14h05",
    "14:05 —",
    "14:05:",
    "(14:05)",
    "10.30 local time:",
    "Updated at 14.05 BST",
]
POST = "Police say that the bridge is shut."


@pytest.mark.parametrize("stamp", STAMPED)
def test_a_stamp_is_no_part_of_a_name(stamp: str) -> None:
    context = context_of(f"{stamp} {POST}\n\n{stamp} Two boats sank.")
    found = statement(context, "that the bridge")
    assert [span.cut(context.text) for span in found.source] == ["Police"]
    assert chain(context, found) == ["Police"]
    assert {e.name for e in context.entities} == {"Police", "bridge", "Two boats"}


@pytest.mark.parametrize("stamp", STAMPED)
def test_a_stamp_is_no_part_of_a_content(stamp: str) -> None:
    context = context_of(f"{stamp} The 27-year-old man was shot, the mayor said.")
    assert [told(context, s) for s in context.statements] == ["The 27-year-old man was shot"]


NO_STAMPS = [
    "12.20 euros were found on him.",
    "9.15 was too late for the ferry.",
    "7.62 Rounds lay on the quay.",
    "25.10 The Quay",
    "The ferry left at 9.15 Ida Berg said.",
    "2.345 People came.",
]


@pytest.mark.parametrize("text", NO_STAMPS)
def test_what_is_no_stamp(text: str) -> None:
    assert find_stamps(text) == ()


def test_the_encoder_s_spans_begin_behind_it() -> None:
    text = f"12.20 {POST}"
    seen = Attribution((find(text, "12.20 Police"),), (find(text, "say"),), (find(text, "that"),))
    mention = Mention(find(text, "12.20 Police"), "organisation", "name", 0.9)
    stamp = Mention(find(text, "12.20"), "person", "name", 0.9)
    given_ = Annotation("r1", "none", sentences_of(text), (mention, stamp), (seen,))
    context = read_context(Report(id="r1", input="test", text=text), given_)
    assert [span.cut(text) for span in context.statements[0].source] == ["Police"]
    assert [e.name for e in context.entities] == ["Police", "bridge"]


def test_its_time_is_still_read() -> None:
    context = context_of(f"14:05 {POST}")
    assert any(time.span.start == 0 for time in context.times)


@given(st.text(alphabet="019:.ampm GMT(\n)Pé“—\u00a0", max_size=60))
def test_stamps_stand_in_order_at_line_starts(text: str) -> None:
    stamps = Stamps(text)
    end = 0
    for span in stamps.spans:
        assert end <= span.start < span.end <= len(text)
        assert "\n" not in span.cut(text)
        line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
        assert not line.strip()
        assert stamps.behind(span.start) == span.end
        assert stamps.cut(Span(span.start, span.end)) is None
        end = span.end


AUTHORS = [
    "Ida Marek, in Graz, 14:05:",
    "By Ida Marek at the scene",
    "Post by Ida Marek",
    "14:05 Ida Marek",
]


@pytest.mark.parametrize("line", AUTHORS)
def test_the_author_of_a_post_is_the_outlet_s_own_voice(line: str) -> None:
    """Whoever writes for the outlet is no link of a chain: only who is quoted in the post is."""
    context = context_of(f"{line}\n\n{POST}\n\n{line}\n\nTwo boats sank.", outlet="The Norvik Mail")
    assert [chain(context, s) for s in context.statements] == [["Police"]]

"""What changed between two texts."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.revision import MOST_PARAGRAPHS, revised

PARAGRAPHS = st.lists(
    st.lists(st.sampled_from("three two boats sank, near Orvik .".split()), min_size=1, max_size=9),
    max_size=9,
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_texts_can_be_read_out_of_the_changes(
    old: list[list[str]], new: list[list[str]]
) -> None:
    before, after = ([" ".join(words) for words in side] for side in (old, new))
    found = revised("\n\n".join(before), "\n".join(after))
    for side, gone in ((before, "added"), (after, "removed")):
        told = ("".join(s.text for s in p.stretches if s.kind != gone) for p in found)
        assert [text for text in told if text] == side


def test_a_changed_word_is_marked_in_its_paragraph() -> None:
    (paragraph,) = revised("Two boats sank near Orvik.", "Three boats sank near Orvik.")
    assert paragraph.kind == "changed"
    assert [(s.kind, s.text) for s in paragraph.stretches][:2] == [
        ("removed", "Two"),
        ("added", "Three"),
    ]


def test_another_paragraph_in_the_same_place_is_no_change_of_words() -> None:
    found = revised("Two boats sank near Orvik.", "The mayor spoke of a warning in May")
    assert [p.kind for p in found] == ["removed", "added"]


def test_very_long_texts_take_no_longer_than_their_length() -> None:
    lines = [f"Line {n} of the list" for n in range(20 * MOST_PARAGRAPHS)]
    start = time.process_time()
    found = revised("\n".join(lines), "\n".join([*lines[:5], "One more", *lines[5:]]))
    assert time.process_time() - start < 5
    assert [p.kind for p in found if p.kind != "same"] == ["added"]

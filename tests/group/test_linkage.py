"""Average linkage: no chains, vetoes, ties."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.group.linkage import average_linkage


def test_chain_does_not_join_its_ends() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.9}
    assert average_linkage(4, scores, 0.4) == [[0, 1], [2, 3]]


def test_mean_above_the_threshold_joins() -> None:
    scores = {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.5}
    assert average_linkage(3, scores, 0.5) == [[0, 1, 2]]


def test_negative_score_keeps_two_apart() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): -10.0}
    assert average_linkage(3, scores, 0.3) == [[0, 1], [2]]


def test_ties_go_to_the_smaller_items() -> None:
    assert average_linkage(3, {(0, 1): 0.5, (1, 2): 0.5}, 0.5) == [[0, 1], [2]]


def test_nothing_to_join() -> None:
    assert average_linkage(0, {}, 0.5) == []
    assert average_linkage(2, {}, 0.5) == [[0], [1]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0, 1),
    )
)
def test_every_item_is_in_one_group_and_groups_hold_their_mean(
    scores: dict[tuple[int, int], float],
) -> None:
    groups = average_linkage(10, scores, 0.5)
    assert sorted(item for group in groups for item in group) == list(range(10))
    for group in groups:
        pairs = [(a, b) for i, a in enumerate(group) for b in group[i + 1 :]]
        if len(group) == 2:
            assert scores[pairs[0]] >= 0.5

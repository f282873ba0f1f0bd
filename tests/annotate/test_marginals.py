"""Marginals against the sum over all sequences."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.marginals import tag_chances
from onrecord.annotate.viterbi import best_tags
from tests.annotate.test_viterbi import chain, worth


@given(st.integers(0, 10_000), st.integers(1, 5))
def test_as_the_sum_over_all(seed: int, length: int) -> None:
    one = chain(seed, length, 2)
    expected = np.zeros((length, 5))
    for tags in product(range(5), repeat=length):
        expected[range(length), tags] += np.exp(worth(one, tags))
    expected /= expected.sum(axis=1, keepdims=True)
    assert np.allclose(tag_chances([one])[0], expected, atol=1e-4)


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 9), st.integers(1, 4)), max_size=6))
def test_neighbours_change_nothing(shapes: list[tuple[int, int, int]]) -> None:
    chains = [chain(*shape) for shape in shapes]
    widest = chain(0, 1, 4)
    together = [c.tolist() for c in tag_chances([*chains, widest])][:-1]
    assert together == [tag_chances([one, widest])[0].tolist() for one in chains]


def test_a_long_text_keeps_its_numbers() -> None:
    one = chain(1, 5000, 3)
    chances = tag_chances([one])[0]
    assert np.allclose(chances.sum(axis=1), 1.0, atol=1e-4)
    picked = chances[np.arange(5000), best_tags([one])[0]]
    assert picked.mean() > 1 / 7

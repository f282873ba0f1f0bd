"""The best tag sequence, against trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.viterbi import NEVER, Chain, best_tags


def chain(seed: int, length: int, kinds: int) -> Chain:
    chance = np.random.default_rng(seed)
    tags = 1 + 2 * kinds
    transitions = chance.normal(size=(tags, tags)).astype(np.float32)
    for inside in range(2, tags, 2):
        for of in range(tags):
            if of not in (inside - 1, inside):
                transitions[of, inside] = NEVER
    return Chain(chance.normal(size=(length, tags)).astype(np.float32), transitions)


def worth(one: Chain, tags: tuple[int, ...]) -> float:
    total = float(sum(one.emissions[at, tag] for at, tag in enumerate(tags)))
    total += float(sum(one.transitions[a, b] for a, b in pairwise(tags)))
    return total + (float(NEVER) if tags[0] and tags[0] % 2 == 0 else 0.0)


@given(st.integers(0, 10_000), st.integers(1, 5))
def test_as_good_as_trying_all(seed: int, length: int) -> None:
    one = chain(seed, length, 2)
    found = tuple(best_tags([one])[0].tolist())
    best = max(worth(one, tags) for tags in product(range(5), repeat=length))
    assert abs(worth(one, found) - best) < 1e-3


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9), st.integers(1, 4)), max_size=6))
def test_neighbours_change_nothing(shapes: list[tuple[int, int, int]]) -> None:
    chains = [chain(*shape) for shape in shapes]
    together = [tags.tolist() for tags in best_tags(chains)]
    assert together == [best_tags([one])[0].tolist() for one in chains]


@given(st.integers(0, 10_000))
def test_every_inside_follows_its_own_kind(seed: int) -> None:
    tags = best_tags([chain(seed, 40, 3)])[0].tolist()
    for before, tag in zip([0, *tags], tags, strict=False):
        assert tag % 2 or tag == 0 or before in (tag - 1, tag)

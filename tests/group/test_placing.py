"""Placing what is new beside its neighbours gives the incidents that grouping all at once gives."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest

from onrecord.core.marks import Neighbourhood, Placed, Scored
from onrecord.group.incidents import TOGETHER
from onrecord.group.linkage import Pair, average_linkage
from onrecord.group.placing import placed, reached

ITEMS = 60
Scores = Mapping[Pair, float]


def scores_of(dice: random.Random) -> Scores:
    """Scores of chance pairs, more among items of one story; some of them vetoes, many of them ties."""
    story = [dice.randrange(12) for _ in range(ITEMS)]
    pairs = ((a, b) for b in range(ITEMS) for a in range(b))
    near = ((a, b, 0.6 if story[a] == story[b] else 0.08) for a, b in pairs)
    return {
        (a, b): dice.choice((-1.0, 0.3, 0.4, 0.5, round(dice.random(), 2)))
        for a, b, chance in near
        if dice.random() < chance
    }


class Shelf:
    """What the index does, in memory: items with their incident, and their scores."""

    def __init__(self, scores: Scores) -> None:
        self.scores = scores
        self.incident: dict[int, int | None] = {}
        self.looked_at = 0

    def near(self, moving: frozenset[int]) -> Neighbourhood:
        bordering = {
            self.incident[two]
            for a, b in self.scores
            for one, two in ((a, b), (b, a))
            if self.scores[a, b] >= TOGETHER
            and one in moving
            and self.incident.get(two) is not None
        }
        held = [n for n, home in self.incident.items() if n in moving or home in bordering]
        self.looked_at += len(held)
        return Neighbourhood(
            [Placed(n, f"r{n:03}", "i1", self.incident[n]) for n in held],
            [Scored(a, b, s) for (a, b), s in self.scores.items() if a in held and b in held],
        )

    def settle(self) -> None:
        moving = frozenset(n for n, home in self.incident.items() if home is None)
        while joined := reached(groups := placed(self.near(moving)), moving):
            moving |= {n for n, home in self.incident.items() if home in joined}
        for group in groups:
            for item in group:
                self.incident[item.number] = min(one.number for one in group)

    def add(self, numbers: Sequence[int]) -> None:
        self.incident |= dict.fromkeys(numbers)
        self.settle()

    def take_out(self, number: int) -> None:
        home = self.incident.pop(number)
        left = [n for n, other in self.incident.items() if other == home]
        self.add(left)

    def groups(self) -> list[list[int]]:
        found: dict[int | None, list[int]] = {}
        for number, home in sorted(self.incident.items()):
            found.setdefault(home, []).append(number)
        return sorted(found.values())


@pytest.mark.parametrize("seed", range(30))
def test_any_arrival_and_loss_gives_the_groups_of_all_at_once(seed: int) -> None:
    dice = random.Random(seed)
    scores = scores_of(dice)
    shelf, order = Shelf(scores), dice.sample(range(ITEMS), ITEMS)
    while order:
        size = dice.randint(1, 9)
        shelf.add(order[:size])
        order = order[size:]
    assert shelf.groups() == average_linkage(ITEMS, scores, TOGETHER)
    for number in dice.sample(range(ITEMS), 5):
        shelf.take_out(number)
        shelf.add([number])
    assert shelf.groups() == average_linkage(ITEMS, scores, TOGETHER)


def test_what_borders_on_nothing_new_is_not_looked_at() -> None:
    chain = {(n, n + 1): 0.9 for n in range(0, ITEMS, 2)}  # pairs, each tied to no other
    shelf = Shelf(chain)
    shelf.add([n for n in range(ITEMS) if n != 1])
    shelf.looked_at = 0
    shelf.add([1])
    assert shelf.looked_at <= 6
    assert shelf.groups()[0] == [0, 1]

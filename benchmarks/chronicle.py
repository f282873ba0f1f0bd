"""A region's papers, invented: readings by the hundred thousand, for measuring how a record grows.

No encoder runs. What decides how much hangs together is as in life: words come as often as they do in
news (the shares that grouping weighs by), happenings of a kind share words of their own, towns and
surnames come in few common and many rare ones, some thirty reports come a day, most stories are over in
a week, and a few reports look back or have no date.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import accumulate

from onrecord.core.reading import Reading
from onrecord.core.report import Boilerplate
from onrecord.core.span import Span
from onrecord.group import load_weights
from tests.invented import FIRST_DAY, FOOTER, HAPPENINGS, Story, name, reading

A_DAY = 30
A_STORY = 3.2
"""Reports a day, and on a story on average: most have one or two, a few some dozens."""

TOWNS, FIRST_NAMES, SURNAMES, OUTLETS = 3_000, 150, 6_000, 180
KIND_WORDS, STORY_WORDS = 300, 25
SENTENCES = range(6, 19)
COPIED, UNDATED, FOOTED = 0.3, 0.02, 0.25
"""Shares of a story's later reports that copy one before, of reports without a date, and of outlets
whose line at the foot the intake did not tell from prose."""


@dataclass(frozen=True, slots=True)
class World:
    """Names and words to choose from, each list with the running sums of its weights."""

    words: Sequence[str]
    word_sums: Sequence[float]
    kinds: dict[str, Sequence[str]]
    towns: Sequence[str]
    people: Sequence[str]
    surnames: Sequence[str]
    rank_sums: dict[int, Sequence[float]]

    def ranked(self, listed: Sequence[str], dice: random.Random) -> str:
        """One of a list whose first ones are common: each by one over its rank."""
        return dice.choices(listed, cum_weights=self.rank_sums[len(listed)])[0]

    def person(self, dice: random.Random) -> str:
        """A first name and a surname."""
        return f"{self.ranked(self.people, dice)} {self.ranked(self.surnames, dice)}"


def world() -> World:
    """The same for every record."""
    dice = random.Random(7)
    shares = load_weights().shares
    listed = sorted(word for word in shares if word.isalpha())
    rare = [word for word in listed if shares[word] < 200]
    sizes = (TOWNS, FIRST_NAMES, SURNAMES)
    towns, people, surnames = ([name(dice, 3) for _ in range(size)] for size in sizes)
    return World(
        words=listed,
        word_sums=list(accumulate(shares[word] for word in listed)),
        kinds={kind: dice.sample(rare, KIND_WORDS) for kind in HAPPENINGS},
        towns=towns,
        people=people,
        surnames=surnames,
        rank_sums={n: list(accumulate(1 / rank for rank in range(5, n + 5))) for n in sizes},
    )


def chronicle(reports: int, seed: int, *, first_day: int = 0) -> Iterator[list[Reading]]:
    """So many readings from that day on, those of a month's stories at a time."""
    dice, around = random.Random(seed), world()
    made, day = 0, first_day
    while made < reports:
        month = [
            one
            for at in range(day, day + 30)
            for _ in range(max(1, round(dice.gauss(A_DAY / A_STORY, 2))))
            for one in _of_story(_story(around, dice, at), around, dice)
        ]
        unique = list({one.report.id: one for one in month}.values())[: reports - made]
        made, day = made + len(unique), day + 30
        yield unique


def _story(around: World, dice: random.Random, day: int) -> Story:
    kind = dice.choice(HAPPENINGS)
    return Story(
        town=around.ranked(around.towns, dice),
        kind=kind,
        day=FIRST_DAY + timedelta(days=day),
        people=tuple(around.person(dice) for _ in range(3)),
        dead=min(40, 1 + int(dice.expovariate(0.7))),
        words=tuple(dice.choice(around.words) for _ in range(STORY_WORDS)),
    )


def _of_story(one: Story, around: World, dice: random.Random) -> Iterator[Reading]:
    """The reports on a story."""
    before: list[str] = []
    for _ in range(min(60, 1 + int(dice.paretovariate(1.4) - 0.5))):
        number = dice.randrange(OUTLETS)
        outlet = f"The {name(random.Random(number), 3)} Post"
        text = _prose(one, around, dice, dice.choice(SENTENCES))
        if before and dice.random() < COPIED:
            text = f"{_prose(one, around, dice, 1)} {dice.choice(before)}"
        before.append(text)
        late = dice.randint(20, 150) if dice.random() < 0.05 else int(dice.expovariate(0.8))
        made = reading(
            f"{text} {FOOTER.format(outlet=outlet)}", outlet, one.day + timedelta(days=late), one
        )
        footer = Boilerplate(Span(len(text) + 1, len(made.report.text)), "promotion")
        report = made.report
        if number >= OUTLETS * FOOTED:
            report = replace(report, boilerplate=(footer,))
        if dice.random() < UNDATED:
            report = replace(report, published=None)
        yield replace(made, report=report)


def _prose(one: Story, around: World, dice: random.Random, sentences: int) -> str:
    """Sentences on a story: words of all news, of such happenings and of its own."""
    said = [
        f"At least {one.dead} people died in a {one.kind} at {one.town}, said {one.people[0]}.",
        f"The mayor, {one.people[1]}, thanked the crews who had come to {one.town}.",
        f"Among them was {one.people[2]} of {around.ranked(around.towns, dice)}.",
    ]
    for _ in range(sentences):
        common = dice.choices(around.words, cum_weights=around.word_sums, k=12)
        rare = (name(dice, 3).lower() for _ in range(2))
        chosen = [
            *common,
            *rare,
            *dice.choices(around.kinds[one.kind], k=1),
            *dice.sample(one.words, 3),
        ]
        dice.shuffle(chosen)
        said.append(f"{' '.join(chosen).capitalize()}.")
    return " ".join(said)

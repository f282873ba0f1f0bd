"""How much a word tells about the incident: frozen, so that a new report moves no old score."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from struct import pack, unpack

from onrecord.group.words import word_hash

TABLE = "word_shares.tsv"
RAREST = 15
"""Reports in 10,000 for a word outside the table: less than the table's rarest."""

COMMON = 1500
"""Words in more reports than this (in 10,000) say nothing and weigh nothing."""

Vector = Mapping[int, float]
"""A word's hash → its weight, a number that 32 bits hold: as exact in a file as in memory."""


@dataclass(frozen=True, slots=True)
class WordWeights:
    """Reports in 10,000 with each common word (`resources/word_weights.py` builds the table)."""

    shares: Mapping[str, int]

    def weight(self, word: str) -> float:
        """The logarithm of a word's rarity; 0 for very common words."""
        share = self.shares.get(word, RAREST)
        return 0.0 if share > COMMON else math.log(10_000 / share)

    def vector(self, words: Iterable[str]) -> dict[int, float]:
        """Words weighed by rarity and (damped) repetition, scaled to length 1."""
        counts = Counter(words)
        raw = {
            word: (1 + math.log(count)) * weight
            for word, count in sorted(counts.items())
            if (weight := self.weight(word))
        }
        length = math.sqrt(sum(value * value for value in raw.values()))
        return {word_hash(word): _short(value / length) for word, value in raw.items()}


def _short(value: float) -> float:
    """Rounded to 32 bits."""
    found: float = unpack("<f", pack("<f", value))[0]
    return found


@cache
def load_weights() -> WordWeights:
    """The weights that ship with the package: read once."""
    text = resources.files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return WordWeights({word: int(share) for word, share in rows})


def cosine(one: Vector, two: Vector) -> float:
    """The cosine of two vectors of length 1, rounded once: the same in whatever order words stand."""
    return math.fsum([one[word] * two[word] for word in one.keys() & two.keys()])

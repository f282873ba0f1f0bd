"""One training text with what is known about it, in the shape every corpus is brought to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from onrecord.annotate.words import Words

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """Code points `start` to `end` are of this kind for this head."""

    head: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether an argument (an age) belongs to a target (a person)."""

    argument: Range
    target: Range
    gold: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """A number for the words of a range."""

    start: int
    end: int
    value: float


@dataclass(frozen=True, slots=True)
class Example:
    """A text, its labels, and where they are complete.

    known: ranges by head in which a word without a label is known to have none; outside of them
    nothing is known and nothing is learnt. links: attributions, each the pieces of its roles.
    ages: an age and a person, judged. chains: entities, each its mentions, one-mention ones
    included. ratings: certainty of events, -3 to 3. fillers: of an incident's roles, as strings by
    role and entity, where a corpus has no spans (dev alone).
    """

    id: str
    corpus: str
    text: str
    labels: list[Label]
    known: dict[str, list[Range]]
    links: list[dict[str, list[Range]]] = field(default_factory=list)
    ages: list[Judged] = field(default_factory=list)
    chains: list[list[Range]] = field(default_factory=list)
    ratings: list[Rated] = field(default_factory=list)
    fillers: dict[str, list[list[str]]] = field(default_factory=dict)


def write_examples(path: Path, examples: Iterable[Example]) -> int:
    """Writes JSON Lines; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for example in examples:
            record = asdict(example)
            if not example.fillers:
                del record["fillers"]
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count


def read_examples(path: Path) -> Iterator[Example]:
    """Reads what `write_examples` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield _example(json.loads(line))


def _example(record: dict[str, object]) -> Example:
    raw = json.loads(json.dumps(record))
    return Example(
        id=raw["id"],
        corpus=raw["corpus"],
        text=raw["text"],
        labels=[Label(**label) for label in raw["labels"]],
        known={head: [_pair(r) for r in ranges] for head, ranges in raw["known"].items()},
        links=[
            {role: [_pair(r) for r in pieces] for role, pieces in link.items()}
            for link in raw["links"]
        ],
        ages=[
            Judged(_pair(x["argument"]), _pair(x["target"]), x["gold"]) for x in raw.get("ages", ())
        ],
        chains=[[_pair(r) for r in chain] for chain in raw.get("chains", ())],
        ratings=[Rated(**x) for x in raw.get("ratings", ())],
        fillers=raw.get("fillers", {}),
    )


def _pair(values: list[int]) -> Range:
    return (values[0], values[1])


def touched(words: Words, span: Range) -> Range:
    """Words that share a code point with a range, as a range of indices."""
    low = int(np.searchsorted(words.ends, span[0], side="right"))
    high = int(np.searchsorted(words.starts, span[1], side="left"))
    return (low, high)

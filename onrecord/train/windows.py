"""Examples to windows of word pieces, and windows to padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.annotate.labels import HEADS, LINKED_ROLES, HeadSpec
from onrecord.annotate.links import buckets
from onrecord.annotate.words import Ints, Words, WordSplitter
from onrecord.train.augment import augmented
from onrecord.train.config import Config
from onrecord.train.example import Example, Range, touched
from onrecord.train.model import PAIRED, Batch, Pairs

Bools = NDArray[np.bool_]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordPairs:
    """Candidate links of one window: word indices, bucket and gold, all `[pair]`."""

    argument_first: Ints
    argument_last: Ints
    cue_first: Ints
    cue_last: Ints
    gold: Ints


@dataclass(frozen=True, slots=True)
class Window:
    """One training window, special pieces included.

    allowed: `[word, tag]` by head; chains: `[mention, 3]`, first and last word and entity, in text
    order; rated: words that have a rating; ratings: theirs.
    """

    pieces: Ints
    surfaces: Ints
    first: Ints
    allowed: dict[str, Bools]
    pairs: dict[str, WordPairs]
    chains: Ints
    rated: Ints
    ratings: Floats

    @property
    def teaches(self) -> bool:
        """Whether anything is known about it."""
        tags = any(not tags.all() for tags in self.allowed.values())
        return tags or len(self.chains) > 1 or bool(len(self.rated))


def allowed_tags(words: Words, example: Example, head: HeadSpec) -> Bools:
    """`[word, tag]`: the tags that the gold leaves open to each word."""
    count = len(words)
    allowed = np.ones((count, len(head.tags)), dtype=np.bool_)
    for start, end in example.known.get(head.name, []):
        low, high = touched(words, (start, end))
        allowed[low:high, 1:] = False
    for label in example.labels:
        if label.head != head.name:
            continue
        low, high = touched(words, (label.start, label.end))
        if low < high and _free(allowed, low, high):
            begin = 1 + 2 * head.kinds.index(label.kind)
            allowed[low:high] = False
            allowed[low, begin] = True
            allowed[low + 1 : high, begin + 1] = True
    return allowed


def _free(allowed: Bools, low: int, high: int) -> bool:
    """Whether something is known of the words and no other label has taken one of them."""
    return bool(allowed[low:high, 0].all()) and not bool(allowed[low:high].all())


def cuts(words: Words, size: int, chance: random.Random) -> Iterator[Range]:
    """Ranges of words that tile the text, each of at most `size` pieces; the first is shifted."""
    stops = np.append(words.first[1:], len(words.pieces))
    room = size if len(words.pieces) <= size else chance.randint(size // 3, size)
    low = 0
    while low < len(words):
        reach = int(words.first[low]) + room
        high = max(int(np.searchsorted(stops, reach, side="right")), low + 1)
        yield (low, high)
        low, room = high, size


def windows_of(
    example: Example, splitter: WordSplitter, size: int, chance: random.Random
) -> Iterator[Window]:
    """The windows of a text about which something is known."""
    words = splitter.split(example.text)
    allowed = {head.name: allowed_tags(words, example, head) for head in HEADS}
    links = [
        {role: [touched(words, p) for p in pieces] for role, pieces in link.items()}
        for link in example.links
    ]
    placed = _Placed(words, links, _judged(words, example), _chained(words, example), example)
    for part in cuts(words, size, chance):
        window = _window(placed, part, allowed, splitter, size)
        if window.teaches:
            yield window


@dataclass(frozen=True, slots=True)
class _Placed:
    """An example's links, ages and chains in words of the whole text."""

    words: Words
    links: Sequence[dict[str, list[Range]]]
    ages: Ints
    chains: Ints
    example: Example


def _judged(words: Words, example: Example) -> Ints:
    """`[pair, 5]`: the columns of `WordPairs`."""
    rows = []
    for pair in example.ages:
        (first, stop), (low, high) = touched(words, pair.argument), touched(words, pair.target)
        if first < stop and low < high:
            rows.append((first, stop - 1, low, high - 1, int(pair.gold)))
    return np.asarray(sorted(set(rows)), dtype=np.int64).reshape(-1, 5)


def _chained(words: Words, example: Example) -> Ints:
    """`[mention, 3]`: first and last word and entity, in text order."""
    rows = []
    for entity, chain in enumerate(example.chains):
        spans = {touched(words, mention) for mention in chain}
        rows += [(first, stop - 1, entity) for first, stop in spans if first < stop]
    return np.asarray(sorted(rows), dtype=np.int64).reshape(-1, 3)


def _window(
    placed: _Placed, part: Range, allowed: dict[str, Bools], splitter: WordSplitter, size: int
) -> Window:
    words, (low, high) = placed.words, part
    start = int(words.first[low])
    stop = int(words.first[high]) if high < len(words) else len(words.pieces)
    stop = min(stop, start + size)
    pieces = np.concatenate([[splitter.opening], words.pieces[start:stop], [splitter.closing]])
    surfaces = np.concatenate([[0], words.surfaces[start:stop], [0]])
    inside = {name: _opened(tags[low:high].copy()) for name, tags in allowed.items()}
    pairs = {role: _pairs(role, placed.links, part) for role in LINKED_ROLES}
    ages = placed.ages
    ages = ages[(ages[:, [0, 2]] >= low).all(1) & (ages[:, [1, 3]] < high).all(1)]
    pairs["age"] = WordPairs(*(ages - np.asarray([low, low, low, low, 0], np.int64)).T)
    chains = placed.chains
    chains = chains[(chains[:, 0] >= low) & (chains[:, 1] < high)] - np.asarray(
        [low, low, 0], np.int64
    )
    rated = [(touched(words, (x.start, x.end))[0] - low, x.value) for x in placed.example.ratings]
    rated = [(word, value) for word, value in rated if 0 <= word < high - low]
    return Window(
        pieces,
        surfaces,
        words.first[low:high] - start + 1,
        inside,
        pairs,
        chains,
        np.asarray([word for word, _ in rated], dtype=np.int64),
        np.asarray([value for _, value in rated], dtype=np.float32),
    )


def _opened(tags: Bools) -> Bools:
    """A span that the window's start cuts is unknown: its beginning is out of sight."""
    row = 0
    while row < len(tags) and not tags[row].all() and tags[row, 2::2].any():
        tags[row] = True
        row += 1
    return tags


def _pairs(role: str, links: Sequence[dict[str, list[Range]]], part: Range) -> WordPairs:
    low, high = part
    arguments: dict[Range, set[int]] = {}
    cues: dict[Range, set[int]] = {}
    for index, link in enumerate(links):
        for table, name in ((arguments, role), (cues, "cue")):
            for first, stop in link[name]:
                if low <= first < stop <= high:
                    table.setdefault((first - low, stop - 1 - low), set()).add(index)
    rows = [
        (*argument, *cue, int(bool(of & to)))
        for argument, of in sorted(arguments.items())
        for cue, to in sorted(cues.items())
    ]
    columns = np.asarray(rows, dtype=np.int64).reshape(-1, 5).T
    return WordPairs(*columns)


def collate(windows: Sequence[Window]) -> Batch:
    """Pads windows to one batch."""
    most_pieces = max(len(w.pieces) for w in windows)
    most_words = max(len(w.first) for w in windows)
    allowed = {}
    for head in HEADS:
        stacked = [_padded_rows(w.allowed[head.name], most_words) for w in windows]
        allowed[head.name] = torch.from_numpy(np.stack(stacked))
    return Batch(
        pieces=_stack([w.pieces for w in windows], most_pieces),
        surfaces=_stack([w.surfaces for w in windows], most_pieces),
        real=_stack([np.ones(len(w.pieces), np.int64) for w in windows], most_pieces).bool(),
        first=_stack([w.first for w in windows], most_words),
        words=_stack([np.ones(len(w.first), np.int64) for w in windows], most_words).bool(),
        allowed=allowed,
        pairs={role: _collate_pairs([w.pairs[role] for w in windows]) for role in PAIRED},
        chains=[torch.from_numpy(w.chains) for w in windows],
        rated=_collate_rated(windows),
        ratings=torch.from_numpy(np.concatenate([w.ratings for w in windows])),
    )


def _collate_rated(windows: Sequence[Window]) -> torch.Tensor:
    """`[rating, 2]`: window and word."""
    rows = [np.stack([np.full(len(w.rated), i), w.rated], 1) for i, w in enumerate(windows)]
    return torch.from_numpy(np.concatenate(rows).astype(np.int64))


def _stack(rows: Sequence[Ints], length: int) -> torch.Tensor:
    table = np.zeros((len(rows), length), dtype=np.int64)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return torch.from_numpy(table)


def _padded_rows(tags: Bools, length: int) -> Bools:
    rest = np.ones((length - len(tags), tags.shape[1]), dtype=np.bool_)
    return np.concatenate([tags, rest])


def _collate_pairs(parts: Sequence[WordPairs]) -> Pairs:
    windows = [np.full(len(p.gold), i, dtype=np.int64) for i, p in enumerate(parts)]
    first, last = _joined(parts, "argument_first"), _joined(parts, "argument_last")
    cue_first, cue_last = _joined(parts, "cue_first"), _joined(parts, "cue_last")
    return Pairs(
        batch=torch.from_numpy(np.concatenate(windows)),
        argument_first=torch.from_numpy(first),
        argument_last=torch.from_numpy(last),
        cue_first=torch.from_numpy(cue_first),
        cue_last=torch.from_numpy(cue_last),
        bucket=torch.from_numpy(buckets(first, last, cue_first, cue_last)),
        gold=torch.from_numpy(_joined(parts, "gold")).float(),
    )


def _joined(parts: Sequence[WordPairs], name: str) -> Ints:
    return np.concatenate([getattr(p, name) for p in parts])


def epoch_windows(
    examples: Sequence[Example], splitter: WordSplitter, config: Config, epoch: int
) -> list[Window]:
    """The windows of one epoch, the same for the same seed and epoch, in the order of the texts."""
    chance = random.Random(f"{config.train.seed}/{epoch}")
    windows: list[Window] = []
    for example in examples:
        passes = config.passes.get(example.corpus, 0.0)
        times = int(passes) + (chance.random() < passes - int(passes))
        for _ in range(times):
            changed = augmented(example, config.augment, chance)
            windows += windows_of(changed, splitter, config.windows.pieces, chance)
    return windows


def batches(windows: Sequence[Window], size: int, chance: random.Random) -> list[list[Window]]:
    """Shuffled batches of windows of like length."""
    order = list(range(len(windows)))
    chance.shuffle(order)
    groups = []
    for at in range(0, len(order), size * 16):
        pool = sorted(order[at : at + size * 16], key=lambda i: len(windows[i].pieces))
        groups += [pool[i : i + size] for i in range(0, len(pool), size)]
    chance.shuffle(groups)
    return [[windows[i] for i in group] for group in groups]

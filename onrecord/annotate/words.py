"""Text to word pieces, words and surface classes.

The tokenizer is uncased: it drops case and white space. A *surface* class a word gives both back
to the encoder: its case, and what stands before it (nothing, white space, a line break).
Offsets are code points into the text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

CASES = ("other", "lower", "title", "upper", "mixed", "digit")
BEFORE = ("glued", "space", "newline")
#: Surface 0 is for the special pieces at the ends of a window.
SURFACES = 1 + len(CASES) * len(BEFORE)

#: Code points tokenised at once. The tokenizer holds its whole input; pieces of this size keep
#: memory flat on inputs of many megabytes. Cut at white space, so that no word is split.
BLOCK = 100_000


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the encoder sees it, without special pieces.

    pieces, surfaces: `[piece]`; first: `[word]`, index of a word's first piece; starts, ends:
    `[word]`, code points.
    """

    pieces: Ints
    surfaces: Ints
    first: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.first)

    def part(self, low: int, high: int) -> Words:
        """Words `low..high`; offsets stay those of the whole text."""
        start = int(self.first[low]) if low < len(self) else len(self.pieces)
        stop = int(self.first[high]) if high < len(self) else len(self.pieces)
        return Words(
            self.pieces[start:stop],
            self.surfaces[start:stop],
            self.first[low:high] - start,
            self.starts[low:high],
            self.ends[low:high],
        )

    def opens_line(self, low: int, high: int) -> Ints:
        """Indices in `low..high` of words that stand behind a line break."""
        before = (self.surfaces[self.first[low:high]] - 1) % len(BEFORE)
        return np.flatnonzero(before == BEFORE.index("newline")) + low


def case_class(word: str) -> int:
    """Index into `CASES`."""
    if word.isdigit():
        return 5
    if not any(c.isalnum() for c in word):
        return 0
    if word.islower():
        return 1
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    if word.isupper():
        return 3
    return 4 if any(c.isalpha() for c in word) else 5


def before_class(gap: str) -> int:
    """Index into `BEFORE` for the white space between a word and the one before it."""
    if not gap:
        return 0
    return 2 if "\n" in gap else 1


def surface_class(word: str, gap: str) -> int:
    """Surface of a word's first piece; 0 is left for the special pieces."""
    return 1 + case_class(word) * len(BEFORE) + before_class(gap)


def blocks(text: str) -> list[tuple[int, int]]:
    """Ranges of at most `BLOCK` code points that tile the text, cut at white space if possible."""
    cuts, start = [], 0
    while start < len(text):
        end = min(start + BLOCK, len(text))
        if end < len(text):
            space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = space if space > start else end
        cuts.append((start, end))
        start = end
    return cuts


class WordSplitter:
    """Splits text into words and word pieces with a stored tokenizer."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        vocabulary = tokenizer.get_vocab()
        self.opening = vocabulary["[CLS]"]
        self.closing = vocabulary["[SEP]"]

    @classmethod
    def from_json(cls, content: str) -> WordSplitter:
        """A splitter from the text of a `tokenizer.json`."""
        return cls(Tokenizer.from_str(content))

    def split(self, text: str) -> Words:
        """The words of a text; a text without words gives empty arrays."""
        pieces: list[int] = []
        surfaces: list[int] = []
        first: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for low, high in blocks(text):
            encoding = self._tokenizer.encode(text[low:high], add_special_tokens=False)
            last: int | None = -1
            for piece, word, (start, end) in zip(
                encoding.ids, encoding.word_ids, encoding.offsets, strict=True
            ):
                if word != last:
                    last = word
                    first.append(len(pieces))
                    starts.append(low + start)
                    ends.append(low + end)
                else:
                    ends[-1] = max(ends[-1], low + end)
                pieces.append(piece)
        surfaces = self._surfaces(text, len(pieces), first, starts, ends)
        return Words(
            np.asarray(pieces, dtype=np.int64),
            np.asarray(surfaces, dtype=np.int64),
            np.asarray(first, dtype=np.int64),
            np.asarray(starts, dtype=np.int64),
            np.asarray(ends, dtype=np.int64),
        )

    @staticmethod
    def _surfaces(
        text: str, count: int, first: list[int], starts: list[int], ends: list[int]
    ) -> list[int]:
        surfaces: list[int] = []
        last = 0
        for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
            case = case_class(text[start:end])
            gap = 2 if index == 0 else before_class(text[last:start])
            stop = first[index + 1] if index + 1 < len(first) else count
            surfaces.append(1 + case * len(BEFORE) + gap)
            surfaces.extend([1 + case * len(BEFORE)] * (stop - first[index] - 1))
            last = end
        return surfaces

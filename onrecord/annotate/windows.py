"""Long reports in overlapping windows: every word is read, none is cut off.

Each word's scores come from the window in which it has most context: windows overlap, and the
border between two lies in the middle of what they share.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from onrecord.annotate.words import Words

#: Word pieces of a window without the two special ones: the length that training used.
WINDOW = 286
#: Word pieces that neighbouring windows share. On PolNeAR dev the content F1 lies between 68.4 and
#: 69.6 for 0 to 128, without a trend, and 32 costs least of what leaves context on both sides.
OVERLAP = 32


@dataclass(frozen=True, slots=True)
class Window:
    """Words `low..high` are read together; the scores of `keep_low..keep_high` are kept."""

    low: int
    high: int
    keep_low: int
    keep_high: int


def plan_windows(words: Words, size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Windows whose kept parts tile the words; each holds at most `size` pieces or one word."""
    if not len(words):
        return []
    stops = np.append(words.first[1:], len(words.pieces))
    parts: list[tuple[int, int]] = []
    low = 0
    while True:
        reach = int(words.first[low]) + size
        high = max(int(np.searchsorted(stops, reach, side="right")), low + 1)
        if high >= len(words):
            break
        parts.append((low, high))
        # The next window begins `overlap` pieces before this one's end, and always further on.
        back = int(np.searchsorted(words.first, int(stops[high - 1]) - overlap, side="left"))
        low = min(max(back, low + 1), high)
    parts.append((_last_low(words, parts, low, size), len(words)))
    borders = [0, *_borders(words, parts), len(words)]
    return [Window(low, high, borders[i], borders[i + 1]) for i, (low, high) in enumerate(parts)]


def _last_low(words: Words, parts: list[tuple[int, int]], low: int, size: int) -> int:
    """The last window reaches back as far as it may, for the sake of context."""
    if not parts:
        return low
    full = int(np.searchsorted(words.first, len(words.pieces) - size, side="left"))
    return min(low, max(full, parts[-1][0] + 1))


def _borders(words: Words, parts: list[tuple[int, int]]) -> list[int]:
    """Middle word of each overlap."""
    return [(low + high) // 2 for (_, high), (low, _) in itertools.pairwise(parts)]

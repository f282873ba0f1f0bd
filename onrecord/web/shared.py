"""The passages that two texts share, aligned: linear in their length."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.span import Span

WORD = re.compile(r"\w+")

RUN = 6
"""Words in a row that count as shared: shorter runs ("the police said on Monday") are chance."""

LONGEST = 400_000
"""Code points of the longer text up to which passages are aligned while a page is waited for: about
a fifth of a second. Reports of the press are a hundredth of that."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that stands in both texts."""

    one: Span
    two: Span


def shared_passages(one: str, two: str) -> tuple[Shared, ...]:
    """The passages in the first text's order; each word of the first is in one at most."""
    if max(len(one), len(two)) > LONGEST:
        return ()
    ours = [(m.group().casefold(), m.start(), m.end()) for m in WORD.finditer(one)]
    theirs = [(m.group().casefold(), m.start(), m.end()) for m in WORD.finditer(two)]
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(theirs) - RUN, -1, -1):
        places[tuple(word for word, _, _ in theirs[at : at + RUN])] = at
    found: list[Shared] = []
    at = 0
    while at + RUN <= len(ours):
        there = places.get(tuple(word for word, _, _ in ours[at : at + RUN]))
        if there is None:
            at += 1
            continue
        length = RUN
        while (
            at + length < len(ours)
            and there + length < len(theirs)
            and ours[at + length][0] == theirs[there + length][0]
        ):
            length += 1
        found.append(
            Shared(
                Span(ours[at][1], ours[at + length - 1][2]),
                Span(theirs[there][1], theirs[there + length - 1][2]),
            )
        )
        at += length
    return tuple(found)

"""What changed between two versions of a text: paragraph by paragraph, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

Kind = Literal["same", "added", "removed", "changed"]

WORDS = re.compile(r"\w+|\s+|[^\w\s]+")

MOST_PARAGRAPHS = 3_000
"""Paragraphs of the longer text up to which they are set against each other: the alignment is
quadratic at its worst, here half a second. Reports of the press have some thirty."""

MOST_WORDS = 1_500
"""Words of the longer paragraph up to which two are compared word by word, for the same reason."""

ALIKE = 0.5
"""Part of their words that two paragraphs share from which on they are one that was changed. Half is
where more stays than goes: below it the marks break the paragraph into shreds."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stayed (`same`), came (`added`) or went (`removed`)."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Revised:
    """A paragraph of either text, or of both: `changed` ones have stretches of several kinds."""

    kind: Kind
    stretches: tuple[Stretch, ...]


def revised(before: str, after: str) -> tuple[Revised, ...]:
    """The paragraphs of both texts in reading order; empty ones are left out."""
    return tuple(_revised(_paragraphs(before), _paragraphs(after)))


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _revised(old: Sequence[str], new: Sequence[str]) -> Iterator[Revised]:
    if max(len(old), len(new)) > MOST_PARAGRAPHS:
        yield from _ends(old, new)
        return
    for name, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            yield from (_whole("same", text) for text in old[i:j])
        else:
            yield from _replaced(old[i:j], new[k:m])


def _ends(old: Sequence[str], new: Sequence[str]) -> Iterator[Revised]:
    """Very long texts: what they share at the beginning and the end stays, all between is replaced."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    yield from (_whole("same", text) for text in old[:start])
    yield from (_whole("removed", text) for text in old[start : len(old) - end])
    yield from (_whole("added", text) for text in new[start : len(new) - end])
    yield from (_whole("same", text) for text in old[len(old) - end :])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Revised]:
    """Paragraphs in the place of others: those that are alike enough word by word."""
    for one, other in zip_longest(old, new):
        pair = _changed(one, other) if one is not None and other is not None else None
        if pair is not None:
            yield pair
            continue
        if one is not None:
            yield _whole("removed", one)
        if other is not None:
            yield _whole("added", other)


def _changed(one: str, other: str) -> Revised | None:
    """The two as one paragraph with its changed words; None where they have too little in common."""
    old, new = WORDS.findall(one), WORDS.findall(other)
    if max(len(old), len(new)) > MOST_WORDS:
        return None
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return None
    found: list[Stretch] = []
    for name, i, j, k, m in matcher.get_opcodes():
        if name == "equal":
            found.append(Stretch("same", "".join(old[i:j])))
            continue
        found += [Stretch("removed", "".join(old[i:j]))] if i < j else []
        found += [Stretch("added", "".join(new[k:m]))] if k < m else []
    return Revised("changed", tuple(found))


def _whole(kind: Kind, text: str) -> Revised:
    return Revised(kind, (Stretch(kind, text),))

"""Texts changed a little, so that the encoder does not lean on how one outlet types.

Quotation marks of another style, all upper or all lower case, punctuation left out. Labels move
with the text.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from onrecord.train.config import Augment
from onrecord.train.example import Example, Judged, Label, Range, Rated

OPENING, CLOSING = "“", "”"
STYLES = (("“", "”"), ('"', '"'), ("''", "''"), ("``", "''"))
APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A text made of new pieces, one for each old code point, and where each came to stand."""

    text: str
    at: list[int]

    def range(self, old: Range) -> Range:
        """Where an old range now stands."""
        return (self.at[old[0]], self.at[old[1]])


def rewrite(pieces: list[str]) -> Rewritten:
    """Joins pieces; `at` has one entry more than there are pieces."""
    at, position = [0], 0
    for piece in pieces:
        position += len(piece)
        at.append(position)
    return Rewritten("".join(pieces), at)


def augmented(example: Example, settings: Augment, chance: random.Random) -> Example:
    """The example, perhaps changed. Draws the same numbers whatever is changed."""
    quotes, case, bare = chance.random(), chance.random(), chance.random()
    style = chance.choice(STYLES)
    pieces = list(example.text)
    if quotes < settings.quotes:
        pieces = requoted(pieces, style)
    if bare < settings.bare:
        pieces = ["" if p in ',.;:"“”' and chance.random() < 0.5 else p for p in pieces]
    if case < settings.upper:
        pieces = [p.upper() for p in pieces]
    elif case < settings.upper + settings.lower:
        pieces = [p.lower() for p in pieces]
    return moved(example, rewrite(pieces))


def requoted(pieces: list[str], style: tuple[str, str]) -> list[str]:
    """Double quotation marks in another style; straight ones are told apart by what precedes."""
    result, before = [], " "
    for piece in pieces:
        opens = piece == OPENING or (piece == '"' and (before.isspace() or before in "([—"))
        if opens:
            result.append(style[0])
        elif piece in (CLOSING, '"'):
            result.append(style[1])
        else:
            result.append(piece.translate(APOSTROPHES) if style[0] != OPENING else piece)
        before = piece
    return result


def moved(example: Example, new: Rewritten) -> Example:
    """The example on its new text; what has vanished is dropped."""
    labels = []
    for label in example.labels:
        start, end = new.range((label.start, label.end))
        if start < end:
            labels.append(Label(label.head, label.kind, start, end))
    links = [
        {role: [new.range(piece) for piece in pieces] for role, pieces in link.items()}
        for link in example.links
    ]
    ages = [Judged(new.range(x.argument), new.range(x.target), x.gold) for x in example.ages]
    chains = [[r for r in map(new.range, chain) if r[0] < r[1]] for chain in example.chains]
    ratings = [Rated(*new.range((x.start, x.end)), x.value) for x in example.ratings]
    known = {head: [new.range(r) for r in ranges] for head, ranges in example.known.items()}
    return replace(
        example,
        text=new.text,
        labels=labels,
        known=known,
        links=links,
        ages=[x for x in ages if x.argument[0] < x.argument[1] and x.target[0] < x.target[1]],
        chains=chains,
        ratings=[x for x in ratings if x.start < x.end],
    )

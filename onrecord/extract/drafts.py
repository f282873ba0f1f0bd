"""Drafts: attributions on their way to statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.core.reading import Stance
from onrecord.core.span import Span, Spans, hull
from onrecord.extract.cast import Role

Pattern = Literal["verb", "according", "citing", "colon", "bare", "encoder", "layout", "relay"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Source, cue and content; `told` is whom it was said to, `speaker` the source's mention."""

    source: Spans
    cue: Spans
    content: Spans
    stance: Stance
    pattern: Pattern
    speaker: Role | None = None
    told: Role | None = None
    lemma: str = ""
    negated: bool = False
    score: float = 1.0
    through: Role | None = None
    """Who passes it on, where no statement of theirs holds it: "quoted by X as saying"."""
    relay: Span | None = None
    """The cue of the statement that cites this one as its origin."""

    @property
    def reach(self) -> Span:
        """The stretch from the first to the last code point of source and cue."""
        return hull((*self.source, *self.cue, *(self.content if not self.cue else ())))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as word indexes, `first` to `last` (exclusive)."""

    span: Span
    first: int
    last: int

"""Annotation: what the encoder sees in one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.core.span import Span, Spans

Form = Literal["name", "nominal", "pronoun"]
EntityKind = Literal[
    "person",
    "group",
    "organisation",
    "outlet",
    "place",
    "facility",
    "weapon",
    "vehicle",
    "object",
    "event",
    "law",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, describes or points at an entity; `score` between 0 and 1."""

    span: Span
    kind: EntityKind
    form: Form
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one outermost attribution; each may be broken or missing."""

    source: Spans
    cue: Spans
    content: Spans
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotation:
    """The encoder's output for one report; `weights` is the id of the weights that made it."""

    report_id: str
    weights: str
    sentences: Spans
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()

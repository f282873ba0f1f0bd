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

Role = Literal["perpetrator", "group", "victim", "target", "weapon"]
Condition = Literal["killed", "injured", "unharmed", "arrested", "kidnapped"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, describes or points at an entity; `score` between 0 and 1."""

    span: Span
    kind: EntityKind
    form: Form
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one outermost attribution; each may be broken or missing.

    certainty: how certain the writer is, at the cue, that it was said: -3 (it was not) to 3 (it
    was); None where the weights have no such head.
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float = 1.0
    certainty: float | None = None


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """A span that plays a role in a violent incident; `score` between 0 and 1.

    described: a victim without a name ("three shoppers"); false for all other roles.
    """

    span: Span
    role: Role
    score: float = 1.0
    described: bool = False


@dataclass(frozen=True, slots=True)
class PersonCondition:
    """What became of the person or people that a span names or describes, the report over."""

    span: Span
    condition: Condition
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Age:
    """The number of an age, and the mention of the person who is that old.

    person: a mention's span, or None where none fits. link_score: between 0 and 1.
    """

    span: Span
    person: Span | None = None
    score: float = 1.0
    link_score: float = 0.0


@dataclass(frozen=True, slots=True)
class Coreference:
    """A mention and an earlier one of the same entity; both spans stand in `mentions`.

    score: the share, 0 to 1, that this antecedent has among all earlier ones and none.
    """

    mention: Span
    antecedent: Span
    score: float


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells of something happening, and how certain the writer is that it did.

    certainty: -3 (certain that not) over 0 (open) to 3 (certain).
    """

    span: Span
    certainty: float
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotation:
    """The encoder's output for one report; `weights` is the id of the weights that made it.

    heads: what these weights can see. Weights without a head give nothing for it, which is no sign
    that the report has nothing: look here first ("role", "condition", "age", "event",
    "coreference", "certainty"). All tuples stand in text order.
    """

    report_id: str
    weights: str
    sentences: Spans
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    roles: tuple[RoleFiller, ...] = ()
    conditions: tuple[PersonCondition, ...] = ()
    ages: tuple[Age, ...] = ()
    coreferences: tuple[Coreference, ...] = ()
    events: tuple[Event, ...] = ()
    heads: tuple[str, ...] = ()

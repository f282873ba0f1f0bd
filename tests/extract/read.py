"""Readings for tests: of plain text, with the encoder's attributions and mentions where given."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.core.annotation import Annotation, Attribution, EntityKind, Mention
from onrecord.core.reading import Entity, Statement
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.reading import read_context
from onrecord.facts.base import Context
from tests.facts.build import sentences_of


def context_of(
    text: str,
    *,
    outlet: str | None = None,
    attributions: Iterable[Attribution] = (),
    mentions: Iterable[Mention] = (),
) -> Context:
    """The context of a text read with these annotations."""
    report = Report(id="r1", input="test", text=text, outlet=outlet, published="2024-03-14")
    annotation = Annotation("r1", "none", sentences_of(text), tuple(mentions), tuple(attributions))
    return read_context(report, annotation)


def find(text: str, words: str, nth: int = 1) -> Span:
    """The n-th place of the words in the text."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def name(text: str, words: str, kind: EntityKind = "person") -> Mention:
    """A name that the encoder saw, at its first place."""
    return Mention(find(text, words), kind, "name", 0.9)


def entity(context: Context, words: str) -> Entity:
    """The entity of that name."""
    return next(e for e in context.entities if e.name == words)


def forms(context: Context, words: str) -> list[str]:
    """The words of all mentions of the entity of that name."""
    return [m.span.cut(context.text) for m in entity(context, words).mentions]


def people(context: Context) -> list[str]:
    """Names of the persons who have one."""
    return [e.name for e in context.entities if e.kind == "person" and e.named]


def statement(context: Context, words: str) -> Statement:
    """The statement with the shortest content that begins with the words, quotation marks left out."""
    fitting = [
        s for s in context.statements if told(context, s).lstrip("\"“‘«„'").startswith(words)
    ]
    return min(fitting, key=lambda s: len(told(context, s)))


def told(context: Context, one: Statement) -> str:
    """The content's words, its pieces joined by a bar."""
    return " | ".join(span.cut(context.text) for span in one.content)


def chain(context: Context, one: Statement) -> list[str]:
    """The names of the chain's links."""
    return [context.by_id[link].name for link in one.chain]

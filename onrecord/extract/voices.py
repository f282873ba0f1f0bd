"""Voices: on whose word a stretch of text is."""

from __future__ import annotations

from onrecord.core.reading import Statement, Voice
from onrecord.core.span import Span, covers
from onrecord.extract.certainty import hedge_at
from onrecord.facts.base import Context


def voice_at(context: Context, span: Span) -> Voice:
    """The voice of a span: that of the innermost statement that holds it, else the report's own.

    A hedge in the span's own clause ("reportedly armed") lowers the certainty; inside a direct
    quotation the certainty is the speaker's own.
    """
    statement = innermost(context.statements, span)
    hedge = hedge_at(context.text, span, context.sentence_at(span.start))
    if statement is None:
        return Voice((), (), hedge or "stated")
    certainty = hedge or statement.certainty
    return Voice(statement.chain, statement.chain_evidence, certainty)


def innermost(statements: tuple[Statement, ...], span: Span) -> Statement | None:
    """The statement with the shortest content that holds the span."""
    holding = [s for s in statements if covers(s.content, span)]
    return min(holding, key=_length, default=None)


def _length(statement: Statement) -> int:
    return sum(len(span) for span in statement.content)

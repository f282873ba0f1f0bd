"""Voices: on whose word a stretch of text is, and how sure that word is."""

from __future__ import annotations

import re

from onrecord.core.reading import Statement, Voice
from onrecord.core.span import Span, covers
from onrecord.extract.certainty import hedge_at
from onrecord.extract.cues import CUES
from onrecord.facts.base import Context

CARRYING = frozenset(
    "according citing quoting quoted cited statement statements via per from words report reports "
    "message letter post interview conference spoke speaks talk talked talking likened compared "
    "mentioned mentions listed lists read reads reading detailed stressed referred refers hinted "
    "implied signalled signaled declined refused came comes provided".split()
)
"""Words of cues that carry somebody's words without being in the list of cue verbs."""
CUE_WORD = re.compile(r"[^\W\d_]+")


def voice_at(context: Context, span: Span) -> Voice:
    """The voice of a span: that of the innermost statement that holds it, else the report's own.

    A hedge in the span's own clause ("reportedly armed") lowers the certainty; inside a direct
    quotation the certainty is the speaker's own. Who declines to say something vouches for nothing;
    what a source phrase tells of its speaker is the word of whoever passes the statement on.
    """
    statement = innermost(context, _without_stop(context.text, span))
    hedge = hedge_at(context.text, span, _clause(context, span))
    if statement is None:
        return Voice((), (), hedge or "stated")
    return Voice(statement.chain, statement.chain_evidence, hedge or statement.certainty)


def _without_stop(text: str, span: Span) -> Span:
    """The span without a full stop at its end: "at 3 a.m." ends one code point behind a content.

    A content leaves out the sentence's full stop, which an abbreviation at the end shares.
    """
    shared = len(span) > 1 and text[span.end - 1] == "."
    return Span(span.start, span.end - 1) if shared else span


def innermost(context: Context, span: Span) -> Statement | None:
    """The statement with the shortest content that holds the span; of equal ones the farthest back."""
    near = context.statements_near(span)
    return min((s for s in near if _vouches(context.text, s, span)), key=_rank, default=None)


def _vouches(text: str, statement: Statement, span: Span) -> bool:
    if statement.stance == "declines" or covers(statement.source, span):
        return False
    if _is_subject(text, statement, span):
        return False
    return covers(statement.content, span) and _carries_words(text, statement)


def _is_subject(text: str, statement: Statement, span: Span) -> bool:
    """Whether it is in what "is said to" have done something: that is there on the report's own word."""
    if statement.source or not statement.cue:
        return False
    cue = statement.cue[0].start
    return any(
        part.contains(span) and part.end <= cue and not text[part.end : cue].strip()
        for part in statement.content
    )


def _carries_words(text: str, statement: Statement) -> bool:
    """Whether the cue is one of saying, thinking or the like, not "is charged with"."""
    if not statement.cue:
        return True
    if all(span.cut(text) == ":" for span in statement.cue):
        return True
    words = {word for span in statement.cue for word in CUE_WORD.findall(span.cut(text).lower())}
    return any(word in CUES or word in CARRYING for word in words)


def _rank(statement: Statement) -> tuple[int, int]:
    return (sum(len(span) for span in statement.content), -len(statement.chain))


def _clause(context: Context, span: Span) -> Span | None:
    """Where hedges can stand: the sentence from where somebody's words begin, or the source phrase.

    What the report puts before a quotation is its own hedge, not the speaker's.
    """
    for statement in context.statements_near(span):
        for source in statement.source:
            if source.contains(span):
                return source
    sentence = context.sentence_at(span.start)
    told = innermost(context, span)
    held = next((part for part in told.content if part.contains(span)), None) if told else None
    if sentence is None or held is None:
        return sentence
    return Span(max(sentence.start, held.start), sentence.end)

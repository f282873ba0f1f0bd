"""Speakers: the entity that a source phrase stands for."""

from __future__ import annotations

import re

from onrecord.core.span import Span, Spans
from onrecord.extract import vocabulary as v
from onrecord.extract.cast import Cast, Role
from onrecord.extract.cues import DOCUMENTS
from onrecord.extract.prose import Prose

TRANSLATION = re.compile(
    r"\btranslat(?:ion|ed|or)|(?<!through an )(?<!through his )(?<!through her )\binterpreter\b",
    re.IGNORECASE,
)
SEEN_BY = re.compile(r"(?: \w+){0,2} (?:seen|obtained|reviewed|viewed|examined|read) by\b")
"""Behind a document: who had it in hand is no link."""
FIRST_PERSON = frozenset("i we".split())


def speaker_of(prose: Prose, cast: Cast, source: Spans) -> Role | None:
    """The mention in a source that speaks: its first, or behind a document that of its author."""
    for span in source:
        inside = [r for r in cast.inside(_wider(prose, span)) if r.span.overlaps(span)]
        roles = [r for r in inside if r.speaks]
        if not roles:
            if len(inside) == 1 and _is_government(prose, inside[0], span):
                return inside[0]
            continue
        document = next((r for r in roles if r.is_document), None)
        if document is not None and SEEN_BY.match(prose.text, document.span.end):
            return document
        if _opens_with_document(prose, span):
            named = [r for r in roles if r.entity.named]
            return (named or roles)[-1]
        return next((r for r in roles if _reaches(cast, r, span)), roles[0])
    return None


def _is_government(prose: Prose, role: Role, source: Span) -> bool:
    """Whether a source is nothing but a place, which speaks for those who run it: "the city said"."""
    words = prose.words_in(source)
    around = [w for w in words if not role.span.start <= w.start < role.span.end]
    return role.entity.kind == "place" and all(w.lower in v.DETERMINERS for w in around)


def _reaches(cast: Cast, role: Role, span: Span) -> bool:
    """Whether a name with its titles begins where the source does."""
    return role.form == "name" and cast.with_title(role).start <= span.start + 1


def _wider(prose: Prose, span: Span) -> Span:
    """The span with a possessor or article that the encoder may have cut off."""
    return Span(max(0, span.start - 4), span.end)


def _opens_with_document(prose: Prose, span: Span) -> bool:
    words = prose.words_in(span)[:5]
    for word in words:
        if word.lower in DOCUMENTS:
            return True
        if word.is_capital and word is not words[0]:
            return False
        if word.lower in {"of", "for", "'s", ",", "who"}:
            return False
    return False


def is_first_person(prose: Prose, source: Spans) -> bool:
    """Whether the source is "I" or "we"."""
    words = [w.lower for span in source for w in prose.words_in(span)]
    return len(words) == 1 and words[0] in FIRST_PERSON


def is_translation(prose: Prose, source: Spans) -> bool:
    """Whether the source is a translation: a link of the chain that says nothing of its own."""
    return any(
        TRANSLATION.search(prose.text, span.start, min(len(prose.text), span.end + 14))
        for span in source
    )

"""The body that a text ties a person to: "director of the Lumora Institute", "its spokesman"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.reading import Entity
from onrecord.core.span import Span, Spans
from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import Placed, Sentence, persons, sentences
from onrecord.facts.person_words import BODY_WORDS
from onrecord.facts.titles import Title, is_role, titles
from onrecord.facts.word_classes import DETERMINERS

FIELD = "person.affiliation"
BODIES = frozenset({"organisation", "outlet", "facility"})
GENERIC = frozenset(
    """
    police army government court courts prosecutors authorities officials military navy council
    parliament state media press hospital school church
    """.split()
)
"""Bodies in general: "a police spokesman" is tied to no body that the text names."""

TIES = frozenset("of at for with in from".split())
NAME_TIES = frozenset("of at with from".split())
LOOK_BACK = 2
"""Sentences. "Its" after a quotation, which may be two sentences, takes up the body before it."""

WORKING = frozenset("works worked working".split())
LEADING = frozenset(
    """
    commands commanded heads headed leads led chairs chaired directs directed runs ran manages
    managed edits edited owns co-owns founded co-founded represents
    """.split()
)
"""Verbs whose subject belongs to the body that is their object: "who commands the brigade"."""


@dataclass(frozen=True, slots=True)
class _Tied:
    """A person and a body, with the words that tie them."""

    person: Entity
    body: Entity
    evidence: Spans


def find(context: Context) -> Iterator[Found]:
    """Persons tied to a body by their role, by "of" or by "works for"."""
    sentence_list = sentences(context)
    seen: set[tuple[str, str, Spans]] = set()
    for number, sentence in enumerate(sentence_list):
        for tied in (
            *_by_role(sentence, sentence_list[:number]),
            *_by_name(sentence),
            *_by_work(sentence),
            *_by_leading(sentence),
            *_by_employer(sentence),
            *_by_description(sentence),
        ):
            key = (tied.person.id, tied.body.id, tied.evidence)
            if key not in seen and not _is_generic(tied.body):
                seen.add(key)
                yield Found(
                    subject=tied.person.id, field=FIELD, value=tied.body.id, evidence=tied.evidence
                )


def _is_generic(body: Entity) -> bool:
    words = [w for w in body.name.lower().split() if w not in DETERMINERS]
    return " ".join(words) in GENERIC


def _bodies(s: Sentence) -> tuple[Placed, ...]:
    return tuple(p for p in s.placed if p.entity.kind in BODIES or _named_body(p))


def _named_body(placed: Placed) -> bool:
    """A place whose name is a body's: "Centre for Rural Studies", "Marle Hospital"."""
    words = set(placed.entity.name.lower().split())
    return placed.entity.kind == "place" and bool(words & BODY_WORDS)


def _body_from(s: Sentence, index: int) -> Placed | None:
    """The body whose noun phrase begins at a word."""
    for at in range(index, min(index + 6, len(s))):
        found = [p for p in _bodies(s) if p.first == at]
        if found:
            return max(found, key=lambda p: p.last)
        if not s.is_nounlike(at):
            return None
    return None


def _by_role(s: Sentence, earlier: Sequence[Sentence]) -> Iterator[_Tied]:
    for title in titles(s):
        tied = _inside(s, title) or _behind(s, title) or _owner(s, title) or _its(s, title, earlier)
        if tied:
            yield tied


def _tied(title: Title, body: Placed, *evidence: Span) -> _Tied:
    return _Tied(title.person.entity, body.entity, tuple(sorted(evidence)))


def _inside(s: Sentence, title: Title) -> _Tied | None:
    """ "Interior Ministry spokesman": the body stands in the role."""
    for body in _bodies(s):
        if title.first <= body.first and body.last < title.head:
            return _tied(title, body, body.mention.span)
    return None


def _behind(s: Sentence, title: Title) -> _Tied | None:
    """ "director of the Lumora Institute": the body stands behind the role."""
    if s.lower(title.head + 1) not in TIES:
        return None
    body = _body_from(s, title.head + 2)
    return _tied(title, body, body.mention.span) if body else None


def _owner(s: Sentence, title: Title) -> _Tied | None:
    """ "Lumora's spokesman", "the ministry's spokesman"."""
    if title.owner is None or s.lower(title.owner) not in {"'s", "’s"}:
        return None
    for body in _bodies(s):
        if body.last == title.owner - 1:
            return _tied(title, body, body.mention.span)
    return None


def _its(s: Sentence, title: Title, earlier: Sequence[Sentence]) -> _Tied | None:
    """ "its spokesman": the body named last before, or right behind, or before the quotation."""
    if title.owner is None or s.lower(title.owner) != "its" or s.lower(title.head) == "driver":
        return None
    phrase = s.cut(title.owner, title.head)
    before = [p for p in _bodies(s) if p.last < title.owner and _may_own(p)]
    definite = [p for p in before if s.lower(p.first) == "the"]
    names = [p for p in before if p.mention.form == "name"] or definite
    if names:
        return _tied(title, names[-1], names[-1].mention.span, phrase)
    body = _speaking_after(s, title) or _subject_before(earlier)
    return _tied(title, body, phrase) if body else None


def _may_own(placed: Placed) -> bool:
    return placed.mention.form != "pronoun" and not _is_generic(placed.entity)


def _speaking_after(s: Sentence, title: Title) -> Placed | None:
    """ "signed by its chief executive, Ana Brito, Lumora said": the body that speaks next."""
    person = title.person
    if s.lower(person.last + 1) != ",":
        return None
    body = _body_from(s, person.last + 2)
    return body if body and s.is_verb(body.last + 1) else None


def _subject_before(earlier: Sequence[Sentence]) -> Placed | None:
    """The first body of the nearest sentence before that has one, quotations passed over."""
    for sentence in reversed(earlier[-LOOK_BACK:]):
        found = [p for p in _bodies(sentence) if _may_own(p) and p.entity.kind != "facility"]
        if found:
            return found[0]
    return None


def _by_name(s: Sentence) -> Iterator[_Tied]:
    """ "Ana Brito of the Lumora Institute"."""
    for placed in persons(s.people):
        if placed.mention.form != "name" or s.lower(placed.last + 1) not in NAME_TIES:
            continue
        body = _body_from(s, placed.last + 2)
        if body and body.entity.kind != "facility" and body.mention.form == "name":
            yield _Tied(placed.entity, body.entity, (body.mention.span,))


def _by_description(s: Sentence) -> Iterator[_Tied]:
    """ "a spokesman for the company": somebody without a name."""
    for placed in persons(s.people):
        if placed.mention.form != "nominal" or not is_role(s.lower(placed.last)):
            continue
        if s.lower(placed.last + 1) not in {"for", "of", "with"}:
            continue
        body = _body_from(s, placed.last + 2)
        if body and body.entity.kind != "facility":
            yield _Tied(placed.entity, body.entity, (body.mention.span,))


def _by_work(s: Sentence) -> Iterator[_Tied]:
    """ "who works for Lumora"."""
    for index in range(len(s)):
        if s.lower(index) not in WORKING or s.lower(index + 1) not in {"for", "at"}:
            continue
        body = _body_from(s, index + 2)
        if body is None:
            continue
        for subject in persons(s.subjects(s.group_start(index))):
            yield _Tied(subject.entity, body.entity, (body.mention.span,))


def _by_employer(s: Sentence) -> Iterator[_Tied]:
    """ "the plant where she works" and "his employer, the engineering firm Lumora"."""
    for index in range(1, len(s)):
        if s.lower(index) in WORKING and s.lower(index - 2) == "where":
            last = index - 3 - (s.lower(index - 3) == ",")
            owner, body = s.ending_at(index - 1), _body_to(s, last)
        elif s.lower(index) == "employer" and s.lower(index - 1) in {"his", "her"}:
            owner, body = s.ending_at(index - 1), _body_from(s, index + 2)
        else:
            continue
        known = body is not None and (body.entity.named or body.entity.kind == "organisation")
        if owner is not None and body is not None and known and persons([owner]):
            yield _Tied(owner.entity, body.entity, (body.mention.span,))


def _body_to(s: Sentence, index: int) -> Placed | None:
    """The body whose mention ends at a word, the longest."""
    found = [p for p in _bodies(s) if p.last == index]
    return min(found, key=lambda p: p.first, default=None)


def _by_leading(s: Sentence) -> Iterator[_Tied]:
    """ "who commands the brigade", "Ana Brito, who runs Lumora"."""
    for index in range(len(s)):
        if s.lower(index) not in LEADING or s.lower(index - 1) != "who":
            continue
        body = _body_from(s, index + 1)
        if body is None or (body.entity.kind != "organisation" and not body.entity.named):
            continue
        for subject in persons(s.subjects(index)):
            yield _Tied(subject.entity, body.entity, (body.mention.span,))


TYPE = FactType(
    field=FIELD,
    label="Affiliation",
    many=True,
    find=find,
    compare=compare.any_of,
    show=show.entity,
    entity_value=True,
)

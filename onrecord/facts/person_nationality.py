"""A person's nationality, only where it is stated: "a Tunisian man", "a citizen of Tunisia"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.demonyms import DEMONYMS
from onrecord.facts.grammar import Placed, Sentence, persons, sentences
from onrecord.facts.titles import Title, titles

FIELD = "person.nationality"
WORD = re.compile(
    rf"(?<![\w-])(?<!African )(?:{'|'.join(sorted(map(re.escape, DEMONYMS), key=len, reverse=True))})"
    r"\b(?! Arabia)(?!-(?!year))"
)
OFFICES = frozenset(
    """
    minister president ambassador chancellor prosecutor police officer soldier soldiers mp lawmaker
    senator general envoy consul diplomat official spokesman spokeswoman spokesperson king queen
    prince princess premier parliament army troops forces navy coach agent authorities government
    correspondent reporter tabloid newspaper bishop judge commissioner leader chief admiral colonel
    captain sergeant secretary embassy consulate regulator shepherd teacher
    """.split()
)
"""Heads before which a country's word says whose office it is ("Italian police"), not who is from
there."""

ORIGIN = frozenset("descent origin ancestry heritage roots".split())
CITIZEN = frozenset("citizen national".split())


def find(context: Context) -> Iterator[Found]:
    """Demonyms in descriptions, before names and after "is"; citizens of a country."""
    seen: set[tuple[str, Span]] = set()
    for sentence in sentences(context):
        for fact in (*_described(sentence), *_titled(sentence), *_stated(sentence), *_of(sentence)):
            key = (fact.subject, fact.evidence[0])
            if key not in seen:
                seen.add(key)
                yield fact


def _found(person: Placed, code: str, span: Span) -> Found:
    return Found(subject=person.entity.id, field=FIELD, value=code, evidence=(span,))


def _words(s: Sentence, first: int, last: int) -> Iterator[re.Match[str]]:
    if first <= last:
        span = s.cut(first, last)
        yield from WORD.finditer(s.context.text, span.start, span.end)


def _described(s: Sentence) -> Iterator[Found]:
    """ "a 24-year-old Tunisian man", "the Tunisian", "Tunisian Ana Brito"."""
    for placed in persons(s.people):
        if placed.mention.form == "pronoun":
            continue
        first = s.phrase_start(placed)
        named = placed.mention.form == "name"
        if s.lower(placed.last) in OFFICES or s.lower(placed.last + 1) in ORIGIN:
            continue
        if any(s.lower(i) in OFFICES for i in range(first, placed.first)):
            continue
        for match in _words(s, first, placed.first - 1 if named else placed.last):
            yield _found(placed, DEMONYMS[match[0]], Span(match.start(), match.end()))


def _titled(s: Sentence) -> Iterator[Found]:
    """ "Ana Brito, a Polish baker"."""
    for title in titles(s):
        if not _office(s, title):
            for match in _words(s, title.first, title.head):
                yield _found(title.person, DEMONYMS[match[0]], Span(match.start(), match.end()))


def _office(s: Sentence, title: Title) -> bool:
    return any(s.lower(i) in OFFICES for i in range(title.first, title.head + 1))


def _stated(s: Sentence) -> Iterator[Found]:
    """ "is Tunisian", "was a Polish national", "Ana Brito, a Tunisian,"."""
    for match in WORD.finditer(s.context.text, s.span.start, s.span.end):
        first, last = s.index_at(match.start()), s.index_at(match.end() - 1)
        if first is None or last is None:
            continue
        after = last + 1 + (s.lower(last + 1) in CITIZEN)
        closed = not s.is_nounlike(after) and s.lower(after) not in ORIGIN
        before = first - 1 - (s.lower(first - 1) in {"a", "an", "the"})
        if closed and s.lower(before) in {"is", "was"}:
            subjects = s.subjects(s.group_start(before))
        elif closed and s.lower(before) == "," and before < first - 1:
            subjects = s.subjects(before + 1)
        else:
            continue
        for subject in persons(subjects):
            yield _found(subject, DEMONYMS[match[0]], Span(match.start(), match.end()))


def _of(s: Sentence) -> Iterator[Found]:
    """ "a citizen of Tunisia": the country's code is the place's."""
    for index in range(len(s)):
        if s.lower(index) not in CITIZEN or s.lower(index + 1) != "of":
            continue
        first = index - (s.lower(index - 1) in {"a", "the"})
        at_verb = s.lower(first - 1) in {"is", "was"}
        subjects = s.subjects(s.group_start(first - 1) if at_verb else first)
        for place in s.placed:
            where = place.entity.where
            if place.first in {index + 2, index + 3} and where is not None:
                for subject in persons(subjects):
                    yield _found(subject, where.country, place.mention.span)


TYPE = FactType(
    field=FIELD,
    label="Nationality",
    many=True,
    find=find,
    compare=compare.any_of,
    show=show.plain,
)

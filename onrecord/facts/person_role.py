"""A person's office, job or rank, as written without its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import AGE_WORD, Placed, Sentence, persons, sentences
from onrecord.facts.titles import Title, is_role, titles
from onrecord.facts.word_classes import DETERMINERS

FIELD = "person.role"
LONGEST = 60
"""Code points. A longer "of …" says whom the office serves, not what it is; the head alone stands."""

GENERIC = frozenset("officer official driver leader chief head deputy agent member king".split())
"""Jobs by which a text often takes up a person whose role it has given more exactly."""


LOOK_BACK = 3
"""Sentences. "They are …" may take up a number of people from the paragraph before."""
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def find(context: Context) -> Iterator[Found]:
    """Roles told beside names and by "is", and those in descriptions of a named person."""
    every = sentences(context)
    for number, sentence in enumerate(every):
        yield from _by_number(every[max(0, number - LOOK_BACK) : number], sentence)
        found = [*map(_from_title, _each(sentence)), *_descriptions(sentence)]
        told: list[Found] = []
        for fact in found:
            if not any(_takes_in(known, fact) for known in told):
                told.append(fact)
        yield from told


def _by_number(earlier: Sequence[Sentence], s: Sentence) -> Iterator[Found]:
    """ "They are Ana Brito, 43, and …" where a sentence before speaks of "two surveyors"."""
    if s.lower(0) != "they" or s.lower(1) not in {"are", "were"}:
        return
    people = persons(s.listed(2))
    for before in reversed(earlier):
        for placed in before.people:
            job = before.lower(placed.last).removesuffix("s")
            count = COUNTS.get(before.lower(placed.first))
            if placed.entity.kind == "group" and count == len(people) and is_role(job):
                span = before.words[placed.last].span
                yield from (Found(p.entity.id, FIELD, job, (span,), confidence=0.8) for p in people)
                return


def _takes_in(known: Found, fact: Found) -> bool:
    """Whether the same words, or more of them, have told it before."""
    return known.subject == fact.subject and known.evidence[0].contains(fact.evidence[0])


def _each(sentence: Sentence) -> Iterator[tuple[Sentence, Title]]:
    return ((sentence, title) for title in titles(sentence))


def _from_title(pair: tuple[Sentence, Title]) -> Found:
    sentence, title = pair
    span = sentence.cut(title.first, title.last)
    if len(span) > LONGEST:
        span = sentence.cut(title.first, title.head)
    return Found(
        subject=title.person.entity.id,
        field=FIELD,
        value=span.cut(sentence.context.text),
        evidence=(span,),
        certainty="denied" if title.negated else None,
    )


def _descriptions(s: Sentence) -> Iterator[Found]:
    """ "The courier" where the text has said that it is Ana Brito."""
    for placed in s.people:
        entity = placed.entity
        nominal = placed.mention.form == "nominal" and entity.kind == "person"
        if not nominal or not entity.named or entity.plural or not is_role(s.lower(placed.last)):
            continue
        first = _first(s, placed)
        if s.lower(placed.last) not in GENERIC or first < placed.last:
            span = s.cut(first, placed.last)
            yield Found(
                subject=entity.id,
                field=FIELD,
                value=span.cut(s.context.text),
                evidence=(span,),
                confidence=0.8,
            )


def _first(s: Sentence, placed: Placed) -> int:
    """The first word of a description that belongs to the job."""
    owners = [i for i in range(placed.first, placed.last) if s.lower(i) in {"'s", "’s"}]
    named = [i for i in owners if s.ending_at(i - 1)]
    first = named[-1] + 1 if named else placed.first
    while first < placed.last and (
        s.lower(first) in DETERMINERS or AGE_WORD.match(s.lower(first)) or _passing(s.lower(first))
    ):
        first += 1
    return first


def _passing(word: str) -> bool:
    return word in {"dead", "wounded", "injured", "slain", "detained", "'s", "’s", "other"}


TYPE = FactType(
    field=FIELD,
    label="Role",
    many=True,
    find=find,
    compare=compare.roles,
    show=show.plain,
)

"""Where a person was born: "was born in Racine, in Wisconsin", "a native of Racine"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import Placed, Sentence, persons, sentences

FIELD = "person.birthplace"
NEVER = frozenset("not never n't neither".split())
LINKS = frozenset(
    "in at near of , the and raised town city village on from january february march april may june july"
    " august september october november december".split()
)
"""What may stand between "born" and the place: prepositions and a date."""
OPENING = 16
"""Words in which the clause "Born in …," ends; a longer one is read as no opening."""


def find(context: Context) -> Iterator[Found]:
    """Birthplaces, each level that the text names."""
    for sentence in sentences(context):
        for index in range(len(sentence)):
            for person in persons(_born(sentence, index)):
                for place in _places(sentence, index + 1):
                    yield _found(person, place)
        yield from _hyphened(sentence)
        yield from _natives(sentence)


def _found(person: Placed, place: Placed) -> Found:
    return Found(
        subject=person.entity.id,
        field=FIELD,
        value=place.entity.id,
        evidence=(place.mention.span,),
    )


def _born(s: Sentence, index: int) -> tuple[Placed, ...]:
    """Who is said to be born, or a native of a place, at this word."""
    if s.lower(index) == "born" and s.lower(index + 1) in {"in", "at", "near", "and", "on"}:
        start = s.group_start(index)
        if {s.lower(i) for i in range(start, index)} & NEVER:
            return ()
        if index == 0:
            return _after_opening(s)
        if start == index and s.lower(index - 1) == ",":
            return s.subjects(index)
        return s.subjects(start)
    if s.lower(index) == "native" and s.lower(index + 1) == "of":
        first = index - (s.lower(index - 1) in {"a", "the"})
        if s.lower(first - 1) in {"is", "was"}:
            return s.subjects(s.group_start(first - 1))
        return s.subjects(first) if s.lower(first - 1) == "," else ()
    if s.lower(index) == "originally" and s.lower(index + 1) == "from":
        if s.lower(index - 1) in {"is", "was", "comes", "came"}:
            return s.subjects(s.group_start(index - 1))
        beside = s.ending_at(index - 2) if s.lower(index - 1) == "," else None
        return (beside,) if beside is not None else ()
    if s.lower(index) in {"hails", "hailed"} and s.lower(index + 1) == "from":
        return s.subjects(s.group_start(index))
    return ()


def _after_opening(s: Sentence) -> tuple[Placed, ...]:
    """ "Born in Racine, Ana Brito …": who stands behind the first comma but that of "Racine, in …"."""
    for index in range(2, min(len(s), OPENING)):
        person = s.phrase_from(index + 1) if s.lower(index) == "," else None
        if person is not None and persons([person]):
            return (person,)
    return ()


def _places(s: Sentence, index: int) -> Iterator[Placed]:
    """The places behind "born": "in Racine, in Wisconsin", "and raised in Racine"."""
    at = index
    while s.lower(at) in LINKS or s.lower(at).isdigit():
        at += 1
        found = [p for p in s.placed if p.first == at and p.entity.kind == "place"]
        if found:
            longest = max(found, key=lambda p: p.last)
            yield longest
            at = longest.last + 1
            if s.lower(at) == "and":
                return


def _hyphened(s: Sentence) -> Iterator[Found]:
    """ "the Racine-born baker Ana Brito"."""
    for index in range(len(s)):
        word = s.words[index]
        if not word.lower.endswith("-born"):
            continue
        person = s.phrase_from(index + 1)
        if person is None and s.lower(index - 1) in {"a", "the"} and s.lower(index - 2) == ",":
            person = next(iter(s.subjects(index - 1)), None)
        end = word.span.end - len("-born")
        places = [
            p
            for p in s.placed
            if p.entity.kind == "place" and word.span.contains(p.mention.span)
            and p.mention.span.end == end
        ]  # fmt: skip
        if places and person and persons([person]):
            yield _found(person, places[0])


def _natives(s: Sentence) -> Iterator[Found]:
    """ "Ana Brito, a Racine native" and "the Racine native Ana Brito"."""
    for index in range(1, len(s)):
        if s.lower(index) != "native" or s.lower(index + 1) == "of":
            continue
        for place in (p for p in s.placed if p.entity.kind == "place" and p.last == index - 1):
            first = place.first - (s.lower(place.first - 1) in {"a", "the"})
            person = s.phrase_from(index + 1)
            if person is None and s.lower(first - 1) == ",":
                person = next(iter(s.subjects(first)), None)
            if person is not None and persons([person]):
                yield _found(person, place)


TYPE = FactType(
    field=FIELD,
    label="Birthplace",
    many=True,
    find=find,
    compare=compare.any_of,
    show=show.entity,
    entity_value=True,
)

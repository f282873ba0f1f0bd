"""Where a person lives or comes from: "from Racine", "of Racine", "a Racine man", "lives in"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.demonyms import DEMONYMS
from onrecord.facts.grammar import AGE_WORD, Placed, Sentence, persons, sentences
from onrecord.facts.person_words import BODY_WORDS, KIN
from onrecord.facts.titles import is_role, titles

FIELD = "person.residence"
PLACES = frozenset({"place", "facility"})
MOVING = frozenset(
    """
    took taken moved transferred flew flown brought removed expelled deported rescued evacuated
    freed drove driven carried sent pulled recovered extradited returned fled escaped
    """.split()
)
LIVING = frozenset("lives lived resides resided living residing".split())
SETTLED = frozenset("man woman boy girl teenager resident native couple pensioner".split())
OFFICES = frozenset(
    """
    mayor chief governor prosecutor minister spokesman spokeswoman spokesperson councillor councilor
    official director bishop archbishop correspondent officer police commander judge magistrate
    ambassador president sheriff commissioner superintendent senator congressman detective
    councilman councilwoman coach captain editor sheriff deputy trooper prosecutors police
    """.split()
)
"""Heads before which a place says where the office is, not where the person lives."""


@dataclass(frozen=True, slots=True)
class _Home:
    """A person and the mention of a place."""

    person: Placed
    place: Placed
    confidence: float = 0.9


def find(context: Context) -> Iterator[Found]:
    """Homes by "from", "of", a place before a description, and "lives in"."""
    for sentence in sentences(context):
        seen: set[tuple[str, str]] = set()
        for home in _homes(sentence):
            key = (home.person.entity.id, home.place.entity.id)
            if key not in seen:
                seen.add(key)
                yield _found(home)


def _found(home: _Home) -> Found:
    return Found(
        subject=home.person.entity.id,
        field=FIELD,
        value=home.place.entity.id,
        evidence=(home.place.mention.span,),
        confidence=home.confidence,
    )


def _homes(s: Sentence) -> Iterator[_Home]:
    """Homes of the sentence; where a role leads to a name, the place is not the description's too."""
    by_role: set[int] = set()
    for title in titles(s):
        for home in (
            *_behind(s, title.person, title.last),
            *_before_role(s, title.person, title.first, title.head),
        ):
            by_role.add(home.place.first)
            yield home
    for placed in persons(s.people):
        if placed.mention.form != "pronoun":
            homes = (
                *_behind(s, placed, placed.last),
                *_inside(s, placed),
                *_found_in(s, placed),
            )
            yield from (h for h in homes if h.place.first not in by_role)
    yield from _living(s)


def _place_from(s: Sentence, index: int) -> Placed | None:
    """The place named by the phrase that begins at a word: "the nearby town of Racine"."""
    for at in range(index, min(index + 8, len(s))):
        found = [p for p in s.placed if p.first == at and p.entity.kind in PLACES]
        names = [p for p in found if p.mention.form == "name" and is_place(p)]
        names = [p for p in names if s.lower(p.last + 1) not in {"'s", "’s"}]
        if names:
            return max(names, key=lambda p: p.last)
        if not s.is_nounlike(at) and s.lower(at) != "of":
            return None
    return None


def is_place(placed: Placed) -> bool:
    """Whether a mention is of a place one can live in: no demonym ("Polish"), no body's name."""
    words = placed.entity.name.lower().split()
    return placed.entity.name not in DEMONYMS and not BODY_WORDS & set(words)


def _behind(s: Sentence, person: Placed, last: int) -> Iterator[_Home]:
    """ "a seller from Racine", "Ana Brito, 23, of Racine"."""
    at = last + 1
    named = person.mention.form == "name"
    if s.lower(at) == "," and AGE_WORD.match(s.lower(at + 1)):
        at += 2
    if s.lower(at) == ",":
        at += 1
    if named and s.lower(at) in {"a", "an"} and s.lower(at + 1) in {"resident", "native"}:
        last, at = at + 1, at + 2  # "Ana Brito, a resident of Racine"
    link = s.lower(at)
    settled = s.lower(last) in SETTLED and at == last + 1
    if link == "from" or (link == "of" and (named or settled)):
        place = _place_from(s, at + 1)
        if place and not _moved(s, person):
            yield _Home(person, place)


def _moved(s: Sentence, person: Placed) -> bool:
    """Whether "from" goes with a verb of moving before the person: "took him from Racine"."""
    before = s.phrase_start(person) - 1
    return s.lower(before) in MOVING or s.lower(person.last + 1) in MOVING


def _inside(s: Sentence, person: Placed) -> Iterator[_Home]:
    """ "a Racine man": the place stands in the description."""
    if person.mention.form == "nominal":
        yield from _before_role(s, person, person.first, person.last)


def _before_role(s: Sentence, person: Placed, first: int, head: int) -> Iterator[_Home]:
    word = s.lower(head)
    if word not in SETTLED and not is_role(word):
        return
    if any(s.lower(i) in OFFICES for i in range(first, head + 1)):
        return
    start = first if s.lower(first) in {"a", "an"} else first - 1
    if s.lower(start) not in {"a", "an"} and word != "resident":
        return
    for place in s.placed:
        named = place.mention.form == "name" and place.entity.kind == "place" and is_place(place)
        if "county" in place.entity.name.lower() and word not in SETTLED:
            continue  # "a Racine County technician" says whom the technician works for
        if named and start <= place.first and place.last < head:
            yield _Home(person, place)


def _found_in(s: Sentence, person: Placed) -> Iterator[_Home]:
    """ "a freight forwarder in Racine": where somebody without a name is met."""
    head = s.lower(person.last)
    described = person.mention.form == "nominal" and not person.entity.named
    settled = head in KIN or (is_role(head) and head not in OFFICES)
    opened = s.lower(person.first) in {"a", "an"} and s.lower(person.last + 1) == "in"
    place = _place_from(s, person.last + 2) if described and settled and opened else None
    if place:
        yield _Home(person, place, confidence=0.6)


def _living(s: Sentence) -> Iterator[_Home]:
    """ "who lives in Racine" and "Racine, where he lives"."""
    for index in range(len(s)):
        if s.lower(index) not in LIVING:
            continue
        place = _place_from(s, index + 2) if s.lower(index + 1) in {"in", "at", "on"} else None
        subjects = persons(s.subjects(s.group_start(index)))
        place = place or _place_before_where(s, subjects)
        for subject in subjects:
            if place:
                yield _Home(subject, place)


def _place_before_where(s: Sentence, subjects: tuple[Placed, ...]) -> Placed | None:
    if not subjects:
        return None
    where = s.phrase_start(subjects[0]) - 1
    if s.lower(where) != "where":
        return None
    last = where - 2 if s.lower(where - 1) == "," else where - 1
    near = [p for p in s.placed if last - 1 <= p.last <= last and p.entity.kind in PLACES]
    near = [p for p in near if p.mention.form == "name"]
    return near[-1] if near else None


TYPE = FactType(
    field=FIELD,
    label="Residence",
    many=True,
    find=find,
    compare=compare.any_of,
    show=show.entity,
    entity_value=True,
)

"""How a person is tied to another one: "his wife", "the aunt of the jailed sailor"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.values import Link
from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import Placed, Sentence, persons, sentences
from onrecord.facts.person_words import KIN, YOUNG_KIN
from onrecord.facts.word_classes import COMPLEMENT_VERBS, POSSESSIVES

FIELD = "person.relation"
LITTLE = frozenset("little baby".split())
COPULAS = frozenset("is was be".split())
POLICE = frozenset("officer constable policeman policewoman patrolman trooper sergeant".split())


@dataclass(frozen=True, slots=True)
class _Tie:
    """A word for kin, from `first` to `last`, whose owner is `to`, said of `who`."""

    first: int
    last: int
    to: Placed
    who: Placed
    kind: str


def find(context: Context) -> Iterator[Found]:
    """Relations between two persons of the report."""
    for sentence in sentences(context):
        for index in range(len(sentence)):
            for tie in _ties(sentence, index):
                if tie.who.entity.id != tie.to.entity.id and not _loose(tie):
                    yield Found(
                        subject=tie.who.entity.id,
                        field=FIELD,
                        value=Link(tie.to.entity.id, tie.kind),
                        evidence=(sentence.cut(tie.first, tie.last),),
                    )


def _loose(tie: _Tie) -> bool:
    """A friend or colleague without a name is nobody the record could hold."""
    return tie.kind in {"friend", "colleague"} and not tie.who.entity.named


def _ties(s: Sentence, index: int) -> Iterator[_Tie]:
    kind = _kind(s, index)
    if kind is None:
        return
    for tie in (_owned(s, index, kind), _of(s, index, kind)):
        if tie:
            yield tie


def _kind(s: Sentence, index: int) -> str | None:
    """The kind of relation that a word tells; a partner is a colleague among officers."""
    word = s.lower(index)
    if word == "partner":
        nearby = {s.lower(i) for i in range(max(0, index - 12), index + 4)}
        return "colleague" if nearby & POLICE else "spouse"
    if word in YOUNG_KIN and s.lower(index - 1) in LITTLE:
        return "child"
    return KIN.get(word)


def _owned(s: Sentence, index: int, kind: str) -> _Tie | None:
    """ "his wife, Ana Brito" and "Ana's younger brother"."""
    first = index
    while s.is_nounlike(first - 1) and index - first < 3 and s.lower(first - 1) not in POSSESSIVES:
        first -= 1
    owner = first - 1
    if s.lower(owner) == "whose":
        antecedent = s.antecedent(owner)
        return _tie(owner, index, antecedent, _who(s, owner, index), kind) if antecedent else None
    if s.lower(owner) == "my":
        speaker = _speaker(s, owner) if s.lower(index + 1) in COMPLEMENT_VERBS else None
        return _tie(owner, index, speaker, s.ending_at(index), kind) if speaker else None
    possessive = s.lower(owner) in {"'s", "’s"}
    placed = s.ending_at(owner - 1 if possessive else owner)
    if placed is None or (not possessive and s.lower(owner) not in POSSESSIVES):
        return None
    start = s.phrase_start(placed)
    who = _who(s, start, index)
    return _tie(start, index, placed, who, kind)


def _speaker(s: Sentence, owner: int) -> Placed | None:
    """Who says "my" in a quotation, as if named there.

    Asked only where the other one speaks too ("my wife tells me"): those whom a speaker merely
    mentions are nobody the record could hold.
    """
    span = s.words[owner].span
    for statement in s.context.statements_near(span):
        inside = any(c.start <= span.start and span.end <= c.end for c in statement.content)
        entity = s.context.by_id.get(statement.speaker or "")
        if statement.manner == "direct" and inside and entity and entity.kind == "person":
            return Placed(owner, owner, entity.mentions[0], entity)
    return None


def _of(s: Sentence, index: int, kind: str) -> _Tie | None:
    """ "the aunt of the jailed sailor"."""
    if s.lower(index + 1) != "of":
        return None
    to = _one_of(s, index + 2) or s.phrase_from(index + 2)
    first = index
    while s.is_nounlike(first - 1) and index - first < 3:
        first -= 1
    return _tie(first, to.last, to, _who(s, first, index), kind) if to else None


def _one_of(s: Sentence, index: int) -> Placed | None:
    """The name in "the mother of one of the missing, Ana Brito": behind the comma."""
    if s.lower(index) != "one" or s.lower(index + 1) != "of":
        return None
    comma = next((i for i in range(index + 2, index + 7) if s.lower(i) == ","), None)
    name = s.starting_at(comma + 1) if comma is not None else None
    return name if name is not None and name.mention.form == "name" else None


def _tie(first: int, last: int, to: Placed, who: Placed | None, kind: str) -> _Tie | None:
    single = who is not None and len(persons((to, who))) == 2
    return _Tie(first, last, to, who, kind) if who and single else None


def _who(s: Sentence, first: int, index: int) -> Placed | None:
    """Who the word for kin stands for: a name beside it, the subject of "is", else the phrase."""
    after = index + 1 + (s.lower(index + 1) == ",")
    name = s.phrase_from(after)
    if name and name.mention.form == "name" and not _speaks(s, name, after - index):
        return name
    if s.lower(first - 1) in COPULAS:
        subjects = s.subjects(s.group_start(first - 1))
        if len(subjects) == 1:
            return subjects[0]
    return s.beside(first) or s.ending_at(index)


def _speaks(s: Sentence, name: Placed, gap: int) -> bool:
    """Whether a comma and a name open a new clause: "told his wife, Ana Brito said"."""
    after = name.last + 1
    return gap > 1 and s.is_verb(after)


TYPE = FactType(
    field=FIELD,
    label="Relation",
    many=True,
    find=find,
    compare=compare.links,
    show=show.link,
    entity_value=True,
)

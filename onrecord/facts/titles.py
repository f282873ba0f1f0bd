"""Offices, jobs and ranks tied to a person: before the name, beside it between commas, after "is"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.facts.grammar import AGE_WORD, Placed, Sentence
from onrecord.facts.person_words import (
    COURTESY,
    NOT_ROLES,
    PARTS_OF_RANKS,
    RANKS,
    ROLE_ENDINGS,
    ROLE_HEADS,
)
from onrecord.facts.word_classes import COMPLEMENT_VERBS, DETERMINERS, NUMBER_WORDS

OWNERS = frozenset("'s ’s its his her their our".split())
LEAVE_OUT = frozenset(
    """
    wounded slain dead injured detained arrested suspected accused alleged murdered missing off-duty
    fellow local another same young old elderly first second third other
    """.split()
)
"""Adjectives before a job that are no part of it."""

ALSO_NAMES = frozenset(
    """
    baker barber bishop butcher butler carpenter cobbler cook dean forester gardener guard hunter
    king marshal mason miller model monk pope porter potter prince princess queen shepherd singer
    smith steward volunteer warden weaver
    """.split()
)
"""Jobs that are as often names of people or streets where they stand in capitals."""

OFFICE_OWNERS = frozenset("state district sheriff governor ship crown prince king queen".split())
GENERALS = frozenset("attorney solicitor surgeon secretary director inspector governor".split())
COPULAS = frozenset("is was became be being been".split())
AS_VERBS = frozenset("worked works serves served employed acting".split())
NAMING = frozenset("named called identified".split())
LINKS = frozenset("of for at in to from with".split())
INNER_LINKS = frozenset("of".split())
END_OF_BARE = frozenset(", . ; : ) who of at for in and with from — –".split()) | {""}


@dataclass(frozen=True, slots=True)
class Title:
    """A role's words, `first` to `last` (inclusive word indices), and the person they are said of.

    `head` is the job's own word, before any "of …". `owner` is the index of "its" or "'s" where one
    stands before the words. `negated` where the text says that it is not so.
    """

    person: Placed
    first: int
    head: int
    last: int
    owner: int | None = None
    negated: bool = False


def is_role(word: str) -> bool:
    """Whether a word can be the last one of an office, job or rank."""
    last = word.rsplit("-", 1)[-1]
    if last in NOT_ROLES or word in NOT_ROLES:
        return False
    known = word in ROLE_HEADS or last in ROLE_HEADS or word in RANKS - PARTS_OF_RANKS
    return known or (len(last) > 6 and last.endswith(ROLE_ENDINGS))


def titles(sentence: Sentence) -> tuple[Title, ...]:
    """Every role in the sentence with its person."""
    if "titles" not in sentence.shared:
        sentence.shared["titles"] = tuple(_titles(sentence))
    found: tuple[Title, ...] = sentence.shared["titles"]
    return found


def _titles(sentence: Sentence) -> Iterator[Title]:
    for placed in sentence.people:
        if placed.entity.kind == "person" and not placed.entity.plural:
            yield from _of_mention(sentence, placed)
    yield from _copulas(sentence)


def _of_mention(s: Sentence, placed: Placed) -> Iterator[Title]:
    named = placed.mention.form == "name"
    if named:
        yield from before_name(s, placed)
        yield from _beside_before(s, placed)
    if named or placed.mention.form == "nominal":
        yield from _beside_after(s, placed)


def before_name(s: Sentence, placed: Placed) -> Iterator[Title]:
    """Roles that stand right before a name: "police spokeswoman Captain Ana Brito" holds two."""
    name = placed.first
    while name < placed.last and is_role(s.lower(name)):
        name += 1
    first = name
    while _fits_before(s, first - 1, placed) or _inner_possessive(s, first - 1):
        first -= 1
    if _office_of(s, first, name - 1):
        head = first - 2
        start = _trimmed(s, _noun_phrase_back(s, head), head)
        owner = start - 1 if s.lower(start - 1) in OWNERS else None
        yield Title(placed, start, head, name - 1, owner)
    else:
        yield from _split(s, placed, first, name - 1)


def _office_of(s: Sentence, first: int, last: int) -> bool:
    """Whether the words before a name end an office: "chief of staff", "Secretary of State"."""
    behind_of = s.lower(first - 1) == "of" and is_role(s.lower(first - 2))
    return behind_of and first <= last and not is_role(s.lower(last))


def _fits_before(s: Sentence, index: int, placed: Placed) -> bool:
    if not _in_phrase(s, index) or s.lower(index) in COURTESY:
        return False
    other = s.ending_at(index)
    return not (other and other.mention.form == "name" and other.entity is not placed.entity)


def _inner_possessive(s: Sentence, index: int) -> bool:
    """Whether a "'s" belongs to the office: "State's Attorney", "sheriff's deputy"."""
    return s.lower(index) in {"'s", "’s"} and s.lower(index - 1) in OFFICE_OWNERS


def _split(s: Sentence, placed: Placed, first: int, last: int) -> Iterator[Title]:
    """One title, or two where a rank follows another role."""
    first = _trimmed(s, first, last)
    if last < first or not is_role(s.lower(last)) or _may_be_name(s, last):
        return
    rank = last + 1
    while rank > first and s.lower(rank - 1) in RANKS:
        rank -= 1
    owner = first - 1 if s.lower(first - 1) in OWNERS else None
    negated = s.lower(first - 1) == "not"
    if first < rank <= last and is_role(s.lower(rank - 1)) and not _general(s, rank):
        yield Title(placed, first, rank - 1, rank - 1, owner, negated)
        first = rank
    yield Title(placed, first, last, last, owner, negated)


def _may_be_name(s: Sentence, index: int) -> bool:
    """Whether a job's word in capitals may be part of the name: "Darrell Dean Shriver"."""
    return s.lower(index) in ALSO_NAMES and s.words[index].text[0].isupper()


def _general(s: Sentence, rank: int) -> bool:
    """ "Attorney General" is one office, not a rank behind another role."""
    return s.lower(rank) == "general" and s.lower(rank - 1) in GENERALS


def _trimmed(s: Sentence, first: int, last: int) -> int:
    """The first word that belongs to the role: ages, numbers and passing adjectives are left out."""
    while first <= last:
        word = s.lower(first)
        numeric = AGE_WORD.match(word) or word in NUMBER_WORDS or word[0].isdigit()
        if not numeric and word not in LEAVE_OUT | COURTESY | DETERMINERS:
            break
        first += 1
    return first


def _noun_phrase_back(s: Sentence, last: int) -> int:
    """Where the run of nouns that ends at this word begins."""
    first = last + 1
    while _in_phrase(s, first - 1) or _inner_possessive(s, first - 1):
        first -= 1
    return first


def _in_phrase(s: Sentence, index: int) -> bool:
    return s.is_nounlike(index) and s.lower(index) not in DETERMINERS | {"not"}


def _beside_before(s: Sentence, placed: Placed) -> Iterator[Title]:
    """ "the mayor, Ana Brito," and "a mechanic named Ana Brito"."""
    start = placed.first
    end = _before_naming(s, start)
    if end is None and s.lower(start - 1) == "," and not _said_by(s, placed):
        end = start - 2
    if end is None or end < 0:
        return
    head, last = _head_over_of(s, end)
    first = _trimmed(s, _noun_phrase_back(s, head), head)
    if s.lower(head) == "driver" and s.lower(first - 1) == "its":
        return  # who drove a vehicle is a part in the incident, not a job
    opened = s.lower(_noun_phrase_back(s, head) - 1)
    if first > head or not is_role(s.lower(head)) or opened not in DETERMINERS | OWNERS:
        return
    owner = first - 1 if s.lower(first - 1) in OWNERS else None
    yield Title(placed, first, head, last, owner)


def _before_naming(s: Sentence, start: int) -> int | None:
    """The end of the phrase before "named" or ", who gave her name as"."""
    at = start - 1
    if s.lower(at) == "as":
        at -= 1
    if s.lower(at) in NAMING:
        return at - 1 if s.lower(at - 1) != "," else at - 2
    words = [s.lower(i) for i in range(max(0, start - 8), start)]
    if words[-1:] == ["as"] and "name" in words and "who" in words:
        who = max(i for i in range(start) if s.lower(i) == "who")
        return who - 2 if s.lower(who - 1) == "," else who - 1
    return None


def _said_by(s: Sentence, placed: Placed) -> bool:
    """Whether the comma before a name closes somebody's words: "…, Ana Brito said"."""
    after = placed.last + 1
    return s.is_verb(after) and s.lower(after) not in {"is", "was", "has", "had"}


def _head_over_of(s: Sentence, end: int) -> tuple[int, int]:
    """The job's own word and the phrase's last: "president of the bar association"."""
    first = _noun_phrase_back(s, end)
    of = first - 1 if s.lower(first - 1) not in DETERMINERS else first - 2
    if s.lower(of) in INNER_LINKS and is_role(s.lower(of - 1)):
        return of - 1, end
    return end, end


def _beside_after(s: Sentence, placed: Placed) -> Iterator[Title]:
    """ "Ana Brito, 46, a shift supervisor," and "Ana Brito (47), shift supervisor;"."""
    at = _over_ages(s, placed.last + 1)
    if at == placed.last + 1 and s.lower(at) != ",":
        return
    if s.lower(at) == ",":
        title = _phrase_at(s, placed, at + 1, bare=placed.mention.form == "name")
        if title:
            yield title


def _over_ages(s: Sentence, index: int) -> int:
    """The index behind ", 46", ", aged 46" and "(46)"."""
    at = index
    if s.lower(at) == "(" and AGE_WORD.match(s.lower(at + 1)) and s.lower(at + 2) == ")":
        at += 3
    if s.lower(at) == ",":
        inner = at + 1 + (s.lower(at + 1) in {"aged", "then", "now"})
        if AGE_WORD.match(s.lower(inner)) or s.lower(inner) in NUMBER_WORDS:
            at = inner + 1
    return at


def _phrase_at(s: Sentence, placed: Placed, start: int, *, bare: bool) -> Title | None:
    """The role whose noun phrase begins at a word; without an article only where `bare` allows."""
    index = start + (s.lower(start) in {"also", "now", "then", "not"})
    opened = s.lower(index) in DETERMINERS
    owner = index if s.lower(index) in OWNERS else None
    first = index + opened
    head = first - 1
    while _fits_after(s, head + 1, placed):
        head += 1
        if s.lower(head + 1) in {"'s", "’s"} and s.is_nounlike(head + 2):
            owner = head + 1 if opened or s.words[head].text[0].isupper() else owner
            head += 1
    if head < first or not is_role(s.lower(head)):
        return None
    if not opened and owner is None and (not bare or s.lower(head + 1) not in END_OF_BARE):
        return None
    follows = s.starting_at(head + 1)
    if (follows and follows.mention.form == "name") or s.lower(head + 1) in COMPLEMENT_VERBS:
        return None
    begin = _trimmed(s, owner + 1 if owner is not None and owner < head else first, head)
    if begin > head:  # "22-year-veteran": a number and its job in one word
        return None
    negated = s.lower(start) == "not"
    return Title(placed, begin, head, _with_of(s, head), owner, negated)


def _fits_after(s: Sentence, index: int, placed: Placed) -> bool:
    other = s.starting_at(index)
    if other and other.mention.form == "name" and other.entity is not placed.entity:
        return s.lower(other.last + 1) in {"'s", "’s"}
    return s.is_nounlike(index) and s.lower(index) not in DETERMINERS


def _with_of(s: Sentence, head: int) -> int:
    """The last word of the role with its "of …"; the head alone where there is none."""
    if s.lower(head + 1) != "of":
        return head
    at = head + 2
    at += s.lower(at) in DETERMINERS
    last = at - 1
    while s.is_nounlike(last + 1) and last - head < 8:
        last += 1
    return last if last >= at else head


def _copulas(s: Sentence) -> Iterator[Title]:
    """ "She is the mayor", "who works as a welder", "is believed to be a retired mechanic"."""
    for index in range(len(s)):
        verb = s.lower(index) in COPULAS
        if not verb and not (s.lower(index) == "as" and s.lower(index - 1) in AS_VERBS):
            continue
        after = index + 1
        if s.lower(after) not in {"a", "an", "the", "not", "also", "now", "then"}:
            continue
        start = s.group_start(index if verb else index - 1)
        start = _over_belief(s, start)
        for subject in s.subjects(start):
            one = subject.entity.kind == "person" and not subject.entity.plural
            if [s.lower(after), s.lower(after + 1)] == ["the", "driver"]:
                continue  # who drove is a part in the incident, not a job
            title = _phrase_at(s, subject, after, bare=False) if one else None
            if title:
                yield title


def _over_belief(s: Sentence, start: int) -> int:
    """The start of "is believed to be", from its "to be" part."""
    at = start - 1
    if s.lower(start) == "to" and s.lower(at) in {
        "believed",
        "thought",
        "known",
        "said",
        "alleged",
    }:
        return s.group_start(at)
    return start

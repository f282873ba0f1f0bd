"""A person's gender, from words that tell it: she, Mr, spokeswoman, brother. Never from a name."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.reading import Gender
from onrecord.core.span import Span
from onrecord.facts import compare, show
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.grammar import AGE_WORD, Placed, Sentence, persons, sentences
from onrecord.facts.person_words import COURTESY, FEMALE, MALE
from onrecord.facts.titles import titles
from onrecord.facts.word_classes import COMPLEMENT_VERBS, NUMBER_WORDS

FIELD = "person.gender"
GROUP_HEADS = frozenset("men women boys girls".split())
PRONOUNS = frozenset("he him his himself she her hers herself".split())
NOUN, TITLE, PRONOUN, LATER = 0.9, 0.8, 0.7, 0.6
"""Confidence: a noun tells more than "Mr", that more than a pronoun, the first more than later."""


def gender_of(word: str) -> Gender | None:
    """The gender that a word tells, compounds by their last part; None where it tells none."""
    if word in GROUP_HEADS:
        return "female" if word in {"women", "girls"} else "male"
    for form in (word, word.rsplit("-", 1)[-1]):
        if form in FEMALE:
            return "female"
        if form in MALE:
            return "male"
    return None


def find(context: Context) -> Iterator[Found]:
    """Each word that tells a person's gender, once for each person and word."""
    seen: set[tuple[str, str]] = set()
    pronouns: set[str] = set()
    for sentence in sentences(context):
        for placed, index in _words(sentence):
            word, subject = sentence.lower(index), placed.entity.id
            gender = None if _miscounted(word, placed) else gender_of(word)
            if gender is None or (subject, word) in seen or _of_speaker(sentence, placed):
                continue
            if word in PRONOUNS and not _near(sentence, placed):
                continue
            seen.add((subject, word))
            yield _found(placed, gender, sentence.words[index].span, _sure(word, subject, pronouns))
            if word in PRONOUNS:
                pronouns.add(subject)


def _miscounted(word: str, placed: Placed) -> bool:
    """Whether a word for several was taken for one person."""
    return word in GROUP_HEADS and placed.entity.kind == "person"


def _sure(word: str, subject: str, pronouns: set[str]) -> float:
    if word in PRONOUNS:
        return LATER if subject in pronouns else PRONOUN
    return TITLE if word in COURTESY else NOUN


def _near(s: Sentence, pronoun: Placed) -> bool:
    """Whether a pronoun can be trusted: for somebody without a name only beside the description.

    On the newsroom reports half of those further away were somebody else's.
    """
    entity = pronoun.entity
    if entity.named:
        return True
    return any(p.entity is entity and p.mention.form != "pronoun" for p in s.people)


def _of_speaker(s: Sentence, placed: Placed) -> bool:
    """Whether somebody is known only as "my wife": a figure only where she is told to speak."""
    if s.lower(placed.last + 1) in COMPLEMENT_VERBS:
        return False
    first = placed.entity.mentions[0]
    only = len(placed.entity.mentions) == 1 and first.form == "nominal"
    return only and placed.entity.name.lower().startswith(("my ", "our "))


def _found(placed: Placed, gender: Gender, span: Span, confidence: float) -> Found:
    return Found(
        subject=placed.entity.id,
        field=FIELD,
        value=gender,
        evidence=(span,),
        confidence=confidence,
    )


def _words(s: Sentence) -> Iterator[tuple[Placed, int]]:
    """Words said of a person: its pronouns, the head of its descriptions, Mr, its titles."""
    for placed in s.people:
        if placed.mention.form == "nominal" and placed.entity.kind == "group":
            yield from _head_of_group(s, placed)
    for placed in persons(s.people):
        if placed.mention.form == "name":
            yield from _before_name(s, placed)
            yield from _aside(s, placed)
        else:
            yield placed, placed.last
    for title in titles(s):
        yield title.person, title.head


def _head_of_group(s: Sentence, placed: Placed) -> Iterator[tuple[Placed, int]]:
    """ "Two men in hoods": a count and a noun tell what they are, if it is no "men and women"."""
    for index in range(placed.first + 1, placed.last + 1):
        counted = s.lower(index - 1) in NUMBER_WORDS - {"both"} or s.lower(index - 1).isdigit()
        if s.lower(index) in GROUP_HEADS and counted and s.lower(index + 1) not in {"and", "or"}:
            yield placed, index
            return


def _aside(s: Sentence, placed: Placed) -> Iterator[tuple[Placed, int]]:
    """ "Ulm Karsten, 40, a father of two": kin that an aside counts."""
    at = placed.last + 1
    if s.lower(at) == "," and AGE_WORD.match(s.lower(at + 1)):
        at += 2
    if s.lower(at) == "," and s.lower(at + 1) in {"a", "an"}:
        for index in range(at + 2, min(at + 5, len(s) - 1)):
            if s.lower(index) in FEMALE | MALE and s.lower(index + 1) == "of":
                yield placed, index
                return


def _before_name(s: Sentence, placed: Placed) -> Iterator[tuple[Placed, int]]:
    if s.lower(placed.first) in {"mr", "mrs", "ms", "miss"}:
        yield placed, placed.first
    before = placed.first - 1
    if s.lower(before) == "," and s.lower(before - 1) in FEMALE | MALE:
        before -= 1
    if s.lower(before) not in {"his", "her", "him", "he", "she", "himself", "herself"}:
        yield placed, before


TYPE = FactType(
    field=FIELD,
    label="Gender",
    many=False,
    find=find,
    compare=compare.one_of,
    show=show.code,
)

"""Nominals and pronouns: "a 27-year-old man", "the police spokeswoman", "two officers", "she"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.core.annotation import EntityKind, Mention
from onrecord.core.reading import Gender
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate, Definiteness, is_plural, noun_gender, singular
from onrecord.extract.prose import Prose, Word

MAX_MODIFIERS = 7
NOBODIES = frozenset(
    "someone somebody everyone everybody anyone anybody one nobody others accused head "
    "figure figures local number total".split()
)
"""Words that stand for nobody in particular, or for no person at all where the encoder sees one."""
TELLING = frozenset(
    "said says say found finds find showed shows suggested suggests concluded concludes warned warns "
    "stated states claimed claims".split()
)
"""Verbs right behind a paper that speaks: "a review found"."""
BROADCAST = frozenset("radio television tv news broadcast broadcasting".split())
NOMINAL_FLOOR = 0.3
"""Score from which a nominal that only the encoder sees is taken: below it most were things
taken for people (looked at on the newsroom set; look again with other weights)."""
PRONOUNS: dict[str, Gender | None] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "they": None, "them": None, "their": None, "themselves": None,
    "it": None, "its": None, "itself": None,
}  # fmt: skip
PLURAL_PRONOUNS = frozenset("they them their themselves".split())
ADJECTIVAL = frozenset(
    "general local national private patient head chief lead guard guest major marshal minor cook "
    "pilot coach host source native public local daily weekly human present well member people "
    "child adult light fire front service party shell bat cell device state partner boss watch "
    "captain home port coach tank blade acid".split()
)
"""Nouns that are as often adjectives, verbs or parts of other nouns: they need a clear end behind."""


AGE_NOUN = re.compile(r"\d{1,3}-year-old")
AGE_VERBS = frozenset("died suffered remained remains accused charged suspected fled".split())
"""Verbs behind an age that stands for a person ("a 17-year-old died")."""
GUARDED = frozenset("coast national home civil republican court presidential".split())
"""What the bodies called a guard guard."""


@dataclass(frozen=True, slots=True)
class _Left:
    first: int
    definite: Definiteness
    owner: Span | None


def find_nominals(prose: Prose, names: Sequence[Candidate]) -> list[Candidate]:
    """Nominals by vocabulary, completed by the encoder's, in text order, none overlapping a name."""
    by_end = {prose.word_holding(c.span.end - 1): c for c in names}
    held = {i for c in names for i in _indexes(prose, c.span)}
    titles = {i for c in names if c.title for i in _indexes(prose, c.title)}
    found = [
        c
        for c in _by_vocabulary(prose, by_end, held)
        if not titles.issuperset(_indexes(prose, c.span)) or c.definite == "indefinite"
    ]
    found = sorted([*found, *_joint(prose, found)], key=lambda c: (c.span.start, -c.span.end))
    return _completed(prose, found, prose.annotation.mentions, held | titles)


def _indexes(prose: Prose, span: Span) -> range:
    return range(prose.word_index(span.start), prose.word_index(span.end))


def find_pronouns(prose: Prose) -> list[Candidate]:
    """Personal pronouns of the third person, in text order."""
    found = []
    for sentence in prose.sentences:
        for word in prose.words_in(sentence):
            if word.lower in PRONOUNS and not (word.text.isupper() and len(word.text) == 2):
                found.append(_pronoun(word))
    return found


def _pronoun(word: Word) -> Candidate:
    kind: EntityKind = "person" if PRONOUNS[word.lower] else "group"
    if word.lower in {"it", "its", "itself"}:
        kind = "organisation"
    return Candidate(
        Span(word.start, word.end),
        kind,
        "pronoun",
        (word.lower,),
        word.lower,
        plural=word.lower in PLURAL_PRONOUNS,
        gender=PRONOUNS[word.lower],
    )


# --- by vocabulary ------------------------------------------------------------------------------


def _by_vocabulary(
    prose: Prose, by_end: dict[int, Candidate], held: set[int]
) -> Iterator[Candidate]:
    for sentence in prose.sentences:
        first, last = prose.word_index(sentence.start), prose.word_index(sentence.end)
        for index in range(first, last):
            word = prose.words[index]
            if index in held or not (word.is_alpha or AGE_NOUN.fullmatch(word.lower)):
                continue
            kind = _kind_at(prose, index)
            if word.possessive and kind in {"vehicle", "weapon"}:
                continue
            if kind is not None and _is_head(prose, index, last, held):
                candidate = _nominal(prose, index, first, kind, by_end)
                if candidate is not None:
                    yield candidate


MASS_WEAPONS = frozenset("gas petrol cannon spray acid ammunition".split())
WIELDING = frozenset("used fired threw hurled poured".split())
"""Verbs right before a weapon without an article: they are no part of its phrase."""
CROWD_WEAPONS = frozenset(
    {("gas", "tear"), ("spray", "pepper"), ("bullets", "rubber"), ("bullets", "plastic")}
)
"""Nouns that are weapons behind one word only: "tear gas", but not "natural gas"."""


def _kind_at(prose: Prose, index: int) -> EntityKind | None:
    """The kind of a noun where it stands: the coast guard is a body, a security guard a person."""
    noun = prose.words[index].lower
    before = prose.words[index - 1].lower if index else ""
    if AGE_NOUN.fullmatch(noun):
        return "person" if _stands_alone(prose, index) else None
    if noun == "guard" and before in GUARDED:
        return "organisation"
    if noun == "baton" and prose.words[index].is_capital:
        return None  # Baton Rouge
    if noun == "states" and (before in v.DOCUMENT_NOUNS or singular(before) in v.KNOWN_NOUNS):
        return None  # "the report states"
    if (noun, before) in CROWD_WEAPONS:
        return "weapon"
    if noun in v.TOLD_PAPERS:
        return "object" if _tells(prose, index) else None
    return noun_kind(noun)


def _stands_alone(prose: Prose, index: int) -> bool:
    """Whether no noun follows an age: "the 17-year-old was hurt", not "the 17-year-old pupil"."""
    after = prose.words[index + 1] if index + 1 < len(prose.words) else None
    if after is None or not _touching(prose, index + 1) or not after.text[0].isalnum():
        return True
    return after.lower in v.FUNCTION_WORDS | AGE_VERBS


def _tells(prose: Prose, index: int) -> bool:
    """Whether a verb of telling follows at once."""
    return any(word.lower in TELLING for word in prose.words[index + 1 : index + 2])


def noun_kind(noun: str) -> EntityKind | None:
    """The kind of thing that a noun stands for."""
    single = singular(noun)
    if noun in {"police", "cops"}:
        return "organisation"
    if noun in v.DOCUMENT_NOUNS:
        return "object"
    if noun in v.GROUP_NOUNS:
        return "group"
    if single in v.PERSON_NOUNS:
        return "group" if single != noun else "person"
    if single in v.WEAPON_NOUNS:
        return "weapon"
    if single in v.VEHICLE_NOUNS:
        return "vehicle"
    if single in v.FACILITY_NOUNS and noun not in {"office", "hospital"}:
        return "facility"
    if single in v.ORGANISATION_NOUNS:
        return "outlet" if single in v.OUTLET_NOUNS else "organisation"
    return "place" if single in v.PLACE_NOUNS else None


def _is_head(prose: Prose, index: int, last: int, held: set[int]) -> bool:
    """Whether the noun ends its phrase: what follows is no noun of the same phrase."""
    word = prose.words[index]
    if AGE_NOUN.fullmatch(word.lower):
        return True
    if word.lower in {"head", "accused"}:
        of = index + 1 < last and prose.words[index + 1].lower == "of"
        return (word.lower == "head") == of
    if index + 1 >= last or word.possessive or not _touching(prose, index + 1):
        return True
    after = prose.words[index + 1]
    if after.text in {"'", "’"} and word.lower.endswith("s"):
        following = prose.words[index + 2] if index + 2 < last else None
        return following is None or not following.text.islower() or after.start > word.end
    if index + 1 in held or word.lower in v.SOURCE_NOUNS:
        return True
    if not after.is_alpha:
        return after.text != "-"
    if after.lower in v.FUNCTION_WORDS:
        return True
    if noun_kind(after.lower) is not None and not after.is_capital:
        return after.lower == "states" and _kind_at(prose, index + 1) is None
    return singular(word.lower) not in ADJECTIVAL


def _touching(prose: Prose, index: int) -> bool:
    gap = prose.text[prose.words[index - 1].end : prose.words[index].start]
    return not gap.strip("'’s\u00a0 ") and "\n" not in gap


JOINABLE = frozenset(
    "police official prosecutor witness doctor investigator resident rescuer authorities officer".split()
)


def _joint(prose: Prose, found: Sequence[Candidate]) -> list[Candidate]:
    """Joint sources: "police and hospital officials" as one group."""
    result: list[Candidate] = []
    for one, other in pairwise(found):
        plain = one.definite == other.definite == "bare" and other.plural
        if (
            plain
            and prose.text[one.span.end : other.span.start] == " and "
            and {one.head, other.head} <= JOINABLE
        ):
            words = (*one.words, "and", *other.words)
            span = Span(one.span.start, other.span.end)
            result.append(
                Candidate(span, "group", "nominal", words, other.head, "bare", plural=True)
            )
    return result


def _nominal(
    prose: Prose, index: int, first: int, kind: EntityKind, by_end: dict[int, Candidate]
) -> Candidate | None:
    left = _left(prose, index, first, by_end)
    noun = prose.words[index].lower
    many = is_plural(noun) or kind == "group"
    papers = noun in v.INTERNAL_PAPERS or _tells(prose, index)
    if kind == "object" and left.definite == "indefinite" and not papers:
        return None
    if kind == "object":
        many = False
    elif left.definite == "bare" and not many and not _stands_bare(kind, noun):
        if not _apposed(prose, left.first):
            return None
    elif left.definite == "bare" and kind == "outlet":
        return None
    if kind == "outlet" and noun == "station" and index - left.first > 1:
        modifiers = {w.lower for w in prose.words[left.first : index]}
        kind = "outlet" if modifiers & BROADCAST else "facility"
    span = Span(prose.words[left.first].start, _right(prose, index))
    inner = prose.words[left.first : index + 1]
    words = tuple(w.lower for w in inner if w.lower not in v.DETERMINERS and w.text[0].isalnum())
    single = singular(noun)
    if noun == "cops":
        single, many, words = "police", False, (*words[:-1], "police")
    return Candidate(
        span=span,
        kind=kind,
        form="nominal",
        words=words,
        head=single,
        definite=left.definite,
        plural=many,
        gender=noun_gender(noun) if not many else None,
        owner=left.owner,
    )


def _stands_bare(kind: EntityKind, noun: str) -> bool:
    """Whether a noun needs no article: a body, or what is told by the mass ("tear gas")."""
    return kind in {"organisation", "outlet"} or (kind == "weapon" and noun in MASS_WEAPONS)


def _apposed(prose: Prose, first: int) -> bool:
    return first > 0 and prose.words[first - 1].text in {",", "("}


POSTMODIFIERS = frozenset((("close", "to"), ("familiar", "with"), ("briefed", "on")))


def _right(prose: Prose, index: int) -> int:
    """Where the nominal ends: "close to …" belongs to a source."""
    words = prose.words
    end = index + 1
    if (
        singular(words[index].lower) in {"source", "official", "person"}
        and tuple(w.lower for w in words[end : end + 2]) in POSTMODIFIERS
    ):
        end += 2
        while end < len(words) and _touching(prose, end) and end < index + 6:
            if words[end].lower in v.FUNCTION_WORDS and words[end].lower not in {
                "the",
                "his",
                "her",
            }:
                break
            end += 1
    return words[end - 1].end


def _left(prose: Prose, index: int, first: int, by_end: dict[int, Candidate]) -> _Left:
    """Where the phrase begins, and how: the nearest determiner, possessor or plain modifiers."""
    step = index - 1
    plain = index
    steady = True
    while step >= first and index - step <= MAX_MODIFIERS and _touching(prose, step + 1):
        word = prose.words[step]
        if word.text in {"'", "’"} and step > first and prose.words[step - 1].lower.endswith("s"):
            step -= 2
            steady = False
            continue
        if word.possessive and (owner := _owner(prose, step, first, by_end)) is not None:
            return _Left(prose.word_index(owner.start), "possessive", owner)
        if word.lower in v.DETERMINERS and word.lower != "that":
            return _determined(prose, step, word)
        if not _modifies(prose, step, by_end):
            break
        if step < index - 1 and prose.words[step + 1].lower in v.NUMBER_WORDS:
            break
        steady = steady and _is_plain(word)
        plain = step if steady else plain
        step -= 1
    number = prose.words[plain].lower in v.NUMBER_WORDS or prose.words[plain].text[0].isdigit()
    return _Left(plain, "indefinite" if number and plain < index else "bare", None)


def _determined(prose: Prose, step: int, word: Word) -> _Left:
    if word.lower in v.POSSESSIVES:
        return _Left(step, "possessive", Span(word.start, word.end))
    return _Left(step, "indefinite" if word.lower in v.INDEFINITE else "definite", None)


def _owner(prose: Prose, step: int, first: int, by_end: dict[int, Candidate]) -> Span | None:
    """The possessor that ends at the word: a name, or a person or body named by a noun."""
    if step in by_end:
        return by_end[step].span
    kind = noun_kind(prose.words[step].lower)
    if kind not in {"person", "group", "organisation", "outlet"}:
        return None
    inner = _left(prose, step, first, by_end)
    return Span(prose.words[inner.first].start, prose.words[step].end)


def _modifies(prose: Prose, step: int, by_end: dict[int, Candidate]) -> bool:
    word = prose.words[step]
    if not word.text[0].isalnum():
        return False
    if word.lower in v.NUMBER_WORDS or word.text[0].isdigit():
        return ":" not in word.text  # "10:42 Police" are not that many
    if word.lower == "same":
        return True
    if word.lower in v.FUNCTION_WORDS or word.lower in WIELDING:
        return False
    if step in by_end and by_end[step].kind == "person":
        return False
    if word.lower in v.PLAIN_MODIFIERS:
        return True
    if word.possessive:
        return True
    return singular(word.lower) not in v.PERSON_NOUNS and not (
        singular(word.lower) != word.lower and noun_kind(word.lower) is not None
    )


def _is_plain(word: Word) -> bool:
    return (
        word.lower in v.PLAIN_MODIFIERS
        or word.lower in v.NUMBER_WORDS
        or word.lower in v.NATIONALITIES
        or word.text[0].isdigit()
        or word.lower.endswith("-year-old")
    )


# --- with the encoder ---------------------------------------------------------------------------


def _completed(
    prose: Prose, found: list[Candidate], mentions: Iterable[Mention], held: set[int]
) -> list[Candidate]:
    """Adds the encoder's nominals whose last word no other candidate has."""
    ends = {c.span.end for c in found}
    taken = sorted(c.span for c in found)
    result = list(found)
    for mention in mentions:
        if mention.form != "nominal" or mention.span.end > len(prose.text):
            continue
        if mention.span.end in ends or prose.is_boilerplate(mention.span):
            continue
        if mention.score < NOMINAL_FLOOR:
            continue
        candidate = _from_mention(prose, mention, held)
        if candidate is not None and not _touches(taken, candidate.span):
            result.append(candidate)
    return sorted(result, key=lambda c: (c.span.start, -c.span.end))


def _touches(taken: Sequence[Span], span: Span) -> bool:
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        if taken[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    return low < len(taken) and taken[low].start < span.end


def _from_mention(prose: Prose, mention: Mention, held: set[int]) -> Candidate | None:
    first, last = prose.word_index(mention.span.start), prose.word_index(mention.span.end)
    indexes = range(first, last)
    if not indexes or any(i in held for i in indexes):
        return None
    words = prose.words[first:last]
    head = words[-1]
    if not head.is_alpha or head.lower in v.FUNCTION_WORDS or head.is_capital:
        return None
    if head.lower in NOBODIES or words[0].lower in {"which", "what", "whose", "no"}:
        return None
    opening = words[0].lower
    definite: Definiteness = "bare"
    owner = None
    if opening in v.POSSESSIVES:
        definite, owner = "possessive", Span(words[0].start, words[0].end)
    elif opening in v.INDEFINITE or opening[0].isdigit():
        definite = "indefinite"
    elif opening in v.DETERMINERS:
        definite = "definite"
    many = mention.kind == "group" or is_plural(head.lower)
    plain = tuple(w.lower for w in words if w.lower not in v.DETERMINERS)
    span = Span(words[0].start, words[-1].end)
    gender = noun_gender(head.lower) if not many else None
    return Candidate(
        span, mention.kind, "nominal", plain, head.lower, definite, many, gender, owner
    )

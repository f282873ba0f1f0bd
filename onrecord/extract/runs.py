"""Runs: sequences of capitalised words that may be one name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import singular
from onrecord.extract.prose import Prose, Word

MAX_NAME_WORDS = 8
BODY_ENDS = frozenset(
    "office department hospital college school university church union association club county"
    " parish diner bar cafe café restaurant grill tavern pub market store shop salon barbershop"
    " laundromat pizzeria kitchen garage bakery inn".split()
)
"""Words with which a body's name ends behind a possessive."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` to `last` (exclusive) that may be one name; `body` is where titles end."""

    first: int
    last: int
    body: int


# --- runs of capitals ---------------------------------------------------------------------------


def find_runs(prose: Prose) -> Iterator[Run]:
    """The runs of capitals in sentences that are no headline, in text order."""
    for sentence in prose.sentences:
        if sentence.start in prose.shouted:
            continue
        first = prose.word_index(sentence.start)
        last = prose.word_index(sentence.end)
        yield from _sentence_runs(prose, first, last)


def _sentence_runs(prose: Prose, first: int, last: int) -> Iterator[Run]:
    index = first
    while index < last:
        if not _may_begin(prose, index, first):
            index += 1
            continue
        end = _run_end(prose, index, last)
        trimmed = trim(prose, index, end)
        if trimmed is not None:
            yield trimmed
        index = end


def _may_begin(prose: Prose, index: int, first: int) -> bool:
    word = prose.words[index]
    if not is_name_word(word) or word.lower in v.CALENDAR:
        return False
    if index > first and prose.text[word.start - 1] == "@":
        return False
    if index > first and prose.text[word.start - 1] == "/" and not _is_beside(prose, index):
        return False
    if not _is_initial(prose, index, first) or not is_common(prose, word):
        return True
    return _opens_outlet(prose, index)


def _is_beside(prose: Prose, index: int) -> bool:
    """Whether a word behind a slash begins a second name: "Jon Lund/Olaf Dunn", no address or credit."""
    before, following = prose.words[index - 2 : index - 1], prose.words[index + 1 : index + 2]
    if not before or not following or not is_adjacent(prose, index + 1):
        return False
    return all(w.is_alpha and w.is_capital for w in (*before, *following))


def _opens_outlet(prose: Prose, index: int) -> bool:
    """Whether an ordinary word begins an outlet's name: "Harbour Gazette: How many …"."""
    following = prose.words[index + 1 : index + 2]
    return bool(following) and (
        prose.words[index].lower not in v.FUNCTION_WORDS
        and is_adjacent(prose, index + 1)
        and following[0].is_capital
        and following[0].lower in v.OUTLET_LAST_WORDS - {"today", "record", "online"}
    )


def is_name_word(word: Word) -> bool:
    """Whether a word is written as part of a name: a capital first, or behind "al-"."""
    if not word.is_alpha or word.text == "I":
        return False
    if word.is_capital:
        return True
    head, dash, tail = word.text.partition("-")
    return bool(dash) and head in v.NAME_PARTICLES and tail[:1].isupper()


def _is_initial(prose: Prose, index: int, first: int) -> bool:
    return index == first or not prose.words[index - 1].text[0].isalnum()


def is_common(prose: Prose, word: Word) -> bool:
    """Whether a capitalised word is an ordinary one that only begins a sentence."""
    single = singular(word.lower)
    return (
        word.lower in v.STARTERS
        or (word.lower in prose.lower_words and single not in v.RANKS)
        or (single in v.KNOWN_NOUNS and single not in v.RANKS)
    )


def _run_end(prose: Prose, index: int, last: int) -> int:
    end = index + 1
    while end < last and end - index < MAX_NAME_WORDS:
        word = prose.words[end]
        if prose.words[end - 1].possessive:
            if not _owned_body(prose, end):
                break
            end += 1
            continue
        if not is_adjacent(prose, end):
            break
        if (is_name_word(word) and word.lower not in v.CALENDAR) or _links(prose, index, end, last):
            end += 1
        else:
            break
    return end


def _owned_body(prose: Prose, index: int) -> bool:
    """Whether the word goes on with a body's name behind a possessive: "Sheriff's Office"."""
    word = prose.words[index]
    gap = prose.text[prose.words[index - 1].end : word.start]
    return gap in {"'s ", "’s "} and word.is_capital and word.lower in BODY_ENDS


def is_adjacent(prose: Prose, index: int) -> bool:
    """Whether only a space stands between the word and the one before."""
    gap = prose.text[prose.words[index - 1].end : prose.words[index].start]
    return gap in {" ", "\u00a0"} or gap == ""


def _links(prose: Prose, start: int, index: int, last: int) -> bool:
    """Whether a small word stands inside a name ("Abu Bakr al-…", "Ministry of Defence")."""
    word = prose.words[index]
    if index + 1 >= last or not is_adjacent(prose, index + 1):
        return False
    after = prose.words[index + 1]
    if not (after.is_capital and after.is_alpha) or after.lower in v.CALENDAR:
        return (
            after.is_alpha
            and word.lower in v.NAME_PARTICLES
            and _links(prose, start, index + 1, last)
        )
    if word.lower in v.NAME_PARTICLES or word.text == "&":
        return True
    if word.lower in {"of", "for"}:
        held = {w.lower for w in prose.words[start:index]}
        return bool(
            held
            & (v.ORGANISATION_WORDS | v.FACILITY_WORDS | {"bay", "isle", "gates", "university"})
        )
    return False


def _ends_name(prose: Prose, first: int, index: int) -> bool:
    """Whether the encoder sees a person's name of several words that ends with the word."""
    starts = prose.person_ends.get(prose.words[index].end)
    return starts is not None and starts < prose.words[index].start and index > first


def trim(prose: Prose, first: int, last: int) -> Run | None:
    """The run without leading nationality and titles; None where nothing of a name is left."""
    words = prose.words
    while (
        last > first
        and words[last - 1].lower in v.LINK_WORDS | v.NAME_PARTICLES
        and words[last - 1].text.islower()
    ):
        last -= 1
    body = first
    ends_in_thing = words[last - 1].lower in v.ORGANISATION_WORDS | v.FACILITY_WORDS | v.PLACE_WORDS
    for index in range(first, last):
        lower = words[index].lower.rstrip(".")
        if first < index == last - 1 and lower in v.OUTLET_LAST_WORDS:
            continue  # "the Moss Courier" is no courier
        if (lower in v.RANKS or singular(lower) in v.PERSON_NOUNS) and not words[
            index
        ].text.isupper():
            if index == last - 1 and _ends_name(prose, first, index):
                continue  # "Ana Maria Baker" is no baker
            follows = index + 1 < last and not (ends_in_thing and index + 1 == last - 1)
            owned = ends_in_thing and index + 1 < last and words[index + 1].possessive
            if owned:
                continue  # "Prince Rupert's County" is no Rupert
            if follows or index + 1 == last:
                body = index + 1
    while (
        body < last and body == first and words[body].lower in v.NATIONALITIES and not ends_in_thing
    ):
        first = body = body + 1
    return Run(first, last, body) if body < last else None

"""Candidates: spans that may name, describe or point at an entity, before they are clustered."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.core.annotation import EntityKind, Form
from onrecord.core.reading import Gender
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v

Definiteness = Literal["definite", "indefinite", "possessive", "bare"]

STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "’": "'"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span with what its own words tell.

    `words` are folded: a name's words without titles, or a nominal's modifiers and head. `roles` are
    the role words that stand before a name. `owner` is the possessor's span ("his" mother).
    """

    span: Span
    kind: EntityKind
    form: Form
    words: tuple[str, ...]
    head: str
    definite: Definiteness = "bare"
    plural: bool = False
    gender: Gender | None = None
    owner: Span | None = None
    roles: frozenset[str] = frozenset()
    title: Span | None = None
    strong: bool = False


def fold(text: str) -> str:
    """Case-folded without accents, for comparing spellings inside one report."""
    lowered = text.casefold().translate(STROKES)
    return "".join(
        c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c)
    )


@lru_cache(maxsize=50_000)
def singular(noun: str) -> str:
    """The singular of a regular English plural, or of one in -men, as far as the vocabulary knows it."""
    if noun in v.KNOWN_NOUNS:
        return noun
    for plural, single in (("women", "woman"), ("men", "man"), ("people", "person")):
        if noun.endswith(plural) and noun.removesuffix(plural) + single in v.KNOWN_NOUNS:
            return noun.removesuffix(plural) + single
    if noun == "children":
        return "child"
    for ending, single in (
        ("ies", "y"),
        ("wives", "wife"),
        ("knives", "knife"),
        ("es", ""),
        ("s", ""),
    ):
        stem = noun.removesuffix(ending) + single
        if noun.endswith(ending) and stem in v.KNOWN_NOUNS:
            return stem
    return noun


def is_plural(noun: str) -> bool:
    """Whether a noun is a plural or plural by nature."""
    return singular(noun) != noun or noun in v.GROUP_NOUNS


def noun_gender(noun: str) -> Gender | None:
    """The gender that a noun itself tells."""
    single = singular(noun)
    if single in v.MALE_NOUNS:
        return "male"
    return "female" if single in v.FEMALE_NOUNS else None

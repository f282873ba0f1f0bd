"""What kind of thing a name names, by its own words and those around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.annotation import EntityKind
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import singular
from onrecord.extract.prose import Prose, Word, plain_outlet
from onrecord.extract.runs import Run, is_adjacent
from onrecord.facts.places import lookup

AGE_BEHIND = re.compile(
    r"\s*(?:,\s*(?:aged\s+)?\d{1,3}\b(?!\s*(?:people|others|[a-z]))|\(\d{1,3}\))"
)
APPOSITION_BEHIND = re.compile(
    r",\s+(?:an?|the|his|her|their|its)\s+(?:[\w'’-]+\s+){0,4}?([\w-]+)\b"
)
DATELINE = re.compile(r"(?:, [\w .]{2,30})?(?: \([^)\n]{2,40}\))?\s*[—–-]\s")
LABEL = re.compile(r":\s")
PLACE_BEFORE = re.compile(
    r"\b(?:city|town|village|port|suburb|district|region|province|county|state|island|hamlet"
    r"|municipality|borough|parish|department|governorate) of $"
)
LOCATIVES = frozenset("in at near from outside around across inside towards toward through".split())


@dataclass(frozen=True, slots=True)
class KindGuess:
    """A kind, and whether words tell it (or it is only the likeliest)."""

    kind: EntityKind
    sure: bool


def kind_of(prose: Prose, run: Run, words: Sequence[Word], *, titled: bool) -> KindGuess | None:
    """The kind of the name in `words`; None where nothing speaks for its being one."""
    told = _told_kind(prose, run, words, titled=titled)
    if told is not None:
        return KindGuess(told, sure=True)
    behind = prose.text[words[-1].end : words[-1].end + 80]
    before = prose.words[run.first - 1] if run.first else None
    if len(words) == 1 and words[0].lower in v.ORGANISATION_WORDS:
        return None
    if before is not None and before.lower in LOCATIVES and is_adjacent(prose, run.first):
        return KindGuess("place", sure=False)
    if PLACE_BEFORE.search(prose.text[max(0, words[0].start - 40) : words[0].start]):
        return KindGuess("place", sure=True)
    if before is not None and before.lower in {"of", "from"} and lookup(_plain(words)):
        return KindGuess("place", sure=False)
    if len(words) == 1 and words[0].lower in v.ORGANISATION_WORDS | v.FACILITY_WORDS:
        return None
    if len(words) == 1 and not words[0].text.isupper():
        single = _single(prose, run, words[0], behind)
        return KindGuess(single, sure=True) if single is not None else None
    if len(words) in {2, 3, 4} and all(_name_like(w) for w in words):
        return KindGuess("person", sure=False)
    return None


def _plain(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _told_kind(prose: Prose, run: Run, words: Sequence[Word], *, titled: bool) -> EntityKind | None:
    lower = [w.lower.rstrip(".") for w in words]
    behind = prose.text[words[-1].end : words[-1].end + 80]
    if is_outlet_name(lower) or _is_the_outlet(prose, run, lower):
        return "outlet"
    if not titled and _relays(prose, words):
        return "outlet"
    plain = not words[-1].possessive and not words[-1].text.isupper()
    if plain and (titled or AGE_BEHIND.match(behind)):
        return "person"
    if len(lower) == 1 and lower[0] in v.ORGANISATION_WORDS | v.FACILITY_WORDS:
        return None
    if lower[-1] in v.FACILITY_WORDS:
        return "facility"
    if _opens_line(prose, words[0]):
        if LABEL.match(behind) and _is_labelled(prose, words):
            return "person"
        if (dateline := DATELINE.match(prose.text, words[-1].end)) is not None:
            return None if _is_signature(prose, words, dateline.end()) else "place"
    if set(lower) & v.ORGANISATION_WORDS:
        return "organisation"
    if len(words) == 1 and _is_acronym(words[0].text) and not _is_state(prose, words[0]):
        return None if words[0].lower in SHOUTED else "organisation"
    owned = any(w.possessive for w in words[:-1]) and lower[-1] not in v.PLACE_WORDS
    if owned or any(w.text == "&" for w in words):
        return _business(prose, run, lower)
    if _is_car(prose, run, words):
        return "vehicle"
    if _is_named_by(prose, run):
        return None
    if CALLED_BEFORE.search(prose.text[max(0, words[0].start - 40) : words[0].start]):
        return None if titled else _called(prose, words[0].start)
    if run.first == run.body and not titled and _names_body(prose, run):
        return "organisation"
    ahead = prose.text[max(0, words[0].start - 40) : words[0].start]
    if ahead.endswith(", ") and behind[:1] == "," and _last_noun(ahead) in v.ORGANISATION_NOUNS:
        return "organisation"
    if lower[-1] in v.PLACE_WORDS or (lower[0] in v.PLACE_WORDS and len(words) <= 3):
        return "place"
    return "person" if _person_apposition(behind) else None


SHOUTED = v.KNOWN_NOUNS | v.FUNCTION_WORDS
"""Ordinary words that are no body's initials where they stand in capitals."""
CAR_MAKES = frozenset(
    "honda ford toyota chevrolet chevy nissan hyundai kia bmw mercedes mercedes-benz audi volkswagen vw"
    " volvo fiat renault peugeot citroen citroën skoda škoda opel vauxhall jeep dodge chrysler gmc lexus"
    " acura infiniti mazda subaru mitsubishi suzuki tesla cadillac buick pontiac porsche lada dacia"
    " iveco".split()
)
COLOURS = frozenset(
    "white black grey gray silver red blue green yellow orange brown gold beige dark light stolen".split()
)
NAMING = frozenset(
    "police court prosecutors officials authorities investigators officers it".split()
)


def _business(prose: Prose, run: Run, lower: Sequence[str]) -> EntityKind:
    """A shop or a firm: "Suds & Spin", "Dale's Diner"; a facility where things happen at it."""
    before = prose.words[run.first - 1].lower if run.first else ""
    shop = lower[-1] in v.FACILITY_NOUNS | v.FACILITY_WORDS
    return "facility" if shop or before in LOCATIVES else "organisation"


def _is_car(prose: Prose, run: Run, words: Sequence[Word]) -> bool:
    """Whether it is a make with its model: "a white Toyota Corolla"."""
    if words[0].lower not in CAR_MAKES or not run.first:
        return False
    before = prose.words[run.first - 1]
    told = before.lower in v.DETERMINERS | COLOURS or (
        before.text.isdigit() and len(before.text) == 4
    )
    return told and (len(words) > 1 or before.lower in COLOURS)


def _is_named_by(prose: Prose, run: Run) -> bool:
    """Whether somebody gives the name: "police named Jon Lund as …" makes Lund no police."""
    before = [w.lower for w in prose.words[max(0, run.first - 2) : run.first]]
    return len(before) == 2 and before[1] == "named" and before[0] in NAMING


def _is_labelled(prose: Prose, words: Sequence[Word]) -> bool:
    """Whether a name stands in capitals as a transcript's label: "IDA BERG: I saw it"."""
    plain = 1 < len(words) <= 3 and all(w.is_alpha and w.text.isupper() for w in words)
    return plain and not any(w.lower in v.KNOWN_NOUNS | v.STARTERS for w in words)


def _is_signature(prose: Prose, words: Sequence[Word], start: int) -> bool:
    """Whether a name before a dash signs the quotation that fills the rest of its paragraph."""
    quote = prose.quotation_at(start)
    if quote is None or len(words) < 2 or words[0].text.isupper():
        return False
    paragraph = prose.paragraphs[prose.paragraph_index(start)]
    return quote.span.end >= paragraph.end


def _names_body(prose: Prose, run: Run) -> bool:
    """Whether a noun for a body stands right before: "the delivery company …"."""
    if not run.first or not is_adjacent(prose, run.first):
        return False
    noun = singular(prose.words[run.first - 1].lower)
    return noun in v.ORGANISATION_NOUNS - NO_CLASS and not prose.words[run.first - 1].possessive


NO_CLASS = frozenset("police army navy military government court party office team unit".split())
"""Bodies whose noun stands before a person's name as well ("police", "court")."""


def _last_noun(before: str) -> str:
    nouns = re.findall(r"[\w-]+", before)
    return singular(nouns[-1].lower()) if nouns else ""


def _called(prose: Prose, start: int) -> EntityKind | None:
    """The kind of what is "called" so: that of the noun before."""
    before = re.findall(r"[\w-]+", prose.text[max(0, start - 60) : start])
    nouns = {singular(noun.lower()) for noun in before[-5:]}
    if nouns & v.ORGANISATION_NOUNS:
        return "organisation"
    return "person" if nouns & v.PERSON_NOUNS else None


SPEAKS_BEHIND = re.compile(
    r" (?:has |had |have |later |also |initially |first )?(?:said|says|say|denied|denies|told"
    r"|confirmed|announced|claimed|claims|reported|reports|blames|blamed|rejected|maintains|alleges|apologised|apologized|issued|declined)\b"
)
CALLED_BEFORE = re.compile(
    r"\b(?:calling itself|calls itself|called|known as|named|dubbed)(?: the)? $"
)


def _single(prose: Prose, run: Run, word: Word, behind: str) -> EntityKind | None:
    """The kind of a name of one word: somebody's by apposition, else a body's that speaks or is called so."""
    start = prose.words[run.first].start
    before = prose.text[max(0, start - 40) : start]
    nouns = re.findall(r"[\w-]+", before)
    noun = singular(nouns[-1].lower()) if nouns else ""
    if before.endswith(", ") and behind[:1] in {",", "("} and noun in v.PERSON_NOUNS:
        return "person"
    if re.search(r"\bname (?:only )?as $", before):
        return "person"
    if CALLED_BEFORE.search(before) or (
        noun in v.ORGANISATION_NOUNS and before.endswith(noun + " ")
    ):
        return "organisation"
    return (
        "organisation"
        if SPEAKS_BEHIND.match(behind) or (word.possessive and _of_body(behind))
        else None
    )


def _of_body(behind: str) -> bool:
    """Whether "'s spokesman" or the like follows: something that has one is a body."""
    return bool(
        re.match(
            r"['’]s (?:spokes|plant|factory|chief executive|headquarters|board|owner|lawyers)",
            behind,
        )
    )


def _is_state(prose: Prose, word: Word) -> bool:
    """Whether two capitals behind a place and a comma are its state ("Dayton, OH")."""
    return len(word.text) == 2 and prose.text[max(0, word.start - 2) : word.start] == ", "


RELAYS_BEHIND = re.compile(
    r" (?:(?:had|has) )?(?:first |initially |also |now |later |erroneously )?(?:reported|reports)\b"
)
TOLD_THE = re.compile(r"\b(?:told|tells|telling) [Tt]he $")


def _relays(prose: Prose, words: Sequence[Word]) -> bool:
    """Whether the report uses a name as an outlet's: as its own, in a dateline, "X reported"."""
    start, end = words[0].start, words[-1].end
    name = prose.text[start:end]
    if plain_outlet(name) in prose.outlets:
        return True
    if prose.text[max(0, start - 1) : start] == "(" and CREDIT_BEHIND.match(prose.text, end):
        return True
    if words[-1].possessive or (len(words) == 1 and words[0].text.islower()):
        return False
    told = TOLD_THE.search(prose.text[max(0, start - 14) : start]) is not None
    told = told and words[-1].lower not in HEARING
    return told or bool(RELAYS_BEHIND.match(prose.text, end))


HEARING = frozenset(
    "court parliament senate congress assembly house commons lords tribunal committee council "
    "commission inquiry inquest police ministry department cabinet jury union bundestag duma".split()
)
"""Bodies that people speak before: they pass nothing on."""
CREDIT_BEHIND = re.compile(r"\)\s*[—–-]\s")


def _opens_line(prose: Prose, word: Word) -> bool:
    return word.start == 0 or prose.text[word.start - 1] == "\n"


def _is_the_outlet(prose: Prose, run: Run, lower: Sequence[str]) -> bool:
    """Whether it is "the Echo" in the middle of a sentence, or "The Echo" with its own article."""
    if len(lower) != 1 or lower[0] not in v.OUTLET_LAST_WORDS or run.body == 0:
        return False
    return prose.words[run.body - 1].lower == "the" and is_adjacent(prose, run.body)


def _name_like(word: Word) -> bool:
    return not word.text.isupper() or len(word.text) <= 2


def _is_acronym(text: str) -> bool:
    return text.isupper() and 2 <= len(text) <= 7 and text.isalpha() and text not in v.NO_BODIES


def _person_apposition(behind: str) -> bool:
    found = APPOSITION_BEHIND.match(behind)
    if found is None:
        return False
    nouns = re.findall(r"[\w-]+", found.group()[1:])
    return any(singular(noun.lower()) in v.PERSON_NOUNS for noun in nouns)


def is_outlet_name(lower: Sequence[str]) -> bool:
    """Whether a name is a news outlet's by its form."""
    if len(lower) == 1:
        return lower[0] in v.AGENCIES
    if lower[-1] in v.OUTLET_LAST_WORDS and lower[-1] not in {"today", "record"}:
        return True
    return lower[0] in v.OUTLET_FIRST_WORDS or lower in (
        ["associated", "press"],
        ["agence", "france-presse"],
    )

"""Who is told to be killed, hurt, held or free: phrases of one sentence tied to their person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.core.reading import Certainty
from onrecord.core.span import Span
from onrecord.facts.condition_words import (
    DEED,
    DEEDS,
    DESCRIBED,
    KILLED_BEFORE,
    PHRASES,
    STATUS,
    STATUS_WORDS,
    VICTIM,
    Phrase,
)
from onrecord.facts.grammar import Placed, Sentence, persons
from onrecord.facts.titles import is_role
from onrecord.facts.word_classes import (
    AUXILIARIES,
    COMPLEMENT_VERBS,
    DETERMINERS,
    MODALS,
    NUMBER_WORDS,
    PREPOSITIONS,
)

BE = frozenset(
    "is was are were be been being am isn't wasn't aren't weren't get gets got getting".split()
)
LINKING = BE | frozenset(
    "remains remain remained stays stayed lies lay left feared presumed listed".split()
)
NEGATIONS = frozenset("not never n't neither nor isn't wasn't hasn't hadn't didn't".split())
UNREAL = frozenset(
    "would will should shall must won't wouldn't could've could’ve would've would’ve almost nearly".split()
)
ALLEGED = frozenset("reportedly allegedly apparently".split())
BELIEVED = frozenset("believed thought feared presumed".split())
HEARSAY = frozenset("said alleged reported".split())
WHETHER = frozenset("whether if".split())
BEFORE_GERUND = frozenset("before after while by without".split())
LONGEST = 60
"""Code points of evidence: one phrase."""

TIMES = frozenset("morning afternoon evening night week weekend month year summer time day".split())


@dataclass(frozen=True, slots=True)
class Told:
    """A condition that a phrase tells of a person; `implied` by the words for an injury alone."""

    person: Placed
    condition: str
    span: Span
    certainty: Certainty | None = None
    weak: bool = False
    implied: bool = False


def told_in(s: Sentence) -> Iterator[Told]:
    """The conditions that a sentence tells, each phrase once; the first phrase that fits wins."""
    taken: list[tuple[Span, str]] = []
    for phrase in PHRASES:
        for match in phrase.forms.finditer(s.context.text, s.span.start, s.span.end):
            span = Span(match.start(), match.end())
            if any(span.overlaps(t) and _shadows(c, phrase.condition) for t, c in taken):
                continue
            found = [t for t in _told(s, phrase, span) if persons([t.person])]
            if found:
                taken.append((span, phrase.condition))
                yield from found
    yield from _described(s)
    yield from _statuses(s)


def _shadows(taken: str, condition: str) -> bool:
    """Whether a phrase found before keeps another one from the same words."""
    return taken == condition or condition == "injured" or taken == "unharmed"


def _told(s: Sentence, phrase: Phrase, span: Span) -> Iterator[Told]:
    first, last = s.index_at(span.start), s.index_at(span.end - 1)
    if first is None or last is None:
        return
    match phrase.voice:
        case "done":
            yield from _done(s, phrase, first, last)
        case "does":
            yield from _does(s, phrase, first, last)
        case "state":
            yield from _state(s, phrase, first, last)


# --- verbs ---------------------------------------------------------------------------------------


def _done(s: Sentence, phrase: Phrase, first: int, last: int) -> Iterator[Told]:
    start = s.group_start(first)
    group = {s.lower(i) for i in range(start, first)}
    if group & BE:
        yield from _passive(s, phrase, start, first, last)
    elif _has_object(s, last):
        yield from _active(s, phrase, start, first, last)
    elif not group & AUXILIARIES:
        yield from _reduced(s, phrase, first, last)


def _passive(s: Sentence, phrase: Phrase, start: int, first: int, last: int) -> Iterator[Told]:
    group = [s.lower(i) for i in range(start, first)]
    begin = start
    if group[0] in {"being", "to", "be"}:
        begin = _over_belief(s, start)
        if group[0] == "being" and s.lower(start - 1) in BEFORE_GERUND:
            subjects = s.shared_subject(start - 1)
            yield from _each(s, phrase, subjects, start, last, group)
            return
        if group[0] == "to" and begin == start and s.lower(start - 1) not in {"is", "was"}:
            return
    yield from _each(s, phrase, s.subjects(begin), begin, last, _group(s, begin, first))


def _group(s: Sentence, start: int, end: int) -> list[str]:
    return [s.lower(i) for i in range(start, end)]


def _over_belief(s: Sentence, start: int) -> int:
    """From "to have been" back to the "is" of "is believed to have been"."""
    if s.lower(start) == "to" and s.lower(start - 1) in BELIEVED | HEARSAY:
        return s.group_start(start - 1)
    return start


def _has_object(s: Sentence, last: int) -> bool:
    """Whether a noun phrase follows the verb directly."""
    after = s.lower(last + 1)
    if s.lower(last) in PREPOSITIONS:
        return False
    if (
        after in {"himself", "herself", "him", "them", "me", "us"}
        or s.starting_at(last + 1) is not None
    ):
        return True
    if is_role(after) and s.words[last + 1].text[0].isupper() and s.phrase_from(last + 1):
        return True  # "shot Officer Brito"
    if after in {"this", "last", "next", "that"} and s.lower(last + 2) in TIMES:
        return False
    is_number = after in NUMBER_WORDS or after.isdigit()
    return after in DETERMINERS or is_number or (after == "and" and _second_object(s, last + 1))


def _second_object(s: Sentence, conjunction: int) -> bool:
    """Whether "and" joins a second verb with an object: "shot and overpowered him"."""
    verb = conjunction + 1
    return s.is_verb(verb) and s.lower(verb) not in AUXILIARIES and _plain_object(s, verb + 1)


def _plain_object(s: Sentence, index: int) -> bool:
    return s.starting_at(index) is not None or s.lower(index) in DETERMINERS - {"that"}


def _active(s: Sentence, phrase: Phrase, start: int, first: int, last: int) -> Iterator[Told]:
    """ "police arrested Ana Brito": the object is meant; "killed himself" means the subject."""
    word, group = s.lower(first), _group(s, start, first)
    if (set(group) & (MODALS | {"to", "did", "does", "do"})) or set(group) & NEGATIONS:
        return
    if s.lower(last + 1) in {"himself", "herself"}:
        before = s.lower(start - 1)
        gerund = word.endswith("ing") and before in BEFORE_GERUND
        subjects = s.shared_subject(start - 1) if gerund else s.subjects(start)
        yield from _each(s, phrase, subjects, start, last + 1, group)
        return
    verb = last + 2 if s.lower(last + 1) == "and" else last
    objects = [p for p in s.objects(verb) if _is_object(s, p)]
    yield from _each(s, phrase, objects, start, max(verb, *(p.last for p in objects), verb), group)
    yield from _among(s, phrase, first, verb)


def _is_object(s: Sentence, placed: Placed) -> bool:
    """Whether a mention can be an object: no "he", and no mere count ("killed one worker")."""
    word = s.lower(placed.first)
    if placed.mention.form == "pronoun":
        return word in {"him", "her", "me"}
    return placed.mention.form == "name" or word != "one"


def _among(s: Sentence, phrase: Phrase, first: int, verb: int) -> Iterator[Told]:
    """ "killed three people, among them a lawyer": those singled out of the number."""
    for index in range(verb + 1, min(verb + 10, len(s))):
        if s.is_boundary(index):
            return
        word = s.lower(index)
        among = word == "among" and s.lower(index + 1) in {"them", "those"}
        if word == "including" or among:
            listed = s.listed(index + (2 if among else 1))
            for placed in listed:
                begin = min(index, placed.first)
                told = _each(s, phrase, [placed], begin, placed.last, [])
                yield from told
            return


def _reduced(s: Sentence, phrase: Phrase, first: int, last: int) -> Iterator[Told]:
    """A participle without "was": after a person, or after an earlier "was … and"."""
    before = s.skip_adverbs(first - 1)
    word = s.lower(before)
    if s.lower(first).endswith("ing"):
        return
    placed = s.ending_at(before)
    if placed:
        if placed.mention.form != "pronoun":
            yield from _each(s, phrase, s.subjects(first), first, last, [])
    elif word in {"and", ",", "then"}:
        subjects = s.shared_subject(before)
        if subjects and _passive_before(s, before):
            yield from _each(s, phrase, subjects, first, last, [])


def _passive_before(s: Sentence, index: int) -> bool:
    """Whether the nearest verb group before a word is a passive."""
    at = index - 1
    while at >= 0 and not s.is_boundary(at):
        if s.is_verb(at):
            return bool({s.lower(i) for i in range(s.group_start(at), at + 1)} & BE)
        at -= 1
    return False


def _does(s: Sentence, phrase: Phrase, first: int, last: int) -> Iterator[Told]:
    start = s.group_start(first)
    group = _group(s, start, first)
    if set(group) & (UNREAL | {"did", "to"}):
        return
    yield from _each(s, phrase, s.subjects(start), start, last, group)
    yield from _among(s, phrase, first, last)


def _state(s: Sentence, phrase: Phrase, first: int, last: int) -> Iterator[Told]:
    """ "is at large", "left dead", "tired but unhurt" behind a comma, "the man in hospital"."""
    before = s.skip_adverbs(first - 1)
    word = s.lower(before)
    if word in LINKING:
        start = s.group_start(before)
        people = [p for p in s.subjects(start) if not _own_word(s, p)]
        yield from _each(s, phrase, people, start, last, _group(s, start, first))
    elif word in {"and", ","}:
        subjects = s.shared_subject(before) if word == "and" else _over_comma(s, before)
        if subjects:
            yield from _each(s, phrase, subjects, first, last, [])
    elif s.ending_at(before) and s.lower(first) in {
        "in",
        "at",
        "on",
        "under",
        "unharmed",
        "unhurt",
    }:
        placed = s.ending_at(before)
        if placed and placed.mention.form == "nominal":
            yield from _each(s, phrase, [placed], first, last, [])


def _own_word(s: Sentence, placed: Placed) -> bool:
    """Whether "he" stands for the one who says so: "the nurse said she is in stable condition".

    Nobody tells such things of themselves in the third person; the pronoun means somebody else.
    """
    cue = placed.first - 1
    if placed.mention.form != "pronoun" or s.lower(cue) not in COMPLEMENT_VERBS:
        return False
    return any(p.entity is placed.entity for p in s.subjects(cue))


def _over_comma(s: Sentence, comma: int) -> tuple[Placed, ...]:
    """The subject of the clause before a trailing ", unhurt"."""
    return s.shared_subject(comma)


def _each(
    s: Sentence, phrase: Phrase, people: Iterable[Placed], first: int, last: int, group: list[str]
) -> Iterator[Told]:
    condition, negated = phrase.condition, bool(set(group) & NEGATIONS)
    if negated and condition not in {"injured", "killed"}:
        return
    if set(group) & UNREAL and not _asked(s, first):
        return
    if negated:
        if condition == "killed":
            return
        condition = "unharmed"
    span = _short(s, first, last)
    for person in people:
        yield Told(
            person, condition, span, _certainty(s, first, group), phrase.weak and not negated
        )


def _short(s: Sentence, first: int, last: int) -> Span:
    """The phrase's span, cut from its front where it is too long to be one phrase."""
    while first < last and len(s.cut(first, last)) > LONGEST:
        first += 1
    return s.cut(first, last)


def _asked(s: Sentence, index: int) -> bool:
    return any(s.lower(i) in WHETHER for i in range(max(0, index - 8), index))


def _certainty(s: Sentence, first: int, group: list[str]) -> Certainty | None:
    near = set(group) | {s.lower(first - 1), s.lower(first)}
    if _asked(s, first):
        return "asked"
    if near & ALLEGED or (near & HEARSAY and "to" in near):
        return "alleged"
    if near & (BELIEVED | {"may", "might", "could"}):
        return "possible"
    return None


def told_before(before: Sentence, s: Sentence) -> Iterator[Told]:
    """ "They are Ana Brito, 67, …" behind a sentence that speaks of "the four people killed"."""
    if s.lower(0) == "both":
        yield from _of_both(before, s)
    if s.lower(0) not in {"they", "these"} or s.lower(1) not in {"are", "were"}:
        return
    match = KILLED_BEFORE.search(before.context.text, before.span.start, before.span.end)
    if match:
        for person in persons(s.listed(2)):
            yield Told(person, "killed", Span(match.start(), match.end()))
        return
    for told in _of_group(before):
        yield from (replace(told, person=person) for person in persons(s.listed(2)))


def _of_group(s: Sentence) -> Iterator[Told]:
    """What a sentence tells of people by their number: "kidnapped three surveyors"."""
    for phrase in PHRASES:
        for match in phrase.forms.finditer(s.context.text, s.span.start, s.span.end):
            for told in _told(s, phrase, Span(match.start(), match.end())):
                if told.person.entity.kind == "group" and not phrase.weak:
                    yield told
                    return
    for match in DEED.finditer(s.context.text, s.span.start, s.span.end):
        last = s.index_at(match.end() - 1)
        group = s.phrase_from(last + 1) if last is not None else None
        if group and group.entity.kind == "group":
            span = Span(match.start(), group.mention.span.end)
            yield Told(group, DEEDS[match["deed"].lower()], span)
            return


def _of_both(before: Sentence, s: Sentence) -> Iterator[Told]:
    """ "Both were taken to hospital" behind a sentence that speaks of two people."""
    pair = {p.entity.id: p for p in persons(before.people) if p.mention.form != "pronoun"}
    if len(pair) != 2 or any(p.entity.kind == "group" for p in before.people):
        return
    for phrase in PHRASES:
        match = phrase.forms.search(s.context.text, s.span.start, s.span.end)
        first = s.index_at(match.start()) if match else None
        last = s.index_at(match.end() - 1) if match else None
        if first is None or last is None or s.group_start(first) > 1:
            continue
        group = _group(s, 1, first)
        if (phrase.voice != "does" and not set(group) & LINKING) or phrase.weak:
            continue
        yield from _each(s, phrase, pair.values(), 1, last, group)


# --- descriptions --------------------------------------------------------------------------------


def _described(s: Sentence) -> Iterator[Told]:
    """ "the dead officer", "a missing worker": an adjective in the description."""
    for placed in persons(s.people):
        if placed.mention.form == "pronoun":
            continue
        first = s.phrase_start(placed)
        for index in range(first, placed.last):
            condition = DESCRIBED.get(s.lower(index))
            if condition and placed.mention.form == "name" and s.words[index].text[0].isupper():
                continue  # a part of the name: "Fugitive Task Force"
            if condition and index < placed.last and not _counted(s, index):
                yield Told(placed, condition, s.cut(index, placed.last))


def _counted(s: Sentence, index: int) -> bool:
    return s.lower(index - 1) in {"most", "least"} or s.lower(index + 1) in {"and", ","}


def _statuses(s: Sentence) -> Iterator[Told]:
    for pattern in (STATUS, VICTIM):
        for match in pattern.finditer(s.context.text, s.span.start, s.span.end):
            word = match.groupdict().get("word")
            condition = STATUS_WORDS[word.lower()] if word else "killed"
            first, last = s.index_at(match.start()), s.index_at(match.end() - 1)
            if first is None or last is None:
                continue
            span = s.cut(first, last)
            for person in persons(_status_people(s, first, last)):
                told = Told(person, condition, span, _certainty(s, first, []))
                yield replace(told, weak=word is None)


def _status_people(s: Sentence, first: int, last: int) -> tuple[Placed, ...]:
    """Whom "one of the dead" is said of: behind "is", before it, beside it."""
    after = last + 1
    if s.lower(after) == "in":
        while after < len(s) and not s.is_boundary(after) and s.lower(after) not in BE | {","}:
            after += 1
    if s.lower(after) in BE:
        return s.listed(after + 1)
    first -= s.lower(first - 1) == "the"
    if s.lower(first - 1) in BE:
        along = [s.lower(i) for i in range(after, after + 3)] == [",", "along", "with"]
        others = s.listed(after + 3) if along else ()
        return (*s.subjects(s.group_start(first - 1)), *others)
    if s.beside(first):
        return tuple(p for p in (s.beside(first),) if p)
    if s.lower(after) in {":", ","} or s.lower(after) == "as":
        listed = s.listed(after + 1)
        single = s.lower(after) == "," and listed
        return listed[:1] if single else listed
    if s.lower(first - 1) == ",":
        return s.subjects(first)
    return ()

"""Injuries in the words of one sentence, tied to the person who has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.span import Span
from onrecord.facts.condition_words import LOST
from onrecord.facts.grammar import Placed, Sentence, persons
from onrecord.facts.person_words import BODY

SIDE = r"(?:(?:left|right|upper|lower|inner|outer|front) )*"
OWN = r"(?:the|his|her|both|one|a|an|each)"
PART = rf"{OWN} {SIDE}{BODY}"
PARTS = rf"{PART}(?:(?:,| and|, and) (?:{PART}|{SIDE}{BODY}))*"
BROKEN = (
    r"(?:broken|fractured|bruised|sprained|dislocated|shattered|cracked|crushed|severed|punctured"
    r"|injured|collapsed|grazed|twisted|swollen)"
)
HARM = (
    r"(?:gunshot wounds?|stab wounds?|bullet wounds?|shrapnel wounds?|knife wounds?|head wounds?"
    r"|head injur(?:y|ies)|wounds?|injur(?:y|ies)|burns|lacerations?|fractures?|cuts"
    r"|bruis(?:es|ing))"
)
DEGREE = r"(?:(?:serious|severe|minor|slight|multiple|deep|second-degree|third-degree) )?"
WITH = frozenset("with from suffering".split())
SMOKE = r"smoke inhalation|a concussion|concussion"

FULL = re.compile(
    rf"\b(?:{DEGREE}{HARM} (?:to|in|on) {PARTS}|{BROKEN} {SIDE}{BODY}(?: and {SIDE}{BODY})?|{SMOKE}"
    rf"|{DEGREE}(?:gunshot|stab|bullet|shrapnel|head|chest|leg|back) (?:wounds?|injur(?:y|ies))"
    rf"|{DEGREE}burns)\b",
    re.IGNORECASE,
)
HIT = re.compile(
    r"\b(?:shot|hit|struck|stabbed|wounded|grazed|slashed|injured|knifed|cut|burned|kicked|beaten)"
    rf"[^.;:]{{0,60}}?\b(?:in|on|about|across) (?P<part>{PARTS})\b",
    re.IGNORECASE,
)
CUT = re.compile(
    rf"\b(?P<part>(?:cut|broke|fractured|sprained|dislocated|twisted|injured|hurt) (?:his|her) "
    rf"{SIDE}{BODY}|{LOST} (?:\w+ )?{BODY})\b",
    re.IGNORECASE,
)
SURGERY = re.compile(
    rf"\b(?:surgery|operation|operated) (?:on|to) (?:the|his|her) (?P<part>{SIDE}{BODY})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Harm:
    """The words of an injury, and whose it is."""

    person: Placed
    span: Span


def harms(s: Sentence) -> tuple[Harm, ...]:
    """Every injury of the sentence."""
    if "harms" not in s.shared:
        s.shared["harms"] = tuple(_harms(s))
    found: tuple[Harm, ...] = s.shared["harms"]
    return found


def _harms(s: Sentence) -> Iterator[Harm]:
    text, start, end = s.context.text, s.span.start, s.span.end
    for match in HIT.finditer(text, start, end):
        yield from _hit(s, match)
    for pattern in (CUT, SURGERY):
        for match in pattern.finditer(text, start, end):
            yield from _subject(s, Span(match.start("part"), match.end("part")), match.start())
    for match in FULL.finditer(text, start, end):
        yield from _subject(s, Span(match.start(), match.end()), match.start() - 1)


def _bare(span: Span, text: str) -> Span:
    """The body part without "the", "his"."""
    lead = re.match(r"(?:the|his|her|a|an) ", span.cut(text), re.IGNORECASE)
    return Span(span.start + lead.end(), span.end) if lead else span


def _hit(s: Sentence, match: re.Match[str]) -> Iterator[Harm]:
    """ "shot Brito in the leg" is said of Brito, "was shot in the leg" of the subject."""
    verb, part = s.index_at(match.start()), s.index_at(match.start("part"))
    if verb is None or part is None:
        return
    span = _bare(Span(match.start("part"), match.end("part")), s.context.text)
    group = s.group_start(verb)
    words = {s.lower(i) for i in range(group, verb)}
    if words & {"was", "is", "were", "been", "being", "got", "are"}:
        people = s.subjects(group)
        if s.lower(group) == "being":
            people = s.shared_subject(group - 1)
    else:
        people = s.objects(verb)
        people = tuple(p for p in people if p.last < part) or _reduced(s, verb)
    for person in persons(people):
        yield Harm(person, span)


def _reduced(s: Sentence, verb: int) -> tuple[Placed, ...]:
    """The person right before a participle: "a man shot in the leg"."""
    placed = s.ending_at(verb - 1)
    return (placed,) if placed and s.lower(verb + 1) in {"in", "on"} else ()


def _subject(s: Sentence, span: Span, start: int) -> Iterator[Harm]:
    """The subject of the clause that an injury stands in: "has a bruised knee", "with burns to".

    `start` is the code point from which the verb is looked for, leftwards.
    """
    bearer = _bearer(s, span)
    if bearer:
        yield from (Harm(person, span) for person in persons([bearer]))
        return
    yield from (Harm(person, span) for person in persons(_singled_out(s, span)))
    verb = _verb_before(s, s.last_before(start + 1))
    if verb is not None:
        for person in persons(s.subjects(s.group_start(verb))):
            yield Harm(person, span)


def _bearer(s: Sentence, span: Span) -> Placed | None:
    """The person right before "with", "suffering from": "found a man with a stab wound"."""
    first = s.last_before(span.start)
    for at in range(first, max(first - 4, 0), -1):
        if s.lower(at) in WITH:
            at -= s.lower(at) == "from" and s.lower(at - 1) in {"suffering", "bleeding"}
            placed = s.ending_at(at - 1)
            return placed if placed and placed.mention.form != "pronoun" else None
        if not s.is_nounlike(at) or s.is_boundary(at):
            return None
    return None


def _singled_out(s: Sentence, span: Span) -> tuple[Placed, ...]:
    """Those named behind the injury of several: "suffered burns, among them a cook"."""
    at = s.last_before(span.end) + 1
    if [s.lower(at), s.lower(at + 1)] == [",", "including"]:
        return s.listed(at + 2)
    among = [s.lower(at + i) for i in range(3)] in ([",", "among", "them"], [",", "among", "those"])
    return s.listed(at + 3) if among else ()


def _verb_before(s: Sentence, index: int) -> int | None:
    """The verb that governs the words at an index; None over a clause boundary."""
    at = index
    while at >= 0 and not s.is_boundary(at):
        if s.is_verb(at):
            return at
        at -= 1
    return None

"""Counts that are told beside a larger number: "six were shot, one fatally", "the other five were hurt".

A part of a total is no total. Of those who were hit, though, the part who died is the toll, the rest
are the injured. Both are weaker than a toll in so many words, and are used only where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.core.span import Span
from onrecord.facts.base import Context, Found
from onrecord.facts.count_lists import Masked
from onrecord.facts.count_words import (
    BE,
    MAX_EVIDENCE,
    NEGATED,
    NO_VERB,
    NOUN,
    PERPETRATOR,
    UNREAL,
    WHERE,
    WORD,
    N,
)
from onrecord.facts.counting import Counting, count, find_counts, mask

CONFIDENCE = 0.75
"""Below a toll in so many words: what the larger number counts may be another happening."""
DIED = (
    r"(?:died|dead|dies|killed|slain|fatal(?:ly)?|mortally\ wounded|succumbed"
    r"|pronounced\ dead|lost\ their\ li(?:fe|ves))"
)
HOSPITAL = (
    r"(?:taken|transported|rushed|airlifted|flown|sent|brought|driven)\ to\ [^.;#]{1,60}?\ with"
    r"\ [^.;#]{0,40}?(?:wounds?|injur(?:y|ies))|(?:recovering|treated)\ (?:at|in|from|for)\b"
    r"|hospitali[sz]ed|(?:taken|transported|rushed|airlifted)\ to\ (?:\w+\ ){0,3}hospitals?"
    r"|(?:listed\ )?in\ (?:\w+\ (?:but\ |and\ )?){0,2}condition\b|stable"
    r"|expected\ to\ (?:survive|recover|live)"
)
STRUCK = (
    r"(?:shot(?!\ (?:dead|and\ killed|to\ death|at\b|down))|stabbed(?!\ to\ death)|struck|grazed"
    r"|hit\b|hurt|injured|wounded|gunned\ down|survived|suffer(?:ed|ing)\b|sustained)"
)
FATED = (
    rf"(?:{WHERE})?(?:,\ [^.;]{{1,60}},)?(?:\ (?:who|that))?(?:\ (?:{BE}|is|all))*"
    rf"\ (?:{STRUCK}|{HOSPITAL})"
)
REST = r"(?:other|remaining|surviving)"
OF_WHOM = (
    rf"\ of\ (?:them|whom|(?:the|those|these)(?:\ \#+(?:{NOUN}){{0,2}}|(?:{NOUN}){{1,2}})"
    r"(?:\ (?:who\ were\ )?(?:shot|hit|stabbed|wounded|injured))?)"
)
OTHER = re.compile(r"\b(?:others?|another|remaining|more)\b")
OF_THOSE_HIT = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        rf"{N}(?:\ {BE})*\ fatally(?=[,.;)]|$|\ (?:and|but|in|at|on)\b)",
        rf"{N}(?:{OF_WHOM})(?:,\ [^,.;\#]{{1,40}},)?(?:\ (?:{BE}|\w+day))*\ {DIED}\b",
    )
)
THE_OTHERS = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        rf"\b{REST}\ {N}{NOUN}{{0,2}}{FATED}\b",
        rf"{N}{NOUN}?\ (?:others|survivors|{REST}(?:\ {NO_VERB}{WORD}){{1,2}}){FATED}\b",
        rf"\b[Aa]nother\ {N}{NOUN}{{0,2}}{FATED}\b",
        rf"\b(?:wound|injur|hurt|hitt|shoot)ing\ {N}\ (?:others|other(?:\ {NO_VERB}{WORD}){{1,2}})",
    )
)
HIT = Counting(
    field="incident.injured",
    active=r"shot|shooting|hitting|striking|stabbed|stabbing|hospitali[sz](?:ed|ing)",
    passive=(
        r"shot(?!\ (?:dead|and\ killed|to\ death|down|at))|stabbed(?!\ to\ death)|gunned\ down"
        rf"|(?:hit|struck)(?=\ by\ (?:gunfire|bullets|shots)|[.,;]|$)|{HOSPITAL}"
    ),
    nouns=r"(?:gunshot|shooting|stabbing)\ victims",
    more=(
        rf"{N}{NOUN}{{0,3}}\ with\ (?:(?:apparent|multiple)\ )?(?:gunshot|stab|shrapnel|knife)"
        r"\ (?:wounds|injuries)\b",
    ),
)
"""Those who were hit, dead or alive."""


def fatal_parts(context: Context) -> Iterator[Found]:
    """ "Six were shot, one fatally" and "one of whom died": the toll of those who were hit."""
    return _parts(context, "incident.killed", OF_THOSE_HIT)


def others(context: Context) -> Iterator[Found]:
    """ "The other five were taken to hospital": the injured beside the dead."""
    return _parts(context, "incident.injured", THE_OTHERS)


def survivors(context: Context, killed: Iterable[Found]) -> Iterator[Found]:
    """Those who were hit less those who died of it, told with both numbers."""
    dead = {f.subject: f for f in reversed(list(killed)) if isinstance(f.value, int)}
    most: dict[str, Found] = {}
    for one in (f for f in find_counts(context, HIT) if not _beside(context, f)):
        if one.subject not in most or _size(one) > _size(most[one.subject]):
            most[one.subject] = one
    for subject, fatal in dead.items():
        hit = most.get(subject)
        if hit is not None and _size(hit) > _size(fatal) > 0:
            found = count(context, "incident.injured", _size(hit) - _size(fatal), hit.evidence[0])
            spans = tuple(sorted((hit.evidence[0], fatal.evidence[0])))
            if not spans[0].overlaps(spans[1]) and sum(map(len, spans)) <= 2 * MAX_EVIDENCE:
                yield replace(found, evidence=spans, at=hit.evidence[0], confidence=CONFIDENCE)


def _beside(context: Context, found: Found) -> bool:
    """Whether a count leaves out some of those who were hit: "three others were shot"."""
    span = found.evidence[0]
    return OTHER.search(context.text, max(0, span.start - 10), span.end) is not None


def _size(found: Found) -> int:
    return found.value if isinstance(found.value, int) else 0


def _parts(context: Context, name: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Found]:
    for sentence in context.prose:
        masked = mask(context, sentence)
        for pattern in patterns if masked.numbers else ():
            for match in pattern.finditer(masked.text):
                found = _part(context, name, sentence, masked, match)
                if found is not None:
                    yield found


def _part(
    context: Context, name: str, sentence: Span, masked: Masked, match: re.Match[str]
) -> Found | None:
    number = masked.numbers.get(match.start("n"))
    before = masked.text[: match.start()]
    said = NEGATED.search(before) or UNREAL.search(before) or PERPETRATOR.search(match[0])
    further = match[0].lower().startswith("another") and not re.search(DIED, before)
    if number is None or said or further or not isinstance(number.value, int):
        return None
    end = match.end() if len(match[0]) <= MAX_EVIDENCE else _short_end(match)
    evidence = Span(min(match.start(), match.start("n")), end).shift(sentence.start)
    found = count(context, name, number.value, evidence, number=number)
    return replace(found, confidence=CONFIDENCE)


def _short_end(match: re.Match[str]) -> int:
    """Where the words after the number are cut, so that the phrase stays tight."""
    cut = match.string.rfind(" ", match.end("n"), match.start() + MAX_EVIDENCE)
    return max(match.end("n"), cut)

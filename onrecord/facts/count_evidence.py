"""The evidence of a count holds its number: a figure, a number word, or who is counted.

"Was arrested" tells nobody how many. Where the words of a count hold no number they are widened to
the noun phrase that gives it ("A 27-year-old man was detained"); an aside in between is left out.
Where no such phrase stands near, the count is dropped: a blank is better than an unsupported value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from onrecord.core.span import Span, Spans, cut_all, strip
from onrecord.core.values import Interval, Value
from onrecord.facts.base import Context, Found, once
from onrecord.facts.grammar import Placed, Sentence, sentences
from onrecord.facts.numbers import find_numbers
from onrecord.facts.shouted import plain

LONGEST = 60
"""Code points of all spans of a count's evidence together: one phrase."""

NONE = re.compile(
    r"\b(?:everyone|everybody|all\b[^.;]{1,40}\baccounted"
    r"|no|none|nobody|no[ -]one|not|never|without|neither|zero|un(?:hurt|harmed|injured|scathed))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
ONE = re.compile(
    r"\b(?:an?|one|another|the|this|that|his|her|their|its|my|our|every|each|lone|single|sole|only"
    r"|first|he|she|him)\b|\balone\b",
    re.IGNORECASE,
)
"""Words that make what they stand with one: articles, "lone", a singular pronoun."""
AWAY = re.compile(
    r"(?<=\w)\s(?:into|in|at|to|by|on|onto|near|from|with|for|outside|inside|after|before)\s"
)
"""What begins a phrase that counts nobody: "bundled into a car"."""
MANY = re.compile(r"\b(?:were|are|have)\b")
"""A plural verb: its subject is not one."""
WORDS = {
    1: r"first|single|sole|lone|alone",
    2: r"second|both|pair|couple|twins?|twice|double|duo",
    3: r"third|trio|triple|triplets",
    4: r"fourth|quadruple|quartet",
    5: r"fifth",
    6: r"sixth",
    7: r"seventh",
    8: r"eighth",
    9: r"ninth",
    10: r"tenth",
}
"""Words that tell a number without being one: "a third body" makes three."""
PLURAL = re.compile(r"\b(?:\w*men|women|people|children|\w+[^s\W]s)\b", re.IGNORECASE)


def telling(context: Context, found: Iterable[Found]) -> Iterator[Found]:
    """The counts whose evidence holds their number, widened where need be; the others are dropped."""
    for one in found:
        spans = _trimmed(context, one.evidence)
        held = spans if holds(context, spans, one.value) else _widened(context, one, spans)
        if held:
            yield replace(one, evidence=held, at=one.at or one.evidence[0])


def _trimmed(context: Context, spans: Spans) -> Spans:
    return tuple(s for s in (strip(span, context.text) for span in spans) if s)


def holds(context: Context, spans: Spans, value: Value) -> bool:
    """Whether the words hold the number, or name so many people one by one."""
    words = cut_all(spans, context.text)
    return holds_number(words, value) or value == len(_named(context, spans))


def _named(context: Context, spans: Spans) -> set[str]:
    """The people whose names stand in the spans."""
    return {
        entity.id
        for span in spans
        for mention, entity in context.mentions_in(span)
        if mention.form == "name" and entity.kind == "person"
    }


def holds_number(words: str, value: Value) -> bool:
    """Whether words hold a count: as figure, number word, article with noun, or plural noun."""
    words = plain(words)
    if isinstance(value, Interval):
        return _holds_interval(words, value)
    if value == 0:
        return NONE.search(words) is not None
    figures = [number.value for number in find_numbers(words)]
    exact = [figure for figure in figures if isinstance(figure, int)]
    if value in figures or value in _sums(words, exact):
        return True
    if value == 1:
        head = AWAY.split(words)[0]
        return ONE.search(head) is not None and not MANY.search(head)
    known = WORDS.get(value) if isinstance(value, int) else None
    if known and re.search(rf"\b(?:{known})\b", words, re.IGNORECASE):
        return True
    return value == len(re.findall(r"\b(?:an?|one|another)\b", words, re.IGNORECASE))


def _sums(words: str, figures: list[int]) -> set[int]:
    """What figures add up to: alone, with people told one by one, or the first less the second."""
    ones = re.findall(r"\b(?:[Aa]n?|another|[Hh]is|[Hh]er|their|the)\ [a-z\d]", words)
    whole = sum(figures)
    less = {abs(a - b) for a, b in pairwise(figures)} - {0} if len(figures) == 2 else set()
    return {whole, *(whole + n for n in range(1 if figures else 2, len(ones) + 1)), *less}


def _holds_interval(words: str, value: Interval) -> bool:
    """An interval's words give one of its ends; "more than 20" begins at 21."""
    for number in find_numbers(words):
        if number.value == value:
            return True
    figures = {n.value for n in find_numbers(words)}
    ends = {
        e for end in (value.low, value.high) if end is not None for e in (end - 1, end, end + 1)
    }
    return bool(figures & ends) or (value == Interval(2, None) and PLURAL.search(words) is not None)


# --- widening ------------------------------------------------------------------------------------


def _widened(context: Context, found: Found, spans: Spans) -> Spans:
    """The evidence with the noun phrase of who is counted; nothing where that does not help."""
    if not spans:
        return ()
    sentence = parsed_at(context, spans[0].start)
    for phrase in _subjects(sentence, spans[0]) if sentence else ():
        wider = _joined(phrase, spans)
        if sum(map(len, wider)) <= LONGEST and holds(context, wider, found.value):
            return wider
    return ()


def _joined(phrase: Span, spans: Spans) -> Spans:
    """A phrase with what is said of it, as one span where that is short, else as two."""
    if phrase.overlaps(spans[0]):
        return (Span(min(phrase.start, spans[0].start), spans[0].end), *spans[1:])
    first, last = sorted((phrase, spans[0]))
    whole = Span(first.start, last.end)
    return (whole, *spans[1:]) if len(whole) <= LONGEST else (first, last, *spans[1:])


def _subjects(sentence: Sentence, span: Span) -> Iterator[Span]:
    """The noun phrases of those whom a verb's words are about."""
    first = sentence.index_at(span.start)
    if first is None:
        return
    start = sentence.group_start(first)
    gerund = sentence.lower(first).endswith("ing") and start == first
    placed = sentence.shared_subject(start - 1) if gerund else sentence.subjects(start)
    for one in placed:
        yield noun_phrase(sentence, one)


def noun_phrase(sentence: Sentence, placed: Placed) -> Span:
    """The mention with the words that belong before it: "the", "A 64-year-old"."""
    words = sentence.context.text
    own = sentence.cut(sentence.phrase_start(placed), placed.last)
    return own if "\n" not in own.cut(words) else placed.mention.span


@once
def _parsed(context: Context) -> dict[int, Sentence]:
    return {sentence.span.start: sentence for sentence in sentences(context)}


def parsed_at(context: Context, offset: int) -> Sentence | None:
    """The parsed sentence of prose that holds a code point."""
    span = context.sentence_at(offset)
    return _parsed(context).get(span.start) if span else None

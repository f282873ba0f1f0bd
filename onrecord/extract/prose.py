"""Prose: one report's words, sentences, paragraphs and quotations, as the readers of this room see it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.core.annotation import Annotation
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.core.span import strip as strip_span
from onrecord.extract.quotations import Quotation, find_quotations
from onrecord.extract.stamps import Stamps

ABBREVIATIONS = (
    "Dr|Mr|Mrs|Ms|St|Lt|Jr|Sr|Col|Gen|Sgt|Cpt|Cpl|Maj|Rev|Sen|Gov|Insp|Det|Capt|Prof|Brig|Supt"
    "|Rep|Adm"
)
WORD = re.compile(
    rf"\b(?:[A-Z]|{ABBREVIATIONS})\.(?=\s)"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)+(?![^\W_])"
    r"|[^\W_]+(?:[-.'’&](?=[^\W_])[^\W_]+)*"
    r"|[^\w\s]|_"
)
POSSESSIVE = re.compile(r"['’][sS]$")
DATELINE = re.compile(
    r"(?:[^\W\d_a-zß-ÿ]|['’. -]){3,30}(?:, [\w. ]{2,40}){0,3}(?: \([^)\n]{2,40}\))?\s*[—–-]+\s+"
)
LONGEST = 4_000
"""Code points of a sentence: the longest of the corpora have some 1,500. What looks for the ends of a
clause goes through its sentence, so this bounds the work on a text without full stops."""
LINE_BREAK = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a punctuation mark. `possessive` marks words that end in 's; the span leaves it out."""

    start: int
    end: int
    text: str
    lower: str
    possessive: bool = False

    @property
    def is_alpha(self) -> bool:
        """Whether it is a word, not a number or a mark."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper() or self.text[0].istitle()


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text; a possessive 's is taken off, spans in code points."""
    found = []
    for match in WORD.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        taken = POSSESSIVE.search(word)
        if taken and len(word) > len(taken.group()):
            word, end = word[: taken.start()], end - len(taken.group())
        found.append(Word(start, end, word, word.lower().replace("’", "'"), taken is not None))
    return tuple(found)


def plain_outlet(name: str) -> str:
    """An outlet's name for comparison: lower case, without article."""
    return name.casefold().removeprefix("the ").strip()


def lines_of(text: str) -> Spans:
    """The lines of a text that are not empty."""
    ends = [(m.start(), m.end()) for m in LINE_BREAK.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return tuple(Span(a, b) for a, b in zip(starts, stops, strict=True) if a < b)


class Prose:
    """A report's text in words and sentences. Boilerplate is left out of `sentences`."""

    def __init__(self, report: Report, annotation: Annotation) -> None:
        self.report = report
        self.text = report.text
        self.stamps = Stamps(report.text)
        self.annotation = self.stamps.cleared(annotation)
        self.boilerplate = tuple(sorted(b.span for b in report.boilerplate))
        self._boilerplate_starts = [b.start for b in self.boilerplate]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, in text order."""
        return split_words(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def word_index(self, offset: int) -> int:
        """The index of the first word that starts at or behind the offset."""
        return bisect_left(self._starts, offset)

    def word_holding(self, offset: int) -> int:
        """The index of the last word that starts at or before the offset (-1: none)."""
        return bisect_right(self._starts, offset) - 1

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that start inside the span."""
        return self.words[self.word_index(span.start) : self.word_index(span.end)]

    def is_boilerplate(self, span: Span) -> bool:
        """Whether the span touches a stretch marked as boilerplate."""
        index = bisect_right(self._boilerplate_starts, span.end - 1)
        return any(b.overlaps(span) for b in self.boilerplate[max(0, index - 2) : index])

    @cached_property
    def all_sentences(self) -> Spans:
        """Sentences of the annotation, which knows wrapped lines; each line where it has none."""
        given = self.annotation.sentences
        parts = given or lines_of(self.text)
        bounded = (piece for part in parts for piece in _bounded(part, self.text))
        stripped = (strip_span(part, self.text) for part in bounded)
        return tuple(sorted({part for part in stripped if part is not None}))

    @cached_property
    def sentences(self) -> Spans:
        """Sentences that are not boilerplate, from behind the time that stamps a post."""
        kept = (s for s in self.all_sentences if not self.is_boilerplate(s))
        return self.stamps.cut_all(kept)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_index(self, offset: int) -> int:
        """The index in `sentences` of the one that holds the offset, or of the last before it (-1)."""
        return bisect_right(self._sentence_starts, offset) - 1

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the offset."""
        index = self.sentence_index(offset)
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None

    @cached_property
    def paragraphs(self) -> Spans:
        """Stretches between line breaks, boilerplate included."""
        parts: list[Span] = []
        start = 0
        for gap in LINE_BREAK.finditer(self.text):
            if gap.start() > start:
                parts.append(Span(start, gap.start()))
            start = gap.end()
        if start < len(self.text):
            parts.append(Span(start, len(self.text)))
        stripped = (strip_span(part, self.text) for part in parts)
        return tuple(part for part in stripped if part is not None)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_index(self, offset: int) -> int:
        """The index of the paragraph that holds the offset, or of the last before it (-1)."""
        return bisect_right(self._paragraph_starts, offset) - 1

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Stretches in quotation marks, the outermost, in text order."""
        return find_quotations(self.text, self.paragraphs)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.span.start for quotation in self.quotations]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds the offset."""
        index = bisect_right(self._quotation_starts, offset) - 1
        if index >= 0 and offset < self.quotations[index].span.end:
            return self.quotations[index]
        return None

    def quotation_after(self, quotation: Quotation) -> Quotation | None:
        """The quotation behind one of `quotations`."""
        index = bisect_right(self._quotation_starts, quotation.span.start)
        return self.quotations[index] if index < len(self.quotations) else None

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that overlap the span."""
        index = max(0, bisect_right(self._quotation_starts, span.start) - 1)
        stop = bisect_left(self._quotation_starts, span.end)
        return tuple(q for q in self.quotations[index:stop] if q.span.overlaps(span))

    def opening(self, sentence: Span) -> int:
        """Where a sentence's own words begin: behind a dateline ("OSLO, March 5 (Wire) — …")."""
        found = DATELINE.match(self.text, sentence.start, sentence.end)
        return found.end() if found else sentence.start

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The report's own outlet and the agencies that it credits, for comparison."""
        report = self.report
        credited = [s.name for s in report.declared_sources if s.kind == "agency"]
        return frozenset(plain_outlet(n) for n in (report.outlet, *credited) if n)

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that stand somewhere in the text in lower case."""
        return frozenset(word.text for word in self.words if word.text.islower())

    @cached_property
    def person_ends(self) -> dict[int, int]:
        """End → start of each person's name that the encoder is rather sure of."""
        given = (m for m in self.annotation.mentions if m.kind == "person" and m.form == "name")
        return {m.span.end: m.span.start for m in given if m.score >= SURE_NAME}

    @cached_property
    def shouted(self) -> frozenset[int]:
        """Starts of sentences in headline style: capitals or title case throughout."""
        kept = self.stamps.cut_all(self.all_sentences)
        return frozenset(s.start for s in kept if self._is_shouted(s))

    def _is_shouted(self, sentence: Span) -> bool:
        """Whether it is a headline; no list of people with their ages is one."""
        if not is_headline(self.words_in(sentence)):
            return False
        ages = len(LISTED_AGE.findall(self.text, sentence.start, sentence.end))
        small = sum(c.islower() for c in sentence.cut(self.text))
        return ages < LISTED or small < len(sentence) // 2


def _bounded(sentence: Span, text: str) -> Iterator[Span]:
    """The sentence, cut at white space where it is longer than any sentence of news."""
    start = sentence.start
    while sentence.end - start > LONGEST:
        at = text.find(" ", start + LONGEST, min(sentence.end, start + 2 * LONGEST))
        at = at if at > 0 else start + LONGEST
        yield Span(start, at)
        start = at
    yield Span(start, sentence.end)


SURE_NAME = 0.8
"""Score from which the encoder's name of a person outweighs a word that is a job as well. Set by hand."""
LISTED = 2
"""Ages from which a sentence is a list of people: "Ana Brito, 54; Rui Alves, 26"."""
LISTED_AGE = re.compile(r"[a-z], \d{1,3}(?=[;,.]| and )")
HEADLINE_SHARE = 0.7
"""Share of long words in capitals from which a sentence counts as a headline in title case.
Sentences of prose rarely pass a half; chosen by looking at headlines, no corpus was fitted."""


def is_headline(words: tuple[Word, ...]) -> bool:
    """Whether capitals say nothing here: all capitals, or title case without a full stop."""
    long = [word for word in words if word.is_alpha and len(word.text) > 3]
    if len(long) < 4:
        return False
    shouted = sum(word.text.isupper() for word in long)
    if shouted > 0.5 * len(long):
        return True
    capital = sum(word.is_capital for word in long)
    return capital >= HEADLINE_SHARE * len(long) and words[-1].text not in ".!?"

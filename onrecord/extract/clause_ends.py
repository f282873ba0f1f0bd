"""Where an indirect content ends: at its sentence's end, or where another voice begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.span import Span, Spans
from onrecord.extract.cast import Cast
from onrecord.extract.cues import CUES, NOMINAL_HOMONYMS, is_adverb
from onrecord.extract.drafts import Sentence
from onrecord.extract.prose import Prose

CONTRAST = frozenset("but although though while whereas".split())
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"‘])")
IDLE = frozenset("over with about against . ;".split())
"""What stands behind a cue verb that attributes nothing here."""
FINAL = ".!?…"
BEFORE_CUE = frozenset("has had have also later did does do not who".split())


@dataclass(frozen=True, slots=True)
class ClauseEnds:
    """The clauses of one sentence."""

    prose: Prose
    cast: Cast
    sentence: Sentence

    def stop(self, behind: int) -> int:
        """Where an indirect content ends: the sentence's end, or a clause with its own source."""
        words = self.prose.words
        quote = self.prose.quotation_at(words[behind].start)
        limit = self.sentence.span.end
        if quote is not None:
            limit = min(limit, quote.inner.end)
            stop = SENTENCE_END.search(self.prose.text, words[behind].start, limit)
            limit = stop.start() + 1 if stop else limit
        for index in range(behind + 1, self.sentence.last):
            word = words[index]
            if word.start >= limit:
                break
            if self.prose.quotation_at(word.start) is not quote:
                continue
            if word.text == ";" and self.attributes(index + 1):
                return word.start
            if word.text == "," and self.breaks_off(index + 1):
                return word.start
            if word.lower in {"but", "and"} and self.cue_next(index + 1) and self._takes(index + 1):
                return words[index - 1].end
        return limit

    def _takes(self, index: int) -> bool:
        """Whether the cue verb at or behind the word can have a content: "had asked about" has none."""
        words = self.prose.words
        for step in range(index, min(index + 4, self.sentence.last - 1)):
            if words[step].lower in CUES:
                return words[step + 1].lower not in IDLE
        return True

    def attributes(self, index: int) -> bool:
        """Whether the clause that begins here has a cue verb of its own."""
        words = self.prose.words
        for step in range(index, min(index + 20, self.sentence.last)):
            lower = words[step].lower
            if words[step].text == ";":
                return False
            if lower in CUES and lower not in NOMINAL_HOMONYMS and CUES[lower].clause:
                return True
        return False

    def breaks_off(self, index: int) -> bool:
        """Whether another attribution, or its contrast, begins behind a comma."""
        words = self.prose.words
        if index >= self.sentence.last:
            return False
        if self.own_source(index):
            return True
        lower = words[index].lower
        if lower in {"according", "citing", "quoting", "adding", "saying"}:
            return True
        if lower in {"which", "who"} and self.own_source(index + 1):
            return True
        if lower in CONTRAST:
            return self.own_source(index + 1) or self.cue_next(index + 1)
        return False

    def own_source(self, index: int) -> bool:
        """Whether a source with a cue verb begins here."""
        role = (
            self.cast.behind_titles(index, self.sentence.last)
            if index < self.sentence.last
            else None
        )
        if role is None or not role.speaks:
            return False
        behind = self.prose.word_index(role.span.end)
        return self.cue_next(behind, sourced=True)

    def cue_next(self, index: int, *, sourced: bool = False) -> bool:
        """Whether a cue verb, auxiliaries before it, begins at the word; `sourced`: a source ends there."""
        words = self.prose.words
        for step in range(index, min(index + 4, self.sentence.last)):
            lower = words[step].lower
            if lower in CUES and (sourced or lower not in NOMINAL_HOMONYMS or step > index):
                return True
            if lower not in BEFORE_CUE and not is_adverb(lower):
                return False
        return False

    def tidy(self, span: Span) -> Spans:
        """The span without white space, commas and the final full stop outside quotations."""
        text = self.prose.text
        start, end = span.start, min(span.end, len(text))
        while end > start and text[end - 1] in " ,\t\n\u00a0:;–—-":
            end -= 1
        while end > start and text[end - 1] in FINAL:
            end -= 1
        while end > start and text[end - 1] in " ,":
            end -= 1
        if end <= start:
            return ()
        return (Span(start, self.closing(start, end)),)

    def closing(self, start: int, end: int) -> int:
        """The end moved behind the marks of a quotation that was cut inside."""
        quote = self.prose.quotation_at(end - 1)
        if quote is not None and start <= quote.span.start and not quote.is_unclosed:
            return quote.span.end
        return end

    def until_end(self, start: int, behind: int) -> Spans:
        """From the offset to where the clause ends, the final full stop left out."""
        stop = self.stop(behind)
        return self.tidy(Span(start, max(stop, start + 1)))

    def has_cue(self, start: int, end: int) -> bool:
        """Whether a cue verb stands between the offsets."""
        return any(w.lower in CUES for w in self.prose.words_in(Span(start, end)))

"""Contents: the words that belong to a cue, behind it or before its source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.span import Span, Spans
from onrecord.extract import vocabulary as v
from onrecord.extract.clause_ends import CONTRAST, ClauseEnds
from onrecord.extract.cues import CUES, WEAK, Cue
from onrecord.extract.drafts import Sentence
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import QUOTE_MARKS, Quotation

TO_DO = frozenset("claim promise vow pledge threaten swear".split())
"""Verbs that take "to" and a verb about the speaker's own doing."""
PARTICLES = frozenset("into out off in up back".split())
"""Behind "call" these make it a deed."""
KEEPING = frozenset("maintain assume".split())
"""Verbs that take a thing as often as a clause."""
FINITE = frozenset(
    "is was are were has had have will would can could may might must should does did".split()
)
CLAUSE_WORDS = 16
"""Words within which a clause shows its verb; longer subjects were not seen on PolNeAR's dev part."""
FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b", re.IGNORECASE)
INNER = re.compile(r"‘[^‘]{1,400}?’(?!\w)|'[^\n]{1,400}?'(?!\w)|“[^”]{1,400}”|\"[^\"]{1,400}\"")
"""A quotation inside another, in marks of another kind."""
ADVERBIAL = re.compile(
    r"(?: (?:on|late on|early on|in|at|during|by|from|after|before|to|through|via|for|with|about|without)"
    r" (?!that\b)[^,;:\"“”]{1,60}?)?"
    r"(?: (?:today|yesterday|later|earlier|again|only|too|also|afterwards))?"
    r"(?= that\b| whether\b|:|,? [\"“‘«„])"
)
"""What may stand between a verb and its content: said "on Friday" that, wrote "in a letter":"""


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb in a sentence."""

    index: int
    cue: Cue
    start: int
    negated: bool
    passive: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents that a sentence's cues can have."""

    prose: Prose
    ends: ClauseEnds
    sentence: Sentence

    def right(self, verb: Verb, behind: int) -> Spans:
        """The content behind the verb (and addressee); () where there is none."""
        words = self.prose.words
        if behind >= self.sentence.last:
            return self.next_paragraphs() if words[self.sentence.last - 1].text == ":" else ()
        start = words[behind].start
        text = self.prose.text
        end = self.sentence.span.end
        skipped = ADVERBIAL.match(text, words[behind - 1].end, end)
        if (
            skipped
            and skipped.end() > skipped.start()
            and not self.ends.has_cue(skipped.start(), skipped.end())
        ):
            start = skipped.end()
            behind = self.prose.word_index(start)
            start = words[behind].start if behind < self.sentence.last else start
        word = words[behind] if behind < self.sentence.last else None
        if word is None:
            return ()
        if word.text == ":":
            return self.after_colon(behind)
        if (
            word.text == ","
            and behind + 1 < self.sentence.last
            and words[behind + 1].text in QUOTE_MARKS
        ):
            start = words[behind + 1].start
            return self.inner_quote(start) or self.quote_from(start)
        if word.text in QUOTE_MARKS:
            return self.from_quote(word.start)
        if word.text in {",", ".", ";", "!", "?", ")", "—", "–"} or word.lower in {
            "and",
            "or",
            "but",
        }:
            return ()
        return self.clause(verb, behind)

    def clause(self, verb: Verb, behind: int) -> Spans:
        """An indirect content that begins at the word; () where the words cannot be one."""
        words = self.prose.words
        word = words[behind]
        told = verb.cue.addressee and behind > verb.index + 1
        if self._is_doing(verb, behind):
            return ()
        if word.lower in {"that", "whether", "how", "why", "what", "where", "who", "when", "if"}:
            return self.ends.until_end(word.start, behind)
        if (verb.cue.request or verb.cue.lemma in TO_DO) and self.asks_to(behind):
            return self.ends.until_end(word.start, behind)
        if (
            verb.cue.lemma in {"speak", "tell"}
            and word.lower == "of"
            and behind + 1 < self.sentence.last
        ):
            return self.ends.until_end(words[behind + 1].start, behind + 1)
        if verb.cue.lemma == "speak" or (verb.cue.lemma in {"tell", "ask"} and not told):
            return ()
        if verb.cue.lemma == "ask" and told and word.lower == "for":
            return self.ends.until_end(words[behind + 1].start, behind + 1)
        if verb.cue.lemma == "count" and not (
            word.text[0].isdigit() or word.lower in v.NUMBER_WORDS
        ):
            return ()
        if verb.cue.lemma == "put":
            return self.ends.until_end(word.start, behind) if self.at_figure(behind) else ()
        if verb.cue.lemma == "name":
            return self.ends.until_end(word.start, behind) if self._names_as(behind) else ()
        if verb.cue.lemma in {"urge", "beg", "implore", "advise"} and not told:
            ahead = self._to_ahead(behind)
            return self.ends.until_end(words[ahead].start, ahead) if ahead is not None else ()
        if (asked := self.asked_of(verb, behind)) is not None:
            return self.ends.until_end(words[asked].start, asked)
        if verb.cue.phrase and not verb.cue.clause:
            return self.ends.until_end(word.start, behind)
        if word.lower in {
            "in",
            "on",
            "at",
            "to",
            "for",
            "by",
            "from",
            "during",
            "about",
            "with",
            "of",
            "after",
            "before",
            "as",
            "into",
            "up",
            "out",
        }:
            return ()
        if verb.cue.lemma in WEAK:
            return ()
        return self.ends.until_end(word.start, behind)

    def _is_doing(self, verb: Verb, behind: int) -> bool:
        """Whether the verb carries no words here: "spoke in a hall that …", "called off a search",
        "maintains a garden"."""
        word = self.prose.words[behind].lower
        if verb.cue.lemma == "speak" and word == "that":
            return True
        if verb.cue.lemma == "call" and word in PARTICLES:
            return True
        if verb.cue.lemma not in KEEPING or word in {"that", "it"}:
            return False
        ahead = self.prose.words[behind : min(behind + CLAUSE_WORDS, self.sentence.last)]
        return not any(w.lower in FINITE for w in ahead)

    def asked_of(self, verb: Verb, behind: int) -> int | None:
        """Where the request begins in "called to them to wait"."""
        words = self.prose.words
        if verb.cue.lemma not in {"shout", "yell", "call", "appeal", "cry"} or words[
            behind
        ].lower not in {"to", "on", "at"}:
            return None
        for step in range(behind + 2, min(behind + 6, self.sentence.last)):
            if words[step].lower == "to":
                return step
        return None

    def _to_ahead(self, behind: int) -> int | None:
        """Where the request begins in "urged anybody in a small boat to stay ashore"."""
        words = self.prose.words
        for step in range(behind + 1, min(behind + 9, self.sentence.last)):
            if not words[step].text[0].isalnum():
                return None
            if words[step].lower == "to":
                return step
        return None

    def _names_as(self, behind: int) -> bool:
        """Whether "named the victim as …" follows."""
        words = self.prose.words[behind + 1 : min(behind + 12, self.sentence.last)]
        return any(word.lower == "as" for word in words)

    def at_figure(self, behind: int) -> bool:
        """Whether "put the number at six" follows: a figure behind "at"."""
        words = self.prose.words
        for step in range(behind, min(behind + 10, self.sentence.last - 1)):
            if words[step].lower == "at":
                after = words[step + 1]
                return (
                    after.text[0].isdigit()
                    or after.lower in v.NUMBER_WORDS
                    or after.lower
                    in {
                        "about",
                        "around",
                        "between",
                        "more",
                        "less",
                        "up",
                        "least",
                        "nearly",
                        "over",
                    }
                    or after.text in "€$£"
                )
        return False

    def asks_to(self, behind: int) -> bool:
        """Whether "to" or "not to" follows."""
        words = self.prose.words
        lower = [w.lower for w in words[behind : behind + 2]]
        return lower[:1] == ["to"] or lower == ["not", "to"]

    def quote_before(self, first: int) -> bool:
        """Whether a quotation ends right before the word."""
        if first <= self.sentence.first:
            return False
        before = self.prose.words[first - 1]
        quote = self.prose.quotation_at(before.start)
        return quote is not None and before.end >= quote.span.end

    def from_quote(self, start: int) -> Spans:
        """A content that begins with a quotation: the quotation, or the sentence from there."""
        quote = self.prose.quotation_at(start)
        if quote is not None and (inner := self.inner_quote(start)):
            return inner
        if quote is None or quote.span.start != start:
            return self.ends.tidy(Span(start, self.sentence.span.end))
        if quote.span.end >= self.sentence.span.end - 1:
            return (quote.span, *self.later_parts(quote))
        behind = self.prose.text[quote.span.end : self.sentence.span.end].lstrip()
        if behind[:1] in {",", ";"}:
            return (quote.span,)
        return self.ends.until_end(start, self.prose.word_index(quote.span.end))

    def inner_quote(self, start: int) -> Spans:
        """The quotation inside a quotation that begins at the offset, with its marks."""
        outer = self.prose.quotation_at(start)
        if outer is None or outer.span.start >= start:
            return ()
        closing = INNER.match(self.prose.text, start, outer.inner.end)
        return (Span(start, closing.end()),) if closing else ()

    def quote_from(self, start: int) -> Spans:
        """The quotation that begins at the offset, with the paragraphs in which it goes on."""
        quote = self.prose.quotation_at(start)
        return (quote.span, *self.later_parts(quote)) if quote is not None else ()

    def later_parts(self, quote: Quotation) -> Spans:
        """The paragraphs in which a quotation without a closing mark goes on."""
        parts: list[Span] = []
        last = quote
        while last.open_end:
            following = self.prose.quotation_after(last)
            if following is None or not following.continued:
                break
            parts.append(following.span)
            last = following
        return tuple(parts)

    def after_colon(self, colon: int) -> Spans:
        """The content behind a colon: a quotation, or the rest of the sentence."""
        words = self.prose.words
        if colon + 1 >= self.sentence.last:
            return self.next_paragraphs()
        start = words[colon + 1].start
        if words[colon + 1].text in QUOTE_MARKS and self.prose.quotation_at(start) is not None:
            return self.inner_quote(start) or self.quote_from(start)
        return self.ends.tidy(Span(start, self.sentence.span.end))

    def next_paragraphs(self) -> Spans:
        """What follows a sentence that ends in a colon: quotations, or paragraphs in the first person."""
        number = self.prose.paragraph_index(self.sentence.span.end - 1) + 1
        parts: list[Span] = []
        for paragraph in self.prose.paragraphs[number : number + 12]:
            if self.prose.is_boilerplate(paragraph):
                break
            quote = self.prose.quotation_at(paragraph.start)
            if quote is not None and quote.span.start == paragraph.start:
                parts.append(Span(quote.span.start, max(quote.span.end, quote.span.start + 1)))
                continue
            if not FIRST_PERSON.search(self.prose.text, paragraph.start, paragraph.end) or (
                parts and self.prose.quotations_in(paragraph)
            ):
                break
            parts.append(paragraph)
        return tuple(parts)

    def left(self, first: int) -> Spans:
        """The content before a source that stands behind a comma or a closing quote."""
        words = self.prose.words
        if first <= self.sentence.first:
            return ()
        if words[first - 1].lower == "as" and words[max(first - 2, 0)].text == ",":
            return self._as_said(first - 2)
        before = words[first - 1]
        if before.text not in {",", "—", "–", "?", "!"} and before.text not in QUOTE_MARKS:
            return ()
        if before.text in QUOTE_MARKS or words[max(first - 2, 0)].text in QUOTE_MARKS:
            mark = before if before.text in QUOTE_MARKS else words[first - 2]
            quote = self.prose.quotation_at(mark.start)
            if quote is not None and quote.span.start == mark.start and len(quote.inner) > 1:
                return ()
            around = quote is not None and quote.is_unclosed and quote.span.end > words[first].start
            if quote is not None and not around:
                return self.quote_leftwards(quote)
        start = self.left_start(first - 1)
        if before.text in QUOTE_MARKS and start < before.start:
            return (Span(start, before.end),)  # it closes a quotation that no mark opens
        return self.ends.tidy(Span(start, before.start)) if start < before.start else ()

    def _as_said(self, comma: int) -> Spans:
        """The clause before ", as X maintains": from the last "whether" or "that" in it."""
        words = self.prose.words
        start = self.left_start(comma)
        for index in range(comma - 1, self.sentence.first, -1):
            if words[index].start < start or words[index].text == ",":
                break
            if words[index].lower in {"whether", "that"}:
                start = words[index + 1].start
                break
        return self.ends.tidy(Span(start, words[comma].start)) if start < words[comma].start else ()

    def quote_leftwards(self, quote: Quotation) -> Spans:
        """A quotation before its source, with what precedes it in the same clause if it is mixed."""
        start = self.sentence.span.start
        if quote.span.start <= start:
            return (quote.span,)
        lead = self.prose.text[start : quote.span.start].strip()
        if not lead or lead[-1] in ":.!?":
            return (quote.span,)
        return (Span(start, quote.span.end),)

    def left_start(self, end: int) -> int:
        """Where a content before its source begins: behind a semicolon, or with its sentence."""
        words = self.prose.words
        own = self.prose.quotation_at(words[end].start)
        listed = False
        for index in range(end - 1, self.sentence.first, -1):
            if words[index].text == ";" and self.prose.quotation_at(words[index].start) is own:
                if listed or words[index + 1].lower == "and":
                    listed = True  # "A, a diver; B; and C, according to X": one list
                    continue
                return words[index + 1].start
            if own is not None and words[index].start < own.inner.start:
                return self._opening(own)
        if own is not None:
            return max(self._opening(own), self.sentence.span.start)
        first = words[self.sentence.first]
        if first.lower in {"but", "and"} and self.sentence.first + 1 < end:
            return words[self.sentence.first + 1].start
        return self.prose.opening(self.sentence.span)

    def _opening(self, quote: Quotation) -> int:
        """Where a content inside a quotation begins: with the mark, where nothing closes it.

        Such a quotation seems to hold its own source: “It fell, said Ida Berg.
        """
        own = quote.is_unclosed and quote.span.start == self.sentence.span.start
        return quote.span.start if own else quote.inner.start

    def resumed(self, behind: int, *, direct: bool) -> Spans:
        """The rest of a content that its source interrupts: "…," she said, "…"."""
        words = self.prose.words
        end = self.sentence.span.end
        quotes = (
            [
                q
                for q in self.prose.quotations_in(Span(words[behind - 1].end, end))
                if q.span.start >= words[behind - 1].end
            ]
            if behind <= self.sentence.last and words[behind - 1].end < end
            else []
        )
        if direct and quotes:
            gap = self.prose.text[words[behind - 1].end : quotes[0].span.start]
            if (
                len(gap) < 80
                and not any(
                    w.lower in CUES
                    for w in self.prose.words_in(Span(words[behind - 1].end, quotes[0].span.start))
                )
                if gap.strip()
                else True
            ):
                return (quotes[0].span, *self.later_parts(quotes[0]))
        if not direct and behind < self.sentence.last and words[behind].text == ",":
            following = words[behind + 1] if behind + 1 < self.sentence.last else None
            if following is not None and self.continues(behind + 1):
                return self.ends.until_end(following.start, behind + 1)
        return ()

    def continues(self, index: int) -> bool:
        """Whether what follows an interposed source is the rest of its content."""
        if self.ends.own_source(index):
            return False
        lower = self.prose.words[index].lower
        if lower in CONTRAST - {"but"} or lower in {
            "adding",
            "citing",
            "quoting",
            "according",
            "who",
            "which",
        }:
            return False
        if lower.endswith("ing") or lower in {
            "when",
            "as",
            "after",
            "before",
            "in",
            "during",
            "at",
            "on",
        }:
            return False
        return not (
            lower == "but" and (self.ends.own_source(index + 1) or self.ends.cue_next(index + 1))
        )

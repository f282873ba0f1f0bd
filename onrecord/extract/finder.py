"""Finder: attributions by rule, sentence by sentence, nested ones included.

It complements the encoder, which marks the outermost attribution of a passage only. A cue verb needs a
source beside it and words that can be its content; else it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.core.span import Span, Spans
from onrecord.extract import vocabulary as v
from onrecord.extract.cast import Cast, Role
from onrecord.extract.cues import BE, CUES, NEGATIONS, NOMINAL_HOMONYMS, WEAK, Cue, is_adverb
from onrecord.extract.drafts import Draft, Sentence
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import QUOTE_MARKS, Quotation
from onrecord.extract.sources import Source, source_left, source_right, verb_start

CONTRAST = frozenset("but although though while whereas".split())
FINAL = ".!?…"
ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b", re.IGNORECASE)
ADVERBIAL = re.compile(
    r"(?: (?:on|late on|early on|in|at|during|by|from|after|before|to|through|via|for|with|about|without)"
    r" (?!that\b)[^,;:\"“”]{1,60}?)?(?: (?:today|yesterday|later|earlier|again|only|too|also|afterwards))?"
    r"(?= that\b| whether\b|:|,? [\"“‘«„])"
)


@dataclass(frozen=True, slots=True)
class _Verb:
    """A cue verb in a sentence."""

    index: int
    cue: Cue
    start: int
    negated: bool
    passive: bool


def find_drafts(prose: Prose, cast: Cast) -> list[Draft]:
    """All attributions that rules find, in text order of their cues."""
    found: list[Draft] = []
    for span in prose.sentences:
        sentence = Sentence(span, prose.word_index(span.start), prose.word_index(span.end))
        found.extend(_Reader(prose, cast, sentence).drafts())
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    prose: Prose
    cast: Cast
    sentence: Sentence

    def drafts(self) -> Iterator[Draft]:
        """The sentence's attributions."""
        previous: Draft | None = None
        for index in range(self.sentence.first, self.sentence.last):
            word = self.prose.words[index]
            if word.lower == "according":
                draft = self._according(index)
            elif word.lower in {"citing", "quoting"}:
                draft = self._citing(index, previous)
            elif word.lower == "quoted":
                draft = self._quoted_as(index)
            elif word.lower in CUES and not self._names(index):
                draft = self._verb(index, previous)
            else:
                continue
            if draft is not None and draft.content:
                previous = draft
                yield draft

    # verbs

    def _names(self, index: int) -> bool:
        """Whether "called", "calling itself" and the like only give somebody's name."""
        words = self.prose.words
        if CUES[words[index].lower].lemma not in {"call", "know"}:
            return False
        if index + 1 >= self.sentence.last:
            return True
        if words[index + 1].lower in {
            "itself",
            "himself",
            "herself",
            "themselves",
            "him",
            "her",
            "on",
            "for",
            "off",
        }:
            return words[index + 1].lower not in {"on"} or words[index].lower == "calling"
        left = self.cast.ending_at(words[index - 1].end) if index > self.sentence.first else None
        right = self.cast.behind_titles(index + 1, self.sentence.last)
        return left is not None and right is not None and left.entity.id == right.entity.id

    def _verb(self, index: int, previous: Draft | None) -> Draft | None:
        verb = self._read_verb(index)
        if verb.passive:
            return None
        source = source_left(self.prose, self.cast, index, self.sentence)
        if source is not None and source.role is not None and source.role.form == "nominal":
            source = source if source.role.speaks else None
        if source is not None:
            draft = self._after_source(verb, source)
            if draft is not None:
                return draft
        inverted = self._inverted(verb)
        if inverted is not None:
            return inverted
        return self._coordinated(verb, previous)

    def _read_verb(self, index: int) -> _Verb:
        words = self.prose.words
        start = verb_start(self.prose, index, self.sentence.first)
        group = [words[i].lower for i in range(start, index)]
        participle = words[index].lower.endswith(
            ("ed", "en", "told", "said", "put", "found", "known", "thought")
        )
        passive = (
            participle and any(w in BE for w in group) and not words[index].lower.endswith("ing")
        )
        return _Verb(index, CUES[words[index].lower], start, bool(NEGATIONS & set(group)), passive)

    def _cue_span(self, verb: _Verb) -> Span:
        words = self.prose.words
        start = verb.index
        if verb.negated:
            start = next(i for i in range(verb.start, verb.index) if words[i].lower in NEGATIONS)
            if start > verb.start and words[start - 1].lower in {"do", "does", "did"}:
                start -= 1
        return Span(words[start].start, words[verb.index].end)

    def _draft(
        self, verb: _Verb, source: Source, content: Spans, told: Role | None = None
    ) -> Draft:
        stance = verb.cue.stance
        if verb.negated:
            stance = "denies"
        return Draft(
            source=(source.span,),
            cue=(self._cue_span(verb),),
            content=content,
            stance=stance,
            pattern="verb",
            speaker=source.role,
            told=told,
            lemma=verb.cue.lemma,
            negated=verb.negated,
        )

    def _after_source(self, verb: _Verb, source: Source) -> Draft | None:
        """SOURCE cue CONTENT, or CONTENT, SOURCE cue."""
        if verb.negated and verb.cue.lemma not in {
            "believe",
            "think",
            "consider",
            "regard",
            "accept",
        }:
            return None
        if source.role is None and verb.cue.stance not in {"believes", "asks", "orders", "denies"}:
            return None
        told = self._addressee(verb) if verb.cue.addressee else None
        behind = verb.index + 1
        if told is not None:
            behind = self.prose.word_index(told.span.end)
        right = self._right(verb, behind)
        quote = self._quote_before(source.first)
        if right and not quote:
            draft = self._draft(verb, source, right, told)
            return self._with_stance(draft, behind)
        left = self._left(source.first)
        if left and verb.cue.clause and (not right or quote):
            return self._draft(verb, source, (*left, *self._resumed(behind, direct=quote)), told)
        return self._draft(verb, source, right, told) if right else None

    def _with_stance(self, draft: Draft, behind: int) -> Draft:
        """Telling somebody to do something is an order or a request."""
        if (
            draft.lemma in {"shout", "yell"}
            and draft.content
            and draft.content[0].cut(self.prose.text).startswith("to ")
        ):
            return replace(draft, stance="orders")
        if draft.lemma not in CUES or not CUES[draft.lemma].request:
            return draft
        if behind < self.sentence.last and self._asks_to(behind):
            if draft.lemma in {"tell", "order", "instruct", "warn"}:
                return replace(draft, stance="orders")
            return replace(draft, stance="asks")
        return draft

    def _asks_to(self, behind: int) -> bool:
        words = self.prose.words
        lower = [w.lower for w in words[behind : behind + 2]]
        return lower[:1] == ["to"] or lower == ["not", "to"]

    def _addressee(self, verb: _Verb) -> Role | None:
        role = self.cast.behind_titles(verb.index + 1, self.sentence.last)
        if role is None or self.prose.word_index(role.span.start) - verb.index > 6:
            return None
        return role

    # content behind the verb

    def _right(self, verb: _Verb, behind: int) -> Spans:
        """The content behind the verb (and addressee); () where there is none."""
        words = self.prose.words
        if behind >= self.sentence.last:
            return self._next_paragraphs() if words[self.sentence.last - 1].text == ":" else ()
        start = words[behind].start
        text = self.prose.text
        end = self.sentence.span.end
        skipped = ADVERBIAL.match(text, words[behind - 1].end, end)
        if (
            skipped
            and skipped.end() > skipped.start()
            and not self._has_cue(skipped.start(), skipped.end())
        ):
            start = skipped.end()
            behind = self.prose.word_index(start)
            start = words[behind].start if behind < self.sentence.last else start
        word = words[behind] if behind < self.sentence.last else None
        if word is None:
            return ()
        if word.text == ":":
            return self._after_colon(behind)
        if (
            word.text == ","
            and behind + 1 < self.sentence.last
            and words[behind + 1].text in QUOTE_MARKS
        ):
            return self._quote_from(words[behind + 1].start)
        if word.text in QUOTE_MARKS:
            return self._from_quote(word.start)
        if word.text in {",", ".", ";", "!", "?", ")", "—", "–"} or word.lower in {
            "and",
            "or",
            "but",
        }:
            return ()
        return self._clause(verb, behind)

    def _has_cue(self, start: int, end: int) -> bool:
        return any(w.lower in CUES for w in self.prose.words_in(Span(start, end)))

    def _clause(self, verb: _Verb, behind: int) -> Spans:
        words = self.prose.words
        word = words[behind]
        told = verb.cue.addressee and behind > verb.index + 1
        if word.lower in {"that", "whether", "how", "why", "what", "where", "who", "when", "if"}:
            return self._until_end(word.start, behind)
        if verb.cue.request and self._asks_to(behind):
            return self._until_end(word.start, behind)
        if (
            verb.cue.lemma in {"speak", "tell"}
            and word.lower == "of"
            and behind + 1 < self.sentence.last
        ):
            return self._until_end(words[behind + 1].start, behind + 1)
        if verb.cue.lemma == "speak" or (verb.cue.lemma in {"tell", "ask"} and not told):
            return ()
        if verb.cue.lemma == "put":
            return self._until_end(word.start, behind) if self._at_figure(behind) else ()
        if (asked := self._asked_of(verb, behind)) is not None:
            return self._until_end(words[asked].start, asked)
        if verb.cue.phrase and not verb.cue.clause:
            return self._until_end(word.start, behind)
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
        return self._until_end(word.start, behind)

    def _asked_of(self, verb: _Verb, behind: int) -> int | None:
        """Where the request begins in "shouted to us to stay down"."""
        words = self.prose.words
        if verb.cue.lemma not in {"shout", "yell", "call", "appeal", "cry"} or words[
            behind
        ].lower not in {"to", "on", "at"}:
            return None
        for step in range(behind + 2, min(behind + 6, self.sentence.last)):
            if words[step].lower == "to":
                return step
        return None

    def _at_figure(self, behind: int) -> bool:
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

    def _has_verb(self, behind: int) -> bool:
        """Whether a finite verb follows, as far as common forms tell."""
        for word in self.prose.words[behind + 1 : min(self.sentence.last, behind + 12)]:
            if word.lower in BE or word.lower in {
                "had",
                "has",
                "have",
                "would",
                "will",
                "could",
                "can",
                "did",
                "might",
                "may",
            }:
                return True
            if word.text in ",;":
                return False
        return False

    def _until_end(self, start: int, behind: int) -> Spans:
        """From the offset to where the clause ends, the final full stop left out."""
        stop = self._stop(behind)
        return self._tidy(Span(start, max(stop, start + 1)), begun=start)

    def _stop(self, behind: int) -> int:
        """Where an indirect content ends: the sentence's end, or a clause with its own source."""
        words = self.prose.words
        quote = self.prose.quotation_at(words[behind].start)
        limit = self.sentence.span.end
        if quote is not None and quote.span.end < limit:
            limit = quote.inner.end
        for index in range(behind + 1, self.sentence.last):
            word = words[index]
            if word.start >= limit:
                break
            if self.prose.quotation_at(word.start) is not quote:
                continue
            if word.text == ";" and self._attributes(index + 1):
                return word.start
            if word.text == "," and self._breaks_off(index + 1):
                return word.start
            if word.lower in {"but", "and"} and self._cue_next(index + 1):
                return words[index - 1].end
        return limit

    def _breaks_off(self, index: int) -> bool:
        """Whether another attribution, or its contrast, begins behind a comma."""
        words = self.prose.words
        if index >= self.sentence.last:
            return False
        if self._own_source(index):
            return True
        lower = words[index].lower
        if lower in {"according", "citing", "quoting", "adding"}:
            return True
        if lower in CONTRAST:
            return self._own_source(index + 1) or self._cue_next(index + 1)
        return False

    def _attributes(self, index: int) -> bool:
        """Whether the clause that begins here has a cue verb of its own."""
        words = self.prose.words
        for step in range(index, min(index + 20, self.sentence.last)):
            lower = words[step].lower
            if words[step].text == ";":
                return False
            if lower in CUES and lower not in NOMINAL_HOMONYMS and CUES[lower].clause:
                return True
        return False

    def _own_source(self, index: int) -> bool:
        """Whether a source with a cue verb begins here."""
        role = (
            self.cast.behind_titles(index, self.sentence.last)
            if index < self.sentence.last
            else None
        )
        if role is None or not role.speaks:
            return False
        behind = self.prose.word_index(role.span.end)
        return self._cue_next(behind)

    def _cue_next(self, index: int) -> bool:
        words = self.prose.words
        for step in range(index, min(index + 4, self.sentence.last)):
            lower = words[step].lower
            if lower in CUES and (lower not in NOMINAL_HOMONYMS or step > index):
                return True
            if lower not in {
                "has",
                "had",
                "have",
                "also",
                "later",
                "did",
                "does",
                "do",
                "not",
                "who",
            } and not is_adverb(lower):
                return False
        return False

    def _tidy(self, span: Span, *, begun: int) -> Spans:
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
        return (Span(start, self._closing(start, end)),)

    def _closing(self, start: int, end: int) -> int:
        """The end moved behind the marks of a quotation that was cut inside."""
        quote = self.prose.quotation_at(end - 1)
        if quote is not None and start <= quote.span.start:
            return quote.span.end
        return end

    # quotations

    def _quote_before(self, first: int) -> bool:
        """Whether a quotation ends right before the word."""
        if first <= self.sentence.first:
            return False
        before = self.prose.words[first - 1]
        quote = self.prose.quotation_at(before.start)
        return quote is not None and before.end >= quote.span.end

    def _from_quote(self, start: int) -> Spans:
        """A content that begins with a quotation: the quotation, or the sentence from there."""
        quote = self.prose.quotation_at(start)
        if quote is None or quote.span.start != start:
            return self._tidy(Span(start, self.sentence.span.end), begun=start)
        if quote.span.end >= self.sentence.span.end - 1:
            return (quote.span, *self._later_parts(quote))
        behind = self.prose.text[quote.span.end : self.sentence.span.end].lstrip()
        if behind[:1] in {",", ";"}:
            return (quote.span,)
        return self._until_end(start, self.prose.word_index(quote.span.end))

    def _quote_from(self, start: int) -> Spans:
        quote = self.prose.quotation_at(start)
        return (quote.span, *self._later_parts(quote)) if quote is not None else ()

    def _later_parts(self, quote: Quotation) -> Spans:
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

    def _after_colon(self, colon: int) -> Spans:
        words = self.prose.words
        if colon + 1 >= self.sentence.last:
            return self._next_paragraphs()
        start = words[colon + 1].start
        if words[colon + 1].text in QUOTE_MARKS:
            return self._quote_from(start)
        return self._tidy(Span(start, self.sentence.span.end), begun=start)

    def _next_paragraphs(self) -> Spans:
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

    # content before the source

    def _left(self, first: int) -> Spans:
        """The content before a source that stands behind a comma or a closing quote."""
        words = self.prose.words
        if first <= self.sentence.first:
            return ()
        before = words[first - 1]
        if before.text not in {",", "—", "–", "?", "!"} and before.text not in QUOTE_MARKS:
            return ()
        if before.text in QUOTE_MARKS or words[max(first - 2, 0)].text in QUOTE_MARKS:
            mark = before if before.text in QUOTE_MARKS else words[first - 2]
            quote = self.prose.quotation_at(mark.start)
            if quote is not None and quote.span.start == mark.start and len(quote.inner) > 1:
                return ()
            if quote is not None:
                return self._quote_leftwards(quote)
        start = self._left_start(first - 1)
        return self._tidy(Span(start, before.start), begun=start) if start < before.start else ()

    def _quote_leftwards(self, quote: Quotation) -> Spans:
        """A quotation before its source, with what precedes it in the same clause if it is mixed."""
        start = self.sentence.span.start
        if quote.span.start <= start:
            return (quote.span,)
        lead = self.prose.text[start : quote.span.start].strip()
        if not lead or lead[-1] in ":.!?":
            return (quote.span,)
        return (Span(start, quote.span.end),)

    def _left_start(self, end: int) -> int:
        """Where a content before its source begins: behind a contrast, a semicolon, or the sentence's start."""
        words = self.prose.words
        own = self.prose.quotation_at(words[end].start)
        for index in range(end - 1, self.sentence.first, -1):
            if words[index].text == ";" and self.prose.quotation_at(words[index].start) is own:
                return words[index + 1].start
            if own is not None and words[index].start < own.inner.start:
                return own.inner.start
        if own is not None:
            return max(own.inner.start, self.sentence.span.start)
        first = words[self.sentence.first]
        if first.lower in {"but", "and"} and self.sentence.first + 1 < end:
            return words[self.sentence.first + 1].start
        return self.sentence.span.start

    def _resumed(self, behind: int, *, direct: bool) -> Spans:
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
                return (quotes[0].span, *self._later_parts(quotes[0]))
        if not direct and behind < self.sentence.last and words[behind].text == ",":
            following = words[behind + 1] if behind + 1 < self.sentence.last else None
            if following is not None and self._continues(behind + 1):
                return self._until_end(following.start, behind + 1)
        return ()

    def _continues(self, index: int) -> bool:
        """Whether what follows an interposed source is the rest of its content."""
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
        return not (lower == "but" and (self._own_source(index + 1) or self._cue_next(index + 1)))

    # inverted and coordinated verbs

    def _inverted(self, verb: _Verb) -> Draft | None:
        """CONTENT, cue SOURCE."""
        before = self.prose.words[verb.start - 1] if verb.start > self.sentence.first else None
        if before is None or not verb.cue.clause:
            return None
        if before.text not in QUOTE_MARKS and before.text not in {",", "?", "!"}:
            return None
        source = source_right(self.prose, self.cast, verb.index, self.sentence)
        if source is None:
            return None
        left = self._left(verb.start)
        behind = self.prose.word_index(source.span.end)
        quote = self._quote_before(verb.start)
        if not left:
            return None
        return self._draft(
            verb, source, (*left, *(self._resumed(behind, direct=True) if quote else ()))
        )

    def _coordinated(self, verb: _Verb, previous: Draft | None) -> Draft | None:
        """ "…, said X, adding that …", "X told Y that … and said that …": the source before."""
        words = self.prose.words
        before = words[verb.start - 1].lower if verb.start > self.sentence.first else ""
        word = words[verb.index].lower
        joined = before in {"and", "but", ","} and (word.endswith("ing") or before != ",")
        if not joined or word in NOMINAL_HOMONYMS:
            return None
        source = self._source_again(verb, previous)
        if source is None:
            return None
        told = self._addressee(verb) if verb.cue.addressee else None
        behind = self.prose.word_index(told.span.end) if told else verb.index + 1
        content = self._right(verb, behind)
        return self._draft(verb, source, content, told) if content else None

    def _source_again(self, verb: _Verb, previous: Draft | None) -> Source | None:
        embedded = self._embedded(verb, previous)
        if embedded is not None:
            return embedded
        if previous is not None and previous.speaker is not None:
            return Source(
                previous.source[0],
                previous.speaker,
                self.prose.word_index(previous.source[0].start),
            )
        role = self.cast.behind_titles(self.sentence.first, verb.index)
        if role is None or not role.speaks:
            return None
        return Source(self.cast.with_title(role), role, self.sentence.first)

    def _embedded(self, verb: _Verb, previous: Draft | None) -> Source | None:
        """The subject of a reported clause that goes on: "… that a man had called and had said …"."""
        words = self.prose.words
        group = {words[i].lower for i in range(verb.start, verb.index)}
        if previous is None or "had" not in group:
            return None
        first = self.prose.word_index(previous.content[0].start)
        if not previous.content[0].contains(Span(words[verb.index].start, words[verb.index].end)):
            return None
        first += words[first].lower == "that"
        role = self.cast.behind_titles(first, verb.index)
        if role is None or not role.speaks:
            return None
        return Source(self.cast.with_title(role), role, first)

    def _quoted_as(self, index: int) -> Draft | None:
        """ "X is quoted as saying …" and "…, X was quoted as saying"."""
        words = self.prose.words
        if [w.lower for w in words[index + 1 : index + 3]] != ["as", "saying"]:
            return None
        source = source_left(self.prose, self.cast, index, self.sentence)
        if source is None:
            return None
        content = self._left(source.first) or self._right(
            _Verb(index + 2, CUES["saying"], index, negated=False, passive=False), index + 3
        )
        cue = Span(
            words[verb_start(self.prose, index, self.sentence.first)].start, words[index + 2].end
        )
        return Draft((source.span,), (cue,), content, "says", "verb", source.role, lemma="say")

    # according to, citing

    def _according(self, index: int) -> Draft | None:
        words = self.prose.words
        if index + 2 >= self.sentence.last or words[index + 1].lower != "to":
            return None
        source = self._phrase_right(index + 2)
        if source is None:
            return None
        cue = Span(words[index].start, words[index + 1].end)
        content = self._around(index, source)
        role = source.role
        return Draft((source.span,), (cue,), content, "says", "according", role, lemma="according")

    def _around(self, index: int, source: Source) -> Spans:
        """The clause that "according to X" belongs to: behind it at a sentence's start, else before it."""
        words = self.prose.words
        own = self.prose.quotation_at(words[index].start)
        if index == self.sentence.first or words[index - 1].text in {";", ":"}:
            behind = self.prose.word_index(source.span.end)
            while behind < self.sentence.last and words[behind].text != ",":
                behind += 1
            if behind + 1 >= self.sentence.last:
                return ()
            return self._until_end(words[behind + 1].start, behind + 1)
        start = self._left_start(index)
        end = words[index].start
        if own is None and self._quote_before(index):
            end = words[index - 1].end
            return (Span(start, end),) if start < end else ()
        return self._tidy(Span(start, end), begun=start) if start < end else ()

    def _phrase_right(self, index: int) -> Source | None:
        """The noun phrase that begins at the word."""
        words = self.prose.words
        role = self.cast.behind_titles(index, self.sentence.last)
        if role is None or not role.speaks:
            role = self._later_role(index)
        if role is None:
            return None
        end = role.span.end
        return Source(Span(words[index].start, max(end, words[index].end)), role, index)

    def _later_role(self, index: int) -> Role | None:
        """The speaker inside a phrase whose first words are no mention: "a translation by the Echo"."""
        words = self.prose.words
        for step in range(index, min(index + 7, self.sentence.last)):
            if words[step].text in ",;.:":
                return None
            role = self.cast.starting_at(words[step].start)
            if role is not None and role.speaks:
                return role
        return None

    def _citing(self, index: int, previous: Draft | None) -> Draft | None:
        """ "…, X reported, citing Y": Y said it first; "quoting Y as saying that …"."""
        words = self.prose.words
        source = self._phrase_right(index + 1) if index + 1 < self.sentence.last else None
        if source is None:
            return None
        cue = Span(words[index].start, words[index].end)
        behind = self.prose.word_index(source.span.end)
        content: Spans = previous.content if previous is not None else ()
        tail = [w.lower for w in words[behind : behind + 8]]
        if "as" in tail and "saying" in tail:
            saying = behind + tail.index("saying")
            cue = Span(words[saying].start, words[saying].end)
            verb = _Verb(saying, CUES["saying"], saying, negated=False, passive=False)
            content = self._right(verb, saying + 1)
        if not content and index > self.sentence.first and words[index - 1].text == ",":
            content = self._rest(behind)
        return Draft(
            (source.span,),
            (cue,),
            content,
            "says",
            "citing",
            source.role,
            lemma="cite",
            relay=previous.cue[0] if previous is not None and previous.cue else None,
        )

    def _rest(self, behind: int) -> Spans:
        words = self.prose.words
        if behind + 1 >= self.sentence.last or words[behind].text != ",":
            return ()
        return self._until_end(words[behind + 1].start, behind + 1)

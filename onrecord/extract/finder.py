"""Finder: attributions by rule, sentence by sentence, nested ones included.

It complements the encoder, which marks the outermost attribution of a passage only. A cue verb needs a
source beside it and words that can be its content; else it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.core.span import Span, Spans
from onrecord.extract.cast import Cast, Role
from onrecord.extract.clause_ends import ClauseEnds
from onrecord.extract.contents import Contents, Verb
from onrecord.extract.cues import AUXILIARIES, BE, CUES, DOCUMENTS, NEGATIONS, NOMINAL_HOMONYMS
from onrecord.extract.drafts import Draft, Sentence
from onrecord.extract.layouts import layout_drafts
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import QUOTE_MARKS
from onrecord.extract.relays import REFUSING, Relays
from onrecord.extract.sources import Source, source_left, source_right, verb_start

RELEASE = re.compile(
    r"(?:(?:a |the )?(?:statement|message|letter|remarks?|comments?|(?:press )?release) )?(?:from|by) ",
    re.IGNORECASE,
)
"""How a press release begins a paragraph of quoted words: "From Chairwoman X:"."""
HEARERS = frozenset("me us you him her them".split())
ARTICLES = frozenset("a an the his her its their our my your".split())
"""Behind these "name", "count" and the like are nouns: "who gave her name only as Milena"."""
PRONOUNS = frozenset("i you he she it we they who".split())
ELLIPTIC = re.compile(
    r"(?:(?:I|you|he|she|it|we|they) (?:is|am|are|was|were|do|does|did|has|have|had|will|would|can)"
    r"|to be)",
    re.IGNORECASE,
)
"""What follows a comparison is no content: "not as rich as he says he is"."""
NOUN_FOLLOWS = BE | frozenset(
    "of by from for has had will would could may might can and or".split()
)


def find_drafts(prose: Prose, cast: Cast) -> list[Draft]:
    """All attributions that rules find, in text order of their cues."""
    found: list[Draft] = []
    for span in prose.sentences:
        sentence = Sentence(span, prose.word_index(span.start), prose.word_index(span.end))
        contents = Contents(prose, ClauseEnds(prose, cast, sentence), sentence)
        relays = Relays(prose, cast, sentence, contents)
        found.extend(_Reader(prose, cast, sentence, contents, relays).drafts())
    return _with_layouts(found, layout_drafts(prose, cast))


def _with_layouts(found: list[Draft], given: list[Draft]) -> list[Draft]:
    """The drafts with those that the page's form gives in the place of others with the same cue."""
    cues = {draft.cue for draft in given}
    return [*given, *(draft for draft in found if draft.cue not in cues)]


@dataclass(frozen=True, slots=True)
class _Reader:
    prose: Prose
    cast: Cast
    sentence: Sentence
    contents: Contents
    relays: Relays

    def drafts(self) -> Iterator[Draft]:
        """The sentence's attributions."""
        opening = self._colon()
        if opening is not None:
            yield opening
        previous: Draft | None = opening
        for index in range(self.sentence.first, self.sentence.last):
            word = self.prose.words[index]
            if word.lower == "quoting" and (outer := self._quoting(index)) is not None:
                yield outer
                previous = outer
            if word.lower == "according":
                draft = self._according(index)
            elif word.lower in {"citing", "quoting"}:
                draft = self._citing(index, previous)
            elif (relayed := self.relays.at(index)) is not None:
                draft = relayed
            elif word.lower in CUES and not self._names(index) and not self._is_noun(index):
                draft = self._verb(index, previous)
            else:
                continue
            if draft is not None and draft.content and not self._is_elliptic(draft):
                previous = draft
                yield draft

    def _is_elliptic(self, draft: Draft) -> bool:
        """Whether the content only takes up again what was said before."""
        whole = draft.content[0].cut(self.prose.text)
        return len(draft.content) == 1 and bool(ELLIPTIC.fullmatch(whole))

    def _colon(self) -> Draft | None:
        """X: CONTENT, in a headline or before a quotation; "From X: …" in a release."""
        words, first = self.prose.words, self.sentence.first
        released = RELEASE.match(self.prose.text, self.sentence.span.start)
        if released is not None:
            first = self.prose.word_index(released.end())
        role = self.cast.behind_titles(first, self.sentence.last)
        if role is None or not role.speaks:
            return None
        colon = self.prose.word_index(role.span.end)
        if colon >= self.sentence.last or words[colon].text != ":":
            return None
        ends = colon + 1 == self.sentence.last
        if not ends and words[colon + 1].text not in QUOTE_MARKS and self.sentence.span.start > 0:
            return None
        content = self.contents.after_colon(colon)
        source = Span(words[first].start, role.span.end)
        cue = Span(words[colon].start, words[colon].end)
        return Draft((source,), (cue,), content, "says", "colon", role) if content else None

    def _is_noun(self, index: int) -> bool:
        """Whether "report", "claim" and the like are nouns here: a verb or "of" follows."""
        words = self.prose.words
        if words[index].possessive or self._modifies(index):
            return True
        if words[index].lower not in NOMINAL_HOMONYMS or index + 1 >= self.sentence.last:
            return False
        if index > self.sentence.first and words[index - 1].lower in ARTICLES:
            return True
        return words[index + 1].lower in NOUN_FOLLOWS

    def _modifies(self, index: int) -> bool:
        """Whether the word belongs to a noun: "his supposed “lies”", "state schools", "reports alleging"."""
        words = self.prose.words
        if index == self.sentence.first:
            return False
        lower, before = words[index].lower, words[index - 1].lower
        following = words[index + 1].lower if index + 1 < self.sentence.last else ""
        if lower == "reports" and following.endswith("ing"):
            return before not in PRONOUNS and not words[index - 1].is_capital
        if lower == "state":
            return before not in PRONOUNS and not before.endswith("s")
        return lower.endswith("ed") and before in ARTICLES - {"her"}

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
            return words[index + 1].lower != "on" or words[index].lower == "calling"
        left = self.cast.ending_at(words[index - 1].end) if index > self.sentence.first else None
        right = self.cast.behind_titles(index + 1, self.sentence.last)
        return left is not None and right is not None and left.entity.id == right.entity.id

    def _verb(self, index: int, previous: Draft | None) -> Draft | None:
        verb = self._read_verb(index)
        if verb.passive or self._is_refused(index):
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

    def _is_refused(self, index: int) -> bool:
        """Whether it is what somebody declined to do: "refused to say"."""
        before = [w.lower for w in self.prose.words[max(0, index - 2) : index]]
        return len(before) == 2 and before[1] == "to" and before[0] in REFUSING

    def _read_verb(self, index: int) -> Verb:
        words = self.prose.words
        start = verb_start(self.prose, index, self.sentence.first)
        group = [words[i].lower for i in range(start, index)]
        participle = words[index].lower.endswith(
            ("ed", "en", "told", "said", "put", "found", "known", "thought")
        )
        passive = (
            participle and any(w in BE for w in group) and not words[index].lower.endswith("ing")
        )
        return Verb(index, CUES[words[index].lower], start, bool(NEGATIONS & set(group)), passive)

    def _cue_span(self, verb: Verb) -> Span:
        words = self.prose.words
        start = verb.index
        if verb.negated:
            start = next(i for i in range(verb.start, verb.index) if words[i].lower in NEGATIONS)
            if start > verb.start and words[start - 1].lower in {"do", "does", "did"}:
                start -= 1
        return Span(words[start].start, words[verb.index].end)

    def _draft(self, verb: Verb, source: Source, content: Spans, told: Role | None = None) -> Draft:
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

    def _after_source(self, verb: Verb, source: Source) -> Draft | None:
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
        elif verb.cue.addressee and behind < self.sentence.last:
            behind += self.prose.words[behind].lower in HEARERS
        told = told or self._quoted_by(source)
        right = self.contents.right(verb, behind)
        quote = self.contents.quote_before(source.first)
        if right and not quote:
            draft = self._draft(verb, source, right, told)
            return self._with_stance(draft, behind)
        left = self.contents.left(source.first)
        if left and self.prose.words[source.first - 1].lower == "as":
            return self._draft(verb, source, left, told)
        if left and verb.cue.clause and (not right or quote):
            return self._draft(
                verb, source, (*left, *self.contents.resumed(behind, direct=quote)), told
            )
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
        if behind < self.sentence.last and self.contents.asks_to(behind):
            if draft.lemma in {"tell", "order", "instruct", "warn"}:
                return replace(draft, stance="orders")
            return replace(draft, stance="asks")
        return draft

    def _quoted_by(self, source: Source) -> Role | None:
        """The outlet in "an expert quoted by the Echo"."""
        words = self.prose.words_in(source.span)
        for word, following in pairwise(words):
            if word.lower in {"quoted", "cited", "interviewed"} and following.lower == "by":
                roles = self.cast.inside(Span(following.end, source.span.end + 1))
                return next((r for r in roles if r.entity.kind == "outlet"), None)
        return None

    def _addressee(self, verb: Verb) -> Role | None:
        role = self.cast.behind_titles(verb.index + 1, self.sentence.last)
        if role is None or self.prose.word_index(role.span.start) - verb.index > 6:
            return None
        return role

    def _inverted(self, verb: Verb) -> Draft | None:
        """CONTENT, cue SOURCE."""
        before = self.prose.words[verb.start - 1] if verb.start > self.sentence.first else None
        if before is None or not verb.cue.clause:
            return None
        if self.prose.words[verb.index].lower.endswith("ing"):
            return None
        if before.text not in QUOTE_MARKS and before.text not in {",", "?", "!"}:
            return None
        source = source_right(self.prose, self.cast, verb.index, self.sentence)
        if source is None:
            return None
        left = self.contents.left(verb.start)
        behind = self.prose.word_index(source.span.end)
        quote = self.contents.quote_before(verb.start)
        if not left:
            return None
        return self._draft(
            verb, source, (*left, *(self.contents.resumed(behind, direct=True) if quote else ()))
        )

    def _coordinated(self, verb: Verb, previous: Draft | None) -> Draft | None:
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
        content = self.contents.right(verb, behind)
        return self._draft(verb, source, content, told) if content else None

    def _source_again(self, verb: Verb, previous: Draft | None) -> Source | None:
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

    def _embedded(self, verb: Verb, previous: Draft | None) -> Source | None:
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
            return self.contents.ends.until_end(words[behind + 1].start, behind + 1)
        start = self.contents.left_start(index)
        end = words[index].start
        if own is None and self.contents.quote_before(index):
            end = words[index - 1].end
            return (Span(start, end),) if start < end else ()
        return self.contents.ends.tidy(Span(start, end)) if start < end else ()

    def _phrase_right(self, index: int) -> Source | None:
        """The noun phrase that begins at the word."""
        words = self.prose.words
        role = self.cast.behind_titles(index, self.sentence.last)
        if role is None or not role.speaks:
            role = self._later_role(index)
        if role is None:
            return None
        end = role.span.end
        behind = self.prose.word_index(end)
        if behind < self.sentence.last and words[behind].lower in DOCUMENTS:
            end = words[behind].end  # "a police statement": the police speak
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

    def _quoting(self, index: int) -> Draft | None:
        """X in "X is quoting Y as saying that …": what follows is X's report."""
        words = self.prose.words
        tail = [w.lower for w in words[index : index + 14]]
        source = source_left(self.prose, self.cast, index, self.sentence)
        if source is None or source.role is None or "saying" not in tail:
            return None
        content = self.contents.ends.until_end(words[index + 1].start, index + 1)
        cue = Span(words[index].start, words[index].end)
        return Draft((source.span,), (cue,), content, "says", "verb", source.role, lemma="quote")

    def _citing(self, index: int, previous: Draft | None) -> Draft | None:
        """ "…, X reported, citing Y": Y said it first; "quoting Y as saying that …"."""
        words = self.prose.words
        source = self._phrase_right(index + 1) if index + 1 < self.sentence.last else None
        if source is None:
            return None
        cue = Span(words[index].start, words[index].end)
        behind = self.prose.word_index(source.span.end)
        content: Spans = previous.content if previous is not None else ()
        relay = previous.cue[0] if previous is not None and previous.cue else None
        tail = [w.lower for w in words[behind : behind + 8]]
        if "as" in tail and "saying" in tail:
            saying = behind + tail.index("saying")
            cue = Span(words[saying].start, words[saying].end)
            verb = Verb(saying, CUES["saying"], saying, negated=False, passive=False)
            content = self.contents.right(verb, saying + 1)
        aside = index > self.sentence.first and words[index - 1].text == ","
        told = [w.lower for w in words[behind : behind + 2]] == [",", "that"]
        outer = self._behind_citing(behind) if aside and not content else None
        if outer is not None:
            content, relay = outer.content, outer.cue[0]
        elif aside and (told or not content):
            content = self._rest(behind)
        return Draft(
            (source.span,),
            (cue,),
            content,
            "says",
            "citing",
            source.role,
            lemma="cite",
            relay=relay,
        )

    def _behind_citing(self, behind: int) -> Draft | None:
        """The statement of whoever cites: "Radio X, citing Y, reported that …"."""
        words = self.prose.words
        if behind + 1 >= self.sentence.last or words[behind].text != ",":
            return None
        for index in range(behind + 1, min(behind + 4, self.sentence.last)):
            lower = words[index].lower
            if lower in CUES:
                return self._verb(index, None)
            if lower not in AUXILIARIES:
                return None
        return None

    def _rest(self, behind: int) -> Spans:
        words = self.prose.words
        if behind + 1 >= self.sentence.last or words[behind].text != ",":
            return ()
        return self.contents.ends.until_end(words[behind + 1].start, behind + 1)

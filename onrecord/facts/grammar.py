"""A shallow grammar of one sentence: its words, the people in it, and who goes with which verb.

No parser is at hand, so subjects and objects are found from the mentions outwards, with closed word
classes. Where the way is not clear nothing is returned: precision comes before recall.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from onrecord.core.reading import Entity, EntityMention
from onrecord.core.span import Span
from onrecord.facts.base import Context, once
from onrecord.facts.stretches import grouped
from onrecord.facts.tokens import words_of
from onrecord.facts.word_classes import (
    ADVERBS,
    AUXILIARIES,
    BOUNDARIES,
    COMPLEMENT_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    ED_ADJECTIVES,
    NUMBER_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    VERBS,
)

AGE_WORD = re.compile(r"\d{1,3}$|.*-years?-old$")
NOBODY = frozenset("no no-one nobody anyone anybody someone somebody everyone everybody".split())
PEOPLE = frozenset({"person", "group"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention in a sentence, from word `first` to word `last`, both inclusive."""

    first: int
    last: int
    mention: EntityMention
    entity: Entity


class Sentence:
    """One sentence as words, with the mentions in it."""

    def __init__(self, context: Context, span: Span) -> None:
        self.context = context
        self.span = span
        self.shared: dict[str, Any] = {}  # what is worked out once for several fact types
        self.words = words_of(context.text, span)

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, index: int) -> str:
        """The word at an index in lower case; nothing outside the sentence."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def cut(self, first: int, last: int) -> Span:
        """The span from word `first` to word `last`, both inclusive."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def index_at(self, offset: int) -> int | None:
        """The word that holds a code point."""
        index = self.last_before(offset + 1)
        return index if index >= 0 and offset < self.words[index].span.end else None

    def last_before(self, offset: int) -> int:
        """The last word that begins before a code point; -1 where there is none."""
        return bisect_left(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """All mentions of the sentence, in text order, the longer first."""
        starts = {word.span.start: i for i, word in enumerate(self.words)}
        ends = {word.span.end: i for i, word in enumerate(self.words)}
        found = []
        for mention, entity in self.context.mentions_in(self.span):
            first, last = starts.get(mention.span.start), ends.get(mention.span.end)
            if first is None:
                first = self.index_at(mention.span.start)
            if last is None:
                last = self.index_at(mention.span.end - 1)
            if first is not None and last is not None:
                found.append(Placed(first, last, mention, entity))
        return tuple(found)

    @cached_property
    def people(self) -> tuple[Placed, ...]:
        """Mentions of persons and groups, each one phrase."""
        return tuple(
            p
            for p in self.placed
            if p.entity.kind in PEOPLE
            and not any(self.lower(i) in {";", ":"} for i in range(p.first, p.last))
        )

    @cached_property
    def _by_last(self) -> dict[int, list[Placed]]:
        return grouped(self.people, lambda p: p.last)

    @cached_property
    def _by_first(self) -> dict[int, list[Placed]]:
        return grouped(self.people, lambda p: p.first)

    def ending_at(self, index: int) -> Placed | None:
        """The person mention whose last word is at the index, names before descriptions."""
        return max(
            self._by_last.get(index, ()),
            key=lambda p: (p.mention.form == "name", p.last - p.first),
            default=None,
        )

    def starting_at(self, index: int) -> Placed | None:
        """The person mention whose first word is at the index, the longest."""
        return max(self._by_first.get(index, ()), key=lambda p: p.last - p.first, default=None)

    # --- word classes ----------------------------------------------------------------------------

    def is_verb(self, index: int) -> bool:
        """Whether the word is an auxiliary or a verb that reports often use."""
        word = self.lower(index)
        if word in AUXILIARIES:
            return self.words[index].text != "May"
        regular = word.endswith("ed") and len(word) > 4 and word not in ED_ADJECTIVES
        if word not in VERBS and not regular:
            return False
        inside = any(p.first < index <= p.last for p in self.people)
        return not inside and self.lower(index - 1) not in DETERMINERS

    def is_boundary(self, index: int) -> bool:
        """Whether a clause cannot reach over this word."""
        return not 0 <= index < len(self) or self.lower(index) in BOUNDARIES

    def is_nounlike(self, index: int) -> bool:
        """Whether the word may stand inside a noun phrase."""
        word = self.lower(index)
        closed = PREPOSITIONS | CONJUNCTIONS | RELATIVES | SUBORDINATORS | BOUNDARIES
        if not word or word in closed or word in {",", "'s", "’s"}:
            return False
        return not self.is_verb(index) and (word[0].isalnum())

    def phrase_start(self, placed: Placed) -> int:
        """Where the noun phrase around a mention begins: titles and determiner included."""
        first = placed.first
        if self.lower(first) in DETERMINERS or placed.mention.form == "pronoun":
            return first
        while self.is_nounlike(first - 1) and placed.first - first < 6:
            if self.lower(first - 1) in ADVERBS:
                break
            first -= 1
            if self.lower(first) in DETERMINERS:
                break
        return first

    # --- subjects --------------------------------------------------------------------------------

    def subjects(self, verb: int) -> tuple[Placed, ...]:
        """Who the verb group that begins at this word is about: the words before it decide."""
        at = self.skip_adverbs(verb - 1)
        word = self.lower(at)
        if word in RELATIVES:
            return self._one(self.antecedent(at))
        if word in CONJUNCTIONS:
            return self.shared_subject(at)
        if word == ",":
            return self._with_partners(self._over_parentheses(at), verb)
        return self._with_partners(self._ending(at), verb)

    def skip_adverbs(self, index: int) -> int:
        """The nearest word to the left of or at the index that is no adverb."""
        while self.lower(index) in ADVERBS or (
            self.lower(index).endswith("ly") and len(self.lower(index)) > 4
        ):
            index -= 1
        return index

    @staticmethod
    def _one(found: Placed | None) -> tuple[Placed, ...]:
        return (found,) if found else ()

    def antecedent(self, relative: int) -> Placed | None:
        """Whom "who", "whose", "that" or "which" takes up."""
        before = relative - 1
        if self.lower(before) == ",":
            near = self.beside(relative) if self.lower(relative) == "who" else None
            inner = near and self.lower(self.phrase_start(near) - 1) in {"from", "in", "near", "at"}
            return near if near and not inner else self._over_parentheses(before)
        return self._ending(before)

    def shared_subject(self, conjunction: int) -> tuple[Placed, ...]:
        """The subject of the verb group before "and", "but", "then"."""
        index = conjunction - 1
        while index >= 0 and not self.is_boundary(index) and not self._in_relative(index):
            loose = self.lower(index).endswith("ing") and self.group_start(index) == index
            if self.is_verb(index) and not loose:
                return self.subjects(self.group_start(index))
            index -= 1
        return ()

    def _in_relative(self, index: int) -> bool:
        return self.lower(index) in SUBORDINATORS

    def group_start(self, verb: int) -> int:
        """Where the verb group that holds this word begins: auxiliaries and adverbs included."""
        first = verb
        while True:
            before = self.skip_adverbs(first - 1)
            word = self.lower(before)
            if word in AUXILIARIES or word in {"not", "n't", "to"}:
                first = before
            else:
                return first

    def _over_parentheses(self, comma: int) -> Placed | None:
        """The subject before one or more asides between commas: ", 46, a shift supervisor, is"."""
        end, fallback = comma, None
        while end > 0:
            start = self._segment_start(end)
            inner = self._whose(start, end)
            if inner:
                return inner
            if self._is_aside(start, end):
                lead = self.starting_at(start) or self._identified(start, end)
                fallback = lead if lead and lead.mention.form != "pronoun" else fallback
                if self.lower(start - 1) != ",":
                    return fallback
                end = start - 1
                continue
            return self._ending(end - 1) or fallback
        return fallback

    def _whose(self, start: int, end: int) -> Placed | None:
        """The person of "whose younger brother Ana", where no verb has followed yet."""
        if self.lower(start) != "whose" or any(self.is_verb(i) for i in range(start, end)):
            return None
        return self.ending_at(end - 1)

    def _segment_start(self, end: int) -> int:
        index = end
        while index > 0 and self.lower(index - 1) != "," and not self.is_boundary(index - 1):
            index -= 1
        return index

    def _identified(self, start: int, end: int) -> Placed | None:
        """The name in "identified by police as Ana Brito"."""
        if self.lower(start) not in {"identified", "named"}:
            return None
        named = (p for p in self.people if start < p.first < end and p.mention.form == "name")
        return self.ending_at(end - 1) or next(named, None)

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether words between commas are an aside: an age, an apposition, "police said"."""
        if start >= end:
            return True
        word, previous = self.lower(start), self.lower(start - 1)
        if AGE_WORD.match(word) or (word in NUMBER_WORDS and end - start <= 3):
            return True
        if word in {"aged", "who", "whose", "where", "which", "then", "also", "now", "from", "of"}:
            return True
        if word in {"according", "named", "identified", "known", "including"}:
            return True
        if self.lower(end - 1) in COMPLEMENT_VERBS:
            return True
        aged = AGE_WORD.match(self.lower(start - 2)) is not None
        opened = previous == "," and (aged or self._ending(start - 2) is not None)
        return opened and (word in DETERMINERS or self.ending_at(end - 1) is None)

    def _ending(self, index: int) -> Placed | None:
        """The noun phrase with a person that ends at this word, over its own "of …", "who …"."""
        while index >= 0 and not self.is_boundary(index):
            if self.lower(index) == ",":
                index = self._over_setting(index)
                if index < 0:
                    return None
                continue
            placed = self.ending_at(index)
            if placed and self.lower(index + 1) in {"'s", "’s"}:
                return None
            if placed:
                step = self._outer(placed)
                if step is None:
                    return placed
                index = step
                continue
            if self.is_verb(index):
                jump = self._over_verb(index)
                if jump is None:
                    return None
                index = jump
                continue
            index -= 1
        return None

    def _over_setting(self, comma: int) -> int:
        """The word before ", on 3 May" or ", Portugal,", asides of time and place; else -1."""
        after = comma + 1
        capital = after < len(self) and self.words[after].text[0].isupper()
        alone = capital and self.lower(after + 1) == ","
        timed = self.lower(after) in {"on", "in", "at"} and not self.people_between(
            after, after + 4
        )
        return comma - 1 if (alone or timed) and self.ending_at(after) is None else -1

    def people_between(self, first: int, last: int) -> bool:
        """Whether a person is mentioned within these words."""
        return any(first <= p.first <= last for p in self.people)

    def _outer(self, placed: Placed) -> int | None:
        """Where to look on when the mention is inside a larger phrase; None when it is the head."""
        before = self.phrase_start(placed) - 1
        word = self.lower(before)
        if word in PREPOSITIONS and word not in SUBORDINATORS:
            return before - 1
        if self.is_verb(before) and word not in COMPLEMENT_VERBS:
            return self._over_verb(before)
        return None

    def _over_verb(self, verb: int) -> int | None:
        """The end of the phrase that a relative clause or a participle belongs to."""
        first = self.group_start(verb)
        relative = self._relative_before(first)
        if relative is not None:
            before = relative - 1
            return before - 1 if self.lower(before) == "," else before
        loose = self.lower(verb).endswith("ing") or self._takes_participle(verb)
        return first - 1 if first == verb and loose else None

    def _takes_participle(self, verb: int) -> bool:
        """Whether a participle belongs to the person before it: "the man detained this morning"."""
        placed, word = self.ending_at(verb - 1), self.lower(verb)
        if placed is None or placed.mention.form == "pronoun":
            return False
        return word.endswith(("ed", "ld")) and word not in COMPLEMENT_VERBS | {"asked"}

    def _relative_before(self, verb: int) -> int | None:
        """The "who" of a verb, or the "whom" before the verb's own subject."""
        if self.lower(verb - 1) in RELATIVES:
            return verb - 1
        for index in range(verb - 2, verb - 6, -1):
            if self.lower(index) in {"whom", "that", "which"}:
                return index
            if not self.is_nounlike(index) and self.lower(index) not in DETERMINERS:
                return None
        return None

    def beside(self, index: int) -> Placed | None:
        """The name before the apposition that begins at this word: "Ana Brito, 29, one of"."""
        at = index - 1
        if self.lower(at) != ",":
            return None
        if AGE_WORD.match(self.lower(at - 1)) and self.lower(at - 2) == ",":
            at -= 2
        placed = self.ending_at(at - 1)
        return placed if placed and placed.mention.form == "name" else None

    def _with_partners(self, placed: Placed | None, verb: int) -> tuple[Placed, ...]:
        """The subject with those joined to it by "and" where the verb may be plural."""
        if placed is None:
            return ()
        singular = self.lower(verb) in {"is", "was", "has"}
        before = self.phrase_start(placed) - 1
        if singular or self.lower(before) != "and":
            return (placed,)
        at = before - 1 if self.lower(before - 1) != "," else before - 2
        partner = self._over_parentheses(before - 1) if self.lower(before - 1) == "," else None
        partner = partner or self._ending(at)
        return (partner, placed) if partner else (placed,)

    # --- objects ---------------------------------------------------------------------------------

    def objects(self, verb: int) -> tuple[Placed, ...]:
        """Whom the verb that ends at this word takes as objects, those joined by "and" too."""
        found = self.phrase_from(verb + 1)
        return tuple(self._joined(found)) if found else ()

    def phrase_from(self, index: int) -> Placed | None:
        """The person whose noun phrase begins at this word."""
        for at in range(index, min(index + 7, len(self))):
            placed = self.starting_at(at)
            if placed:
                return self._head_of(placed)
            if not self.is_nounlike(at) or self.lower(at) in ADVERBS:
                return None
        return None

    def _head_of(self, placed: Placed) -> Placed | None:
        """The head of a phrase: in "Ana's brother" and "her brother" that is the brother."""
        after = placed.last + 1
        possessive = self.lower(after) in {"'s", "’s"}
        own = placed.mention.form == "pronoun" and self.lower(placed.last) in {
            "his", "her", "their", "its", "my", "our",
        }  # fmt: skip
        longer = self.starting_at(placed.first)
        if longer and longer.last > placed.last:
            return self._head_of(longer)
        if possessive:
            return self.phrase_from(after + 1)
        if own and self.is_nounlike(after):
            nested = self.phrase_from(after)
            return nested if nested or self.lower(placed.last) != "her" else None
        return placed

    def _joined(self, first: Placed) -> Iterator[Placed]:
        yield first
        after = first.last + 1
        if self.lower(after) == "," and AGE_WORD.match(self.lower(after + 1)):
            after += 2
            after += self.lower(after) == ","
        if self.lower(after) == "and":
            other = self.phrase_from(after + 1)
            if other and not self.is_verb(other.last + 1):
                yield other

    # --- lists -----------------------------------------------------------------------------------

    def listed(self, index: int) -> tuple[Placed, ...]:
        """The people named one by one from this word to the end of the sentence or list.

        Items are set apart by semicolons or, where there is none, by commas and "and".
        """
        stops = [i for i in range(index, len(self)) if self.lower(i) == ";"]
        if stops:
            edges = pairwise([index, *(i + 1 for i in stops), len(self)])
            items = [self._first_named(start, end) for start, end in edges]
            return tuple(p for p in items if p)
        return tuple(self._comma_list(index))

    def _first_named(self, start: int, end: int) -> Placed | None:
        for placed in self.people:
            inside = start <= placed.first and placed.last < end
            if inside and placed.mention.form == "name" and not self._possessive(placed):
                return placed
        return None

    def _possessive(self, placed: Placed) -> bool:
        return self.lower(placed.last + 1) in {"'s", "’s"}

    def _comma_list(self, index: int) -> Iterator[Placed]:
        at = index
        while (placed := self.phrase_from(at)) is not None:
            yield placed
            after = self._over_asides(placed.last + 1)
            joined = self.lower(after) == "," or self.lower(after) == "and"
            if not joined:
                return
            at = after + 1
            if self.lower(at) == "and":
                at += 1

    def _over_asides(self, index: int) -> int:
        """The index behind ages and appositions that belong to the item before."""
        while self.lower(index) == "," and (
            AGE_WORD.match(self.lower(index + 1))
            or self.lower(index + 1) in NUMBER_WORDS | {"aged"}
        ):
            index += 2 + (self.lower(index + 1) == "aged")
        return index


@once
def sentences(context: Context) -> tuple[Sentence, ...]:
    """The report's sentences that are prose, parsed once for all fact types."""
    return tuple(Sentence(context, span) for span in context.prose)


def persons(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Single persons among the mentions; "four dead" and "no one" are none."""
    return tuple(p for p in placed if _is_single(p.entity))


def _is_single(entity: Entity) -> bool:
    if entity.kind != "person" or entity.plural:
        return False
    first = entity.name.split()[0].lower() if entity.name else ""
    counted = first in NUMBER_WORDS - {"one"} or first.isdigit()
    return entity.named or not (counted or first in NOBODY)

"""Nested gold mentions reduced to the two flat layers that the encoder learns.

Corpora annotate whole noun phrases ("the Mayor of Ostrow Jana Brod, who …"). The encoder learns
names ("Jana Brod") and nominal heads with what stands before them ("a 27-year-old man"), each in
one layer without nesting. No part-of-speech tags are at hand, so the cut is made by capitals and
closed word classes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotate.titles import TITLES
from onrecord.train.example import Label

WORD = re.compile(r"\w+(?:[.'’&-]\w+)*\.?")

PRONOUNS = frozenset(
    "i me my mine myself you your yours he him his himself she her hers herself it its itself we us"
    " our ours ourselves they them their theirs themselves who whom whose which that this these"
    " those one some any all both each none others another such here there what where".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any all both each every no"
    " another such".split()
)
# What ends the front part of a noun phrase.
BOUNDARIES = frozenset(
    "of in on at for from with by to who whom which that whose where when as about against between"
    " near over under after before during including like than into among without within also"
    " because is are was were has have had be been not outside inside behind around across"
    " and or but".split()
)
CONNECTORS = frozenset("of for the and on de la al el bin van von der du del da dos y e".split())
# Names of other things than people run through these: "Department of Health".
PLURAL_HEADS = frozenset(
    "people men women children police crowd residents public youths teens couple family families"
    " officials authorities protesters others militants troops forces".split()
)
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen dozens several many few"
    " hundreds thousands scores".split()
)
GROUP_ENDINGS = ("ians", "ans", "ese", "ists", "crats", "icans", "ims", "ives", "nis", "qis", "rds")
FACILITY_WORDS = frozenset(
    "airport hall hospital stadium station prison jail camp mosque church cathedral school bridge"
    " tower palace museum library theatre theater hotel mall embassy base arena park plaza"
    " courthouse temple synagogue".split()
)
LAW_WORDS = frozenset(
    "act treaty resolution constitution law convention amendment code accord agreement bill".split()
)


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention as a corpus has it, its type already one of our kinds."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower().rstrip(".")


class Capitals:
    """Tells proper from common words by how they are written inside sentences."""

    def __init__(self) -> None:
        self._proper: Counter[str] = Counter()
        self._common: Counter[str] = Counter()

    def learn(self, texts: Iterable[str]) -> Capitals:
        """Counts both spellings, sentence starts left out."""
        for text in texts:
            for match in WORD.finditer(text):
                word = match[0].rstrip(".")
                if word[0].islower():
                    self._common[word] += 1
                elif word[0].isupper() and not _opens_sentence(text, match.start()):
                    self._proper[word.lower()] += 1
        return self

    def is_proper(self, text: str, word: _Word) -> bool:
        """Whether a word is (part of) a name where it stands."""
        if not word.text[0].isupper():
            return word.text[0].isdigit() and any(c.isupper() for c in word.text)
        if word.lower in DETERMINERS or word.lower in PRONOUNS:
            return False
        if not _opens_sentence(text, word.start):
            return True
        return self._proper[word.lower] >= self._common[word.lower]


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \"“”'`‘(")
    return not before or before[-1] in ".!?\n:" or "\n" in text[max(0, start - 2) : start]


def _words(text: str, start: int, end: int) -> list[_Word]:
    found = []
    for match in WORD.finditer(text, start, end):
        low, word = match.start(), match[0]
        for ending in ("'s", "’s", "'", "’"):
            word = word.removesuffix(ending)
        if word.endswith(".") and match.end() == end and len(word.rstrip(".")) > 3:
            word = word.rstrip(".")
        if word:
            found.append(_Word(word, low, low + len(word)))
    return [w for w in found if w.lower != "s" or w.end - w.start > 1]


def _front(text: str, words: Sequence[_Word]) -> list[_Word]:
    """The words up to the first postmodifier."""
    kept: list[_Word] = []
    for index, word in enumerate(words):
        if kept and re.search(r"[,;:()\[\]—–]| - ", text[kept[-1].end : word.start]):
            break
        if kept and word.lower in BOUNDARIES:
            break
        follower = words[index + 1].lower if index + 1 < len(words) else ""
        if kept and word.lower.endswith(("ing", "ed")) and follower in BOUNDARIES | DETERMINERS:
            break
        kept.append(word)
    return kept


class Reducer:
    """Reduces a text's mentions to `name` and `nominal` labels."""

    def __init__(self, capitals: Capitals) -> None:
        self._capitals = capitals

    def labels(self, text: str, mentions: Sequence[GoldMention]) -> list[Label]:
        """Labels of both heads, without overlap inside a head."""
        found = [
            label
            for mention in mentions
            if (label := self.label(text, mention, mentions)) is not None
        ]
        return without_overlap(found)

    def label(
        self, text: str, mention: GoldMention, mentions: Sequence[GoldMention]
    ) -> Label | None:
        """What one mention of a text comes down to; None for a pronoun or a phrase without head."""
        words = _words(text, mention.start, mention.end)
        while len(words) > 1 and words[0].lower in DETERMINERS and words[0].text != "US":
            words = words[1:]
        if not words or (len(words) == 1 and words[0].lower in PRONOUNS):
            return None
        front = _front(text, words)
        if not front:
            return None
        if self._capitals.is_proper(text, front[-1]):
            return self._name(text, mention, words, front, mentions)
        return self._nominal(text, mention, front)

    def _name(
        self,
        text: str,
        mention: GoldMention,
        words: list[_Word],
        front: list[_Word],
        mentions: Sequence[GoldMention],
    ) -> Label | None:
        first = len(front) - 1
        while first and self._joins(text, mention, front, first - 1):
            first -= 1
        run = front[first:]
        if mention.kind in ("person", "group"):
            return self._person(text, mention, front, run, mentions)
        run = self._extended(text, words, run, {m.end for m in mentions if m != mention})
        return Label(
            "name", named_kind(mention.kind, run[-1].lower, run), run[0].start, run[-1].end
        )

    def _joins(self, text: str, mention: GoldMention, front: list[_Word], index: int) -> bool:
        word = front[index]
        if self._capitals.is_proper(text, word):
            return True
        particle = word.lower in CONNECTORS - {"the", "of", "and", "for", "on"}
        return particle and index > 0 and self._capitals.is_proper(text, front[index - 1])

    def _extended(
        self, text: str, words: list[_Word], run: list[_Word], ends: set[int]
    ) -> list[_Word]:
        """The run carried on over "of", "for", "and the" where names go on behind.

        An "and" behind the end of another mention joins two entities and is not crossed.
        """
        at = words.index(run[-1]) + 1
        grown = list(run)
        while at < len(words) and words[at].lower in CONNECTORS:
            stop = at
            while stop < len(words) and words[stop].lower in CONNECTORS and stop - at < 2:
                stop += 1
            if "," in text[grown[-1].end : words[at].start]:
                break
            if words[at].lower == "and" and grown[-1].end in ends:
                break
            names = []
            while stop < len(words) and self._capitals.is_proper(text, words[stop]):
                names.append(words[stop])
                stop += 1
            if not names:
                break
            grown = [*words[words.index(run[0]) : stop]]
            at = stop
        return grown

    def _person(
        self,
        text: str,
        mention: GoldMention,
        front: list[_Word],
        run: list[_Word],
        mentions: Sequence[GoldMention],
    ) -> Label | None:
        for other in mentions:
            inside = mention.start <= other.start and other.end < mention.end
            if inside and other.kind not in ("person", "group"):
                rest = [w for w in run if w.start >= other.end]
                run = rest if run and other.start <= run[0].start else run
        while run and (run[0].lower in TITLES or run[0].lower in BOUNDARIES):
            run = run[1:]
        if run and run[-1].lower in TITLES:
            run = []
        if not run or (len(run) == 1 and run[0].text.endswith(GROUP_ENDINGS)):
            return self._nominal(text, mention, front)
        return Label("name", "person", run[0].start, run[-1].end)

    def _nominal(self, text: str, mention: GoldMention, front: list[_Word]) -> Label | None:
        head = front[-1].lower
        if head in PRONOUNS or head.isdigit() or len(front) > 9:
            return None
        kind = mention.kind
        if kind == "person" and is_plural(head, [w.lower for w in front]):
            kind = "group"
        if kind == "facility":
            kind = "place"
        if kind in ("event", "law"):
            return None
        return Label("nominal", kind, mention.start, front[-1].end)


def is_plural(head: str, words: Sequence[str]) -> bool:
    """Whether a person phrase speaks of several."""
    if head in PLURAL_HEADS or any(w in NUMBERS for w in words[:-1]):
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def named_kind(kind: str, head: str, run: Sequence[_Word]) -> str:
    """A name's kind, sharpened by its head word."""
    lowered = {w.lower for w in run}
    if kind == "place" and (head in FACILITY_WORDS or run[0].lower in ("camp", "hotel")):
        return "facility"
    if kind == "object" and lowered & LAW_WORDS and len(run) > 1:
        return "law"
    return kind


def without_overlap(labels: Iterable[Label]) -> list[Label]:
    """The longest labels of each head first; what overlaps them is dropped."""
    kept: list[Label] = []
    taken: dict[str, set[int]] = {}
    for label in sorted(set(labels), key=lambda x: (x.start - x.end, x.start, x.kind)):
        used = taken.setdefault(label.head, set())
        stretch = range(label.start, label.end)
        if used.isdisjoint(stretch):
            used.update(stretch)
            kept.append(label)
    return sorted(kept, key=lambda x: (x.head, x.start))

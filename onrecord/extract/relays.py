"""Relays: "was quoted by X as saying", "X quoted Y as saying", a claim named by a noun, refusals.

Forms in which the source does not stand right before a verb of saying.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.reading import Stance
from onrecord.core.span import Span, Spans
from onrecord.extract.cast import Cast, Role
from onrecord.extract.contents import Contents, Verb
from onrecord.extract.cues import BE, CUES, NEGATIONS, is_adverb
from onrecord.extract.drafts import Draft, Sentence
from onrecord.extract.prose import Prose
from onrecord.extract.sources import Source, source_left, verb_start

QUOTED = frozenset("quoted cited".split())
SAYING = Verb(0, CUES["saying"], 0, negated=False, passive=False)
REACH = 14
"""Words between "quoted" and "as saying": a name with its office."""
NOUN_CUES: dict[str, Stance] = {
    "claim": "says", "claims": "says", "allegation": "says", "allegations": "says",
    "accusation": "says", "accusations": "says", "assertion": "says", "assertions": "says",
    "suggestion": "says", "suggestions": "says", "announcement": "says", "warning": "says",
    "warnings": "says", "statement": "says", "admission": "says", "complaint": "says",
    "complaints": "says", "insistence": "says", "contention": "says", "confirmation": "confirms",
    "denial": "denies", "denials": "denies", "promise": "promises", "pledge": "promises",
    "belief": "believes", "assessment": "judges",
}  # fmt: skip
"""Nouns behind which "that" gives somebody's words, with their stance."""
ANSWERED = re.compile(
    r",? (?:(?:is|are|was|were|has|have|had|could|can|will|would|did|does|came|drew|met|prompted|follows?"
    r"|followed|remains?|caused|turned)\b)(?= (?:not |never |also |later |since )?(?:been |be )?"
    r"(?:rejected|denied|dismissed|disputed|refuted|confirmed|verified|contradicted|withdrawn|repeated"
    r"|made|published|false|untrue|wrong|true|on|after|in|out|as|from|an?|the|under)\b)"
)
"""Where a clause that a noun announces ends: what became of the claim."""
REFUSING = frozenset("declined declines refused refuses".split())
WITHHELD = frozenset(
    "comment say answer discuss give confirm name identify elaborate provide disclose speak specify "
    "reveal release explain respond".split()
)
MODALS = frozenset("would could will did does do has have".split())
UNANSWERED = re.compile(
    r"(?:did|does|do|has|have|had)(?: not|n['’]t)(?: immediately| yet)?"
    r" (?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?|comment(?:ed)?)\b"
)
FIGURES = frozenset(
    "figure figures toll tolls number numbers total totals count counts estimate estimates".split()
)
FIGURE = re.compile(
    r"(?P<figure>(?:[Aa]n?|[Tt]he) (?:[\w-]+ ){0,2}(?:figure|toll|number|total|count|estimate)s?"
    r" of [^,.;:“”\"\n]{1,40}?) (?P<cue>(?:came|comes|stems|stemmed) from"
    r"|(?:was|were|is|has been|had been) (?:given|provided|put out|released|announced|cited) by) "
)
"""A figure and who gave it: "A figure of 26 came from a councillor"."""


@dataclass(frozen=True, slots=True)
class Relays:
    """The relayed forms of one sentence."""

    prose: Prose
    cast: Cast
    sentence: Sentence
    contents: Contents

    def at(self, index: int) -> Draft | None:
        """The attribution whose cue word stands there."""
        lower = self.prose.words[index].lower
        if lower in QUOTED:
            return self._quoted(index)
        if lower in NOUN_CUES:
            return self._noun(index)
        if lower in REFUSING:
            return self._refused(index)
        if lower in FIGURES:
            return self._figure(index)
        return self._withheld(index) if lower in MODALS else None

    # quoted as saying

    def _quoted(self, index: int) -> Draft | None:
        """Y was quoted (by X) as saying (by X); X quoted Y as saying."""
        saying = self._saying(index)
        source = source_left(self.prose, self.cast, index, self.sentence)
        if saying is None or source is None:
            return None
        words = self.prose.words
        start = verb_start(self.prose, index, self.sentence.first)
        passive = any(words[i].lower in BE for i in range(start, index))
        if not passive:
            return self._quotes(index, saying, source)
        through = self._by(index + 1) or self._by(saying + 1)
        behind = saying + 1
        if through is not None and through.span.start > words[saying].start:
            behind = self.prose.word_index(through.span.end)
        content = self.contents.left(source.first) or self.contents.right(SAYING, behind)
        cue: Spans = (Span(words[start].start, words[saying].end),)
        if through is not None and through.span.end < words[saying].start:
            cue = (Span(words[start].start, words[index].end), self._as_saying(saying))
        return self._relayed(source, cue, content, through)

    def _quotes(self, index: int, saying: int, outlet: Source) -> Draft | None:
        """X quoted Y as saying that …; "…", X quoted Y as saying."""
        words = self.prose.words
        role = self.cast.behind_titles(index + 1, saying)
        if role is None or not role.speaks:
            return None
        first = index + 1
        source = Source(Span(words[first].start, role.span.end), role, first)
        content = self.contents.left(outlet.first) or self.contents.right(SAYING, saying + 1)
        cue = (Span(words[index].start, words[index].end), self._as_saying(saying))
        return self._relayed(source, cue, content, outlet.role)

    def _as_saying(self, saying: int) -> Span:
        words = self.prose.words
        return Span(words[saying - 1].start, words[saying].end)

    def _relayed(self, source: Source, cue: Spans, content: Spans, through: Role | None) -> Draft:
        return Draft(
            (source.span,),
            cue,
            content,
            "says",
            "relay",
            source.role,
            lemma="say",
            through=through,
        )

    def _saying(self, index: int) -> int | None:
        """The word "saying" of "as saying" behind "quoted"."""
        words = self.prose.words
        for step in range(index + 1, min(index + REACH, self.sentence.last - 1)):
            if words[step].text in '.;“"”':
                return None
            if words[step].lower == "as" and words[step + 1].lower in {"saying", "telling"}:
                return step + 1
        return None

    def _by(self, index: int) -> Role | None:
        """Who stands behind a "by" at the word."""
        if index + 1 >= self.sentence.last or self.prose.words[index].lower != "by":
            return None
        role = self.cast.behind_titles(index + 1, self.sentence.last)
        return role if role is not None and role.speaks else None

    # figures

    def _figure(self, index: int) -> Draft | None:
        """A figure of N came from X; a toll of N was given by X."""
        first = max(self.sentence.first, index - 3)
        for step in range(index - 1, first - 1, -1):
            start = self.prose.words[step].start
            found = FIGURE.match(self.prose.text, start, self.sentence.span.end)
            if found is None:
                continue
            behind = self.prose.word_index(found.end())
            role = self.cast.behind_titles(behind, self.sentence.last)
            if role is None or not role.speaks:
                return None
            source = Span(self.prose.words[behind].start, role.span.end)
            cue, content = Span(*found.span("cue")), Span(*found.span("figure"))
            return Draft((source,), (cue,), (content,), "says", "relay", role, lemma="give")
        return None

    # nouns

    def _noun(self, index: int) -> Draft | None:
        """The claim by X that …; claims from X that …; X's claim that …"""
        words = self.prose.words
        source, that = self._owner(index), index + 1
        if source is None:
            source = self._behind(index + 1)
            that = self.prose.word_index(source.span.end) if source is not None else that
        if source is None or that + 1 >= self.sentence.last or words[that].lower != "that":
            return None
        end = self.contents.ends.stop(that)
        answered = ANSWERED.search(self.prose.text, words[that].end, end)
        content = self.contents.ends.tidy(
            Span(words[that].start, answered.start() if answered else end)
        )
        cue = Span(words[index].start, words[index].end)
        stance = NOUN_CUES[words[index].lower]
        lemma = "claim" if stance == "says" else "say"
        role = source.role
        return Draft((source.span,), (cue,), content, stance, "verb", role, lemma=lemma)

    def _owner(self, index: int) -> Source | None:
        """Whose claim: a possessive before the noun."""
        words = self.prose.words
        first = index - 1
        if first > self.sentence.first and is_adverb(words[first].lower):
            first -= 1
        if first < self.sentence.first or not words[first].possessive:
            return None
        role = self.cast.ending_at(words[first].end)
        if role is None or not role.speaks:
            return None
        start = self.cast.with_title(role).start
        return Source(Span(start, words[first].end), role, self.prose.word_index(start))

    def _behind(self, index: int) -> Source | None:
        words = self.prose.words
        if index + 1 >= self.sentence.last or words[index].lower not in {"by", "from", "of"}:
            return None
        role = self.cast.behind_titles(index + 1, self.sentence.last)
        if role is None or not role.speaks:
            return None
        return Source(Span(words[index + 1].start, role.span.end), role, index + 1)

    # refusals

    def _refused(self, index: int) -> Draft | None:
        """X declined to comment; X refused to say whether …"""
        words = self.prose.words
        verb = index + 2
        if verb >= self.sentence.last or words[index + 1].lower != "to":
            return None
        if words[verb].lower not in WITHHELD:
            return None
        return self._refusal(index, index, words[index + 1].start)

    def _withheld(self, index: int) -> Draft | None:
        """X would not say how many; X did not respond to questions."""
        words = self.prose.words
        unanswered = UNANSWERED.match(self.prose.text, words[index].start, self.sentence.span.end)
        if unanswered is not None:
            last = self.prose.word_holding(unanswered.end() - 1)
            return self._refusal(index, last, words[index].start)
        last = (
            index + 2
            if index + 1 < len(words) and words[index + 1].lower in NEGATIONS
            else index + 1
        )
        if last >= self.sentence.last or words[last].lower not in WITHHELD:
            return None
        if words[index].lower not in {"would", "could", "will"}:
            return None
        if last == index + 1 and not words[index].lower.endswith("n't"):
            return None
        return self._refusal(index, last, words[last].start)

    def _refusal(self, index: int, last: int, start: int) -> Draft | None:
        words = self.prose.words
        source = source_left(self.prose, self.cast, index, self.sentence)
        if source is None:
            return None
        if last > index and last + 1 < self.sentence.last and words[last + 1].text[0].isalnum():
            start = words[last + 1].start
        content = self.contents.ends.tidy(Span(start, self.sentence.span.end))
        cue = Span(words[index].start, words[last].end)
        return Draft((source.span,), (cue,), content, "declines", "verb", source.role)

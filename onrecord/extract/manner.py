"""Manner, stance and certainty of a statement, from its words."""

from __future__ import annotations

import re

from onrecord.core.reading import Certainty, Manner, Stance
from onrecord.core.span import Span
from onrecord.extract.drafts import Draft
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import QUOTE_MARKS

WHOLE = 0.9
"""Share of letters in quotation marks from which a content counts as wholly quoted: leaves room for a
"that" or an unmarked last word."""

DENIAL = re.compile(
    r"""^\W*(?:that\s+)?(?:
    there\ (?:is|was|were|are|had\ been)\ ["“‘«]?(?:no|nothing|not)\b(?!\ (?:doubt|question|longer))
    |.{0,60}?\b(?:ha[ds]|have)\ (?:found\ )?(?:no|nothing)\b.{0,20}?
        \b(?:connection|link|sign|trace|evidence|indication|to\ do|knowledge|part|role|involvement)
    |.{0,60}?\b(?:had\ found|found|saw|seen|see)\ no\b
    |.{0,50}?\b(?:is|was|are|were)\ (?:not|in\ no\ way)\ (?:\w+\ )?
        (?:correct|true|genuine|credible|real|right|involved|responsible|connected|linked|related|authentic)
    |.{0,50}?\b(?:is|was|are|were)\ (?:untrue|false|fake|unrelated|wrong|nonsense|baseless|unfounded)\b
    |none\ of\b
    |.{0,40}?\b(?:do|does|did)\ not\ (?:consider|regard|believe)\b
    |.{0,30}?\b(?:had|has|have)\ neither\b
    |.{0,40}\bruled\ out\b
    |.{1,40}?\b(?:is|was|are|were|had|has|have|did|does|do)(?:\ not|n['’]t)\W*$
    |.{0,20}?\b(?:got|have|has|had)\ the\ wrong\b)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
"""How a content begins that rejects what others say, whatever the verb."""
ORDERING = frozenset("tell order instruct shout yell warn say".split())
ASKING = frozenset("ask urge beg call appeal implore request".split())
IMPERATIVE = re.compile(
    r"^[\"“‘«„'`]+(?:Lock|Leave|Keep|Stay|Do not|Don['’]t|Put|Get|Go|Stop|Open|Close|Wait|Come|Give|Take"
    r"|Run|Catch|Help|Move|Let|Hide|Listen|Hold|Stand|Release|Drop|Send|Never|Hand|Call|Bring|Turn|Pay|Evacuate|Remain)\b"
)
"""A quotation that begins with an order."""
ALLEGED = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|apparently)\b", re.IGNORECASE
)
MAYBE = re.compile(r"\b(?:may|might|could) have\b|\b(?:possibly|perhaps)\b", re.IGNORECASE)
QUESTION = re.compile(r"^\W*(?:whether|if|how|why|who|what|where|when)\b", re.IGNORECASE)


HEARSAY = (
    "report",
    "alleg",
    "accus",
    "suspect",
    "said",
    "rumour",
    "rumor",
    "claimed",
    "understood",
)
"""Words of a cue without a source for which nobody vouches: "is said to"."""
BEFORE_CUE = 24
"""Code points before a cue in which an adverb belongs to it: "has also reportedly said"."""


def _hedged_cue(prose: Prose, draft: Draft) -> Certainty | None:
    """What an adverb or auxiliary makes of the saying itself: "reportedly said", "may have told"."""
    if not draft.cue or not draft.source or draft.pattern not in {"verb", "encoder"}:
        return None
    start = max(draft.cue[0].start - BEFORE_CUE, 0)
    before = [span.end for span in draft.source if span.end <= draft.cue[0].start]
    words = prose.text[max(start, *before) if before else draft.cue[0].start : draft.cue[-1].end]
    if ALLEGED.search(words):
        return "alleged"
    return "possible" if MAYBE.search(words) else None


def manner_of(prose: Prose, draft: Draft) -> Manner:
    """Direct: a whole clause in quotation marks; mixed: a part of it; indirect: none."""
    letters = quoted = 0
    for span in draft.content:
        letters += _letters(prose.text, span)
        for quote in _quoted_ranges(prose, draft, span):
            start, end = max(quote.start, span.start), min(quote.end, span.end)
            quoted += _letters(prose.text, Span(start, end)) if start < end else 0
    if not quoted:
        opening = prose.text[draft.content[0].start] if draft.content else ""
        return "direct" if opening in QUOTE_MARKS else "indirect"
    if quoted >= WHOLE * letters and _is_whole(prose, draft):
        return "direct"
    return "mixed"


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))


def _quoted_ranges(prose: Prose, draft: Draft, span: Span) -> list[Span]:
    """Quotations in the content, without one that holds the source and cue as well."""
    around = draft.reach if draft.cue else None
    return [
        q.span
        for q in prose.quotations_in(span)
        if around is None
        or not q.span.contains(Span(around.start, around.start + 1))
        or draft.pattern == "bare"
    ]


def _is_whole(prose: Prose, draft: Draft) -> bool:
    """Whether the quoted words begin like a sentence."""
    first = prose.words_in(draft.content[0])
    letters = [w for w in first if w.text[0].isalnum()]
    return bool(letters) and (
        letters[0].is_capital or letters[0].text[0].isdigit() or len(letters) > 8
    )


def stance_of(prose: Prose, draft: Draft) -> Stance:
    """The cue's stance; a content that rejects something is a denial, whatever the verb."""
    if not draft.content:
        return draft.stance
    words = draft.content[0].cut(prose.text)[:220]
    if words.startswith(("to ", "not to ")) and draft.lemma in ORDERING:
        return "orders"
    if words.startswith(("to ", "not to ")) and draft.lemma in ASKING:
        return "asks"
    if draft.lemma in {"say", "write", "shout", "yell", "tell"} and IMPERATIVE.match(words):
        return "orders"
    if draft.stance not in {"says", "confirms"}:
        return draft.stance
    return "denies" if DENIAL.match(words) else draft.stance


def certainty_of(prose: Prose, draft: Draft, stance: Stance) -> Certainty:
    """The certainty that cue and content give to what is said, as a whole."""
    if draft.stance == "denies":
        return "denied"
    if not draft.source and draft.cue:
        cue = " ".join(span.cut(prose.text) for span in draft.cue).lower()
        if any(word in cue for word in HEARSAY):
            return "alleged"
    hedge = _hedged_cue(prose, draft)
    if hedge is not None:
        return hedge
    asks = draft.lemma in {"ask", "question", "wonder"} and stance in {"asks", "says"}
    if asks and draft.content and QUESTION.match(draft.content[0].cut(prose.text)[:40]):
        return "asked"
    if stance == "believes" and draft.lemma not in {"reckon", "expect", "estimate"}:
        return "possible"
    if draft.lemma in {"allege", "accuse", "suspect"}:
        return "alleged"
    return "stated"

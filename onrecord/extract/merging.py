"""Merging: the encoder's attributions and the rules' as one list.

The encoder's boundaries win where both see the same cue, unless they are broken: a source that
nobody stands in, a content that is another sentence's or only the rest of a clause.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.core.annotation import Attribution
from onrecord.core.reading import Stance
from onrecord.core.span import Span, Spans, covers, merge
from onrecord.extract.cast import Cast, Role
from onrecord.extract.cues import CUES, NEGATIONS, REFUSALS
from onrecord.extract.drafts import Draft
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import QUOTE_MARKS
from onrecord.extract.speakers import speaker_of

SPEECH = frozenset(
    "say tell write shout yell ask order warn promise deny confirm claim insist announce demand report "
    "according cite reply answer allege accuse instruct urge admit call threaten inform speak".split()
)
"""Verbs that carry words from one voice to another."""
MUSINGS = frozenset("think suppose guess hope feel wonder assume expect doubt".split())
DOINGS = frozenset(
    f"{stem}{end}"
    for stem in (
        "trac examin misstat explor incit requir unveil spot target mock remember show sing seem offer"
    ).split()
    for end in ("", "e", "s", "es", "ed", "ing")
) | {"shown", "sang"}
"""Verbs of doing that the encoder takes for cues; they carry words only where a clause, a colon or a
quotation follows (looked at on PolNeAR's dev part)."""
CLAUSAL = frozenset("that whether how why what who where when if".split())
OWN_FORMS = frozenset(("citing", "relay", "layout"))
"""Patterns whose parts the encoder does not know: the outermost voice is what it marks."""
SURE = 0.8
"""Score from which the encoder decides who speaks and what is said where the rules see the reverse."""
LONG_SOURCE = 160
"""Code points from which a source without the rules' agreement is taken for a content."""
LEAD = 30
"""Code points by which a source may begin before the rules' (titles, articles) and be the same."""
CLAUSE = 60
"""Code points from which a source that the rules do not share is more likely a content: sources of
that length are rare and then overlap the rules' (looked at on PolNeAR's dev part)."""


def join_drafts(
    prose: Prose, cast: Cast, rules: Sequence[Draft], given: Sequence[Attribution]
) -> list[Draft]:
    """The encoder's attributions, completed by the rules', and what only the rules found."""
    result: list[Draft] = []
    used: set[int] = set()
    at_cue = _by_cue(rules)
    for attribution in given:
        twin = _twin(attribution, at_cue)
        rule = rules[twin] if twin is not None else None
        draft = _from_encoder(prose, cast, attribution, rule)
        if draft is None:
            continue
        if twin is not None:
            used.add(twin)
        result.append(draft)
    result = _without_shadows(result, rules)
    held = _Held(merge(span for draft in (*result, *rules) for span in draft.content))
    known = _by_source(result)
    result.extend(
        draft
        for number, draft in enumerate(rules)
        if number not in used and _carries(prose, draft, held) and not _repeats(draft, known)
    )
    return result


def _without_shadows(drafts: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """Without attributions that know no source of words whose source the rules know."""
    sourced = {draft.content for draft in rules if draft.source}
    return [draft for draft in drafts if draft.source or draft.content not in sourced]


class _Held:
    """Stretches that are somebody's words, for asking quickly."""

    def __init__(self, spans: Spans) -> None:
        self.spans = spans
        self.starts = [span.start for span in spans]

    def holds(self, span: Span) -> bool:
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and self.spans[at].contains(span)


def _by_source(drafts: Iterable[Draft]) -> dict[Spans, list[Draft]]:
    known: dict[Spans, list[Draft]] = {}
    for draft in drafts:
        known.setdefault(draft.source, []).append(draft)
    return known


def _repeats(draft: Draft, known: dict[Spans, list[Draft]]) -> bool:
    """Whether another attribution of the same source has the same words for content."""
    return any(
        other.speaker == draft.speaker and covers(other.content, draft.content[0])
        for other in known.get(draft.source, [])
        if draft.content
    )


def _carries(prose: Prose, draft: Draft, held: _Held) -> bool:
    """Whether an attribution that only the rules see is worth a statement of its own.

    Inside another's words it is, where somebody is heard through them; opinions that the speaker
    himself puts into his words ("I think …") change no voice.
    """
    if not held.holds(draft.reach):
        return True
    if draft.speaker is None:
        return draft.lemma not in MUSINGS or draft.cue[0].cut(prose.text).lower() == "thought"
    if prose.quotation_at(draft.reach.start) is not None:
        return draft.lemma in SPEECH
    return draft.lemma in SPEECH or draft.stance == "believes"


def _by_cue(rules: Sequence[Draft]) -> dict[int, int]:
    """Numbers of drafts by each code point of their cues."""
    return {
        at: n for n, d in enumerate(rules) for span in d.cue for at in range(span.start, span.end)
    }


def _twin(attribution: Attribution, at_cue: dict[int, int]) -> int | None:
    """The rules' draft with the same cue."""
    for span in attribution.cue:
        for at in range(span.start, span.end):
            if at in at_cue:
                return at_cue[at]
    return None


def _from_encoder(prose: Prose, cast: Cast, given: Attribution, twin: Draft | None) -> Draft | None:
    """An attribution of the encoder as a draft; missing and broken parts are the rules'."""
    if twin is not None and twin.pattern in OWN_FORMS:
        return twin
    if _only_names(prose, given.cue) or (twin is None and _is_doing(prose, given)):
        return None
    cue = _in_text(prose, given.cue) or (twin.cue if twin else ())
    source = _last_line(prose, _in_text(prose, given.source))
    content = _content(prose, _in_text(prose, given.content), cue, twin)
    if twin is not None and _is_broken(source, twin):
        return twin
    if twin is not None and given.score >= SURE and _is_swapped(twin, source, given.content):
        twin, content = None, _in_text(prose, given.content)
    source = source or (twin.source if twin else ())
    content = content or _rest(prose, cue)
    if not content or (not cue and not source):
        return twin
    speaker = _speaker(prose, cast, source, twin)
    if twin is not None:
        return replace(twin, source=source, cue=cue, content=content, score=given.score)
    if source and speaker is None and len(merge(source)[0]) > LONG_SOURCE:
        return None
    return _draft(prose, source, cue, content, speaker, given.score)


def _is_swapped(twin: Draft, source: Spans, content: Spans) -> bool:
    """Whether the rules take for content what the encoder takes for source, and the reverse."""
    return _meet(twin.source, content) and _meet(twin.content, source)


def _meet(some: Spans, others: Spans) -> bool:
    return any(a.overlaps(b) for a in some for b in others)


def _speaker(prose: Prose, cast: Cast, source: Spans, twin: Draft | None) -> Role | None:
    """The rules' speaker where both sources begin alike; else the one in the encoder's source."""
    if twin is None or twin.speaker is None:
        return speaker_of(prose, cast, source)
    if source and twin.source and twin.source[0].start > source[0].start + LEAD:
        return speaker_of(prose, cast, source) or twin.speaker
    return twin.speaker


def _only_names(prose: Prose, cue: Spans) -> bool:
    """Whether the cue is "calling itself" or the like: it gives a name, no words."""
    words = [w.lower for span in cue for w in prose.words_in(span)]
    if len(words) != 1 or words[0] not in {"calling", "calls", "called"}:
        return False
    following = prose.words_in(Span(cue[-1].end, cue[-1].end + 12))
    return bool(following) and following[0].lower in {"itself", "himself", "herself", "themselves"}


def _is_doing(prose: Prose, given: Attribution) -> bool:
    """Whether the cue is a verb of doing and what follows is no clause and no quotation."""
    words = [w.lower for span in given.cue for w in prose.words_in(span)]
    if not words or words[-1] not in DOINGS or not given.content:
        return False
    first = given.content[0]
    opening = prose.words_in(first)[:1]
    told = any(w.lower in CLAUSAL or w.text in QUOTE_MARKS for w in opening)
    return not told and prose.quotation_at(first.start) is prose.quotation_at(given.cue[0].start)


def _draft(
    prose: Prose, source: Spans, cue: Spans, content: Spans, speaker: Role | None, score: float
) -> Draft:
    words = [w.lower for span in cue for w in prose.words_in(span)]
    verb = next((w for w in words if w in CUES), words[0] if words else "")
    known = CUES.get(verb)
    stance: Stance = known.stance if known else "says"
    if REFUSALS & set(words) or (
        NEGATIONS & set(words) and stance in {"says", "confirms"} and "accept" not in words
    ):
        stance = "declines"
    elif NEGATIONS & set(words) and (stance in {"believes", "judges"} or "accept" in words):
        stance = "denies"
    return Draft(
        source=source,
        cue=cue,
        content=content,
        stance=stance,
        pattern="according" if verb == "according" else "encoder",
        speaker=speaker,
        lemma=known.lemma if known else verb,
        negated=bool(NEGATIONS & set(words)),
        score=score,
    )


def _in_text(prose: Prose, spans: Spans) -> Spans:
    """Spans that lie in the text and outside boilerplate."""
    return merge(s for s in spans if s.end <= len(prose.text) and not prose.is_boilerplate(s))


def _last_line(prose: Prose, source: Spans) -> Spans:
    """Source spans without what stands before a line break inside them."""
    kept = []
    for span in source:
        at = prose.text.rfind("\n", span.start, span.end)
        kept.append(Span(at + 1, span.end) if at >= 0 and at + 1 < span.end else span)
    return tuple(kept)


def _is_broken(source: Spans, twin: Draft) -> bool:
    """Whether a source is a whole clause although the rules know a source elsewhere."""
    if not source or not twin.source or any(s.overlaps(t) for s in source for t in twin.source):
        return False
    return twin.speaker is not None and sum(len(s) for s in source) > CLAUSE


def _content(prose: Prose, content: Spans, cue: Spans, twin: Draft | None) -> Spans:
    """The content's pieces that can be this cue's; the rules' where the encoder cut it short."""
    kept = _behind_dateline(prose, _in_paragraphs(prose, _near(prose, content, cue)))
    if twin is None or not twin.content:
        return kept
    if not kept:
        return twin.content
    first, whole = kept[0], twin.content[0]
    cut = whole.start == first.start and first.end < whole.end
    if cut and len(kept) == 1 and prose.text[first.end] == ";":
        return twin.content
    if _is_aside(prose, first, cue) and whole.end <= cue[0].start:
        return twin.content
    if len(twin.content) > len(kept) and all(covers(twin.content, piece) for piece in kept):
        return twin.content
    if len(kept) == 1 and _cut_short(whole, first, cue):
        return twin.content
    return kept


def _in_paragraphs(prose: Prose, content: Spans) -> Spans:
    """Pieces cut where a paragraph ends, unless they are a quotation that goes on."""
    kept: list[Span] = []
    for piece in content:
        index = prose.paragraph_index(piece.start)
        if index < 0:
            continue  # white space before the first paragraph
        paragraph = prose.paragraphs[index]
        if piece.end <= paragraph.end or _goes_over(prose, piece):
            kept.append(piece)
        elif piece.start < paragraph.end:
            kept.append(Span(piece.start, paragraph.end))
    return tuple(kept)


def _goes_over(prose: Prose, piece: Span) -> bool:
    """Whether each later paragraph of a piece begins with a mark, or the piece is one quotation."""
    quote = prose.quotation_at(piece.start)
    if quote is not None and quote.span.end >= piece.end:
        return True
    first = prose.paragraph_index(piece.start) + 1
    last = prose.paragraph_index(piece.end - 1)
    later = prose.paragraphs[first : last + 1]
    return all(prose.text[p.start] in QUOTE_MARKS for p in later)


def _behind_dateline(prose: Prose, content: Spans) -> Spans:
    """Pieces without the dateline that opens the first one's sentence."""
    home = prose.sentence_at(content[0].start) if content else None
    if home is None:
        return content
    start = prose.opening(home)
    if content[0].start >= start or content[0].end <= start:
        return content
    return (Span(start, content[0].end), *content[1:])


def _is_aside(prose: Prose, piece: Span, cue: Spans) -> bool:
    """Whether a piece behind the cue is an aside: ", reading out her notes"."""
    words = prose.words_in(piece)
    behind = bool(cue) and piece.start >= cue[-1].end
    return behind and bool(words) and words[0].lower.endswith("ing")


def _cut_short(whole: Span, piece: Span, cue: Spans) -> bool:
    """Whether the encoder lost the beginning of a clause that stands before its cue."""
    before = bool(cue) and whole.end <= cue[0].start
    return before and whole.start < piece.start and abs(whole.end - piece.end) <= 2


def _rest(prose: Prose, cue: Spans) -> Spans:
    """What follows a cue in its sentence, for an attribution without a content."""
    home = prose.sentence_at(cue[0].start) if cue else None
    if home is None:
        return ()
    start, end = cue[-1].end, home.end
    while start < end and not prose.text[start].isalnum() and prose.text[start] not in QUOTE_MARKS:
        start += 1
    while end > start and prose.text[end - 1] in ".!?, ":
        end -= 1
    return (Span(start, end),) if end - start > 2 else ()


def _near(prose: Prose, content: Spans, cue: Spans) -> Spans:
    """Pieces in the cue's sentence, and quotations that go on from a quotation there."""
    if not cue:
        return content
    home = prose.sentence_at(cue[0].start)
    if home is None:
        return content
    here = [p for p in content if p.overlaps(home)]
    speech = any(prose.quotation_at(p.start) is not None for p in here)
    kept = []
    for piece in content:
        if (
            piece.overlaps(home)
            or not here
            or (speech and prose.quotation_at(piece.start) is not None)
        ):
            kept.append(piece)
    return tuple(kept)

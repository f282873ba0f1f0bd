"""Frames: "According to the police chief, …" holds for the sentences after it until it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from onrecord.core.span import Span
from onrecord.extract.drafts import Draft
from onrecord.extract.prose import Prose

LONGEST = 20
"""Sentences for which a frame can hold: paragraphs of news are shorter."""
ANAPHORS = frozenset("he she they it his her their its this these that those then the".split())


def hold_frames(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts whose "according to" opens a paragraph, with the paragraph's next sentences as content.

    The frame ends with its paragraph, with a sentence that does not point back, and with one that has
    an attribution of its own which is not just a part of it.
    """
    return [_held(prose, drafts, number) for number in range(len(drafts))]


def _held(prose: Prose, drafts: Sequence[Draft], number: int) -> Draft:
    draft = drafts[number]
    if draft.pattern != "according" or not draft.cue or not draft.content:
        return draft
    index = prose.sentence_index(draft.cue[0].start)
    if index < 0 or prose.sentences[index].start != draft.cue[0].start:
        return draft
    paragraph = prose.paragraphs[prose.paragraph_index(draft.cue[0].start)]
    parts: list[Span] = []
    for sentence in islice(prose.sentences, index + 1, index + 1 + LONGEST):
        if sentence.start >= paragraph.end or not _goes_on(prose, sentence):
            break
        if any(_is_own(prose, d, sentence) for d in drafts[number + 1 : number + 6]):
            break
        parts.append(_without_stop(prose, sentence))
    return replace(draft, content=(*draft.content, *parts)) if parts else draft


def _goes_on(prose: Prose, sentence: Span) -> bool:
    words = prose.words_in(sentence)
    return bool(words) and words[0].lower in ANAPHORS


def _is_own(prose: Prose, draft: Draft, sentence: Span) -> bool:
    """Whether a draft attributes the sentence as a whole: its content begins where the sentence does."""
    if not draft.reach.overlaps(sentence):
        return False
    starts = min(draft.content[0].start, draft.reach.start)
    return starts <= sentence.start + 2


def _without_stop(prose: Prose, sentence: Span) -> Span:
    end = sentence.end
    while end - 1 > sentence.start and prose.text[end - 1] in ".!?":
        end -= 1
    return Span(sentence.start, end)

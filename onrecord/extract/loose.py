"""Loose quotations: whole sentences in quotation marks beside which nobody is named.

In the paragraph of a statement, or right behind it, they are its speaker's words going on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.span import Span, merge
from onrecord.extract.drafts import Draft
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import Quotation

MIN_WORDS = 3
"""Words from which a quotation is speech: shorter ones are titles, nicknames and scare quotes."""


def take_in_loose(prose: Prose, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with the loose quotations that continue them added to their contents."""
    starts = [d.reach.start for d in drafts]
    lasts = [max(span.end for span in (*d.content, *d.cue)) for d in drafts]
    added: dict[int, list[Span]] = {}
    covered = merge([span for d in drafts for span in d.content])
    covered_starts = [span.start for span in covered]
    for quote in prose.quotations:
        at = bisect_right(covered_starts, quote.span.start) - 1
        if at >= 0 and covered[at].end > quote.inner.start:
            continue
        if not _is_speech(prose, quote):
            continue
        number = _before(prose, drafts, starts, lasts, quote)
        if number is not None:
            added.setdefault(number, []).append(quote.span)
            lasts[number] = max(lasts[number], quote.span.end)
    return [
        replace(draft, content=merge((*draft.content, *added[number])))
        if number in added
        else draft
        for number, draft in enumerate(drafts)
    ]


def _is_speech(prose: Prose, quote: Quotation) -> bool:
    words = [w for w in prose.words_in(quote.inner) if w.text[0].isalnum()]
    if len(words) < MIN_WORDS or prose.is_boilerplate(quote.span):
        return False
    return words[0].is_capital or words[0].text[0].isdigit()


def _before(
    prose: Prose,
    drafts: Sequence[Draft],
    starts: Sequence[int],
    lasts: Sequence[int],
    quote: Quotation,
) -> int | None:
    """The draft that the quotation continues: the last direct one before it in its paragraph.

    `lasts` holds for each draft where its words, with what was added to them, end.
    """
    number = bisect_right(starts, quote.span.start) - 1
    if number < 0:
        return None
    paragraph = prose.paragraph_index(quote.span.start)
    for back in range(number, max(-1, number - 4), -1):
        draft = drafts[back]
        here = prose.paragraph_index(lasts[back] - 1)
        if draft.speaker is None or prose.quotation_at(draft.reach.start) is not None:
            continue
        if here == paragraph:
            return back
        if here == paragraph - 1 and _is_direct(prose, draft) and _fills(prose, quote):
            return back
    return None


def _is_direct(prose: Prose, draft: Draft) -> bool:
    return any(prose.quotation_at(span.start) is not None for span in draft.content)


def _fills(prose: Prose, quote: Quotation) -> bool:
    """Whether the quotation is its whole paragraph."""
    paragraph = prose.paragraphs[prose.paragraph_index(quote.span.start)]
    return Span(quote.span.start, quote.span.end).contains(
        Span(paragraph.start, max(paragraph.end - 2, paragraph.start + 1))
    )

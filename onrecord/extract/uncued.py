"""Quotations without a cue: whole sentences in marks that only who stands beside them can have said.

“The crane was old.” Ida Berg has worked there for years. — The speaker is whom the sentence before or
behind it in the same paragraph begins with; else who spoke last, in the paragraph before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.core.span import Span, merge
from onrecord.extract.cast import Cast, Role
from onrecord.extract.drafts import Draft
from onrecord.extract.prose import Prose
from onrecord.extract.quotations import Quotation

MIN_WORDS = 3
"""Words from which a quotation with a stop inside its marks is speech, not a title."""
STOPS = ".,?!…"


def uncued_drafts(prose: Prose, cast: Cast, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those of quotations that none of them has, in no order."""
    covered = merge([span for d in drafts for span in (*d.content, *d.source)])
    starts = [span.start for span in covered]
    by_start = sorted(drafts, key=lambda d: d.reach.start)
    found = [*drafts]
    reaches = [d.reach.start for d in by_start]
    for quote in _free(prose, covered, starts):
        role = _beside(prose, cast, quote)
        if role is not None:
            found.append(_bare(quote, role, (role.span,)))
        elif (last := _last(prose, by_start, reaches, quote)) is not None:
            found.append(_bare(quote, last, ()))
    return found


def _bare(quote: Quotation, role: Role, source: tuple[Span, ...]) -> Draft:
    return Draft(source, (), (quote.span,), "says", "bare", role, lemma="say")


def _free(prose: Prose, covered: Sequence[Span], starts: Sequence[int]) -> Iterator[Quotation]:
    """Quotations that are speech by their form and touch no attribution."""
    for quote in prose.quotations:
        at = bisect_right(starts, quote.span.end - 1) - 1
        if at >= 0 and covered[at].end > quote.span.start:
            continue
        if _is_speech(prose, quote):
            yield quote


def _is_speech(prose: Prose, quote: Quotation) -> bool:
    words = [w for w in prose.words_in(quote.inner) if w.is_alpha]
    if len(words) < MIN_WORDS or not words[0].is_capital or prose.is_boilerplate(quote.span):
        return False
    if prose.text[quote.inner.end - 1] not in STOPS:
        return False
    return not all(w.is_capital for w in words if len(w.text) > 3)


def _beside(prose: Prose, cast: Cast, quote: Quotation) -> Role | None:
    """The person with whom the sentence behind the quotation begins, or the one before it."""
    paragraph = prose.paragraphs[prose.paragraph_index(quote.span.start)]
    behind = prose.word_index(quote.span.end)
    opens = quote.span.start == paragraph.start and prose.text[quote.inner.end - 1] != ","
    if opens and behind < prose.word_index(paragraph.end):
        return _person(cast.behind_titles(behind, prose.word_index(paragraph.end)))
    if quote.span.end < paragraph.end - 1:
        return None
    index = prose.sentence_index(quote.span.start - 1)
    if index < 0 or prose.sentences[index].start < paragraph.start:
        return None
    first = prose.word_index(prose.sentences[index].start)
    return _person(cast.behind_titles(first, prose.word_index(quote.span.start)))


def _person(role: Role | None) -> Role | None:
    return role if role is not None and role.entity.kind == "person" else None


def _last(
    prose: Prose, drafts: Sequence[Draft], reaches: Sequence[int], quote: Quotation
) -> Role | None:
    """Who spoke last, in the paragraph before one that the quotation opens."""
    number = prose.paragraph_index(quote.span.start)
    if quote.span.start != prose.paragraphs[number].start or prose.text[quote.inner.end - 1] != ",":
        return None
    at = bisect_right(reaches, quote.span.start) - 1
    if at < 0 or prose.paragraph_index(reaches[at]) != number - 1:
        return None
    return drafts[at].speaker

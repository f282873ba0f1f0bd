"""Text and details become a Report: language, boilerplate, declared sources, id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from onrecord.core.report import Boilerplate, DeclaredSource, PhotoCredit, Report, report_id
from onrecord.core.span import Span
from onrecord.intake.base import Details
from onrecord.intake.boilerplate import letterhead, prompts
from onrecord.intake.corrections import find_corrections
from onrecord.intake.credits import find_credits
from onrecord.intake.decoding import check_text
from onrecord.intake.language import detect

READ_LANGUAGES = frozenset({"en"})
"""Languages that the shipped weights and rules read."""


def finish(text: str, details: Details, where: str, marks: Sequence[Boilerplate] = ()) -> Report:
    """The report of a text; nothing of the text is changed.

    `marks` is boilerplate that the input's own form tells; what the text tells of them goes before.

    Raises:
        InputError: it is empty or no readable text.
    """
    check_text(text, where)
    credits_found = find_credits(text, details.title)
    byline = details.byline or tuple(dict.fromkeys(credits_found.writers))
    furniture = [
        *credits_found.boilerplate,
        *letterhead(text, details.title, byline),
        *prompts(text, details.title),
    ]
    told = _apart(furniture)
    language = detect(text, details.language)
    return Report(
        id=report_id(
            text,
            outlet=details.outlet,
            url=details.url,
            published=details.published,
            given_id=details.given_id,
        ),
        input=where,
        text=text,
        given_id=details.given_id,
        url=details.url,
        outlet=details.outlet,
        title=details.title,
        byline=byline,
        published=details.published,
        updated=details.updated,
        language=language,
        supported=language in READ_LANGUAGES,
        boilerplate=_apart([*told, *(part for mark in marks for part in _around(mark, told))]),
        declared_sources=_sources(credits_found.sources),
        photo_credits=_photos(c for c in credits_found.photos if not _within(c.span, marks)),
        corrections=find_corrections(text),
    )


def _apart(marks: Iterable[Boilerplate]) -> tuple[Boilerplate, ...]:
    """Marks in text order; of two that overlap, the one of the earlier rule."""
    kept: list[Boilerplate] = []
    for mark in marks:
        at = bisect_left(kept, mark.span, key=lambda other: other.span)
        beside = kept[max(0, at - 1) : at + 1]
        if not any(mark.span.overlaps(other.span) for other in beside):
            kept.insert(at, mark)
    return tuple(kept)


def _around(mark: Boilerplate, others: Iterable[Boilerplate]) -> Iterator[Boilerplate]:
    """The parts of a mark that no other covers."""
    at = mark.span.start
    for other in others:
        if mark.span.overlaps(other.span):
            if at < other.span.start:
                yield Boilerplate(Span(at, other.span.start), mark.kind)
            at = max(at, other.span.end)
    if at < mark.span.end:
        yield Boilerplate(Span(at, mark.span.end), mark.kind)


def _within(span: Span, marks: Iterable[Boilerplate]) -> bool:
    """Whether a span stands in one of the marks: a page's captions are kept, and credit nobody here."""
    return any(mark.span.overlaps(span) for mark in marks)


def _sources(found: Iterable[DeclaredSource]) -> tuple[DeclaredSource, ...]:
    """Each declared source once, in text order."""
    once = {source.name: source for source in sorted(found, key=lambda s: s.span, reverse=True)}
    return tuple(sorted(once.values(), key=lambda source: source.span))


def _photos(found: Iterable[PhotoCredit]) -> tuple[PhotoCredit, ...]:
    """Each credited name once, in text order."""
    once = {credit.name: credit for credit in sorted(found, key=lambda c: c.span, reverse=True)}
    return tuple(sorted(once.values(), key=lambda credit: credit.span))

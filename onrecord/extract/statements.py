"""Statements of one report: who says what, through whom, with the words of each part."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.core.annotation import Annotation
from onrecord.core.reading import Entity, Statement
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.extract.cast import Cast
from onrecord.extract.chains import Linked, link_drafts
from onrecord.extract.drafts import Draft
from onrecord.extract.finder import find_drafts
from onrecord.extract.frames import hold_frames
from onrecord.extract.loose import take_in_loose
from onrecord.extract.manner import certainty_of, manner_of, stance_of
from onrecord.extract.merging import join_drafts
from onrecord.extract.prose import Prose
from onrecord.extract.speakers import is_translation


def find_statements(
    report: Report, annotation: Annotation, entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """The statements of a report in text order."""
    return statements_of(Prose(report, annotation), entities)


def statements_of(prose: Prose, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """The same from prose that is there already."""
    cast = Cast(prose, entities)
    drafts = join_drafts(prose, cast, find_drafts(prose, cast), prose.annotation.attributions)
    drafts = hold_frames(prose, take_in_loose(prose, _unique(drafts)))
    linked = link_drafts(prose, cast, drafts)
    spoken = [one for one in linked if not is_translation(prose, one.draft.source)]
    return tuple(_statement(prose, one, f"s{n}") for n, one in enumerate(spoken, 1))


def quotation_speakers(prose: Prose, entities: tuple[Entity, ...]) -> dict[int, Span]:
    """Start of each quotation with a known speaker → the speaker's mention."""
    cast = Cast(prose, entities)
    found: dict[int, Span] = {}
    for draft in find_drafts(prose, cast):
        for part in draft.content:
            for quote in prose.quotations_in(part):
                inside = quote.span.contains(draft.reach) if draft.cue else False
                if draft.speaker is not None and not inside:
                    found.setdefault(quote.span.start, draft.speaker.span)
    return found


def _statement(prose: Prose, one: Linked, statement_id: str) -> Statement:
    stance = stance_of(prose, one.draft)
    return Statement(
        id=statement_id,
        source=one.draft.source,
        cue=one.draft.cue,
        content=one.draft.content,
        speaker=one.speaker,
        chain=tuple(link.entity for link in one.links),
        chain_evidence=tuple(link.words for link in one.links),
        manner=manner_of(prose, one.draft),
        stance=stance,
        certainty=certainty_of(prose, one.draft, stance),
    )


def _order(draft: Draft) -> tuple[int, int]:
    return (draft.reach.start, draft.reach.end)


def _unique(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in text order, each cue once."""
    seen: dict[Spans, Draft] = {}
    for draft in sorted(drafts, key=_order):
        if draft.content:
            seen.setdefault(draft.cue or draft.content, draft)
    return list(seen.values())

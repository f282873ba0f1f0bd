"""Statements of one report: who says what, through whom, with the words of each part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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
from onrecord.extract.uncued import uncued_drafts

ANONYMITY = re.compile(
    r"(?:anonymity|(?:not )?to (?:be |remain )?(?:named|identified|anonymous|unnamed)"
    r"|that (?:his|her|their) (?:full |last |real )?names? (?:not )?be)\b"
)


def find_statements(
    report: Report, annotation: Annotation, entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """The statements of a report in text order."""
    return statements_of(Prose(report, annotation), entities)


def statements_of(prose: Prose, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """The same from prose that is there already."""
    cast = Cast(prose, entities)
    drafts = join_drafts(prose, cast, find_drafts(prose, cast), prose.annotation.attributions)
    drafts = [d for d in _unique(drafts) if not _asks_for_anonymity(prose, d)]
    drafts = sorted(uncued_drafts(prose, cast, take_in_loose(prose, drafts)), key=_order)
    drafts = hold_frames(prose, drafts)
    linked = link_drafts(prose, cast, drafts)
    spoken = [one for one in linked if not is_translation(prose, one.draft.source)]
    made = [_statement(prose, one, f"s{n}") for n, one in enumerate(spoken, 1)]
    return tuple(denials_going_on(prose, made))


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


def denials_going_on(prose: Prose, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The same, where a quotation that follows a denial of its speaker's at once is a denial too."""
    last: Statement | None = None
    for one in statements:
        if last is not None and _goes_on_denying(prose, last, one):
            one = replace(one, stance="denies")
        if one.manner != "indirect" or one.stance not in {"believes", "asks"}:
            last = one
        yield one


def _goes_on_denying(prose: Prose, last: Statement, one: Statement) -> bool:
    if last.stance != "denies" or one.stance != "says" or one.manner != "direct":
        return False
    if one.speaker is None or one.speaker != last.speaker or not last.cue:
        return False
    before = prose.sentence_index(max(s.end for s in (*last.content, *last.cue)) - 1)
    return prose.sentence_index(one.content[0].start) == before + 1


def _asks_for_anonymity(prose: Prose, draft: Draft) -> bool:
    """Whether a speaker only wants no name in print, or somebody answers a call: no statement."""
    cue = " ".join(span.cut(prose.text) for span in draft.cue).lower()
    if cue == "responded to":
        return True
    return bool(ANONYMITY.match(prose.text, draft.content[0].start))


def _order(draft: Draft) -> tuple[int, int]:
    return (draft.reach.start, draft.reach.end)


def _unique(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in text order, each cue once."""
    seen: dict[Spans, Draft] = {}
    for draft in sorted(drafts, key=_order):
        if draft.content:
            seen.setdefault(draft.cue or draft.content, draft)
    return list(seen.values())

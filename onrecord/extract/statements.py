"""Statements of one report: who says what, through whom, with the words of each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.core.annotation import Annotation, Attribution
from onrecord.core.reading import Entity, Statement
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans, merge
from onrecord.extract.cast import Cast
from onrecord.extract.chains import Linked, link_drafts
from onrecord.extract.cues import CUES
from onrecord.extract.drafts import Draft
from onrecord.extract.finder import find_drafts
from onrecord.extract.frames import hold_frames
from onrecord.extract.loose import take_in_loose
from onrecord.extract.manner import certainty_of, manner_of, stance_of
from onrecord.extract.prose import Prose
from onrecord.extract.speakers import is_translation, speaker_of


def find_statements(
    report: Report, annotation: Annotation, entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """The statements of a report in text order."""
    return statements_of(Prose(report, annotation), entities)


def statements_of(prose: Prose, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """The same from prose that is there already."""
    cast = Cast(prose, entities)
    drafts = _joined(prose, cast, find_drafts(prose, cast), prose.annotation.attributions)
    drafts = hold_frames(prose, take_in_loose(prose, cast, _unique(drafts)))
    linked = link_drafts(prose, cast, drafts)
    spoken = [one for one in linked if not is_translation(prose, one.draft.source)]
    return tuple(_statement(prose, one, f"s{n}") for n, one in enumerate(spoken, 1))


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


# --- with the encoder ---------------------------------------------------------------------------


def _joined(
    prose: Prose, cast: Cast, rules: Sequence[Draft], given: Sequence[Attribution]
) -> list[Draft]:
    """The encoder's attributions, completed by the rules', and what only the rules found."""
    result: list[Draft] = []
    used: set[int] = set()
    starts = _by_cue(rules)
    for attribution in given:
        twin = _twin(attribution, rules, starts)
        if twin is not None:
            used.add(twin)
        draft = _from_encoder(prose, cast, attribution, rules[twin] if twin is not None else None)
        if draft is not None:
            result.append(draft)
    result.extend(draft for number, draft in enumerate(rules) if number not in used)
    return result


def _by_cue(rules: Sequence[Draft]) -> dict[int, int]:
    """Numbers of drafts by each code point of their cues."""
    return {
        at: n for n, d in enumerate(rules) for span in d.cue for at in range(span.start, span.end)
    }


def _twin(attribution: Attribution, rules: Sequence[Draft], starts: dict[int, int]) -> int | None:
    """The rules' draft with the same cue."""
    for span in attribution.cue:
        for at in range(span.start, span.end):
            if at in starts:
                return starts[at]
    return None


def _from_encoder(prose: Prose, cast: Cast, given: Attribution, twin: Draft | None) -> Draft | None:
    """An attribution of the encoder as a draft; missing parts are the rules'."""
    inside = [s for s in (*given.source, *given.cue, *given.content) if s.end <= len(prose.text)]
    if not inside or any(prose.is_boilerplate(s) for s in inside):
        return twin
    content = merge(given.content) or (twin.content if twin else ())
    cue = merge(given.cue) or (twin.cue if twin else ())
    source = merge(given.source) or (twin.source if twin else ())
    if not content or (not cue and not source):
        return twin
    speaker = speaker_of(prose, cast, source) or (twin.speaker if twin else None)
    if twin is not None:
        return replace(twin, source=source, content=content, speaker=speaker, score=given.score)
    lemma = _lemma(prose, cue)
    return Draft(
        source=source,
        cue=cue,
        content=content,
        stance=CUES[lemma].stance if lemma in CUES else "says",
        pattern="according" if lemma == "according" else "encoder",
        speaker=speaker,
        lemma=CUES[lemma].lemma if lemma in CUES else lemma,
        score=given.score,
    )


def _lemma(prose: Prose, cue: Spans) -> str:
    """The cue's verb, or its first word."""
    words = [w.lower for span in cue for w in prose.words_in(span)]
    return next((w for w in words if w in CUES), words[0] if words else "")


def holds(content: Spans, span: Span) -> bool:
    """Whether the content touches the span."""
    return any(part.overlaps(span) for part in content)

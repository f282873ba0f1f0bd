"""Names by rule and names by the encoder as one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.core.annotation import EntityKind, Mention
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import Candidate
from onrecord.extract.name_candidates import candidate_of, title_before
from onrecord.extract.name_kinds import is_outlet_name
from onrecord.extract.prose import Prose
from onrecord.extract.runs import Run, is_common, trim

# --- with the encoder ---------------------------------------------------------------------------


NAME_FLOOR = 0.2
"""Score from which the encoder's name is taken where the rules see none. Lower ones were ordinary
words as often (newsroom set, first weights; look again with others)."""
NO_NAMES = v.NATIONALITIES | v.CALENDAR
KIND_FLOOR = 0.3
"""Score from which the encoder's kind replaces the rules' guess where no word tells the kind."""


def join_names(
    prose: Prose, rough: Sequence[Candidate], given: Iterable[Mention]
) -> list[Candidate]:
    """Rule names and encoder names as one list: the encoder's kind, the rules' ends where they agree."""
    mentions = sorted(
        (m for m in given if not prose.is_boilerplate(m.span) and m.span.end <= len(prose.text)),
        key=lambda m: (m.span.start, -m.span.end),
    )
    result: list[Candidate] = []
    position = 0
    for rule in rough:
        whole = Span(rule.title.start, rule.span.end) if rule.title else rule.span
        while position < len(mentions) and mentions[position].span.end <= whole.start:
            _add(prose, result, mentions[position])
            position += 1
        inside: list[Mention] = []
        while position < len(mentions) and mentions[position].span.start < rule.span.end:
            if mentions[position].span.overlaps(rule.span):
                inside.append(mentions[position])
            position += 1
        result.extend(_agree(prose, rule, inside))
    for mention in mentions[position:]:
        _add(prose, result, mention)
    return _one_kind(result)


def _agree(prose: Prose, rule: Candidate, inside: Sequence[Mention]) -> list[Candidate]:
    sure = [m for m in inside if m.score >= NAME_FLOOR]
    if rule.strong or not sure:
        return [rule]
    if len(sure) == 1:
        kind = sure[0].kind if sure[0].score >= KIND_FLOOR else rule.kind
        return [replace(rule, kind=kind)]
    parts = [c for m in sure if (c := _cleaned(prose, m)) is not None]
    return parts or [rule]


def _one_kind(found: Sequence[Candidate]) -> list[Candidate]:
    """Names with one kind for each spelling: what words tell weighs three times a guess."""
    votes: dict[tuple[str, ...], Counter[EntityKind]] = {}
    for name in found:
        votes.setdefault(name.words, Counter())[name.kind] += 3 if name.strong else 1
    surnames = {name.words[-1] for name in found if name.kind == "person" and len(name.words) > 1}
    for words, count in votes.items():
        if len(words) == 1 and words[0] in surnames and "place" not in count:
            count["person"] += 100
    chosen = {words: min(count, key=lambda k: (-count[k], k)) for words, count in votes.items()}
    return [
        name
        if chosen[name.words] == name.kind or name.title
        else replace(name, kind=chosen[name.words])
        for name in found
    ]


def _add(prose: Prose, result: list[Candidate], mention: Mention) -> None:
    if mention.score < NAME_FLOOR or (result and mention.span.start < result[-1].span.end):
        return
    sentence = prose.sentence_at(mention.span.start)
    if sentence is None or sentence.start in prose.shouted:
        return
    cleaned = _cleaned(prose, mention)
    if cleaned is not None:
        result.append(cleaned)


def _cleaned(prose: Prose, mention: Mention) -> Candidate | None:
    """A mention of the encoder as a candidate: without titles, article and possessive."""
    first, last = prose.word_index(mention.span.start), prose.word_index(mention.span.end)
    words = prose.words
    while first < last and not words[first].is_capital and not words[first].text[0].isdigit():
        first += 1
    while last > first and not words[last - 1].text[0].isalnum():
        last -= 1
    if first >= last:
        return None
    trimmed = trim(prose, first, last) if mention.kind == "person" else Run(first, last, first)
    if trimmed is None:
        return None
    opening = words[trimmed.body]
    if trimmed.last - trimmed.body == 1 and (
        is_common(prose, opening) or opening.lower in NO_NAMES
    ):
        return None
    body = words[trimmed.body : trimmed.last]
    lower = [w.lower for w in body]
    kind: EntityKind = "outlet" if is_outlet_name(lower) else mention.kind
    span = Span(body[0].start, body[-1].end)
    return candidate_of(prose, span, kind, title_before(prose, trimmed), strong=False)

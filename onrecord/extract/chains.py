"""Chains: on whose word a statement is, the origin first, the report's own outlet left out.

A statement that stands inside another's content is passed on by the other's speaker; an outlet that
was told something passes it on; "X reported, citing Y" makes Y the origin. A speaker who told an
outlet once speaks through it in the statements that follow at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.span import Span, Spans, covers, merge
from onrecord.extract.cast import Cast, Role
from onrecord.extract.drafts import Draft
from onrecord.extract.prose import Prose
from onrecord.extract.speakers import is_first_person

INHERIT = 2
"""Paragraphs for which an outlet once told stays the way by which a speaker is heard."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: an entity's id and the words that make it one."""

    entity: str
    words: Spans


@dataclass(frozen=True, slots=True)
class Linked:
    """A draft with its speaker and chain."""

    draft: Draft
    speaker: str | None
    links: tuple[Link, ...]
    parent: int | None


def link_drafts(prose: Prose, cast: Cast, drafts: Sequence[Draft]) -> list[Linked]:
    """Drafts with their chains. Drafts must be in text order of their cues."""
    parents = without_circles([find_parent(drafts, number) for number in range(len(drafts))])
    told = _told(prose, cast, drafts)
    done: dict[int, Linked] = {}
    for number in _outer_first(parents):
        parent = parents[number]
        outer = done[parent] if parent is not None else None
        done[number] = _linked(prose, cast, drafts[number], outer, parent, told[number])
    return [done[number] for number in range(len(drafts))]


def without_circles(parents: Sequence[int | None]) -> list[int | None]:
    """The same with a link dropped where following them comes back: broken spans may hold each other."""
    result = list(parents)
    for number in range(len(result)):
        seen = {number}
        at = number
        while (above := result[at]) is not None:
            if above in seen:
                result[at] = None
                break
            seen.add(above)
            at = above
    return result


def _outer_first(parents: Sequence[int | None]) -> list[int]:
    """Numbers so that each comes after its parent."""

    def depth(number: int) -> int:
        steps, at = 0, parents[number]
        while at is not None and steps <= len(parents):
            steps, at = steps + 1, parents[at]
        return steps

    return sorted(range(len(parents)), key=lambda n: (depth(n), n))


NEIGHBOURS = 24
"""Drafts to either side in which an outer one is looked for: keeps the work linear."""


def find_parent(drafts: Sequence[Draft], number: int) -> int | None:
    """The draft with the shortest content that holds the other's source and cue."""
    own = drafts[number]
    if own.relay is not None:
        for other in range(number - 1, max(-1, number - 6), -1):
            if any(span.overlaps(own.relay) for span in drafts[other].cue):
                return other
    reach = own.reach
    best: int | None = None
    low, high = max(0, number - NEIGHBOURS), min(len(drafts), number + NEIGHBOURS)
    for other in range(low, high):
        draft = drafts[other]
        if other == number or not covers(draft.content, reach):
            continue
        if covers(own.content, draft.reach) and _size(draft) >= _size(own):
            continue
        if best is None or _size(draft) < _size(drafts[best]):
            best = other
    return best


def _size(draft: Draft) -> int:
    return sum(len(span) for span in draft.content)


def _told(prose: Prose, cast: Cast, drafts: Sequence[Draft]) -> list[Role | None]:
    """The outlet through which each speaker is heard, inherited by what follows at once."""
    result: list[Role | None] = []
    heard: dict[str, tuple[int, Role]] = {}
    for draft in drafts:
        paragraph = prose.paragraph_index(draft.reach.start)
        told = draft.told if _is_other_outlet(cast, draft.told) else None
        speaker = draft.speaker.entity.id if draft.speaker else None
        if told is not None and speaker is not None:
            heard[speaker] = (paragraph, told)
        elif told is None and draft.told is None and speaker in heard and speaker is not None:
            since, outlet = heard[speaker]
            if paragraph - since < INHERIT:
                told = outlet
        result.append(told)
    return result


def _is_other_outlet(cast: Cast, told: Role | None) -> bool:
    return told is not None and told.entity.kind == "outlet" and not cast.is_own_outlet(told.entity)


def _linked(
    prose: Prose,
    cast: Cast,
    draft: Draft,
    outer: Linked | None,
    parent: int | None,
    told: Role | None,
) -> Linked:
    speaker = draft.speaker.entity.id if draft.speaker else None
    if speaker is None and outer is not None and is_first_person(prose, draft.source):
        speaker = outer.speaker
    if speaker is None and outer is None and _is_own_we(prose, draft):
        speaker = cast.own_outlet
    links: list[Link] = []
    if speaker is not None:
        links.append(Link(speaker, merge((*draft.source, *draft.cue))))
    for passed in (draft.through, told):
        if passed is not None:
            links.append(Link(passed.entity.id, (passed.span,)))
    links.extend(outer.links if outer else ())
    return Linked(draft, speaker, tuple(_without_repeats(cast, links)), parent)


def _is_own_we(prose: Prose, draft: Draft) -> bool:
    """Whether "we" outside quotation marks is whoever publishes the text: a body's own release."""
    words = [w.lower for span in draft.source for w in prose.words_in(span)]
    return words == ["we"] and prose.quotation_at(draft.source[0].start) is None


def _without_repeats(cast: Cast, links: Sequence[Link]) -> list[Link]:
    """Links without the report's own outlet; each entity once, where it stands farthest out."""
    kept: list[Link] = []
    seen: set[str] = set()
    for link in reversed(links):
        entity = cast.by_id[link.entity]
        if link.entity not in seen and not cast.is_own_outlet(entity):
            kept.append(link)
            seen.add(link.entity)
    return kept[::-1]


def span_of(links: Sequence[Link]) -> tuple[Spans, ...]:
    """The words of each link."""
    return tuple(link.words for link in links)


def inside_quotation(prose: Prose, span: Span) -> bool:
    """Whether the span stands in quotation marks."""
    return prose.quotation_at(span.start) is not None

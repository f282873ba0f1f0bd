"""What a fact type is, and the context in which it finds its facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Literal, TypeVar

from onrecord.core.annotation import RoleFiller
from onrecord.core.reading import (
    Certainty,
    Entity,
    EntityMention,
    Qualifier,
    ReportIncident,
    Statement,
    Time,
)
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans, merge
from onrecord.core.values import Value

Comparison = Literal["same", "finer", "coarser", "compatible", "conflict"]
"""`finer`: the first value says the same more exactly. `compatible`: both can hold (the field may
have several values, or the intervals meet). `conflict`: the values exclude each other."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value that a fact type found. `subject` is an entity id, or an incident id for incident fields.

    `certainty` is set where the words of the fact itself tell it ("allegedly", "whether"); else the
    fact has that of the statement it stands in. `incident` is set where the words tell it; else it
    is the incident of the passage. `at` is where to look up voice and incident (default: evidence).
    `voice_of`: entity id of the one whose word it is, whatever statement it stands in (rare: a claim).
    """

    subject: str
    field: str
    value: Value
    evidence: Spans
    confidence: float = 1.0
    certainty: Certainty | None = None
    incident: str | None = None
    at: Span | None = None
    qualifier: Qualifier | None = None
    includes_perpetrators: bool | None = None
    approximate: bool = False
    as_of: str | None = None
    mode: str | None = None
    voice_of: str | None = None


BLOCK = 2000
"""Code points of a stretch by which statements are looked up: about a short report."""


@dataclass(frozen=True)
class Context:
    """One report as the fact types see it. Spans are code points of `report.text`.

    `fillers`: whom and what the encoder takes for victims, weapons and such, as far as it is to be
    believed; none where it has no head for it. `encoder_decides`: roles are theirs alone, as the report
    came in capitals, on which rules are weak.
    """

    report: Report
    sentences: Spans
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    incidents: tuple[ReportIncident, ...]
    times: tuple[Time, ...]
    fillers: tuple[RoleFiller, ...] = ()
    encoder_decides: bool = False

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    @cached_property
    def by_id(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def shared(self) -> dict[str, Any]:
        """What fact types work out of the report once and use again, by name (parsed sentences)."""
        return {}

    @cached_property
    def mentions(self) -> tuple[tuple[EntityMention, Entity], ...]:
        """All mentions with their entities, in text order, the longer first."""
        pairs = [(m, e) for e in self.entities for m in e.mentions]
        return tuple(sorted(pairs, key=lambda p: (p[0].span.start, -p[0].span.end, p[1].id)))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention, _ in self.mentions]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _statements_by_block(self) -> dict[int, list[Statement]]:
        found: dict[int, list[Statement]] = {}
        for statement in self.statements:
            spans = (*statement.source, *statement.content)
            blocks = {b for s in spans for b in range(s.start // BLOCK, s.end // BLOCK + 1)}
            for block in sorted(blocks):
                found.setdefault(block, []).append(statement)
        return found

    def statements_near(self, span: Span) -> list[Statement]:
        """Statements with source or content around the span's start, in text order."""
        return self._statements_by_block.get(span.start // BLOCK, [])

    @cached_property
    def prose(self) -> Spans:
        """Sentences that are not boilerplate."""
        marked = merge(b.span for b in self.report.boilerplate)
        ends = [span.end for span in marked]
        kept: list[Span] = []
        for sentence in self.sentences:
            index = bisect_right(ends, sentence.start)
            if index == len(marked) or marked[index].start >= sentence.end:
                kept.append(sentence)
        return tuple(kept)

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.span.start for time in self.times]

    def times_in(self, span: Span) -> Iterator[Time]:
        """Time expressions that lie wholly inside the span, in text order."""
        index = bisect_right(self._time_starts, span.start - 1)
        while index < len(self.times) and self.times[index].span.start < span.end:
            if self.times[index].span.end <= span.end:
                yield self.times[index]
            index += 1

    def mentions_in(self, span: Span) -> Iterator[tuple[EntityMention, Entity]]:
        """Mentions that lie wholly inside the span, in text order."""
        index = bisect_right(self._starts, span.start - 1)
        while index < len(self.mentions) and self.mentions[index][0].span.start < span.end:
            if self.mentions[index][0].span.end <= span.end:
                yield self.mentions[index]
            index += 1

    def mentions_from(self, start: int, end: int) -> Iterator[tuple[EntityMention, Entity]]:
        """Mentions that begin between two code points, the second not included, in text order."""
        index = bisect_right(self._starts, start - 1)
        while index < len(self.mentions) and self.mentions[index][0].span.start < end:
            yield self.mentions[index]
            index += 1

    def mention_at(self, offset: int) -> tuple[EntityMention, Entity] | None:
        """The longest mention that starts at the offset."""
        index = bisect_right(self._starts, offset - 1)
        if index < len(self.mentions) and self.mentions[index][0].span.start == offset:
            return self.mentions[index]
        return None

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index >= 0 and self.sentences[index].end > offset:
            return self.sentences[index]
        return None

    @cached_property
    def lead(self) -> ReportIncident:
        """The incident that the report is about."""
        return next(incident for incident in self.incidents if incident.lead)

    @cached_property
    def _background_by_block(self) -> dict[int, list[tuple[Span, ReportIncident]]]:
        found: dict[int, list[tuple[Span, ReportIncident]]] = {}
        for incident in self.incidents:
            for span in () if incident.lead else incident.passages:
                for block in range(span.start // BLOCK, span.end // BLOCK + 1):
                    found.setdefault(block, []).append((span, incident))
        return found

    def background_near(self, span: Span) -> Iterator[tuple[Span, ReportIncident]]:
        """Passages of other incidents than the lead that overlap the span, with their incidents."""
        for block in range(span.start // BLOCK, span.end // BLOCK + 1):
            for passage, incident in self._background_by_block.get(block, ()):
                if passage.overlaps(span):
                    yield passage, incident

    def incident_at(self, span: Span) -> ReportIncident:
        """The incident whose passage holds the span; the lead where none does."""
        found = (incident for _, incident in self.background_near(span))
        return min(found, key=self.incidents.index, default=self.lead)


T = TypeVar("T")


def once(find: Callable[[Context], T]) -> Callable[[Context], T]:
    """A finder that reads each context once, however many fact types ask for what it finds."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(context: Context) -> T:
        if name not in context.shared:
            context.shared[name] = find(context)
        found: T = context.shared[name]
        return found

    return kept


@dataclass(frozen=True, slots=True)
class FactType:
    """One field of the record: how it is found, compared, and shown.

    `many`: a subject may have several values at once (roles, victims, places). `grows`: a later
    figure may replace an earlier one (tolls). `find` reads a report's context. `compare` relates
    two values of one subject. `show` gives the value's words for people; entity ids are looked up
    in `names`.
    """

    field: str
    label: str
    many: bool
    find: Callable[[Context], Iterable[Found]]
    compare: Callable[[Value, Value], Comparison]
    show: Callable[[Value, dict[str, str]], str]
    grows: bool = False
    entity_value: bool = False

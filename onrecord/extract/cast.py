"""Cast: the entities of a report by where their mentions start and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.core.annotation import EntityKind, Form
from onrecord.core.reading import Entity
from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import fold, singular
from onrecord.extract.prose import Prose

SPEAKING: frozenset[EntityKind] = frozenset(
    ("person", "group", "organisation", "outlet", "facility")
)
DOCUMENTS = v.DOCUMENT_NOUNS | v.TOLD_PAPERS


@dataclass(frozen=True, slots=True)
class Role:
    """A mention with its entity."""

    span: Span
    form: Form
    entity: Entity

    @property
    def speaks(self) -> bool:
        """Whether such an entity can say something."""
        return self.entity.kind in SPEAKING or self.is_document

    @property
    def is_document(self) -> bool:
        """Whether it is a report, court papers or the like: an origin that is nobody."""
        words = self.entity.name.split()
        return self.entity.kind == "object" and bool(words) and words[-1] in DOCUMENTS


class Cast:
    """Mentions by position. All look-ups take code points."""

    def __init__(self, prose: Prose, entities: Iterable[Entity]) -> None:
        self.prose = prose
        self.entities = tuple(entities)
        self.by_id = {e.id: e for e in self.entities}
        roles = [Role(m.span, m.form, e) for e in self.entities for m in e.mentions]
        self.roles = sorted(roles, key=lambda r: (r.span.start, -r.span.end))
        self._starts = [r.span.start for r in self.roles]
        self._own: dict[str, bool] = {}
        self._by_start: dict[int, Role] = {}
        self._by_end: dict[int, Role] = {}
        for role in self.roles:
            self._by_start.setdefault(role.span.start, role)
            known = self._by_end.get(role.span.end)
            if known is None or role.span.start < known.span.start:
                self._by_end[role.span.end] = role

    def starting_at(self, offset: int) -> Role | None:
        """The longest mention that starts there."""
        return self._by_start.get(offset)

    def ending_at(self, offset: int) -> Role | None:
        """The longest mention that ends there."""
        return self._by_end.get(offset)

    def inside(self, span: Span) -> list[Role]:
        """Mentions that lie inside the span, in text order."""
        index = bisect_left(self._starts, span.start)
        found = []
        while index < len(self.roles) and self.roles[index].span.start < span.end:
            if self.roles[index].span.end <= span.end:
                found.append(self.roles[index])
            index += 1
        return found

    def behind_titles(self, index: int, limit: int) -> Role | None:
        """The mention that begins at a word, or behind the title words that begin there."""
        words = self.prose.words
        for step in range(index, min(index + 7, limit)):
            role = self.starting_at(words[step].start)
            if role is not None:
                return self._with_name(role)
            if not _is_titleish(words[step].lower) and not words[step].is_capital:
                return None
        return None

    def _with_name(self, role: Role) -> Role:
        """The name right behind a nominal that describes it: "the newspaper Hoja"."""
        if role.form != "nominal":
            return self._with_office(role)
        words = self.prose.words
        index = self.prose.word_index(role.span.end)
        while index + 1 < len(words) and words[index].lower.rstrip(".") in v.RANKS:
            index += 1
        if index >= len(words) or not self._adjacent(index):
            return role
        following = self.starting_at(self.prose.words[index].start)
        named = following is not None and following.form == "name"
        return following if named and following is not None else role

    def _with_office(self, role: Role) -> Role:
        """The person whose office begins with a body's name: "Port Authority spokesman Jon Lund"."""
        words = self.prose.words
        first = index = self.prose.word_index(role.span.end)
        if role.entity.kind == "person" or index >= len(words) or words[index - 1].possessive:
            return role
        while (
            index < min(first + 5, len(words))
            and self._adjacent(index)
            and _is_titleish(words[index].lower)
        ):
            index += 1
        if index == first or index >= len(words) or not self._adjacent(index):
            return role
        following = self.starting_at(words[index].start)
        person = following is not None and following.entity.kind == "person"
        return following if person and following is not None else role

    def with_title(self, role: Role) -> Span:
        """The mention's span with article and title words before it."""
        words = self.prose.words
        first = self.prose.word_index(role.span.start)
        start = first
        while start > 0 and first - start < 7 and role.form == "name" and self._adjacent(start):
            word = words[start - 1]
            if not _is_titleish(word.lower) and not (word.is_capital and start - 1 > 0):
                break
            start -= 1
        if (
            start > 0
            and self._adjacent(start)
            and words[start - 1].lower in v.DETERMINERS - {"that"}
            and role.form == "name"
        ):
            start -= 1
        return Span(words[start].start, role.span.end)

    def _adjacent(self, index: int) -> bool:
        words = self.prose.words
        return self.prose.text[words[index - 1].end : words[index].start] in {" ", "\u00a0"}

    def is_own_outlet(self, entity: Entity) -> bool:
        """Whether the entity is the outlet that published the report."""
        if entity.id not in self._own:
            self._own[entity.id] = self._publishes(entity)
        return self._own[entity.id]

    @cached_property
    def own_outlet(self) -> str | None:
        """The id of the entity that published the report, where the text names it."""
        return next((e.id for e in self.entities if self.is_own_outlet(e)), None)

    def _publishes(self, entity: Entity) -> bool:
        outlet = self.prose.report.outlet
        if outlet and _is_part(plain(entity.name), plain(outlet)):
            return True
        if outlet and not entity.named and _is_body_of(entity, self.prose.text, outlet):
            return True
        return any(
            fold(m.span.cut(self.prose.text)).startswith(("this ", "our "))
            and entity.kind == "outlet"
            for m in entity.mentions
            if m.form == "nominal"
        )


def _is_body_of(entity: Entity, text: str, outlet: str) -> bool:
    """Whether a body without a name is the one that publishes: "the directorate", in its own release."""
    words = set(plain(outlet).split())
    for mention in entity.mentions:
        told = plain(mention.span.cut(text)).split()
        if mention.form == "nominal" and len(told) == 1 and told[0] in v.ORGANISATION_NOUNS:
            return told[0] in words
    return False


def _is_part(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's, or its end ("the Echo" of "The Hillside Echo")."""
    return name == outlet or (bool(name) and outlet.endswith(" " + name))


def plain(name: str) -> str:
    """A name for comparison: folded, without article and @."""
    return fold(name).removeprefix("the ").lstrip("@").strip()


def _is_titleish(lower: str) -> bool:
    bare = lower.rstrip(".")
    return (
        bare in v.RANKS
        or singular(bare) in v.PERSON_NOUNS
        or bare in v.PLAIN_MODIFIERS
        or bare in v.NATIONALITIES
        or bare in v.ORGANISATION_NOUNS
        or (bare in v.DETERMINERS and bare != "that")
    )

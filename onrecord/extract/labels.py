"""Labels: the short phrase before a colon or behind a dash that says whose words stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.core.span import Span
from onrecord.extract import vocabulary as v
from onrecord.extract.candidates import fold, singular
from onrecord.extract.cast import Cast, Role
from onrecord.extract.cues import CUES
from onrecord.extract.prose import Prose, Word

ASKERS = frozenset("q question interviewer host reporter journalist moderator anchor".split())
"""Labels of whoever asks: the report's own outlet, as a rule."""
ANSWERERS = frozenset("a answer interviewee guest".split())
"""Labels of whoever answers: the one whom the text before introduces."""
MAX_WORDS = 6
"""Words of a label: a rank, a name of three and an office at most."""
SOURCE_NOUNS = (
    v.PERSON_NOUNS
    | v.ORGANISATION_NOUNS
    | v.DOCUMENT_NOUNS
    | frozenset("police officials sources study union report media authorities".split())
)
NO_LABEL = frozenset(CUES) | {"by"}
"""Words of a clause or of a credit ("Thread by X:"), not of a label."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label. `role` is the mention of whom it names, `asks` and `answers` tell Q and A."""

    span: Span
    role: Role | None
    asks: bool = False
    answers: bool = False


class Labels:
    """Whom the labels of one report name."""

    def __init__(self, prose: Prose, cast: Cast) -> None:
        self.prose = prose
        self.cast = cast
        self._described: Mapping[str, Role] | None = None

    def read(self, first: int, last: int) -> Label | None:
        """The label of the words `first` to `last` (exclusive); None where they name no source."""
        words = self.prose.words[first:last]
        if not 0 < len(words) <= MAX_WORDS or any(w.lower in NO_LABEL for w in words[1:]):
            return None
        span = Span(words[0].start, words[-1].end)
        lower = words[0].lower
        if len(words) == 1 and lower in ASKERS | ANSWERERS:
            return Label(span, None, asks=lower in ASKERS, answers=lower in ANSWERERS)
        role = self._named(first, last) or self.known(words)
        return Label(span, role) if role is not None or self._is_source(words) else None

    def _named(self, first: int, last: int) -> Role | None:
        """The mention in the label: at its beginning, or behind titles."""
        role = self.cast.behind_titles(first, last)
        if role is None or not role.speaks:
            return None
        rest = self.prose.text[role.span.end : self.prose.words[last - 1].end].strip()
        return role if not rest or rest[0] in ",(" else None

    def known(self, words: tuple[Word, ...]) -> Role | None:
        """Whom the words name elsewhere in the report: all of a name, its end, or an office."""
        asked = tuple(fold(w.text) for w in words if w.text[0].isalnum())
        if self._described is None:
            self._described = MappingProxyType(self._index())
        whole = self._described.get(" ".join(asked))
        return whole or (self._described.get(singular(asked[-1])) if asked else None)

    def _index(self) -> dict[str, Role]:
        """Whole names, last names and offices → the first mention that has them."""
        index: dict[str, Role] = {}
        for role in self.cast.roles:
            if not role.speaks or role.form == "pronoun":
                continue
            words = [fold(w.text) for w in self.prose.words_in(role.span) if w.text[0].isalnum()]
            if not words:
                continue
            keys = [" ".join(words), "".join(words), singular(words[-1])]
            for key in keys if role.entity.kind != "place" else keys[:1]:
                index.setdefault(key, role)
        return index

    @staticmethod
    def _is_source(words: tuple[Word, ...]) -> bool:
        """Whether a label names somebody whom the report does not: by an office, or in capitals."""
        if singular(words[-1].lower) in SOURCE_NOUNS:
            return all(w.text[0].isalnum() for w in words)
        letters = [w for w in words if w.is_alpha]
        return len(letters) == len(words) > 1 and all(w.text.isupper() for w in letters)

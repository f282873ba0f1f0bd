"""What is gathered of a report's own declarations, and how a list of names is split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.core.report import Boilerplate, BoilerplateKind, DeclaredSource, PhotoCredit
from onrecord.core.span import Span
from onrecord.intake.lines import Line

NAME_WORDS = 8
"""Words of the longest declared name; longer pieces are sentences."""
PLAIN_WORDS = 2
"""Words without a capital that a name may have ("Leeds regional police"); a headline has more."""
SMALL = frozenset(
    "and the of in at for from de da di du del der den van von zu la le el al bin ibn staff writer "
    "writers reporter reporters correspondent correspondents newsroom editor editors team desk "
    "special senior chief political security foreign national crime local news a to with on".split()
)
"""Words that names, jobs and places are joined with."""
COURTESY = re.compile(r"^(?:courtesy(?:\s+of)?|credit|by)(?:\s+|$)", re.IGNORECASE)
LISTED = r"\s*(?:[,;|·•]|\s/\s|\s/$)\s*"
CREDITED = r"\s*(?:[,;|·•]|/(?!/)|\bvia\b|\s[–—-]\s)\s*"
PAIR = re.compile(r"\W*(?:[A-Z]\S*\s+){1,3}and(?:\s+[A-Z]\S*){1,3}\W*")
THE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its place."""

    text: str
    span: Span

    def bare(self) -> Name:
        """The name without its article."""
        words = THE.sub("", self.text)
        return Name(words, Span(self.span.end - len(words), self.span.end))


@dataclass(slots=True)
class Credits:
    """What is found, while it is gathered."""

    boilerplate: list[Boilerplate] = field(default_factory=list)
    sources: list[DeclaredSource] = field(default_factory=list)
    photos: list[PhotoCredit] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)

    def mark(self, line: Line, start: int, end: int, kind: BoilerplateKind) -> None:
        """Mark a stretch of a line, white space at its end left out."""
        end = len(line.text[:end].rstrip())
        span = Span(line.span.start + start, line.span.start + end)
        self.boilerplate.append(Boilerplate(span, kind))

    def agency(self, name: Name) -> None:
        """Note that the text is an agency's."""
        self.sources.append(DeclaredSource(name.text, name.span, "agency"))


def credited(line: Line, start: int, end: int) -> list[Name]:
    """The names of a picture's credit: "A/B" and "A via B" name two."""
    return list(_split(line, start, end, CREDITED))


def listed(line: Line, start: int, end: int, *, joined: bool = False) -> list[Name]:
    """The names of a list: "A/B" is one, "A and B" are two in a list or if `joined` says so."""
    return list(_split(line, start, end, LISTED, joined=joined))


def _split(line: Line, start: int, end: int, joint: str, *, joined: bool = False) -> Iterator[Name]:
    words = line.text[start:end]
    if joined or re.search(r"[,;]", words) or PAIR.fullmatch(words):
        joint = rf"(?:{joint}(?:and\s+)?|\s+and\s+)"
    at = 0
    for cut in [*re.finditer(joint, words), None]:
        stop = cut.start() if cut else len(words)
        kept = COURTESY.sub("", words[at:stop].strip(" \t.()[]/"))
        if kept:
            place = line.span.start + start + words.index(kept, at)
            yield Name(kept, Span(place, place + len(kept)))
        at = cut.end() if cut else stop


def are_names(names: list[Name]) -> bool:
    """Whether these can be names: short, and not a headline behind "Photos:"."""
    return bool(names) and not any(
        len(words) > NAME_WORDS
        or sum(word[0].islower() and word not in SMALL for word in words) > PLAIN_WORDS
        for words in (name.text.split() for name in names)
    )

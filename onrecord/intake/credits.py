"""What a report declares about itself: lines of sources and credits of pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.core.report import DeclaredSource, PhotoCredit
from onrecord.intake.agencies import bylined, contributed, dateline, signed
from onrecord.intake.declared import Credits, Name, are_names, credited, listed
from onrecord.intake.lines import Line, blocks_of, is_prose
from onrecord.intake.names import is_agency

_PICTURE = (
    r"(?:(?:lead|main|featured?|header|cover|top|file|homepage|thumbnail|inset|front)\s+)?(?:photos?|"
    r"images?|pictures?|pics?|photographs?|photography|videos?|graphics?|illustrations?|maps?)"
)
CREDIT_LABEL = re.compile(
    rf"(?:{_PICTURE}\s*(?:credits?|courtesy(?: of)?|sources?|copyright|by|via)?\s*:|"
    rf"(?:{_PICTURE}\s+)?credits?\s*:|{_PICTURE}\s+(?:by|courtesy of|credit|copyright)\s)\s*",
    re.IGNORECASE,
)
SOURCES_LABEL = re.compile(
    r"(?:news |story |main |original )?sources?(?:\(s\))?\s*:\s*|via\s*:\s*", re.IGNORECASE
)
BOUND = re.compile(r"[/|;.,·•–—-]\s*$")
INLINE_CREDIT = re.compile(
    rf"\(\s*({_PICTURE}\s*(?:(?:credits?|courtesy(?: of)?|by|via)\s*:?|:)\s+"
    rf"[^()\[\]]{{2,100}})\)\.?\s*$|"
    rf"(?<=[.!?”\"])\s+({_PICTURE}(?:\s+credit|\s+by)?\s*:\s+[^.!?]{{2,80}}\.?)\s*$",
    re.IGNORECASE,
)
CAPTIONED = re.compile(r"[(\[]?\s*AP Photo\s*/\s*[^()]{2,60}[)\]]?")
CAPTION = re.compile(r"(?<!\s)\s+(?:image|media|photo) caption\b", re.IGNORECASE)
ENDS = 6
"""Blocks from the top in which a byline may stand, and from the end in which a signature may: a
title, a teaser, a picture, its caption, a date, the byline."""


@dataclass(frozen=True, slots=True)
class Part:
    """One label of a line with the names behind it."""

    label: re.Match[str]
    end: int
    names: list[Name]

    @property
    def pictures(self) -> bool:
        """Whether it is a credit of pictures, not a list of sources."""
        return self.label.re is CREDIT_LABEL


def find_credits(text: str, title: str | None) -> Credits:
    """All that a text declares about its sources, pictures and writers."""
    found = Credits()
    blocks = list(blocks_of(text))
    for place, block in enumerate(blocks):
        for line in block:
            if place == 0 and line.text == title:
                continue
            if _pictured(line, found) or _labelled(line, found):
                continue
            contributed(line, text, found)
            if place <= ENDS:
                bylined(line, found)
            if place >= len(blocks) - ENDS:
                signed(line, found)
    dateline(text, title, found)
    return found


def _labelled(line: Line, found: Credits) -> bool:
    """A line of sources, of credits, or of both."""
    parts = _parts(line)
    if not parts or not all(_is_list(line, part) for part in parts):
        return False
    for part in parts:
        found.mark(line, part.label.start(), part.end, "credit" if part.pictures else "sources")
        if part.pictures:
            found.photos += [PhotoCredit(name.text, name.span) for name in part.names]
        else:
            found.sources += [DeclaredSource(n.text, n.span, "listed") for n in part.names]
    return True


def _is_list(line: Line, part: Part) -> bool:
    """Whether names stand behind a label: "Source: …" may also begin a sentence."""
    sentence = len(part.names) == 1 and is_prose(line.text[part.label.end() : part.end])
    return are_names(part.names) and not sentence


def _parts(line: Line) -> list[Part]:
    """The labels of a line that begins with one, in order, each with its names."""
    words = line.text
    first = SOURCES_LABEL.match(words) or CREDIT_LABEL.match(words)
    if first is None:
        return []
    later = [m for rule in (SOURCES_LABEL, CREDIT_LABEL) for m in rule.finditer(words, first.end())]
    bounded = sorted(
        (m for m in later if BOUND.search(words[: m.start()])), key=lambda m: m.start()
    )
    labels = [first, *bounded]
    ends = [label.start() for label in bounded] + [len(words)]
    return [
        Part(label, end, (credited if label.re is CREDIT_LABEL else listed)(line, label.end(), end))
        for label, end in zip(labels, ends, strict=True)
    ]


def _pictured(line: Line, found: Credits) -> bool:
    """A credit at the end of a caption, or a line that is nothing but one."""
    caption = CAPTION.search(line.text)
    if caption is not None and CREDIT_LABEL.match(line.text):
        return _credit(line, 0, caption.start(), found)
    inline = INLINE_CREDIT.search(line.text)
    if inline is not None:
        group = 1 if inline[1] else 2
        return _credit(line, inline.start(group), inline.end(group), found)
    if CAPTIONED.fullmatch(line.text) or _agency_pair(line.text):
        return _credit(line, 0, len(line.text), found)
    return False


def _agency_pair(line: str) -> bool:
    """Whether a line is a photographer and an agency: "Ann Ash/Reuters"."""
    name, slash, agency = line.partition("/")
    return bool(slash) and is_agency(agency.strip()) and 0 < len(name.split()) <= 5


def _credit(line: Line, start: int, end: int, found: Credits) -> bool:
    label = CREDIT_LABEL.match(line.text, start)
    names = credited(line, label.end() if label else start, end)
    if not are_names(names):
        return False
    found.mark(line, start, end, "credit")
    found.photos += [PhotoCredit(name.text, name.span) for name in names]
    return True

"""Boilerplate: stretches of a text that are not its own prose, marked by kind and never cut.

Every rule looks at a whole line (or at the last sentence of a paragraph) and wants all of it: a
sentence of prose that merely holds the words of a rule is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.report import Boilerplate, BoilerplateKind
from onrecord.core.span import Span
from onrecord.intake.lines import Line, is_date_line, lines_of, opening
from onrecord.intake.prompts import PROMPTS, RIGHTS

LONGEST = 240
"""Code points of the longest line that PROMPTS look at: calls to sign up run to 200, paragraphs of
a news text that happen to begin alike are longer."""
LONGEST_RIGHTS = 600
"""Code points of the longest notice of rights; broadcasters' run to 400."""

POST_NOTE = re.compile(
    r"(?:^|(?<=[.!?”\"]\s))The post .{1,200} (?:first )?appeared (?:first )?on .{1,80}$"
)
PLAYER = re.compile(
    r"(?:Media|Video|Audio) playback is (?:unsupported|not supported) on your device"
)
RELEASE = re.compile(
    r"\b(?:press|media|news) (?:release|office|statement)\b|^for immediate release|^embargo",
    re.IGNORECASE,
)
HANDLE = re.compile(r"@\w{2,30}")
SAID = re.compile(
    r"[”\"’]\s+(?:\w+\s+){0,4}(?:said|says|told|added|wrote|asked)\b"
    r"|\b(?:he|she|they) (?:said|says)\b"
)
HEADER_LINES = 6
"""Lines a release's letterhead or a post's head may have; the prose begins below it."""


def prompts(text: str, title: str | None) -> Iterator[Boilerplate]:
    """Lines that ask, promote, navigate, stand for a picture or say whose rights they are."""
    for line in lines_of(text):
        if line.text == title:
            continue
        kind = kind_of(line.text)
        if kind is not None:
            yield Boilerplate(line.span, kind)
        else:
            yield from _parts(line)


def kind_of(line: str) -> BoilerplateKind | None:
    """The kind of a line that is boilerplate as a whole; None for prose."""
    if SAID.search(line):
        return None
    if len(line) <= LONGEST:
        kind = next((kind for kind, rule in PROMPTS if rule.fullmatch(line)), None)
        if kind is not None:
            return kind
    return "other" if len(line) <= LONGEST_RIGHTS and RIGHTS.fullmatch(line) else None


def _parts(line: Line) -> Iterator[Boilerplate]:
    """Boilerplate that shares its line with prose or with a caption."""
    note = POST_NOTE.search(line.text)
    if note is not None:
        yield Boilerplate(Span(line.span.start + note.start(), line.span.end), "navigation")
    player = PLAYER.match(line.text)
    if player is not None:
        yield Boilerplate(Span(line.span.start, line.span.start + player.end()), "image")


def letterhead(text: str, title: str | None, byline: tuple[str, ...]) -> Iterator[Boilerplate]:
    """The head of a press release or a post: sender, number, date and handle above the prose."""
    names = {name.casefold() for name in byline}
    for block in opening(text, title):
        if len(block) > HEADER_LINES:
            continue
        dated = any(is_date_line(line.text) for line in block)
        handle = any(HANDLE.fullmatch(line.text) for line in block)
        released = any(RELEASE.search(line.text) for line in block)
        kind: BoilerplateKind = "byline" if handle else "other"
        for line in block:
            if line.text.casefold() in names:
                yield Boilerplate(line.span, "byline")
            elif dated or handle or released:
                yield Boilerplate(line.span, kind)

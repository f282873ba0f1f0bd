"""What a report declares about itself: its sources, its agency, its pictures and its writers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.core.report import Boilerplate, DeclaredSource, PhotoCredit, SourceKind
from onrecord.core.span import Span
from onrecord.intake.lines import ABBREVIATED, Line, blocks_of, is_prose, lines_of
from onrecord.intake.names import AGENCIES, is_person, looks_like_agency

_PICTURE = (
    r"(?:(?:lead|main|featured?|header|cover|top|file|homepage|thumbnail|inset|front)\s+)?"
    r"(?:photos?|images?|pictures?|pics?|photographs?|photography|videos?|graphics?|illustrations?|maps?)"
)
CREDIT_LABEL = re.compile(
    rf"(?:{_PICTURE}\s*(?:credits?|courtesy(?: of)?|sources?|copyright|by|via)?\s*:|"
    rf"(?:{_PICTURE}\s+)?credits?\s*:|{_PICTURE}\s+(?:by|courtesy of|credit|copyright)\s)\s*",
    re.IGNORECASE,
)
SOURCES_LABEL = re.compile(
    r"(?:news |story |main |original )?sources?(?:\(s\))?\s*:\s*|via\s*:\s*", re.IGNORECASE
)
INLINE_CREDIT = re.compile(
    rf"[(\[]\s*({_PICTURE}\s*(?:credits?|courtesy(?: of)?|by|via)?\s*:?\s+[^()\[\]]{{2,100}})[)\]]\.?\s*$|"
    rf"(?<=[.!?”\"])\s+({_PICTURE}(?:\s+credit|\s+by)?\s*:\s+[^.!?]{{2,80}}\.?)\s*$",
    re.IGNORECASE,
)
CAPTIONED = re.compile(r"[(\[]?\s*AP Photo\s*/\s*[^()]{2,60}[)\]]?")
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n]{1,90}?)?\s*\((?P<agency>[^()\d]{2,40})\)\s*(?:-{1,2}|[–—])\s+(?=\S)"
)
CONTRIBUTED = re.compile(
    r"(?:^|(?<=[.!?”\"]\s))(?P<names>(?:The\s+)?[^\W\d_][^.!?\n]{1,120}?(?:\.[A-Z]\.)?[^.!?\n]*?),?\s+(?:also\s+)?"
    r"contributed\s+(?:(?:additional\s+)?(?:reporting|research)(?:\s+(?:to|for)\s+this\s+\w+)?|"
    r"to\s+this\s+(?:report|story|article|piece|coverage|dispatch|post))(?:\s+from\s+[^.]{2,40})?\.?$"
)
WITH_REPORTING = re.compile(
    r"[(\[]?\s*(?:additional\s+reporting|with\s+(?:additional\s+|further\s+)?reporting|with\s+(?:files|material|input|inputs|"
    r"information)|additional\s+material)\s*(?:by|from|:)\s+(?P<names>[^()\n]{2,140}?)\.?\s*[)\]]?",
    re.IGNORECASE,
)
REPORTED_BY = re.compile(
    r"[(\[]?\s*(?:reporting|writing|written|edited|editing|compiled|translated|production)\s+by\s*:?\s+[^()\n]{2,200}?[)\]]?\.?",
    re.IGNORECASE,
)
PUBLISHED_BY = re.compile(
    r"\W*this\s+(?:article|story|report|piece|dispatch)\s+(?:was\s+|is\s+|has\s+been\s+)?"
    r"(?:(?:originally|first)\s+(?:published|appeared|ran)|republished)\s+"
    r"(?:by|in|on|from)\s+(?P<names>[^.\n]{2,80})\.?\W*",
    re.IGNORECASE,
)
SIGNED = re.compile(r"(?:[-–—]{1,2}\s*|\()(?P<names>[^\W\d_][\w .&/-]{1,40}?)\)?")
RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[\s\d©,-]*(?P<names>[^.\n]{2,60})", re.IGNORECASE)
BYLINE = re.compile(r"(?:exclusive\s+)?by\s*:?\s+(?P<names>\S.{1,120})", re.IGNORECASE)
PLACED = re.compile(r"\s+(?:in|at|from|for|near|aboard)\s+[^,;|/&]+$")
NOT_A_BYLINE = re.compile(
    r"by\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|midnight|noon|now|then|contrast|comparison|far|and large)\b",
    re.IGNORECASE,
)
SMALL = frozenset(
    "and the of in at for from de da di du del der den van von zu la le el al bin ibn staff writer writers "
    "reporter reporters correspondent correspondents newsroom editor editors team desk special senior chief "
    "political security foreign national crime local news a to with on".split()
)
ENDS = 6
"""Blocks from the top in which a byline may stand, and from the end in which a signature may: a
title, a teaser, a picture, its caption, a date, the byline."""
NAME_WORDS = 8
"""Words of the longest declared name; longer pieces are sentences."""


@dataclass(slots=True)
class Credits:
    """What is found, while it is gathered."""

    boilerplate: list[Boilerplate] = field(default_factory=list)
    sources: list[DeclaredSource] = field(default_factory=list)
    photos: list[PhotoCredit] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its place."""

    text: str
    span: Span


def find_credits(text: str, title: str | None) -> Credits:
    """All that a text declares about its sources, pictures and writers."""
    found = Credits()
    blocks = list(blocks_of(text))
    last = len(blocks) - ENDS
    for place, block in enumerate(blocks):
        for line in block:
            if place == 0 and line.text == title:
                continue
            if _listed(line, found) or _pictured(line, found):
                continue
            _contributed(line, text, found)
            if place <= ENDS:
                _bylined(line, found)
            if place >= last:
                _signed(line, found)
    _dateline(text, title, found)
    return found


def _listed(line: Line, found: Credits) -> bool:
    """A line of sources, of credits, or of both."""
    cuts = _labels(line.text)
    if not cuts:
        return False
    ends = [cut.start() for cut in cuts[1:]] + [len(line.text)]
    for cut, end in zip(cuts, ends, strict=True):
        names = _names(line, cut.end(), end, credit=cut.re is CREDIT_LABEL)
        if not names or any(len(name.text.split()) > NAME_WORDS for name in names):
            return False
        if is_prose(line.text[cut.end() : end]) and len(names) == 1:
            return False
        _add_list(line, cut, end, names, found)
    return True


def _labels(line: str) -> list[re.Match[str]]:
    """The labels of a line that begins with one, in order."""
    first = SOURCES_LABEL.match(line) or CREDIT_LABEL.match(line)
    if first is None:
        return []
    later = [m for rule in (SOURCES_LABEL, CREDIT_LABEL) for m in rule.finditer(line, first.end())]
    bounded = [m for m in later if re.search(r"[/|;.,·•–—-]\s*$", line[: m.start()])]
    return [first, *sorted(bounded, key=lambda m: m.start())]


def _add_list(line: Line, cut: re.Match[str], end: int, names: list[Name], found: Credits) -> None:
    stretch = line.text[cut.start() : end].rstrip()
    start = line.span.start + cut.start()
    span = Span(start, start + len(stretch))
    if cut.re is CREDIT_LABEL:
        found.boilerplate.append(Boilerplate(span, "credit"))
        found.photos += [PhotoCredit(name.text, name.span) for name in names]
    else:
        found.boilerplate.append(Boilerplate(span, "sources"))
        found.sources += [DeclaredSource(name.text, name.span, "listed") for name in names]


def _names(line: Line, start: int, end: int, *, credit: bool) -> list[Name]:
    """The names of a list, with their places. A credit's "A/B" names two, a source's one."""
    words = line.text[start:end]
    joint = (
        r"\s*(?:[,;|·•]|/(?!/)|\bvia\b|\s[–—-]\s)\s*" if credit else r"\s*(?:[,;|·•]|\s/\s|\s/$)\s*"
    )
    several = bool(re.search(r"[,;]", words))
    if several or re.fullmatch(r"\W*(?:[A-Z]\S*\s+){1,3}and(?:\s+[A-Z]\S*){1,3}\W*", words):
        joint = rf"(?:{joint}(?:and\s+)?|\s+and\s+)"
    names: list[Name] = []
    at = 0
    for cut in [*re.finditer(joint, words), None]:
        stop = cut.start() if cut else len(words)
        piece = words[at:stop]
        kept = piece.strip(" \t.()[]/")
        if kept:
            place = line.span.start + start + at + piece.index(kept)
            names.append(Name(kept, Span(place, place + len(kept))))
        at = cut.end() if cut else stop
    return names


def _pictured(line: Line, found: Credits) -> bool:
    """A credit at the end of a caption, or a line that is nothing but one."""
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
    return bool(slash) and agency.strip() in AGENCIES and 0 < len(name.split()) <= 5


def _credit(line: Line, start: int, end: int, found: Credits) -> bool:
    label = CREDIT_LABEL.match(line.text, start)
    first = label.end() if label else start
    names = _names(line, first, end, credit=True)
    if not names or any(len(name.text.split()) > NAME_WORDS for name in names):
        return False
    span = Span(line.span.start + start, line.span.start + len(line.text[:end].rstrip()))
    found.boilerplate.append(Boilerplate(span, "credit"))
    found.photos += [PhotoCredit(name.text, name.span) for name in names]
    return True


def _contributed(line: Line, text: str, found: Credits) -> None:
    """ "… contributed to this report", "With reporting by …", "This story was published by …"."""
    match = CONTRIBUTED.search(line.text)
    whole = next(
        (m for m in (WITH_REPORTING.fullmatch(line.text), PUBLISHED_BY.fullmatch(line.text)) if m),
        None,
    )
    match = match or whole
    if match is None:
        return
    start = line.span.start + match.start()
    found.boilerplate.append(Boilerplate(Span(start, line.span.end), "sources"))
    for name in _names(line, match.start("names"), match.end("names"), credit=False):
        _declare(name, text, found)


def _declare(name: Name, text: str, found: Credits) -> None:
    """An agency that is named; not a colleague who helped."""
    bare = re.sub(r"^the\s+", "", name.text, flags=re.IGNORECASE)
    if is_person(bare, text) or len(bare.split()) > NAME_WORDS:
        return
    end = name.span.end
    found.sources.append(DeclaredSource(bare, Span(end - len(bare), end), "agency"))


def _bylined(line: Line, found: Credits) -> None:
    """ "By Ann Ash in Lund", with the agency among the names."""
    match = BYLINE.fullmatch(line.text)
    if match is None or NOT_A_BYLINE.match(line.text) or not _is_names(match["names"]):
        return
    found.boilerplate.append(Boilerplate(line.span, "byline"))
    for name in _names(line, match.start("names"), match.end("names"), credit=True):
        if name.text in AGENCIES or looks_like_agency(name.text):
            found.sources.append(DeclaredSource(name.text, name.span, "agency"))
    found.writers += _writers(match["names"])


def _is_names(words: str) -> bool:
    """Whether a byline's words are names, jobs and places: capitals and few small words."""
    if is_prose(words):
        return False
    tokens = re.findall(r"[^\W_][\w’'.-]*", ABBREVIATED.sub("", words))
    return bool(tokens) and all(
        t[0].isupper() or t[0].isdigit() or t.lower() in SMALL for t in tokens
    )


def _writers(words: str) -> Iterator[str]:
    for part in re.split(r"\s*(?:,|;|\||&|\band\b)\s*", words):
        name = PLACED.sub("", part).strip(" .")
        if (
            name
            and name[0].isupper()
            and not set(name.lower().split())
            & {"staff", "writer", "reporter", "editor", "correspondent"}
        ):
            yield name.title() if name.isupper() else name


def _signed(line: Line, found: Credits) -> None:
    """A report's last lines: "— AP", "(Reporting by …)", a notice of rights."""
    signed, rights = SIGNED.fullmatch(line.text), RIGHTS.match(line.text)
    if signed is not None and signed["names"] in AGENCIES:
        found.boilerplate.append(Boilerplate(line.span, "sources"))
        _agencies(line, signed, found)
    elif rights is not None:
        _agencies(line, rights, found)
    elif REPORTED_BY.fullmatch(line.text):
        found.boilerplate.append(Boilerplate(line.span, "byline"))


def _agencies(line: Line, match: re.Match[str], found: Credits) -> None:
    words = match["names"]
    for agency in sorted(AGENCIES, key=len, reverse=True):
        place = re.search(rf"\b{re.escape(agency)}\b", words)
        if place is not None:
            start = line.span.start + match.start("names") + place.start()
            found.sources.append(DeclaredSource(agency, Span(start, start + len(agency)), "agency"))
            return


def _dateline(text: str, title: str | None, found: Credits) -> None:
    """ "LUND (Skåne Wire) —" at the beginning of the prose."""
    for line in list(lines_of(text))[: 2 * ENDS]:
        match = DATELINE.match(line.text)
        if line.text == title or match is None:
            continue
        first = (match["place"] or "X").split()[0].strip(",.")
        if first.upper() == first and match["agency"][0].isupper():
            start = line.span.start + match.start("agency")
            span = Span(start, start + len(match["agency"]))
            kind: SourceKind = "agency"
            found.sources.append(DeclaredSource(match["agency"].strip(), span, kind))
            return

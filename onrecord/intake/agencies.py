"""Whose text a report is: bylines, datelines, contributors and signatures that name an agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.intake.declared import SMALL, Credits, Name, listed
from onrecord.intake.lines import ABBREVIATED, Line, is_prose, lines_of
from onrecord.intake.names import agency_in, bodies, is_agency, looks_like_agency

TOP_LINES = 12
"""Lines from the top in which the dateline stands: title, teaser, byline, date, picture, prose."""
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n]{1,90}?)?\s*\((?P<agency>[^()\d]{2,40})\)\s*(?:-{1,2}|[–—])\s+(?=\S)"
)
CONTRIBUTED = re.compile(
    r"(?:^|(?<=[.!?”\"]\s))(?P<names>[^\W\d_](?:[^.!?\n]|\b[A-Z]\.){1,200}?),?\s+(?:also\s+)?"
    r"contributed\s+(?:(?:additional\s+)?(?:reporting|research)(?:\s+(?:to|for)\s+this\s+\w+)?|"
    r"to\s+this\s+(?:report|story|article|piece|coverage|dispatch|post))(?:\s+from\s+[^.]{2,40})?\.?$"
)
WITH_REPORTING = re.compile(
    r"[(\[]?\s*(?:additional\s+(?:reporting|material)|with\s+(?:additional\s+|further\s+)?reporting|"
    r"with\s+(?:files|material|inputs?|information))\s*(?:by|from|:)\s+"
    r"(?P<names>[^()\n]{2,140}?)\.?\s*[)\]]?",
    re.IGNORECASE,
)
REPORTED_BY = re.compile(
    r"[(\[]?\s*(?:reporting|writing|written|edited|editing|compiled|translated|production)\s+by\s*:?"
    r"\s+[^()\n]{2,200}?[)\]]?\.?",
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
    r"august|september|october|november|december|midnight|noon|now|then|contrast|comparison|far)\b",
    re.IGNORECASE,
)
JOBS = frozenset({"staff", "writer", "reporter", "editor", "correspondent", "newsroom"})


def dateline(text: str, title: str | None, found: Credits) -> None:
    """The agency in "LUND (Skåne Wire) —" at the beginning of the prose."""
    for line in list(lines_of(text))[:TOP_LINES]:
        match = DATELINE.match(line.text)
        if line.text == title or match is None or not match["agency"][0].isupper():
            continue
        first = (match["place"] or "").split()[:1]
        if not first or (first[0].isupper() and len(first[0]) > 1):
            start = line.span.start + match.start("agency")
            found.agency(Name(match["agency"], Span(start, start + len(match["agency"]))))
            return


def contributed(line: Line, text: str, found: Credits) -> None:
    """ "… contributed to this report", "With reporting by …", "This story was published by …"."""
    match = (
        CONTRIBUTED.search(line.text)
        or WITH_REPORTING.fullmatch(line.text)
        or PUBLISHED_BY.fullmatch(line.text)
    )
    if match is None:
        return
    found.mark(line, match.start(), len(line.text), "sources")
    names = listed(line, match.start("names"), match.end("names"), joined=True)
    helpers = match.re is WITH_REPORTING or "reporting" in match[0][len(match["names"]) :]
    bare = [name.bare() for name in names]
    kept = bodies([name.text for name in bare], text, helpers=helpers)
    for name in bare:
        if name.text in kept:
            found.agency(name)
        elif (agency := agency_in(name.text)) and name.text.startswith(agency):
            found.agency(Name(agency, Span(name.span.start, name.span.start + len(agency))))


def bylined(line: Line, found: Credits) -> None:
    """ "By Ann Ash in Lund", with the agency among the names."""
    match = BYLINE.fullmatch(line.text)
    if match is None or NOT_A_BYLINE.match(line.text) or not _is_names(match["names"]):
        return
    found.mark(line, 0, len(line.text), "byline")
    for name in listed(line, match.start("names"), match.end("names"), joined=True):
        if is_agency(name.text) or looks_like_agency(name.text):
            found.agency(name.bare())
    found.writers += _writers(match["names"])


def _is_names(words: str) -> bool:
    """Whether a byline's words are names, jobs and places: capitals and few small words."""
    tokens = re.findall(r"[^\W_][\w’'.-]*", ABBREVIATED.sub("", words))
    return (
        not is_prose(words)
        and any(token[0].isupper() for token in tokens)
        and all(t[0].isupper() or t[0].isdigit() or t.lower() in SMALL for t in tokens)
    )


def _writers(words: str) -> Iterator[str]:
    """The names of a byline without places and jobs."""
    for part in re.split(r"\s*(?:,|;|\||&|\band\b)\s*", words):
        name = PLACED.sub("", part).strip(" .")
        if name[:1].isupper() and not set(name.lower().split()) & JOBS:
            yield name.title() if name.isupper() else name


def signed(line: Line, found: Credits) -> None:
    """A report's last lines: "— AP", "(Reporting by …)", a notice of rights."""
    sign, rights = SIGNED.fullmatch(line.text), RIGHTS.match(line.text)
    if sign is not None and is_agency(sign["names"]):
        found.mark(line, 0, len(line.text), "sources")
        _named(line, sign, found)
    elif rights is not None:
        _named(line, rights, found)
    elif REPORTED_BY.fullmatch(line.text):
        found.mark(line, 0, len(line.text), "byline")


def _named(line: Line, match: re.Match[str], found: Credits) -> None:
    """The agency among a signature's words."""
    agency = agency_in(match["names"])
    if agency is not None:
        start = line.span.start + match.start("names") + match["names"].index(agency)
        found.agency(Name(agency, Span(start, start + len(agency))))

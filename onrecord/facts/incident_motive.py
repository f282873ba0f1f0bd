"""Why it was done, as written; a motive is hardly ever more than somebody's word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import texts
from onrecord.facts.show import plain

PATTERNS = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        r"\bmotivated\ by\ (?P<why>[^.,;:“”\n]{4,80})",
        r"\b(?:in|as)\ (?:revenge|retaliation|reprisal)\ for\ (?P<why>[^.,;:“”\n]{4,80})",
        r"(?P<why>\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er)\ [^.,;:“”\n]{4,70}?)\ (?:may|might|could)\ have\ been\ "
        r"(?:the|a|his|her|their)\ motive\b",
        r"(?P<why>\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er)\ [^.,;:“”\n]{4,70}?)\ (?:was|is)\ (?:believed\ to\ be\ )?"
        r"(?:the|a|his|her|their)\ (?:likely\ |possible\ |main\ )?motive\b",
        r"\bmotive\ (?:was|is|appears\ to\ be|appears\ to\ have\ been|may\ have\ been|might\ have\ been"
        r"|seems\ to\ be)\ (?P<why>(?!un|not\b|still\b|under\b|clear)[^.,;:“”\n]{4,80})",
        r"\blooking\ into\ (?P<why>an?\ (?:row|dispute|quarrel|feud|grudge|argument)\ [^.,;:“”\n]{4,60})",
        r"\b(?:over|because\ of|after)\ (?P<why>an?\ (?:row|dispute|quarrel|feud|grudge|argument)"
        r"\ (?:over|about|with)\ [^.,;:“”\n]{4,60})",
    )
)
LOCAL = re.compile(r"\b(?:may|might|could)\ have\ been\b|\bappears\b|\bbelieved\b", re.VERBOSE)


def find(context: Context) -> Iterator[Found]:
    """The words that a report gives for a motive."""
    for sentence in context.prose:
        for pattern in PATTERNS:
            for match in pattern.finditer(context.text, sentence.start, sentence.end):
                evidence = Span(*match.span("why"))
                evidence = Span(evidence.start, evidence.start + len(match["why"].rstrip()))
                incident = context.incident_at(evidence).id
                yield Found(
                    incident,
                    "incident.motive",
                    evidence.cut(context.text),
                    (evidence,),
                    certainty="possible" if LOCAL.search(match[0]) else None,
                    incident=incident,
                )


TYPE = FactType(
    field="incident.motive",
    label="Motive",
    many=True,
    find=find,
    compare=texts,
    show=plain,
)

"""Why it was done, as written; a motive is hardly ever more than somebody's word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import texts
from onrecord.facts.show import plain

_DEED = (
    r"(?<!was\ )(?<!were\ )(?<!been\ )(?:kidnapped|abducted|seized|[“‘\"]?retained[”’\"]?|took|targeted"
    r"|attacked|killed|shot|stabbed|bombed"
    r"|set\ fire\ to|murdered|beat|burned|torched|opened\ fire|did\ (?:it|this))"
)
PATTERNS = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        rf"\b{_DEED}[^.;“”\n]{{0,60}}?\ because\ (?P<why>(?!of\b)[^.;\n]{{6,90}})",
        rf"\b{_DEED}[^.;“”\n]{{0,60}}?\ (?P<why>in\ order\ to\ [^.,;“”\n]{{4,80}})",
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
                why = re.sub(
                    r",?”$|,\ (?:[\w'’]+\ ){1,4}(?:said|says|added|told\ \w+)$",
                    "",
                    match["why"].rstrip(),
                )
                if why.count("“") == 1 and why.count("”") == 0 and match["why"].rstrip() != why:
                    why = match["why"].rstrip()
                evidence = Span(evidence.start, evidence.start + len(why))
                if why.count("”") > why.count("“"):
                    continue  # it runs out of somebody's quotation
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

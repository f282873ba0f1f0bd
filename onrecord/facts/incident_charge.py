"""What people are charged with over an incident, as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.facts.base import Context, FactType, Found
from onrecord.facts.compare import texts
from onrecord.facts.show import plain

CHARGED = re.compile(
    r"\b(?:charged|indicted|arraigned|convicted|accused|booked)\b(?:\ [\w-]+){0,4}?\ (?:with|on(?:\ a)?"
    r"\ charges?\ of|on\ suspicion\ of)\ (?P<charge>[^.;:“”\n]+)",
    re.VERBOSE,
)
CONVICTED = re.compile(
    r"\b(?:convicted|found\ (?:\w+\ )?guilty|(?:pleaded|pleads|plead)\ (?:not\ )?guilty|acquitted)"
    r"(?:\ [\w-]+){0,3}?\ (?:of|to)\ (?:the\ |a\ )?"
    r"(?P<charge>(?!(?:the|a|an|being|having|his|her)\b)[^.;:“”\n]+)",
    re.VERBOSE,
)
COUNTS = re.compile(
    r"\b(?:of|with|to|and)\ (?P<charge>(?:\w+\ )?counts?\ of\ [^.;:“”\n]+)", re.VERBOSE
)
OF_WHOM = re.compile(r"(?<!\bcount)(?<!\bcounts)\ (?:of|on)\ (?=[A-ZÀ-Þ])")
"""Whom it was done to, behind the charge: "the murder of Ana Brito"."""
FACES = re.compile(
    r"\bfac(?:es?|ing)\ (?:(?:\w+\ ){0,2}?charges?\ of\ |(?=(?:\w+\ ){0,2}?counts?\ of\b))"
    r"(?P<charge>[^.;:“”\n]+)",
    re.VERBOSE,
)
END = re.compile(
    r",|\ (?:after|over|in\ connection|on\ (?:\w+day|\d)|following|in\ the|for\ (?:the|his|her)|and\ (?:is"
    r"|was|has|will|remains?|ordered|died)|dismissed|but|while|when|at\ |before"
    r"|by\ (?!(?:an?\ )?(?:\w+\ )?(?:felon|minor|juvenile|person|adult)\b))",
    re.VERBOSE,
)
MAX_WORDS = 14
OFFENCE = re.compile(r"[a-z]{4}")


def find(context: Context) -> Iterator[Found]:
    """The words that follow "charged with", each once."""
    taken: list[Span] = []
    for sentence in context.prose:
        for pattern in (CHARGED, FACES, CONVICTED, COUNTS):
            for match in pattern.finditer(context.text, sentence.start, sentence.end):
                evidence = _charge(context, match)
                if evidence is None or any(evidence.overlaps(t) for t in taken):
                    continue
                taken.append(evidence)
                words = evidence.cut(context.text)
                incident = context.incident_at(evidence).id
                yield Found(incident, "incident.charge", words, (evidence,), incident=incident)


def _charge(context: Context, match: re.Match[str]) -> Span | None:
    """The words of the charge, to where the sentence goes on or the victim is named."""
    words = match["charge"]
    for pattern in (END, OF_WHOM):
        end = pattern.search(words)
        words = (words[: end.start()] if end else words).rstrip()
    if not words or len(words.split()) > MAX_WORDS or not OFFENCE.search(words):
        return None
    return Span(match.start("charge"), match.start("charge") + len(words))


TYPE = FactType(
    field="incident.charge",
    label="Charge",
    many=True,
    find=find,
    compare=texts,
    show=plain,
)

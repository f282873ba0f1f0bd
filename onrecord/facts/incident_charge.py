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
FACES = re.compile(
    r"\bfac(?:es?|ing)\ (?:\w+\ ){0,2}?(?:charges?|counts?)\ of\ (?P<charge>[^.;:“”\n]+)",
    re.VERBOSE,
)
END = re.compile(
    r",|\ (?:after|over|in\ connection|on\ (?:\w+day|\d)|following|in\ the|for\ (?:the|his|her)|and\ (?:is"
    r"|was|has|will|remains?|ordered)|but|while|when|at\ |before|by\ )",
    re.VERBOSE,
)
MAX_WORDS = 14


def find(context: Context) -> Iterator[Found]:
    """The words that follow "charged with"."""
    for sentence in context.prose:
        for pattern in (CHARGED, FACES):
            for match in pattern.finditer(context.text, sentence.start, sentence.end):
                words = match["charge"]
                end = END.search(words)
                charge = (words[: end.start()] if end else words).rstrip()
                if not charge or len(charge.split()) > MAX_WORDS:
                    continue
                start = match.start("charge")
                evidence = Span(start, start + len(charge))
                incident = context.incident_at(evidence).id
                yield Found(incident, "incident.charge", charge, (evidence,), incident=incident)


TYPE = FactType(
    field="incident.charge",
    label="Charge",
    many=True,
    find=find,
    compare=texts,
    show=plain,
)

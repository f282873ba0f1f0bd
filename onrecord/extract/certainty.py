"""Certainty: hedges in the words around a value, with the clause as their scope."""

from __future__ import annotations

import re

from onrecord.core.reading import Certainty
from onrecord.core.span import Span

ALLEGED = re.compile(
    r"\b(?:reportedly|allegedly|alleged|supposedly|purportedly|apparently|suspected of|accused of"
    r"|(?:is|are|was|were) (?:said|alleged|reported|rumou?red|accused|suspected) (?:to|of)"
    r"|suspected (?:to|of)|on suspicion of)\b",
    re.IGNORECASE,
)
POSSIBLE = re.compile(
    r"\b(?:may(?! \d)|might|could have|possibly|probably|likely|perhaps|presumably"
    r"|(?:is|are|was|were) (?:believed|thought|feared|presumed|understood) to"
    r"|believed to|thought to|feared(?! by)|presumed)\b"
)
ASKED = re.compile(
    r"\b(?:whether|if it was|it (?:is|was) (?:not|un)\s?(?:yet )?(?:clear|known))\b", re.IGNORECASE
)
DENIED = re.compile(
    r"\b(?:there (?:is|was|were) no|contrary to|denied that|ruled out)\b", re.IGNORECASE
)
CLAUSE_END = re.compile(
    r"[;:—–]|,\s+(?:and|but|while|who|which|although|though)\b|\bbut\b|, (?:he|she|they|it) "
)
HEDGE_REACH = 90
"""Code points before a value in which a hedge of the same clause reaches it: about 15 words."""


def hedge_at(text: str, span: Span, sentence: Span | None) -> Certainty | None:
    """The certainty that the clause's own words give; None where they say nothing.

    "May" as a month and hedges behind a clause boundary do not count.
    """
    start = max(sentence.start if sentence else 0, span.start - HEDGE_REACH)
    before = text[start : span.start]
    ends = [m.end() for m in CLAUSE_END.finditer(before)]
    clause = before[ends[-1] :] if ends else before
    inside = text[span.start : min(span.end, span.start + HEDGE_REACH)]
    if ASKED.search(clause):
        return "asked"
    if ALLEGED.search(clause) or ALLEGED.search(inside):
        return "alleged"
    if POSSIBLE.search(clause) or POSSIBLE.search(inside):
        return "possible"
    return None

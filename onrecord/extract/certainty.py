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
WISHING = (
    r"(?:plan|intend|aim|hope|want|wish|seek|try|attempt|threaten|promise|vow|pledge|urge|ask|order|expect"
    r"|allow|prepare)"
)
UNREAL = re.compile(
    r"\b(?:could|should|would|must|can)(?: have| be| have been)?(?: [\w-]+){0,2} $"
    rf"|\b(?:{WISHING}(?:s|ed|d|ing|ning|ned)?|sought|tries|tried|ready|likely|due|set|scheduled|able|willing"
    r"|going)(?: [\w'’-]+){0,2} to (?:be |have )?$"
    r"|\b(?:threats?|possibility|risk|danger|prospect|plans?|proposal|calls?|demands?|attempts?|bid)"
    r" (?:of|for|to)(?: [\w-]+){0,2} $"
    r"|\b(?:if|unless|in case)(?: [\w'’-]+){0,6} $",
    re.IGNORECASE,
)
"""What right before a word makes it something that is not said to have happened: could, plans to, a
threat of, if. Read off the train part of UW and MEANTIME (`benchmarks.certainty`), where such words
stand for 0.8 to 1.4 of 3; "will" stands for 2.2 and is left out."""
UNCONFIRMED = re.compile(
    r"\b(?:could|can)(?: ?not|n['’]t)(?: yet| immediately| independently| be){0,4}"
    r" (?:independently )?(?:confirmed|verified|corroborated)\b"
    r"|\b(?:has|have|had)(?: not|n['’]t)(?: yet)? been (?:independently )?(?:confirmed|verified)\b"
    r"|\b(?:was|were|is|are|remained?)(?: still)? (?:unconfirmed|unverified)\b",
    re.IGNORECASE,
)
"""What behind a clause takes its certainty back: "… but this could not be confirmed"."""
TAIL = 160
"""Code points behind a value in which such a remark belongs to it: the rest of a long sentence."""
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
    if POSSIBLE.search(clause) or POSSIBLE.search(inside) or UNREAL.search(clause):
        return "possible"
    end = min(sentence.end if sentence else span.end, span.end + TAIL)
    return "alleged" if UNCONFIRMED.search(text, span.end, max(end, span.end)) else None

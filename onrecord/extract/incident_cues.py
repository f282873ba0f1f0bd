"""Words by which a report sets one incident apart from another: where, when, in whose court."""

from __future__ import annotations

import re

CLAUSE_END = re.compile(
    r"[;:—–(]|,?\s(?:until|since|after|before|when|where|which|who|whose|while|because|although"
    r"|whether|but|that|in\ which)\s|,\s(?=[a-z“])(?!(?:was|were|had|has|is|are|then)\b)|\n",
    re.VERBOSE,
)
RELATIVE = re.compile(
    r"\s?[(]|[,\s—–]*(?:when|where|in\ which|who|which|with|killing|and)\b", re.VERBOSE
)
NOUN_IN = re.compile(
    r"\b(?:[Aa]ttacks?|[Ss]hootings?|[Ee]xplosions?|[Bb]lasts?|[Ff]ires?|[Bb]ombings?|[Ss]tabbings?"
    r"|[Mm]assacre|[Hh]eist|[Rr]aid|[Kk]idnapping|[Cc]rash|[Ss]iege|[Aa]rson|[Rr]iots?|[Dd]isaster)"
    r"(?:\ (?:on|at|of|near|outside)(?:\ [\w'’-]+){1,5}?)?,?\ (?:in|near|outside)\ $",
    re.VERBOSE,
)
OPENING = re.compile(
    r"[“\"]?(?:In|At|Near)\ (?:the\ \w+\ (?:city|town|village)\ of\ )?$", re.VERBOSE
)
ELSEWHERE = re.compile(
    r"(?:Meanwhile|Separately|Elsewhere|In\ a\ separate|In\ another|In\ an\ unrelated)\b",
    re.VERBOSE,
)
ANTECEDENT = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:\ [A-ZÀ-Þ][\w.'’-]*){0,3})(?:,\s\w+)?,\ (?:where|who|which)\s$"
)
SET_APART = re.compile(
    r"(?:Meanwhile|Separately|Elsewhere|In\ (?:a\ separate|another|an\ unrelated)),?\ [^.]{0,20}?"
    r"\ ?(?:an?|another|two|three|separate|incident)\ (?:\w+\ ){0,3}?"
    r"(?:fire|blaze|explosion|blast|shooting|attack|bomb\w*|stabbing|crash|incident|robbery)\b",
    re.VERBOSE,
)
CAME_AFTER = re.compile(
    r"\b(?:attack|incident|fire|shooting|blast|explosion|killings?|outrage|tragedy|crash|it|raid"
    r"|bombing|violence)\b[^.]{0,20}?\b(?:comes?|came|happened|occurred|follow(?:s|ed))\b"
    r"[^.]{0,40}?\b(?:days?|weeks?|months?|years?|hours?)\ after\ ",
    re.VERBOSE | re.IGNORECASE,
)
COURT_STEP = re.compile(
    r"\b(?:convicted|found\ guilty|sentenced|jailed|acquitted|charged|indicted|arraigned|pleaded"
    r"(?:\ not)?\ guilty|extradited|cleared)\b[^.;]{0,20}$"
)
"""A day right behind one of these words is a court's, not that of another happening."""
ANOTHER = re.compile(
    r"\b(?:another|other|separate|previous(?:ly)?|earlier|similar|unrelated|since|criminal\ record"
    r"|history|prior|convicted|anniversary)\b",
    re.IGNORECASE,
)
"""Words that set a deed of long ago apart from the one that a report is about."""

"""The days between which an incident fell that a fresh report tells without its day.

A first report often leaves the day out: its readers know that it is today's or last night's. The
codebooks take the report's day then, with a coarser precision (`approxdate`, `date_prec`): here the
day of the report and the one before it, as possible only, and never beside a day that the text tells.
Nothing is given where the report is of a later step (an arrest, a charge, a court's day) or looks
back by weeks or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from onrecord.core.reading import ReportIncident
from onrecord.core.values import Period
from onrecord.facts.base import Context, Found
from onrecord.facts.incident_words import AFTERMATH
from onrecord.facts.scenes import is_told_then, tellings

DAY = re.compile(r"\d{4}-\d\d-\d\d")
HEAD = 3
"""Tellings in which a fresh report has told what happened."""
NOT_SUDDEN = frozenset(("other", "arrest", "threat", "protest", "cyberattack", "hostage_taking"))
"""Types of which a report may come days or weeks after they began."""
_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December"
    r"|in\ (?:March|May))"
)
LOOKS_BACK = re.compile(
    rf"\b(?:last|past|this)\ (?:week|month|year|spring|summer|autumn|fall|winter)\b|\b{_MONTH}\b"
    r"|\b(?:days?|weeks?|months?|years?)\ (?:ago|later|after|since|earlier)\b|\banniversary\b",
    re.VERBOSE,
)
"""Words by which a report looks back farther than a day."""


def fresh_days(context: Context, incident: ReportIncident) -> Iterator[Found]:
    """The day on which a lead is told as news, and the one before it.

    That day is the report's, or an earlier one on which somebody is said to have told it.
    """
    told = _told_on(context)
    if told is None or incident.type in NOT_SUDDEN or _is_follow_up(context):
        return
    for telling in islice(tellings(context, incident), HEAD):
        if telling.triggers:
            yield Found(
                incident.id,
                "incident.date",
                Period((told - timedelta(days=1)).isoformat(), told.isoformat()),
                (telling.triggers[0],),
                confidence=0.5,
                certainty="possible",
                incident=incident.id,
                approximate=True,
            )
            return


def _told_on(context: Context) -> date | None:
    """The report's day, or that of the words ("police said on Monday") by which it tells the news."""
    if not context.report.published:
        return None
    day = date.fromisoformat(context.report.published[:10])
    for sentence in context.prose[:HEAD]:
        for time in context.times_in(sentence):
            if DAY.match(time.value) and is_told_then(context.text, time.span):
                said = date.fromisoformat(time.value[:10])
                day = said if timedelta(0) < day - said < timedelta(days=7) else day
    return day


def _is_follow_up(context: Context) -> bool:
    """Whether title or first sentence tell of a later step, or the head looks back."""
    head = (context.report.title or "", *(s.cut(context.text) for s in context.prose[:HEAD]))
    if any(AFTERMATH.search(words) for words in head[:2]):
        return True
    return any(LOOKS_BACK.search(words) for words in head)

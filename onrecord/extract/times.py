"""Time expressions of a report, with TIMEX3 values resolved against the report's own day.

Rules, not a parser of free dates: general date parsers read "Between 15 and 18 soldiers" as a year.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.core.reading import Time
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans
from onrecord.extract.dates import Anchor, day_of, has_ended
from onrecord.extract.time_patterns import RULES
from onrecord.extract.time_rules import Rule

AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|is\ to|are\ to|be\ held|scheduled|due\ (?:to|on)|upcoming|later"
    r"|(?:expect|plan|intend|hope)s?\ to|expected|going\ to|no\ later\ than)\b|['’]ll\b|\buntil\ $",
    re.VERBOSE,
)
TOLD = re.compile(
    r"\b(?:said|says|told|wrote|announced|reported|confirmed|added|stated|disclosed)"
    r"(?:\ \w+)?(?:\ on|\ late|\ early)?\s$",
    re.VERBOSE,
)
"""What stands right before the day on which something was said: that day is past."""
LATE = re.compile(r"\b(?:night|evening|afternoon|tonight)\b|\bp\.?m\b")
CLAUSE = 60
"""How many code points before an expression are asked whether they look ahead: about one clause."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch of text that a rule takes for a time."""

    match: re.Match[str]
    rule: Rule

    @property
    def span(self) -> Span:
        return Span(*self.match.span())


def find_times(report: Report, sentences: Spans) -> tuple[Time, ...]:
    """The time expressions of a report, in text order, none inside another.

    Spans leave out prepositions. Names of days and partial dates are resolved against the day of
    `report.published` in the offset that it is written in; without it they stay open
    (`XXXX-WXX-5`).
    """
    anchor = Anchor(told=day_of(report.published))
    chosen = _chosen(report.text)
    starts = [candidate.span.start for candidate in chosen]
    found: list[Time] = []
    for sentence in sentences or _whole(report):
        inside = chosen[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found.extend(_in_sentence(report.text, sentence, inside, anchor))
    return tuple(found)


def _whole(report: Report) -> Spans:
    return (Span(0, len(report.text)),) if report.text else ()


def _in_sentence(text: str, sentence: Span, chosen: list[_Candidate], anchor: Anchor) -> list[Time]:
    """The times of one sentence. Days are read first, so that clock times know theirs."""
    anchor.late = bool(LATE.search(sentence.cut(text)))
    clocks = [c for c in chosen if _is_clock(c)]
    read: list[Time] = []
    for candidate in (*(c for c in chosen if c not in clocks), *clocks):
        time = _read(text, sentence, candidate, anchor)
        if time is not None:
            read.append(time)
    return _joined(text, sorted(read, key=lambda t: t.span))


def _joined(text: str, times: list[Time]) -> list[Time]:
    """ "9 a.m. Tuesday" is one time: a clock time takes in the day that follows at once."""
    joined: list[Time] = []
    for time in times:
        last = joined[-1] if joined else None
        if last and _follows(text, last, time):
            span = Span(last.span.start, time.span.end)
            joined[-1] = Time(span, "time", f"{time.value[:10]}{last.value[-6:]}")
        else:
            joined.append(time)
    return joined


def _follows(text: str, clock: Time, day: Time) -> bool:
    between = text[clock.span.end : day.span.start]
    return (
        re.fullmatch(r"(?:\s[A-Z]{2,4},?)?\s", between) is not None
        and re.search(r"T\d\d:\d\d$", clock.value) is not None
        and re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", day.value) is not None
    )


def _chosen(text: str) -> list[_Candidate]:
    """Of overlapping candidates the one that starts first, then the longest."""
    every = [
        _Candidate(match, rule)
        for rule in RULES
        for match in rule.pattern.finditer(text)
        if match.end() > match.start()
    ]
    every.sort(key=lambda c: (c.span.start, -c.span.end))
    kept: list[_Candidate] = []
    for candidate in every:
        if not kept or candidate.span.start >= kept[-1].span.end:
            kept.append(candidate)
    return kept


def _is_clock(candidate: _Candidate) -> bool:
    return candidate.rule.read.__name__ in ("clock", "spoken_clock", "noon")


def _read(text: str, sentence: Span, candidate: _Candidate, anchor: Anchor) -> Time | None:
    """The time of a candidate; the day it names is the one that the text spoke of last."""
    start = max(sentence.start, candidate.span.start - CLAUSE)
    before = text[start : candidate.span.start]
    anchor.ahead = bool(AHEAD.search(before)) and not TOLD.search(before)
    timex = candidate.rule.read(candidate.match, anchor)
    if timex is None:
        return None
    day = day_of(timex.value) if timex.type != "duration" else None
    if day is not None:
        anchor.last = day
    if candidate.rule.read.__name__ == "quarter_of" and has_ended(timex.value, anchor):
        anchor.quarter = timex.value
    return Time(candidate.span, timex.type, timex.value)

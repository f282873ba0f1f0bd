"""The time of day at which an incident began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.reading import ReportIncident, Time
from onrecord.core.span import Span
from onrecord.core.values import Value
from onrecord.facts.base import Comparison, Context, FactType, Found
from onrecord.facts.scenes import Telling, clause_around, is_told_then, tellings
from onrecord.facts.show import plain

CLOCK = re.compile(r"T(\d\d:\d\d)$")
ABOUT = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|circa|some\ time\ (?:after|before|around)"
    r"|(?:shortly|soon|just|moments|minutes)\ (?:after|before)|towards?|by|between)\ $",
    re.VERBOSE,
)
BEGAN = re.compile(
    r"\b(?:turned|broke|noticed|raised|pressed|discovered|began|begun|started|happened|occurred"
    r"|heard|struck|erupted|stormed|entered|alarm|call(?:ed|s)?|responded|approached|burst"
    r"|poured|stabbed|opened\ fire"
    r"|(?:began|started)\ to|took\ place|went\ off|spotted|pulled\ over|stopped|drove|driven|die"
    r"|shots?)\b",
    re.VERBOSE,
)
OTHER_TIME = re.compile(
    r"\b(?:arrest\w*|detain\w*|releas\w*|died\ (?:in|at|of)|telephoned|due\ to|scheduled|vigil"
    r"|extinguished|under\ control|declared|discharged|walked\ into|found|reopened"
    r"|called\ off"
    r"|by\ \d|pronounced|surgery|hearing|until|buried|named"
    r"|phoned|funeral)\b",
    re.VERBOSE,
)
"""Words of what happened at another time."""

UNTIL = re.compile(
    r"\buntil\ (?:(?:shortly|just|about|around|soon)\ )?(?:before\ |after\ )?$", re.VERBOSE
)
PUBLISHED = re.compile(
    r"\b(?:conference|statement|interview|published|posted|tweeted|update[ds]?|briefing)\b"
)


def find(context: Context) -> Iterator[Found]:
    """The first clock time beside what happened, for each incident, and others like it."""
    for incident in context.incidents:
        times = list(_candidates(context, incident))
        first = next((t for t in times), None)
        for time in times:
            if first is not None and _clock(time) == _clock(first):
                yield _found(context, incident, time)


def _candidates(context: Context, incident: ReportIncident) -> Iterator[Time]:
    for telling in tellings(context, incident):
        for time in context.times_in(telling.sentence):
            if CLOCK.search(time.value) and _is_begin(context.text, telling, time):
                yield time


def _is_begin(text: str, telling: Telling, time: Time) -> bool:
    """Whether the clause of a clock time tells of the incident, not of a saying or a sequel."""
    line = text.rfind("\n", 0, time.span.start) + 1
    if not text[line : time.span.start].strip():
        return False  # a time at the head of a line dates the entry
    clause = clause_around(text, telling.sentence, time.span)
    if _until_when(text, time):
        following = Span(time.span.end, telling.sentence.end)
        return any(t.overlaps(following) for t in telling.triggers) or began(text, following)
    words = _without_sequel(text, clause, time)
    if OTHER_TIME.search(words) or _is_saying(text, clause, time):
        return False
    return any(t.overlaps(clause) for t in telling.triggers) or began(text, clause)


def began(text: str, span: Span) -> bool:
    """Whether a stretch has a word of a beginning, or of a deed."""
    words = span.cut(text)
    return BEGAN.search(words) is not None


def _until_when(text: str, time: Time) -> bool:
    """Whether a time ends a calm: "until shortly before 5 p.m., when youths threw stones"."""
    before = text[max(0, time.span.start - 40) : time.span.start]
    return bool(UNTIL.search(before)) and bool(re.match(r",?\ when\b", text[time.span.end :][:8]))


def _without_sequel(text: str, clause: Span, time: Time) -> str:
    """The clause without what "and" sets behind the time: "… at 9:50 p.m. and found three"."""
    after = text[time.span.end : clause.end]
    return (
        text[clause.start : time.span.end]
        + re.split(r"\ and\ [a-z]+ed?\b|\ and\ found\b", after)[0]
    )


def _is_saying(text: str, clause: Span, time: Time) -> bool:
    """Whether a clock time is that of a saying or a publication."""
    before = text[clause.start : time.span.start]
    return is_told_then(text, time.span) or PUBLISHED.search(before) is not None


def _clock(time: Time) -> str:
    match = CLOCK.search(time.value)
    return match[1] if match else ""


def _found(context: Context, incident: ReportIncident, time: Time) -> Found:
    before = ABOUT.search(context.text[max(0, time.span.start - 24) : time.span.start])
    start = time.span.start - (len(before[0]) if before else 0)
    return Found(
        incident.id,
        "incident.time",
        _clock(time),
        (Span(start, time.span.end),),
        certainty="stated",
        incident=incident.id,
        approximate=before is not None,
    )


def compare(first: Value, second: Value) -> Comparison:
    """Clock times up to 15 minutes apart, by which witnesses differ, can hold together."""
    if first == second:
        return "same"
    one, two = _minutes(first), _minutes(second)
    if one is None or two is None:
        return "conflict"
    return "compatible" if abs(one - two) <= 15 else "conflict"


def _minutes(value: Value) -> int | None:
    match = re.fullmatch(r"(\d\d):(\d\d)", str(value))
    return int(match[1]) * 60 + int(match[2]) if match else None


TYPE = FactType(
    field="incident.time",
    label="Time",
    many=False,
    find=find,
    compare=compare,
    show=plain,
)

"""The day of an incident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.core.reading import ReportIncident, Time
from onrecord.core.span import Span
from onrecord.core.values import Period, Value
from onrecord.facts.base import Comparison, Context, FactType, Found
from onrecord.facts.fresh_dates import fresh_days
from onrecord.facts.incident_words import AFTERMATH
from onrecord.facts.numbers import find_numbers
from onrecord.facts.scenes import Telling, clause_around, happened, is_told_then, tellings
from onrecord.facts.show import plain

DAY = re.compile(r"\d{4}-\d\d-\d\d")
PARTIAL = re.compile(r"\d{4}(?:-\d\d)?$")
VERBAL = re.compile(r"\b(?:was|were|took|has|had|is|are|will|be)\b|[,;:]")
DAY_WORD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:today|yesterday|tonight|night|morning)\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    re.IGNORECASE,
)
"""What names a day inside a time of day ("9 p.m. Monday"); a bare hour says nothing of its day."""
TOOK_PLACE = re.compile(
    r"\b(?:happened|occurred|took\ place|unfolded|broke\ out|(?:was|were|been)\ (?:first\ )?reported"
    r"|(?:officers|police|deputies|crews|firefighters|paramedics|troopers|authorities)\ (?:\w+\ ){0,2}?"
    r"(?:responded|were\ (?:called|sent|dispatched|notified|alerted)|arrived|received|got\ a\ call)"
    r"|called\ to\ the|came\ in|rang\ out|(?:was|were)\ found|(?:found|discovered)\ the\ bod(?:y|ies)"
    r"|(?:911|emergency)\ calls?|call(?:ed|s)?\ 911|found\ dead|welfare\ check)\b",
    re.VERBOSE | re.IGNORECASE,
)
"""Words by which a report places what it told of before: "It happened on Friday"."""
SCENE_SET = re.compile(
    r"\b(?:(?:was|were)\ (?:walking|standing|sitting|driving|riding|playing|sleeping|working|leaving"
    r"|waiting|crossing|inside|outside|at|on|in)|got\ into\ an|argument|fired|discharged|went\ off"
    r"|gun(?:fire|shots?|fight)|shoot-?out|shots|yelling|approached|opened\ fire|pulled\ the\ trigger"
    r"|left|handling|cleaning)\b",
    re.VERBOSE,
)
"""How the story of an incident begins where none of its words stands beside the day."""
OWN_DEED = re.compile(
    r"(?:['’]s)?(?:,\ \d{4},)?\ (?:(?!(?:and|when|in|at|that|to|by|for|of|on|from|after|before|as|with"
    r"|during|the|an?|his|her|their|its|was|were|is|are)\b)[a-z][\w-]*\ ){0,3}?"
    r"(?P<deed>shootings?|gunfights?|shoot-?outs?|killings?|attacks?|murders?|slayings?|stabbings?|deaths?"
    r"|robbery|bombings?|explosions?|blasts?|fires?|blaze|raid|ambush|massacre|crash|homicides?)\b"
)
"""A deed with its day as attribute: "Monday's fatal shooting", "the June 29 gunfight"."""
BARE_DAY = re.compile(r"(?:\w+ )?\w+day(?: (?:morning|afternoon|evening|night))?")
FULL_DATE = re.compile(r"\d")
CLOCK = re.compile(r"T(\d\d):\d\d$")
HEAD = 8
"""A day in the first so many tellings is the incident's where no better one stands in the report and
nothing speaks against it."""
WEEK = 7
MORNING, EVENING = 8, 18
"""A night's hours: before eight they are of the report's day, from six in the evening of the day
before it."""
WHEN = re.compile(r",?\ when\b")
POSTED = re.compile(
    r"\b(?:posted|updated|published|created|modified|expir\w+|issued|first\ aired)\b:?\ ?(?:on\ |at\ )?"
    r"(?:\w+,\ )?$",
    re.VERBOSE | re.IGNORECASE,
)
CLOCK_NEAR = re.compile(
    r"(?:,?\ (?:at|around|about|just|shortly|before|after|and|the))*\ ?\d{1,2}(?::\d\d)?\ ?[ap]\.?m",
    re.IGNORECASE,
)
BEFORE_IT = re.compile(r"(?:\b(?P<n>\w+)\s(?P<u>days?|weeks?)\safter\s(?:the\s|an?\s)?)$")


def find(context: Context) -> Iterator[Found]:
    """The day of each incident, once for each phrase that tells it beside what happened."""
    lead_day: str | None = None
    for incident in context.incidents:
        found = _lead_days(context, incident) if incident.lead else _days(context, incident)
        if incident.lead and found:
            lead_day = str(found[0].value)
        if not found and not incident.lead and lead_day:
            found = list(_counted_back(context, incident, lead_day))
        if not found and incident.lead:
            found = list(fresh_days(context, incident))
        yield from found


def _lead_days(context: Context, incident: ReportIncident) -> list[Found]:
    """The phrases for the lead's day: the best told one, and others for the same day."""
    ranked = []
    for order, telling in enumerate(tellings(context, incident)):
        for time in _times(context, telling.sentence):
            rank = _rank(context, telling, time, head=order < HEAD)
            if rank is not None:
                ranked.append((rank, order, time))
    if not ranked:
        return []
    best = _finer(min(ranked, key=lambda r: (r[0], r[1], r[2].span))[2], [r[2] for r in ranked])
    best = _spelled_out(context, best)
    if day := _by_the_hour(context, best):
        return [replace(_found(incident, best), value=day)]
    nights = _is_overnight(best)
    same = [t for _, _, t in ranked if t.value[:10] == best.value[:10]]
    same = [t for t in same if _is_overnight(t) == nights]
    others = [replace(_found(incident, t), confidence=0.9) for t in same if t is not best]
    return [_found(incident, best), *others]


def _spelled_out(context: Context, best: Time) -> Time:
    """The full date of a weekday that the report spells out: "Monday night, November 28".

    A text that is posted again later keeps its weekdays; the date beside one says which was meant.
    """
    if not BARE_DAY.fullmatch(best.span.cut(context.text)):
        return best
    behind = context.times_in(Span(best.span.end, best.span.end + 30))
    named = next(behind, None)
    if named and context.text[best.span.end : named.span.start] in (", ", " "):
        return named if FULL_DATE.search(named.span.cut(context.text)) else best
    weekday = date.fromisoformat(best.value[:10]).strftime("%A")
    for time in context.times:
        words = time.span.cut(context.text)
        if (
            words.startswith(weekday)
            and FULL_DATE.search(words)
            and time.value[:10] < best.value[:10]
        ):
            return time
    return best


def _by_the_hour(context: Context, best: Time) -> str | None:
    """The day of a night that a report calls overnight, by the first hour that it tells."""
    if not _is_overnight(best):
        return None
    for time in context.times:
        if clock := CLOCK.search(time.value):
            day = date.fromisoformat(best.value[:10])
            hour = int(clock[1])
            if hour < MORNING:
                return day.isoformat()
            return (day - timedelta(days=1)).isoformat() if hour >= EVENING else None
    return None


def _finer(best: Time, others: list[Time]) -> Time:
    """The day inside the night that a report begins with: "overnight … early on Saturday"."""
    if not _is_overnight(best):
        return best
    night = date.fromisoformat(best.value[:10])
    days = {night.isoformat(), (night - timedelta(days=1)).isoformat()}
    return next((t for t in others if not _is_overnight(t) and t.value[:10] in days), best)


def _times(context: Context, within: Span) -> list[Time]:
    return [
        t
        for t in context.times_in(within)
        if t.type in ("date", "time")
        and DAY.match(t.value)
        and (":" not in t.value or DAY_WORD.search(t.span.cut(context.text)))
        and not _is_dateline(context.text, t.span)
        and not _is_posted(context.text, t.span)
        and not _is_attribute(context.text, t.span)
    ]


def _is_attribute(text: str, at: Span) -> bool:
    """Whether a day only describes: "the Saturday market"; "the Saturday shooting" is dated by it."""
    if text[max(0, at.start - 4) : at.start].lower() != "the " or _names_deed(text, at):
        return False
    return re.match(r"\w+day\s[a-z]", text[at.start : at.end + 2]) is not None


def _names_deed(text: str, at: Span) -> bool:
    """Whether a day stands right before the deed as its attribute: "a Wednesday shooting"."""
    return OWN_DEED.match(text, at.end, at.end + 60) is not None


def _is_dateline(text: str, at: Span) -> bool:
    """Whether a day dates the report: "GRAZ, Austria, Oct 10 (Agency) -"."""
    line = text[text.rfind("\n", 0, at.start) + 1 : at.start]
    behind = re.match(r"\s?(?:\([^)]{2,40}\)\s?)?[-–—]|\s\(", text[at.end : at.end + 44])
    return len(line) < 60 and bool(behind) and bool(re.match(r"[^a-z]{3}", line))


def _is_posted(text: str, at: Span) -> bool:
    """Whether a day is that of the publication: behind "Posted:", or alone on its line."""
    if POSTED.search(text[max(0, at.start - 24) : at.start]):
        return True
    line = text[text.rfind("\n", 0, at.start) + 1 : at.start]
    end = text.find("\n", at.end, at.end + 40)
    behind = text[at.end : end if end >= 0 else at.end + 40]
    alone = end >= 0 or at.end + 40 >= len(text)
    return alone and not line.strip() and not re.search(r"[a-z]{3}", behind)


def _rank(context: Context, telling: Telling, time: Time, *, head: bool) -> int | None:
    """How surely a day is the incident's: 0 best; None where it is not. `head`: in the first lines."""
    text = context.text
    told = (context.report.published or "9999")[:10]
    if is_told_then(text, time.span) or (told != "9999" and time.value[:10] > told):
        return None
    clause = clause_around(text, telling.sentence, time.span)
    if _is_aftermath(text, telling, clause, time):
        near = [t for t in telling.triggers if _is_beside(text, t, time)]
        return 3 if near or _owns(text, time) else None
    if any(t.overlaps(clause) for t in telling.triggers):
        return 0
    if TOOK_PLACE.search(clause.cut(text)):
        return 1
    if telling.triggers:
        return 2
    if ":" in time.value or CLOCK_NEAR.match(text, time.span.end, time.span.end + 40):
        return 3
    if happened(text, clause):
        return 4
    if SCENE_SET.search(clause.cut(text)) or WHEN.match(text, time.span.end):
        return 5
    return 6 if head and _is_fresh(told, time) else None


def _is_fresh(told: str, time: Time) -> bool:
    """Whether a day lies in the week before the report."""
    if told == "9999":
        return False
    return (date.fromisoformat(told) - date.fromisoformat(time.value[:10])).days < WEEK


def _is_aftermath(text: str, telling: Telling, clause: Span, time: Time) -> bool:
    """Whether the words before a day tell of a sequel; those behind where it opens the clause.

    Where the incident's own words come between, the day is theirs: "sought the man who shot two
    people on Saturday".
    """
    if text[max(0, time.span.start - 4) : time.span.start].lower() == " by ":
        return True  # what was done by then
    opens = time.span.start - clause.start < 15
    words = clause.cut(text) if opens else text[clause.start : time.span.start]
    sequels = list(AFTERMATH.finditer(words))
    if not sequels:
        return False
    last = clause.start + sequels[-1].end()
    between = [t for t in telling.triggers if last <= t.start and t.end <= time.span.start]
    return opens or all(VERBAL.search(text[t.end : time.span.start]) for t in between)


def _is_beside(text: str, trigger: Span, time: Time) -> bool:
    """Whether a day belongs to the words before it: "the shooting in Graz on Monday"."""
    between = text[trigger.end : max(trigger.end, time.span.start)]
    near = trigger.end <= time.span.start and len(between.split()) <= 5
    return near and VERBAL.search(between) is None and AFTERMATH.search(between) is None


def _owns(text: str, time: Time) -> bool:
    """Whether the day is the deed's own: "Saturday's attack", "a Wednesday shooting"."""
    own = text[time.span.end : time.span.end + 2] in ("'s", "’s")
    return own or _names_deed(text, time.span)


def _days(context: Context, incident: ReportIncident) -> list[Found]:
    """The first day, month or year in a background incident's passages."""
    for telling in tellings(context, incident):
        for time in context.times_in(telling.sentence):
            known = DAY.match(time.value) or PARTIAL.match(time.value)
            if (
                time.type in ("date", "time")
                and known
                and not is_told_then(context.text, time.span)
            ):
                return [_found(incident, time)]
    return []


def _found(incident: ReportIncident, time: Time) -> Found:
    day = time.value[:10] if DAY.match(time.value) else time.value
    value: Value = day
    if time.value.endswith("TNI") and "T" in time.value and _is_overnight(time):
        start = date.fromisoformat(day) - timedelta(days=1)
        value = Period(start.isoformat(), day)
    return Found(
        incident.id,
        "incident.date",
        value,
        (time.span,),
        certainty="stated",
        incident=incident.id,
    )


def _is_overnight(time: Time) -> bool:
    return len(time.span) == len("overnight")


def _counted_back(context: Context, incident: ReportIncident, lead_day: str) -> Iterator[Found]:
    """ "Two days after the explosion": so many days before the lead's."""
    for passage in incident.passages:
        before = context.text[max(0, passage.start - 40) : passage.start + 4]
        match = BEFORE_IT.search(before.rstrip()) or BEFORE_IT.search(
            context.text[max(0, passage.start - 40) : passage.start]
        )
        number = find_numbers(match["n"] + " people") if match else ()
        if not match or not number or not isinstance(number[0].value, int):
            continue
        days = number[0].value * (7 if match["u"].startswith("week") else 1)
        day = date.fromisoformat(lead_day[:10]) - timedelta(days=days)
        start = max(0, passage.start - 40) + match.start("n")
        words = Span(start, start + match.end() - match.start("n"))
        evidence = Span(words.start, words.start + len(words.cut(context.text).rstrip()))
        yield Found(
            incident.id,
            "incident.date",
            day.isoformat(),
            (evidence,),
            certainty="stated",
            incident=incident.id,
        )
        return


def compare(first: Value, second: Value) -> Comparison:
    """Days: a day inside a month or span is finer than it."""
    one, two = _ends(first), _ends(second)
    if one == two:
        return "same"
    if two[0] <= one[0] and one[1] <= two[1]:
        return "finer"
    if one[0] <= two[0] and two[1] <= one[1]:
        return "coarser"
    return "compatible" if one[0] <= two[1] and two[0] <= one[1] else "conflict"


def _ends(value: Value) -> list[str]:
    """First and last day as text that sorts: "2018-12" is 2018-12-01 to 2018-12-31."""
    if isinstance(value, Period):
        return [_ends(value.start)[0], _ends(value.end)[1]]
    text = str(value)
    return [
        (text + "-01-01")[:10],
        (text + "-12-31")[:10] if len(text) == 4 else (text + "-31")[:10],
    ]


TYPE = FactType(
    field="incident.date",
    label="Date",
    many=False,
    find=find,
    compare=compare,
    show=plain,
)

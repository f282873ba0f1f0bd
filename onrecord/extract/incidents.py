"""Incidents of one report: the lead, and those of the background that it brings up beside it.

A stretch is about another incident when its words set a happening on a day far from the lead's, or
in a named place far from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from onrecord.core.reading import Entity, Gazetteer, ReportIncident, Time
from onrecord.core.report import Report
from onrecord.core.span import Span, Spans, merge
from onrecord.extract.dates import day_of
from onrecord.extract.incident_cues import (
    ANOTHER,
    ANTECEDENT,
    CAME_AFTER,
    CLAUSE_END,
    COURT_STEP,
    ELSEWHERE,
    NOUN_IN,
    OPENING,
    RELATIVE,
    SET_APART,
)
from onrecord.facts.incident_words import (
    AFTERMATH,
    GUNMAN,
    HAPPENED,
    NO_TRIGGER,
    POLICE_SHOOTING,
    TRIGGERS,
)
from onrecord.facts.places import distance

Scores = dict[str, float]

LEAD_WEIGHTS = (3.0, 2.5, 1.5, 1.0, 1.0)
"""How much the words of the title and the first sentences count for the lead's type; later ones
count `LATER`. Set on the newsroom reports so that an aftermath still counts as what it is about."""
LATER = 0.15
LEAST = 2.0
"""The score that a type needs; below it the report is about no incident (`other`)."""
APART_DAYS = 30
"""A happening so many days before the lead's is another one."""
APART_KM = 30
"""A happening in a town so far from the lead's towns is another one."""
HEAD_SENTENCES = 4
OPENING_WORDS = 4
"""A time that ends within so many words of its sentence opens it ("In early March 2019, …")."""
FOLLOWING = 3
"""At most so many sentences of a paragraph go on about a background incident."""

DEED_SENTENCES = 12
"""So far down a report of a trial tells its deed's day."""
TRIAL_YEARS = 4
"""A deed longer before a report of its trial is hardly told with its day alone."""
CLAUSE = 60
"""How many code points before a day are asked for a court's words; they need no more."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the head of a report tells of its lead: its day and its towns."""

    day: date | None
    places: tuple[Gazetteer, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Town:
    """A named place that the gazetteer knows, where the text mentions it."""

    span: Span
    name: str
    where: Gazetteer


@dataclass(frozen=True)
class _Ground:
    """A report's text with its times and towns in text order, found by where they stand."""

    text: str
    times: tuple[Time, ...]
    towns: tuple[_Town, ...]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [time.span.start for time in self.times]

    @cached_property
    def _town_starts(self) -> list[int]:
        return [town.span.start for town in self.towns]

    def times_in(self, span: Span) -> list[Time]:
        """The times that lie wholly inside a span."""
        first, last = _between(self._time_starts, span)
        return [time for time in self.times[first:last] if span.contains(time.span)]

    def towns_in(self, span: Span) -> list[_Town]:
        """The towns that lie wholly inside a span."""
        first, last = _between(self._town_starts, span)
        return [town for town in self.towns[first:last] if span.contains(town.span)]


def _between(starts: list[int], span: Span) -> tuple[int, int]:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


@dataclass(frozen=True, slots=True)
class _Other:
    """A stretch about another incident; `key` is the same for stretches about the same one."""

    span: Span
    key: str


def find_incidents(
    report: Report, sentences: Spans, entities: tuple[Entity, ...], times: tuple[Time, ...]
) -> tuple[ReportIncident, ...]:
    """The incidents that a report speaks of, the lead (`i1`) first.

    Every report has one lead; its type is `other` where no type fits. The passages of the lead are
    those sentences that are about no other.
    """
    prose = _prose(report, sentences)
    ground = _Ground(report.text, times, _towns(entities))
    lead = _lead(report, prose, ground)
    kind = lead_type(report.title, [s.cut(report.text) for s in prose])
    others = list(_background(prose, ground, lead))
    taken = merge(o.span for o in others)
    kept = tuple(s for s in sentences if not _covered(taken, s))
    return (ReportIncident("i1", kind, lead=True, passages=kept), *_numbered(report, others, kind))


def _numbered(report: Report, others: list[_Other], lead: str) -> Iterator[ReportIncident]:
    """One incident for the stretches of each key, in text order."""
    by_key: dict[str, list[Span]] = {}
    for other in others:
        by_key.setdefault(other.key, []).append(other.span)
    for number, stretches in enumerate(by_key.values(), 2):
        spans = merge(stretches)
        kind = passage_type([s.cut(report.text) for s in spans]) or lead
        yield ReportIncident(f"i{number}", kind, lead=False, passages=spans)


def _covered(spans: Spans, other: Span) -> bool:
    """Whether one of the spans, which stand apart and in order, contains the other."""
    index = bisect_right(spans, other.start, key=lambda span: span.start) - 1
    return index >= 0 and spans[index].contains(other)


def _prose(report: Report, sentences: Spans) -> Spans:
    """The sentences that no boilerplate touches."""
    marked = merge(b.span for b in report.boilerplate)

    def is_marked(sentence: Span) -> bool:
        index = bisect_right(marked, sentence.start, key=lambda span: span.end)
        return index < len(marked) and marked[index].start < sentence.end

    return tuple(s for s in sentences if not is_marked(s))


# --- types ---------------------------------------------------------------------------------------


def lead_type(title: str | None, sentences: list[str]) -> str:
    """The type of incident that title and sentences are about; the earlier words weigh more."""
    head = [title] if title and (not sentences or sentences[0].strip() != title.strip()) else []
    texts = [*head, *sentences]
    scores: Scores = defaultdict(float)
    for index, text in enumerate(texts):
        weight = LEAD_WEIGHTS[index] if index < len(LEAD_WEIGHTS) else LATER
        for kind, score in scores_of(text).items():
            scores[kind] += weight * score
    best = _best(scores)
    if best in ("shooting", "arrest", "armed_assault") and _by_police(texts[:3]):
        return "police_shooting"
    return best if best and scores[best] >= LEAST else "other"


def passage_type(texts: list[str]) -> str | None:
    """The type that a background passage's own words give; None where they give none."""
    scores: Scores = defaultdict(float)
    for text in texts:
        for kind, score in scores_of(text).items():
            scores[kind] += score
    best = _best(scores)
    return best if best and scores[best] >= 1 else None


def scores_of(text: str) -> Scores:
    """Weights of the types whose words a text holds, each pattern once."""
    plain = NO_TRIGGER.sub(lambda m: " " * len(m[0]), " ".join(text.lower().split()))
    scores: Scores = defaultdict(float)
    for trigger in TRIGGERS:
        if trigger.pattern.search(plain):
            scores[trigger.type] += trigger.weight
    return scores


def _best(scores: Scores) -> str | None:
    if not scores:
        return None
    order = {t.type: i for i, t in enumerate(TRIGGERS)}
    return max(scores, key=lambda kind: (scores[kind], -order.get(kind, 0)))


def _by_police(texts: list[str]) -> bool:
    """Whether the head says that the police shot and speaks of no other gunman."""
    head = " . ".join(texts).lower()
    return bool(POLICE_SHOOTING.search(head)) and not GUNMAN.search(head)


# --- the lead's day and place --------------------------------------------------------------------


def _towns(entities: tuple[Entity, ...]) -> tuple[_Town, ...]:
    """The named mentions of places that the gazetteer knows, in text order."""
    found: dict[Span, _Town] = {}
    for entity in entities:
        if entity.kind == "place" and entity.named and entity.where is not None:
            for mention in entity.mentions:
                found[mention.span] = _Town(mention.span, entity.name, entity.where)
    return tuple(found[span] for span in sorted(found))


def _lead(report: Report, prose: Spans, ground: _Ground) -> _Lead:
    head = prose[:HEAD_SENTENCES]
    day = _first_day(ground, head) or day_of(report.published)
    if AFTERMATH.search(" ".join((report.title or "", *(s.cut(report.text) for s in head[:2])))):
        day = _deed_day(ground, prose[:DEED_SENTENCES], day) or day
    near = next((n for n in (_towns_of(ground, s) for s in head) if n), [])
    near = near or [town for s in head for town in ground.towns_in(s)]
    return _Lead(day, tuple(t.where for t in near), frozenset(t.name for t in near))


def _first_day(ground: _Ground, head: Spans) -> date | None:
    """The first day in a sentence of the head that tells of a happening."""
    for sentence in head:
        days = [d for t in ground.times_in(sentence) if (d := day_of(t.value))]
        if days and HAPPENED.search(sentence.cut(ground.text)):
            return days[0]
    return None


def _deed_day(ground: _Ground, prose: Spans, told: date | None) -> date | None:
    """The day of the deed in a report of what came after it: an arrest, a charge, a trial.

    The first day at least `APART_DAYS` and at most `TRIAL_YEARS` before what the head tells, beside
    words of a happening and no court's; none where words set that deed apart as another one.
    """
    if told is None:
        return None
    for sentence in prose:
        words = sentence.cut(ground.text)
        if ANOTHER.search(words) or not HAPPENED.search(words):
            continue
        for time in ground.times_in(sentence):
            day = day_of(time.value) if time.type in ("date", "time") else None
            before = max(sentence.start, time.span.start - CLAUSE)
            if day is None or AFTERMATH.search(ground.text, before, time.span.start):
                continue
            if timedelta(APART_DAYS) <= told - day <= timedelta(365 * TRIAL_YEARS):
                return day
            if told - day >= timedelta(0):
                return None  # the head's own happening is fresh
    return None


def _towns_of(ground: _Ground, sentence: Span) -> list[_Town]:
    """The towns and countries that a sentence puts something in."""
    return [t for t in ground.towns_in(sentence) if _is_location(ground.text, t.span)]


def _is_location(text: str, span: Span) -> bool:
    """Whether a place says where ("in Graz", "GRAZ, Austria") and is no attribute."""
    before = text[max(0, span.start - 14) : span.start].lower()
    return bool(re.search(r"(?:\b(?:in|at|near|outside|of|from|through)|,)[ ]$", before)) or (
        span.cut(text).isupper()
    )


# --- the background ------------------------------------------------------------------------------


def _background(prose: Spans, ground: _Ground, lead: _Lead) -> Iterator[_Other]:
    """Stretches about other incidents, in text order, with the sentences that go on about them."""
    current: _Other | None = None
    gone_on = 0
    for index, sentence in enumerate(prose):
        found = _other(ground, sentence, lead) if index else None
        if found is not None:
            current, gone_on = found, 0
            yield found
            continue
        if current is None or gone_on >= FOLLOWING or not _goes_on(ground.text, current, sentence):
            current = None
            continue
        if _returns(ground, sentence, lead):
            current = None
            continue
        gone_on += 1
        current = _Other(sentence, current.key)
        yield current


def _goes_on(text: str, current: _Other, sentence: Span) -> bool:
    """Whether the sentence follows in the same paragraph."""
    return sentence.start >= current.span.end and "\n" not in text[
        current.span.end : sentence.start
    ].strip(" ")


def _returns(ground: _Ground, sentence: Span, lead: _Lead) -> bool:
    """Whether a sentence comes back to the lead: by its town, or by a day near the lead's."""
    if any(town.name in lead.names for town in ground.towns_in(sentence)):
        return True
    for time in ground.times_in(sentence):
        day = day_of(time.value)
        if day and lead.day and not _is_relative(ground.text, time):
            return abs((day - lead.day).days) < APART_DAYS
    return False


def _is_relative(text: str, time: Time) -> bool:
    return bool(re.match(r"(?:the|that)\b", time.span.cut(text)))


def _other(ground: _Ground, sentence: Span, lead: _Lead) -> _Other | None:
    """The stretch of a sentence that is about another incident."""
    if not HAPPENED.search(sentence.cut(ground.text)):
        return None
    return (
        _long_ago(ground, sentence, lead)
        or _far_away(ground, sentence, lead)
        or _elsewhere(ground, sentence, lead)
        or _came_after(ground, sentence)
    )


def _long_ago(ground: _Ground, sentence: Span, lead: _Lead) -> _Other | None:
    """A clause with a day far before the lead's, beside words of a happening."""
    text = ground.text
    for time in ground.times_in(sentence):
        if time.type not in ("date", "time"):
            continue
        last = last_day(time.value)
        if COURT_STEP.search(text, max(sentence.start, time.span.start - CLAUSE), time.span.start):
            continue
        if last is None or lead.day is None or last > lead.day - timedelta(days=APART_DAYS):
            continue
        start = _clause_start(text, sentence, time.span)
        end = _clause_end(text, sentence, time.span.end)
        clause = text[start:end]
        follows = RELATIVE.match(text, end, sentence.end) and HAPPENED.search(
            text[end : sentence.end]
        )
        if HAPPENED.search(clause) or follows:
            span = Span(_with_antecedent(text, sentence, start), sentence.end)
            return _Other(span, _key(ground, span, lead) or time.value[:4])
    return None


def last_day(value: str) -> date | None:
    """The last day of a TIMEX3 date: of a day, month or year."""
    if match := re.match(r"(\d{4})-(\d\d)-(\d\d)", value):
        return day_of(value)
    if match := re.match(r"(\d{4})-(\d\d)$", value):
        year, month = int(match[1]), int(match[2])
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if match := re.match(r"(\d{4})$", value):
        return date(int(match[1]), 12, 31)
    return None


def _clause_start(text: str, sentence: Span, at: Span) -> int:
    starts = [m.end() for m in CLAUSE_END.finditer(text, sentence.start, at.start)]
    starts = [s for s in starts if len(text[s : at.start].split()) >= 2] or [sentence.start]
    return (
        starts[-1] if HAPPENED.search(text[starts[-1] : at.start]) else _wider(text, sentence, at)
    )


def _with_antecedent(text: str, sentence: Span, start: int) -> int:
    """The clause with whom or what its "who" or "where" takes up: "Nora Field, who was …"."""
    match = ANTECEDENT.search(text, sentence.start, start)
    return match.start("name") if match and match.end() == start else start


def _wider(text: str, sentence: Span, at: Span) -> int:
    """The last clause mark before the time, or the sentence's start where the time opens it."""
    marks = [m.start() for m in CLAUSE_END.finditer(text, sentence.start, at.start)]
    return marks[-1] + 1 if marks else sentence.start


def _clause_end(text: str, sentence: Span, start: int) -> int:
    """Where the clause around a time ends that ends at `start`; "In March, two men …" goes on."""
    opening = len(text[sentence.start : start].split()) <= OPENING_WORDS
    comma = start + 1 if opening and text[start : start + 1] == "," else start
    match = CLAUSE_END.search(text, comma, sentence.end)
    return match.start() if match else sentence.end


def _key(ground: _Ground, span: Span, lead: _Lead) -> str | None:
    """The first town of a stretch that is not the lead's."""
    return next((t.name for t in ground.towns_in(span) if t.name not in lead.names), None)


def _far_away(ground: _Ground, sentence: Span, lead: _Lead) -> _Other | None:
    """A happening set in a town far from all of the lead's."""
    for town in ground.towns_in(sentence):
        if town.name in lead.names or not _is_far(town.where, lead):
            continue
        before = ground.text[sentence.start : town.span.start]
        noun = NOUN_IN.search(before)
        if OPENING.match(before) or ELSEWHERE.match(before):
            return _Other(sentence, town.name)
        if noun is not None:
            began = _came_after_start(ground.text, sentence)
            start = began if began is not None else sentence.start + noun.start()
            return _Other(Span(start, sentence.end), town.name)
    return None


def _elsewhere(ground: _Ground, sentence: Span, lead: _Lead) -> _Other | None:
    """ "Separately, a fire …": a happening that the report itself sets apart."""
    if not SET_APART.match(ground.text, sentence.start, sentence.end):
        return None
    key = _key(ground, sentence, lead) or ground.text[sentence.start : sentence.start + 40]
    return _Other(sentence, key)


def _is_far(where: Gazetteer, lead: _Lead) -> bool:
    if not lead.places:
        return False
    if where.precision != "city":
        return all(where.country != place.country for place in lead.places)
    towns = [p for p in lead.places if p.precision == "city"]
    if not towns:
        return all(where.country != place.country for place in lead.places)
    return all(distance(where, town) > APART_KM for town in towns)


def _came_after_start(text: str, sentence: Span) -> int | None:
    match = CAME_AFTER.search(text, sentence.start, sentence.end)
    return match.end() if match else None


def _came_after(ground: _Ground, sentence: Span) -> _Other | None:
    """ "The attack came two years after …": what follows is another incident."""
    text = ground.text
    start = _came_after_start(text, sentence)
    if start is None or start >= sentence.end or not HAPPENED.search(text[start : sentence.end]):
        return None
    span = Span(start, sentence.end)
    town = next(iter(ground.towns_in(span)), None)
    return _Other(span, town.name if town else text[start : start + 24])

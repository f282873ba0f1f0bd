"""Titles of incidents: a report's plain headline, else words made of the incident's own findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.core.grouping import IncidentGroup
from onrecord.core.moments import moment
from onrecord.core.reading import Reading
from onrecord.core.record import Finding
from onrecord.core.values import Interval, Period, Value
from onrecord.facts.compare import content_words
from onrecord.reconcile.claims import NO_DATE

NOT_NEWS = re.compile(
    r"(?:correct(?:ion|ed)|clarification|editor'?s note|opinion|comment|analysis|letters?)\b"
    r"|live:|.*\b(?:live (?:updates?|blog|coverage|ticker)|as it happened|liveblog)\b"
    r"|[\"“‘'«]",
    re.IGNORECASE,
)
"""Titles that speak of a report, go on changing or begin with somebody's words."""

SITE = re.compile(
    r"\s+[-–—|]\s+(?:[^|–—]*(?:\bNews\b|\bWeather\b|\bSports\b|\.com\b|\bTV\b|\|).*|[^\s|]+)?$"
)
"""The site's own name behind a headline."""

SPOT = re.compile(
    r"\b(?:[a-z]+|Street|St\.|Road|Rd\.|Avenue|Ave\.|Boulevard|Blvd\.|Drive|Lane|Hospital|School|"
    r"University|Airport|Station|Bridge|Church|Mosque|Hotel|Mall|Park)$"
)
"""Places at which, not in which: buildings and streets."""

MONTHS = (
    "January February March April May June July August September October November December".split()
)


def incident_title(
    group: IncidentGroup, readings: Mapping[str, Reading], copies: frozenset[str]
) -> str:
    """The headline that has most in common with the others of reports that lead on the incident.

    One that is no plain news headline, or a copy's, only where there is no other; "" where there is
    none at all.
    """
    titles = {r: headline(readings[r].report.title or "") for r in group.lead_of}
    words = {report: content_words(title) for report, title in titles.items() if title}
    counts = Counter(word for known in words.values() for word in known)

    def fitness(report: str) -> tuple[int, bool, float, str, str]:
        mine = words[report]
        common = sum(counts[word] - 1 for word in mine) / max(4, len(mine))
        when = moment(readings[report].report.published)
        oddity = _oddity(titles[report])
        return (oddity, report in copies, -common, when.isoformat() if when else NO_DATE, report)

    return titles[min(words, key=fitness)] if words else ""


def headline(title: str) -> str:
    """A title without the site's name."""
    cut = SITE.sub("", title).strip()
    return cut if len(cut.split()) > 2 else title.strip()


def _oddity(title: str) -> int:
    """How far a title is from a plain news headline: 0 for one."""
    shouted = [w for w in title.split() if len(w) > 3 and w.isalpha() and w.isupper()]
    return 2 * bool(NOT_NEWS.match(title)) + title.endswith("?") + (len(shouted) > 1)


def made_title(kind: str, findings: Sequence[Finding], names: Mapping[str, str]) -> str:
    """Type, place (or victim, or toll) and date as far as they are known: "Fire in Oporto, 2024"."""
    held = [finding for finding in findings if finding.status != "denied"]
    what = "incident" if kind == "other" else kind.replace("_", " ")
    title = what[0].upper() + what[1:]
    if places := _names(held, "incident.place", names):
        title += f" {'at' if SPOT.search(places[0]) else 'in'} {places[0]}"
    elif victims := _names(held, "incident.victim", names):
        title += f" of {victims[0]}"
    elif toll := _toll(held):
        title += toll
    dates = [date_words(f.value) for f in held if f.field == "incident.date"]
    return f"{title}, {dates[0]}" if dates else title


def _names(held: Sequence[Finding], field: str, names: Mapping[str, str]) -> list[str]:
    """Names (not descriptions) of the entities that a field holds, the best supported first."""
    found = [names.get(str(f.value), "") for f in held if f.field == field]
    return [name for name in found if name[:1].isupper()]


def _toll(held: Sequence[Finding]) -> str:
    for field, word in (("incident.killed", "killed"), ("incident.injured", "injured")):
        value = next((f.value for f in held if f.field == field), None)
        if isinstance(value, int) and value:
            return f" with {value:,} {word}"
        if isinstance(value, Interval) and value.low:
            return f" with at least {value.low:,} {word}"
    return ""


def date_words(value: Value) -> str:
    """A date as in a text: "6 March 2025", "December 2018", "2009", "1 May 2024 to 3 May 2024"."""
    if isinstance(value, Period):
        first, last = value.start[:10], value.end[:10]
        if first[:4] == last[:4] and (first[5:], last[5:]) == ("01-01", "12-31"):
            return first[:4]
        return date_words(first) if first == last else f"{date_words(first)} to {date_words(last)}"
    year, *rest = str(value)[:10].split("-")
    if not all(part.isdigit() for part in rest) or not rest:
        return str(value)
    month = MONTHS[int(rest[0]) - 1]
    return " ".join([*(str(int(day)) for day in rest[1:]), month, year])

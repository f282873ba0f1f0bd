"""When a page was published and when it was last changed: told apart, with the offset from UTC.

A page tells each in several places. The linked data of the report come first, then those of the
page, then meta tags, then elements of the markup, then the words that a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml import etree

from onrecord.core.moments import moment
from onrecord.intake.dates import normalise

CHANGED = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|revised)\b(?:\s+on\b|\s+at\b)?\s*[:|-]?\s*(?P<when>\S.{4,60})",
    re.IGNORECASE | re.DOTALL,
)
DAY = re.compile(
    r"(?P<named>\b\d{1,2}\s+[a-z]{3,9}\.?,?\s+\d{4}|\b[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\b\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})[:.]?(?P<minute>\d{2})\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>[A-Z]{1,4}T\b|UTC\b|GMT\b)?"
    r"(?!\d)",
    re.IGNORECASE,
)
ZONES = {
    "GMT": "UTC",
    "UTC": "UTC",
    "BST": "Europe/London",
    "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin",
    **dict.fromkeys(("ET", "EST", "EDT"), "America/New_York"),
    **dict.fromkeys(("CT", "CST", "CDT"), "America/Chicago"),
    **dict.fromkeys(("MT", "MST", "MDT"), "America/Denver"),
    **dict.fromkeys(("PT", "PST", "PDT"), "America/Los_Angeles"),
}
"""Zones that readers' words name. IST, which is India's, Ireland's and Israel's, is not among them."""
LONGEST = 160
"""Characters of the longest line that tells when a page was changed: a note says what was changed."""
SAME_DAY = timedelta(hours=26)
"""A day alone and a moment at most this far from its first minute tell the same: a day may begin 14
hours before UTC's or 12 behind it."""


def best(candidates: Iterable[str | None]) -> str | None:
    """The first date that can be read; with its time, where another candidate has that."""
    read = [found for given in candidates if given and (found := normalise(given))]
    if not read:
        return None
    first = read[0]
    if "T" in first:
        return first
    return next((other for other in read[1:] if "T" in other and _same_day(first, other)), first)


def _same_day(day: str, other: str) -> bool:
    start, at = moment(day), moment(other)
    return start is not None and at is not None and abs(at - start) <= SAME_DAY


def later(updated: str | None, published: str | None, others: Iterable[str | None]) -> str | None:
    """The last change. Where it is only the publication again, a later one that is told elsewhere."""
    one, first = moment(updated), moment(published)
    if one is None or first is None or one != first:
        return updated
    for given in others:
        found = normalise(given) if given else None
        at = moment(found)
        if found and at is not None and "T" in found and at > first:
            return found
    return updated


def marked(tree: etree._Element, props: frozenset[str], style: str) -> Iterator[str]:
    """What elements say that are marked as the date: by property first, then by class."""
    nodes = list(tree.iter("time", "span", "p", "div"))
    for node in nodes:
        if node.get("itemprop") in props:
            yield node.get("datetime") or node.get("content") or " ".join(node.itertext())
    for node in nodes:
        classes = (node.get("class") or "").lower().split()
        other = node.get("itemprop") or ""
        if node.tag == "time" and style in classes and (not other or other in props):
            yield node.get("datetime") or " ".join(node.itertext())


def told(tree: etree._Element, published: str | None) -> str | None:
    """The last change in the words that a reader sees: "Updated: 18 Nov 2031, 10:16 pm ET".

    Without a day in them it is the day of publication.
    """
    for line in _lines(tree):
        match = CHANGED.search(line)
        found = _moment(match["when"], published) if match else None
        if found:
            return found
    return None


def _lines(tree: etree._Element) -> Iterator[str]:
    """Short lines of the page with a word for change in them."""
    for node in tree.iter("time", "span", "p", "div", "em", "i", "small", "li"):
        text = f"{node.text or ''} {' '.join(c.text or '' for c in node)}"
        own = " ".join(text.split())
        if 10 < len(own) <= LONGEST and CHANGED.search(own):
            yield own


def _moment(words: str, published: str | None) -> str | None:
    day, clock = DAY.search(words), CLOCK.search(DAY.sub(" ", words))
    date = normalise(day["named"]) if day else (published or "")[:10] if clock else None
    if not date or (day is None and not (clock and clock["half"])):
        return None
    if clock is None:
        return date
    hour, minute = int(clock["hour"]), int(clock["minute"])
    half = (clock["half"] or "").lower()[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour > 23 or minute > 59:
        return date
    at = datetime.fromisoformat(f"{date[:10]}T{hour:02}:{minute:02}:00")
    zone = ZONES.get((clock["zone"] or "").upper())
    try:
        return (at.replace(tzinfo=ZoneInfo(zone)) if zone else at).isoformat()
    except ZoneInfoNotFoundError:
        return at.isoformat()

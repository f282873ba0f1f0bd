"""When a count was taken, or a person's condition came about, where the sentence says so.

"As of Tuesday evening, 12 people had died": the time stands behind words for a state. "She died on
Friday": the time stands behind the verb.
"""

from __future__ import annotations

import re

from onrecord.core.reading import Time
from onrecord.core.span import Span, Spans, hull
from onrecord.facts.base import Context

COUNTS = frozenset(
    f"incident.{name}"
    for name in (
        "killed", "injured", "missing", "kidnapped", "rescued", "evacuated", "arrested",
        "perpetrators_killed", "perpetrators_arrested",
    )
)  # fmt: skip
CONDITION = "person.condition"

STATE = re.compile(
    r"\b(?:as of|as at|by|until|up to|as late as|at the end of|counted (?:on|by)|updated (?:on|at))"
    r"\s+(?:the\s+|early\s+|late\s+|midday\s+(?:on\s+)?|noon\s+(?:on\s+)?)*$",
    re.IGNORECASE,
)
"""Words before a time that make it the time of a count; "on Tuesday" alone is the incident's."""

DEED = re.compile(
    r"^[^.;:!?]{0,60}?\b(?:on|at|early on|late on|since|this|last|,)?\s*$", re.IGNORECASE
)
"""What may stand between words for a condition and their time: a phrase, no other clause's end."""

OTHER_CLAUSE = re.compile(
    r"\b(?:said|says|told|reported|according|wrote|announced|confirmed|after|before|when|while|who|"
    r"which|that|but|because|in (?:a|the) (?:attack|shooting|fire|crash|blast))\b|[;:]",
    re.IGNORECASE,
)
"""Words that begin something else, whose time it then is: "the man, police said on Friday"."""


PART_OF_DAY = re.compile(r"T[A-Z]+$")
"""TIMEX3's morning, evening, night: the day is what is kept of them."""


def as_of(context: Context, field: str, evidence: Spans) -> str | None:
    """The time (TIMEX3 value, a date or moment) of a count or condition; None where none is told."""
    if field not in COUNTS and field != CONDITION:
        return None
    at = hull(evidence)
    sentence = context.sentence_at(at.start)
    if sentence is None:
        return None
    times = [t for t in context.times_in(sentence) if t.type in ("date", "time") and _dated(t)]
    fits = _counted_at if field in COUNTS else _came_about
    found = next((t for t in times if fits(context.text, sentence, at, t)), None)
    return None if found is None else PART_OF_DAY.sub("", found.value)


def _dated(time: Time) -> bool:
    """Whether it is resolved to a day at least."""
    return len(time.value) >= len("2000-01-01") and time.value[:4].isdigit()


def _counted_at(text: str, sentence: Span, at: Span, time: Time) -> bool:
    return not time.span.overlaps(at) and bool(STATE.search(text[sentence.start : time.span.start]))


def _came_about(text: str, sentence: Span, at: Span, time: Time) -> bool:
    """Whether the time stands right behind the words of the condition, in their clause."""
    between = text[at.end : time.span.start]
    return (
        at.end <= time.span.start
        and bool(DEED.match(between))
        and not OTHER_CLAUSE.search(between)
        and sentence.contains(at)
    )

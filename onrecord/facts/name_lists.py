"""Lists of names behind a verb: "arrested Ana Brito, 40, and Luis Brito", "the deaths of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span, Spans, hull
from onrecord.facts.base import Context
from onrecord.facts.count_words import MAX_EVIDENCE

_ASIDE = r"(?:,\ (?:aged\ )?\d{1,3}|\ \(\d{1,3}\))?(?:,\ (?:both\ )?of\ [^,.;]{1,30})?"
NEXT_NAME = re.compile(
    rf"{_ASIDE},?\ and\ |{_ASIDE}[,;]\ (?=[A-ZÀ-Þ\d]|(?:his|her|their)\ )", re.VERBOSE
)
BEFORE_NAME = re.compile(
    r"(?:(?:an?|his|her|their|the)\ )?(?:(?:\d{1,3}|[a-z]+)-(?:year|month)-old\ )?"
    r"(?:(?:(?!(?:was|were|is|are|had|has|in|at|by|for|to|then|also|\w+ed|\w+ing|shot)\b)"
    r"[a-z-]+,?\ ){1,3}(?=[A-ZÀ-Þ]))?",
    re.VERBOSE,
)
"""What may introduce a name of a list: "17-year-old", "her brother"."""


def names_from(context: Context, start: int, end: int) -> Iterator[Span]:
    """The people's names of a list that begins at a code point, as far as `end`."""
    first = BEFORE_NAME.match(context.text, start, end)
    start = first.end() if first else start
    while (found := context.mention_at(start)) is not None and found[0].form == "name":
        span = found[0].span
        if found[1].kind != "person" or span.end > end:
            return
        yield span
        link = NEXT_NAME.match(context.text, span.end, end)
        if link is None:
            return
        before = BEFORE_NAME.match(context.text, link.end(), end)
        start = before.end() if before else link.end()


def told_tightly(names: list[Span], start: int) -> Spans:
    """The phrase from `start` to the last name where it is short, else the names."""
    phrase, whole = Span(start, names[-1].end), hull(names)
    if len(phrase) <= MAX_EVIDENCE:
        return (phrase,)
    return (whole,) if len(whole) <= MAX_EVIDENCE else tuple(names)

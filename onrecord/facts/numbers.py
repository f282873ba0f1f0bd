"""Counts in running text: digits and words, ranges, limits and vague amounts, with exact spans.

A number that measures something else (an age, a time of day, a calibre, a distance, a sum of money,
a house number, a length of time) is no count and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.reading import Qualifier
from onrecord.core.span import Span
from onrecord.core.values import Interval


@dataclass(frozen=True, slots=True)
class Number:
    """A count as written.

    `span` takes in the words that limit it ("at least 17"), `core` is the figure alone. `value` is
    an int, or an Interval for limits, ranges and vague amounts.
    """

    span: Span
    core: Span
    value: int | Interval
    qualifier: Qualifier

    @property
    def low(self) -> int | None:
        """The smallest number that it can be."""
        return self.value.low if isinstance(self.value, Interval) else self.value


UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        strict=True,
    )
}
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}

# "dozens" is two dozen at least, and so on; "several" and "a few" are three or more.
VAGUE = {
    "dozens": Interval(24, None),
    "scores": Interval(40, None),
    "tens": Interval(20, None),
    "hundreds": Interval(200, None),
    "thousands": Interval(2000, None),
    "several": Interval(3, None),
    "a few": Interval(3, None),
    "a handful": Interval(3, None),
    "a couple": Interval(2, 3),
    "a number": Interval(2, None),
}

_SMALL = "|".join((*TENS, *sorted(UNITS, key=len, reverse=True)))
_WORDS = (
    rf"(?:(?:(?:a|an|half\ an?|{_SMALL}|\d+)[\s-]+)(?:dozen|score|hundred|thousand|million)"
    rf"(?:[\s-]+(?:and[\s-]+)?(?:{_SMALL})(?:-(?:{_SMALL}))?)?"
    rf"|(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(w for w in UNITS if w != 'zero')}))?"
    rf"|(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}))"
)
_DIGITS = r"\d{1,3}(?:[,  ]\d{3})+(?![\d])|\d+(?:\.\d+)?[\s-](?:million|thousand)|\d+"
_FIGURE = rf"(?:{_DIGITS}|{_WORDS})"
_VAGUE = (
    r"(?:dozens|scores|hundreds|thousands|tens)(?:\ (?=of\b))?|several|a\ few|a\ handful|a\ couple"
    r"|a\ number(?=\ of\b)"
)
_BEFORE = (
    r"at\ least|no\ fewer\ than|no\ less\ than|not\ less\ than|a\ minimum\ of|(?:well\ )?more\ than"
    r"|(?:well\ )?over|upwards\ of|as\ many\ as|up\ to|at\ most|no\ more\ than|a\ maximum\ of"
    r"|fewer\ than|less\ than|under|nearly|almost|close\ to|just\ over|just\ under|about|around"
    r"|some|roughly|approximately|an\ estimated|estimated|circa|possibly|(?:exactly|only|just)"
)

NUMBER = re.compile(
    rf"""(?<![\w.,$€£¥/:@#'’+-])
    (?:
      (?P<range>
          between\ (?P<b1>{_FIGURE})\ and\ (?P<b2>{_FIGURE})
        | (?:from\ )?(?P<t1>{_FIGURE})\ (?:to|or)\ (?P<t2>{_FIGURE})
        | (?P<d1>{_DIGITS})\ ?[-–—]\ ?(?P<d2>{_DIGITS}))
    | (?P<plain>(?:(?P<before>{_BEFORE})\ )?(?:(?P<vague>{_VAGUE})|(?P<figure>{_FIGURE}))
         (?P<after>\ or\ more\b|\ or\ so\b|-odd\b|\ at\ (?:least|most)\b|-plus\b|\+)?)
    )(?![\w])""",
    re.VERBOSE | re.IGNORECASE,
)

ENDS = (("b1", "b2"), ("t1", "t2"), ("d1", "d2"))
"""The groups of `NUMBER` that hold the two ends of a range."""

AT_LEAST = frozenset(
    "at least|no fewer than|no less than|not less than|a minimum of|or more|plus|+".split("|")
)
AT_MOST = frozenset(("up to", "as many as", "at most", "no more than", "a maximum of", "at most"))
ABOVE = frozenset(("more than", "well more than", "over", "well over", "upwards of"))
BELOW = frozenset(("fewer than", "less than", "under"))
EXACT = frozenset(("exactly", "only", "just", ""))

# What follows a number that measures something.
_UNIT_AFTER = re.compile(
    r"""[\s-]*(?:
      years?|yrs?\b|y\.?o\b|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)
    | o['’]clock | [ap]\.?m\b | (?:metre|meter|kilomet(?:re|er)|mile|inch|centimet(?:re|er)
    | millimet(?:re|er)|yard|acre|hectare|litre|liter|gallon|kilo|kilogram|tonne|ton|pound|gram
    | gigabyte|megabyte|terabyte|volt|watt|knot|degree|storey|story|stop|point|euro|dollar|sterling
    | peso|real|rand|rupee|rouble|ruble|yuan|yen|sole?|shekel|dinar|lira|franc|crown|zloty|cent
    | koruna|percentage|per\ cent|percent|caliber|calibre|gauge|round|count|time|page|article
    | vehicle|car|truck|lorry|boat|building|house|home|room|floor|shop|stall|box|bag|gun|rifle
    | pistol|weapon|bullet|shot|gunshot|bomb|rocket|missile|grenade|device|unit|charge)(?:e?s)?\b
    | lorries\b|stor(?:ies|eys)\b|feet\b|foot\b|km²?\b|mi\b|cm\b|mm\b|kg\b|ft\b|lbs?\b|[kmg]b\b
    | ml\b|mph\b|kph\b|kmh\b|%|°|pct\b|(?:st|nd|rd|th)\b
    | (?:[A-Z][\w'’.]*\ ){0,2}(?:Street|St\b|Road|Rd\b|Avenue|Ave\b|Lane|Drive|Boulevard|Blvd)
    | -\ ?(?:and\ \d{1,3}-)?(?:year|month|week|day|hour|minute|man|member|bed|seat|room|foot|mile|acre|point)
    )""",
    re.VERBOSE,
)
# What stands before a number that names or numbers something.
_NAMED_BEFORE = re.compile(
    r"""(?:\b(?:(?:[Aa]ged|[Aa]ges|[Aa]ge)\ \d{1,3}\ (?:and|or|to)|[Aa]ged?|[Aa]ges|[Aa]ge\ of
    | [Nn]o\.|[Nn]umber|[Nn]r\.|[Uu]nit|[Rr]oute|[Hh]ighway|[Ff]light
    | [Ll]ine|[Cc]hannel|[Aa]rticle|[Ss]ection|[Pp]age|[Cc]hapter|[Gg]ate|[Pp]latform|[Rr]oom
    | [Ff]loor|[Tt]ram|[Bb]us|[Tt]rain|[Ll]evel|[Gg]rade|[Dd]ay|[Pp]hase|[Pp]art|[Bb]lock
    | [Dd]istrict|[Pp]recinct|[Ww]ard|[Zz]one|[Aa]rea|[Ss]tage|[Tt]urned|[Ss]ince)[ ]
    | [$€£¥]\ ?|[A-Z]{2,3}[$]?[ ]
    | \b(?:man|woman|boy|girl|lad|youth|teenager)\ of\ (?:about\ )?
    | \b(?:January|February|March|April|May|June|July|August|September
    | October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)[ ]
    | \bhalf\ (?:past\ )?|\bquarter\ (?:past|to)\ )$""",
    re.VERBOSE,
)
_MONTH_AFTER = re.compile(
    r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_CLOCK_AFTER = re.compile(
    r"(?:\s(?:past|to|minutes)\s(?:one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|midnight|noon|\d)|[:.]\d|,\d)"
)
_AGE_BEFORE = re.compile(r"[\w.’')”\"],\s$")
_AGE_AFTER = re.compile(r"(?:[,;.)]|\s?[—–]|$|\sand\s[a-z]+ing\b|\sof\s[A-Z])")
YEARS = range(1000, 2100)
"""A bare four-digit figure in this range, with nothing counted behind it, is a year."""

_COUNTED_AFTER = re.compile(r"\s(?:[a-z]{3,}s|people|men|women|children|dead)\b")


def find_numbers(
    text: str, within: Span | None = None, taken: Iterable[Span] = ()
) -> tuple[Number, ...]:
    """The counts in a text, or in one stretch of it, in text order.

    `taken` are spans whose numbers are known to be something else (times).
    """
    area = within or (Span(0, len(text)) if text else None)
    if area is None:
        return ()
    blocked = tuple(taken)
    found = []
    for match in NUMBER.finditer(text, area.start, area.end):
        for number in _numbers(match):
            if not any(number.core.overlaps(b) for b in blocked) and _is_count(text, number):
                found.append(number)
    return tuple(found)


def _numbers(match: re.Match[str]) -> Iterator[Number]:
    """The number of a match; both ends apart where they make no range."""
    if match["plain"]:
        yield _plain(match)
        return
    low, high = next(pair for pair in ENDS if match[pair[0]])
    first, second = parse_figure(match[low]), parse_figure(match[high])
    if first < second and (" or " not in match["range"] or second - first <= max(2, first)):
        span = Span(*match.span("range"))
        yield Number(span, span, Interval(first, second), "range")
        return
    for part, figure in ((low, first), (high, second)):
        at = Span(*match.span(part))
        yield Number(at, at, figure, "exact")


def _plain(match: re.Match[str]) -> Number:
    span = Span(*match.span("plain"))
    before = " ".join((match["before"] or "").lower().split())
    after = (match["after"] or "").lower().strip(" -")
    if match["vague"]:
        core = Span(match.start("vague"), match.start("vague") + len(match["vague"].rstrip()))
        end = core.end if not after else span.end
        vague = VAGUE[" ".join(match["vague"].lower().split())]
        return Number(Span(span.start, end), core, _vague(vague, before), "vague")
    core = Span(*match.span("figure"))
    figure = parse_figure(match["figure"])
    return limited(Number(span, core, figure, "exact"), figure, before, after)


def _vague(amount: Interval, before: str) -> Interval:
    """ "up to several" has no lower end."""
    return Interval(None, amount.high or amount.low) if before in AT_MOST else amount


def limited(number: Number, figure: int, before: str, after: str) -> Number:
    """The number with the limits that the words around it set."""
    value: int | Interval = figure
    qualifier: Qualifier = "exact"
    if before in AT_LEAST or after in AT_LEAST:
        value, qualifier = Interval(figure, None), "at_least"
    elif before in ABOVE:
        value, qualifier = Interval(figure + 1, None), "at_least"
    elif before in AT_MOST or after in AT_MOST:
        value, qualifier = Interval(None, figure), "at_most"
    elif before in BELOW:
        value, qualifier = Interval(None, figure - 1), "at_most"
    elif before not in EXACT or after in ("or so", "odd"):
        qualifier = "about"
    return Number(number.span, number.core, value, qualifier)


def parse_figure(words: str) -> int:
    """The number that figures or number words stand for: "1,200", "twenty-one", "three dozen".

    Words that are no number count for nothing.
    """
    total, group = 0, 0.0
    for word in re.split(r"[\s-]+", words.lower().replace("\u00a0", "")):
        if word in ("a", "an"):
            group = group or 1
        elif word == "half":
            group = 0.5
        elif word in UNITS or word in TENS:
            group += UNITS.get(word, 0) + TENS.get(word, 0)
        elif word in SCALES:
            group = (group or 1) * SCALES[word]
            if SCALES[word] >= 1000:
                total, group = total + int(group), 0.0
        elif word[:1].isdigit():
            group += float(re.sub(r"[,\u2009\u202f]", "", word))
    return total + int(group)


def _is_count(text: str, number: Number) -> bool:
    """Whether the words around a figure let it be a count."""
    before = text[max(0, number.core.start - 24) : number.core.start]
    outer = text[max(0, number.span.start - 24) : number.span.start]
    after = text[number.core.end : number.core.end + 40]
    if _UNIT_AFTER.match(after) or _NAMED_BEFORE.search(before) or _NAMED_BEFORE.search(outer):
        return False
    if before.lower().endswith("no ") and number.core.cut(text).lower() == "one":
        return False
    if _CLOCK_AFTER.match(after) or _MONTH_AFTER.match(after):
        return False
    if number.qualifier == "exact":
        return not (_is_age(text, number, before, after) or _is_year(text, number, after))
    return True


def _is_age(text: str, number: Number, before: str, after: str) -> bool:
    """A figure between commas behind a word, or alone in brackets behind a name."""
    if before.endswith("(") and after.startswith(")"):
        return True
    return bool(_AGE_BEFORE.search(before) and _AGE_AFTER.match(after))


def _is_year(text: str, number: Number, after: str) -> bool:
    figure = number.core.cut(text)
    return (
        figure.isdigit()
        and len(figure) == 4
        and int(figure) in YEARS
        and not _COUNTED_AFTER.match(after)
    )

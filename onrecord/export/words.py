"""Words for people: labels, values, dates, counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from onrecord.core.record import Claim, Finding
from onrecord.core.values import Period, Value
from onrecord.facts.registry import FACT_TYPES
from onrecord.facts.show import plain

MONTHS = (
    "January February March April May June July August September October November December".split()
)
STATUS_WORDS: Mapping[str, str] = {
    "agreed": "agreed",
    "single": "single",
    "disputed": "disputed",
    "superseded": "updated",
    "denied": "denied",
}
STATUS_MEANING: Mapping[str, str] = {
    "agreed": "Two or more independent origins give this value.",
    "single": "One origin gives this value, however many outlets carry it.",
    "disputed": "Origins give values that exclude each other, and nobody took theirs back.",
    "superseded": "This value took the place of earlier ones.",
    "denied": "A claim that others reject and nobody independent supports.",
}
RELATION_WORDS: Mapping[str, str] = {
    "replaced": "given earlier",
    "disputed": "also given",
    "denied": "denied by others",
    "weaker": "told less plainly",
    "otherwise": "counts something else besides",
    "set aside": "set aside by a coder",
}
CERTAINTY_WORDS: Mapping[str, str] = {
    "stated": "",
    "alleged": "alleged",
    "possible": "possible, not certain",
    "denied": "says it is not so",
    "asked": "an open question",
}
STANCE_WORDS: Mapping[str, str] = {
    "says": "says",
    "denies": "denies",
    "confirms": "confirms",
    "declines": "declines to say",
    "asks": "asks",
    "believes": "believes",
    "knows": "knows",
    "wants": "wants",
    "plans": "plans",
    "orders": "orders",
    "promises": "promises",
    "judges": "judges",
}
CODEBOOKS: Mapping[str, str] = {
    "gtd-2021": "Global Terrorism Database (2021)",
    "acled-2024": "ACLED (2024)",
    "ucdp-ged-26": "UCDP Georeferenced Event Dataset 26",
}
BY_FIELD = {kind.field: kind for kind in FACT_TYPES}
FIELD_ORDER = {kind.field: place for place, kind in enumerate(FACT_TYPES)}

CALMED = frozenset({"place", "facility", "person"})
SHORT = 3
"""Letters up to which a name in capitals may be an abbreviation: UK, USA, UAE."""
LETTERS = re.compile(r"[^\W\d_]+(?:['’]S\b)?")

WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
"""Addresses that a brief links to; anything else (`javascript:`) is shown as text at most."""

ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T(?P<time>\d\d:\d\d))?"
)


NAMED_FIELDS: Mapping[str, str] = {
    "incident.perpetrator": "named as attacker",
    "incident.perpetrator_group": "group named as attacker",
    "incident.claimed_by": "responsibility claimed by",
}
"""Fields whose bare name would say more than the record does: it holds who is named, by whom."""


def label(field: str) -> str:
    """A field's name for people: "age"."""
    if field in NAMED_FIELDS:
        return NAMED_FIELDS[field]
    known = BY_FIELD.get(field)
    words = known.label if known else field.split(".")[-1].replace("_", " ")
    return words[:1].lower() + words[1:]


def value_words(field: str, value: Value, names: Mapping[str, str]) -> str:
    """A value in words; entity ids become names."""
    if field == "incident.date":
        return period_words(value)
    known = BY_FIELD.get(field)
    if known:
        return known.show(value, dict(names))
    words = plain(value, dict(names))
    return names.get(words, words.replace("_", " "))


def finding_words(finding: Finding, names: Mapping[str, str]) -> str:
    """A finding's value, with "about" where all who give it say so."""
    words = value_words(finding.field, finding.value, names)
    return hedged(words, [c for c in finding.claims if c.value == finding.value])


def hedged(words: str, claims: Iterable[Claim]) -> str:
    """The words with "about" in front where every claim is approximate."""
    approximate = [claim.approximate or claim.qualifier == "about" for claim in claims]
    if approximate and all(approximate) and not words.startswith(("about", "at ", "up ")):
        return f"about {words}"
    return words


def finding_label(finding: Finding) -> str:
    """A field's name, with what a toll takes in."""
    known = label(finding.field)
    if finding.includes_perpetrators is None:
        return known
    return f"{known}, attackers {'included' if finding.includes_perpetrators else 'not counted'}"


def period_words(value: Value) -> str:
    """A date or period of dates: "7 March 2031", "7 March 2031 to 9 March 2031"."""
    if isinstance(value, Period):
        return f"{date_words(value.start)} to {date_words(value.end)}"
    return date_words(str(value))


def date_words(written: str | None, *, time: bool = True) -> str:
    """An ISO 8601 moment as the outlet's own clock had it: "7 March 2031, 21:05"."""
    if not written:
        return "no date"
    match = ISO.match(written)
    if match is None:
        return written
    month = MONTHS[int(match["month"]) - 1] if match["month"] else ""
    day = str(int(match["day"])) if match["day"] else ""
    words = " ".join(part for part in (day, month, match["year"]) if part)
    return f"{words}, {match['time']}" if time and match["time"] else words


def time_words(written: str) -> str:
    """The time of day of an ISO 8601 moment, with "UTC" where it is; "" where it has none."""
    match = ISO.match(written)
    if match is None or not match["time"]:
        return ""
    return f"{match['time']} UTC" if written.endswith(("+00:00", "Z")) else match["time"]


def is_named(name: str) -> bool:
    """Whether it reads as a name: "Ana Brito" does, "62-year-old man" and "One attacker" do not."""
    return name.split(" ")[-1][:1].isupper()


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 origin", "2 origins"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    every = list(words)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} and {every[-1]}"


def calm(name: str, kind: str) -> str:
    """A name to show: a place or person that reports write in capitals alone, as in datelines, in title
    case. What may be an abbreviation ("USA", and any body: "UNESCO") stays."""
    if kind not in CALMED or not name.isupper() or max(map(len, name.split())) <= SHORT:
        return name
    return LETTERS.sub(lambda word: word[0].capitalize(), name)


def upper_first(words: str) -> str:
    """The words with a capital at the start."""
    return words[:1].upper() + words[1:]


def web_address(url: str) -> str:
    """The address where it may be linked to; nothing otherwise."""
    return url if WEB.fullmatch(url) else ""

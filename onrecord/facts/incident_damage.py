"""Damage and loss, as written, with the sum of money where one is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.span import Span
from onrecord.core.values import Damage, Value
from onrecord.facts.base import Comparison, Context, FactType, Found
from onrecord.facts.numbers import parse_figure
from onrecord.facts.show import plain

SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR"}
WORDS = {
    "euro": "EUR", "pound": "GBP", "dollar": "USD", "yen": "JPY", "rupee": "INR", "rouble": "RUB",
    "ruble": "RUB", "franc": "CHF", "sole": "PEN", "peso": "MXN", "rand": "ZAR", "koruna": "CZK",
    "crown": "CZK", "zloty": "PLN", "lira": "TRY", "real": "BRL", "yuan": "CNY", "naira": "NGN",
    "sol": "PEN", "shekel": "ILS", "dinar": "RSD",
}  # fmt: skip
SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a)"
_SUM = (
    rf"(?:[€£$¥₹]\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|billion|thousand|bn|[mMk])\b)?"
    rf"|{_NUMBER}\s(?:(?:million|billion|thousand)\s)?(?:{'|'.join(WORDS)})s?\b)"
)
MONEY = re.compile(
    rf"(?P<text>(?:between\s(?P<low>{_SUM})\sand\s(?P<high>{_SUM}))"
    rf"|(?P<limit>(?:up\sto|at\sleast|more\sthan|about|around|some|nearly|almost|closer\sto|over)\s)?"
    rf"(?P<sum>{_SUM}))",
)
LOSS = re.compile(
    r"\b(?:damages?|worth|loss(?:es)?|losing|cost|stole|stolen|snatch\w*|got\ away|haul|loot|insur\w+"
    r"|destroyed|destruction|repairs?)\b",
    re.VERBOSE | re.IGNORECASE,
)
NO_LOSS = re.compile(
    r"\b(?:ransom|demand\w*|reward|fine[ds]?|salary|budget|paid|bail|funding|donat\w+|compensation|fund)\b",
    re.VERBOSE | re.IGNORECASE,
)


def find(context: Context) -> Iterator[Found]:
    """Sums of money that a sentence calls damage or loss."""
    told = False
    for sentence in context.prose:
        words = sentence.cut(context.text)
        named = bool(LOSS.search(words)) or (told and "insur" in words.lower())
        for match in MONEY.finditer(context.text, sentence.start, sentence.end):
            if named and not NO_LOSS.search(words):
                told = True
                evidence = Span(*match.span("text"))
                yield Found(
                    context.incident_at(evidence).id,
                    "incident.damage",
                    Damage(match["text"], *_amount(match)),
                    (evidence,),
                    incident=context.incident_at(evidence).id,
                )


def _amount(match: re.Match[str]) -> tuple[float | None, str | None]:
    """Amount and currency (ISO 4217); no amount for a range."""
    if match["low"]:
        return None, _currency(match["high"])
    return _sum(match["sum"]), _currency(match["sum"])


def _currency(words: str) -> str | None:
    sign = next((code for sign, code in SIGNS.items() if sign in words), None)
    return sign or next((code for word, code in WORDS.items() if word in words.lower()), None)


def _sum(words: str) -> float:
    """The number of units of money."""
    plain_words = re.sub(r"[€£$¥₹,]", "", words).strip().lower()
    digits = re.match(r"\s*(\d+(?:\.\d+)?)", plain_words)
    figure = float(digits[1]) if digits else float(parse_figure(plain_words.split()[0]))
    scale = re.search(r"(million|billion|thousand|bn|m|k)\b", plain_words)
    return figure * (SCALE[scale[1]] if scale else 1.0)


def compare(first: Value, second: Value) -> Comparison:
    """Sums in one currency are the same, or exclude each other; other words can hold together."""
    if not isinstance(first, Damage) or not isinstance(second, Damage):
        return "compatible"
    if first.amount is None or second.amount is None or first.currency != second.currency:
        return "same" if first.text == second.text else "compatible"
    return "same" if first.amount == second.amount else "conflict"


TYPE = FactType(
    field="incident.damage",
    label="Damage",
    many=True,
    find=find,
    compare=compare,
    show=plain,
)

"""Texts in capitals throughout, as wires sent them, made to read as prose.

The encoder does not see case, the rules do: "IN" is no state, "MAY" no month. Offsets stay as they
are, so what is found in the restored text stands in the report's own at the same place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.core.annotation import Annotation
from onrecord.core.report import Report

SHOUTED_SHARE = 0.6
"""Share of capitals among letters from which a text is taken for one in capitals. Prose has 2 to
10 %, a page of headlines in title case up to 30 %."""
LEAST_LETTERS = 200
"""A shorter text is a headline, which the other rules know as one."""
DAY_OR_MONTH = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b"
    r"|(?<=\d )(?:march|may|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\b"
)
WORD = re.compile(r"[^\W\d_]+")
SHORT = re.compile(r"\(([a-z]{2,8})\)")
SMALL = frozenset("a an and at by de del el for from in la las los of on or the to y".split())


def recased(report: Report, annotation: Annotation) -> Report:
    """The report with sentence case where its text is in capitals; else the report itself.

    Names are those that the encoder marks; days and months, and short forms in brackets, are known.
    """
    if not is_shouted(report.text):
        return report
    letters = [_lower(letter) for letter in report.text]
    for sentence in annotation.sentences:
        _capitalise(letters, sentence.start, sentence.end, first=True)
    for mention in annotation.mentions:
        if mention.form == "name":
            _capitalise(letters, mention.span.start, mention.span.end, first=False)
    plain = "".join(letters)
    for found in (*DAY_OR_MONTH.finditer(plain), *SHORT.finditer(plain)):
        short = found.re is SHORT
        for at in range(found.start() + short, found.end() - short if short else found.start() + 1):
            letters[at] = report.text[at]
    return replace(report, text="".join(letters))


def is_shouted(text: str) -> bool:
    """Whether a text is in capitals throughout."""
    upper = sum(letter.isupper() for letter in text)
    lower = sum(letter.islower() for letter in text)
    return upper + lower >= LEAST_LETTERS and upper >= SHOUTED_SHARE * (upper + lower)


def _lower(letter: str) -> str:
    """The small letter; the capital where that is more than one code point."""
    small = letter.lower()
    return small if len(small) == 1 else letter


def _capitalise(letters: list[str], start: int, end: int, *, first: bool) -> None:
    """Capitals for the words of a name, or for the first word of a sentence."""
    for word in WORD.finditer("".join(letters[start:end])):
        if first or word[0] not in SMALL:
            at = start + word.start()
            capital = letters[at].upper()
            letters[at] = capital if len(capital) == 1 else letters[at]
        if first:
            return

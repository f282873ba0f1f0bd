"""A report's words for comparing texts: folded, in their places, quotations told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.core.report import Report
from onrecord.core.span import Span, Spans, merge
from onrecord.group.names import fold

Hashes = NDArray[np.uint64]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

QUOTATION = re.compile(
    r"“[^”“]+(?:”|(?=\n\s*“))"  # curly; a quotation that goes on in the next paragraph stays open
    r"|(?<![\w\"])\"[^\"\n]+\"(?!\w)"
    r"|«[^»\n]+»"
    r"|„[^“”\n]+[“”]"
    r"|(?<!\w)‘(?:[^‘’\n]|’(?=\w))+’(?!\w)"
    r"|(?<![^\n])[^\n]+[—–-] ?[^\n()]{2,60}\(@\w+\)"  # a post with its signature
)

PICTURE = re.compile(r"\b(\d{1,3}) of (\d{1,3})\b")
PICTURES = 4
"""Numbers of one row ("3 of 24", "4 of 24" …) from which they count a gallery's captions: sites put
the same pictures beside many reports. Fewer are prose ("3 of 24 houses")."""

SHINGLE = 8
"""Words of a shingle. Eight is what the field uses for copied prose: shorter ones catch set phrases
("was taken to hospital with serious injuries"), longer ones break at every small edit."""

BASE = np.uint64(0x9E3779B97F4A7C15)
"""An odd constant (the golden ratio in 64 bits) that keeps word order in the sum of a shingle."""


class Word(NamedTuple):
    """One folded word and where it stands, in code points (a tuple: there are millions of them)."""

    text: str
    start: int
    end: int


def words_of(text: str, leave_out: Spans = ()) -> list[Word]:
    """The words of a text in order, without those that begin in the spans to leave out."""
    found = _every_word(text)
    if not leave_out:
        return list(found)
    starts = [span.start for span in leave_out]
    ends = [0, *(span.end for span in leave_out)]
    return [word for word in found if ends[bisect_right(starts, word.start)] <= word.start]


@lru_cache(maxsize=128)  # a text is gone through for its copies, its incidents and its passages
def _every_word(text: str) -> Sequence[Word]:
    return tuple(
        Word(word.lower() if (word := match[0]).isascii() else fold(word), *match.span())
        for match in WORD.finditer(text)
    )


def quotations(text: str) -> Spans:
    """Stretches between quotation marks."""
    return tuple(Span(*match.span()) for match in QUOTATION.finditer(text))


def galleries(text: str) -> Spans:
    """Stretches of captions that are numbered on and on, from the first number to the last."""
    rows: dict[str, list[re.Match[str]]] = {}
    for found in PICTURE.finditer(text):
        row = rows.setdefault(found[2], [])
        if int(found[1]) <= int(found[2]) and (not row or int(row[-1][1]) < int(found[1])):
            row.append(found)
    return merge(
        Span(row[0].start(), row[-1].end()) for row in rows.values() if len(row) >= PICTURES
    )


def furniture(report: Report) -> Spans:
    """Stretches that intake marked as not the report's own prose."""
    return merge(mark.span for mark in report.boilerplate)


def own_words(report: Report) -> list[Word]:
    """The report's own words: quotations may be shared without copying and are left out."""
    out = (*quotations(report.text), *galleries(report.text), *furniture(report))
    return words_of(report.text, merge(out))


def all_words(report: Report) -> list[Word]:
    """The report's prose with its quotations."""
    return words_of(report.text, furniture(report))


@lru_cache(maxsize=1 << 16)  # a few common words make up most of all texts
def word_hash(word: str) -> int:
    """64 bits of a word; the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def shingles(words: Iterable[str], size: int = SHINGLE) -> Hashes:
    """One hash for each run of `size` words, in text order (`[words - size + 1]`)."""
    listed = list(words)
    known = {word: word_hash(word) for word in set(listed)}
    hashed = np.array([known[word] for word in listed], dtype=np.uint64)
    count = len(hashed) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for offset in range(size):  # a polynomial in BASE modulo 2^64
        total = total * BASE + hashed[offset : offset + count]
    return total

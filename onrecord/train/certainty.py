"""How certain events are: UW's and MEANTIME's sentences with their events rated from -3 to 3.

The sentences come as tokens with spaces between; they are put together as they are printed.
Training sentences from a document that the dev part has too are left out (`held`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from onrecord.train.augment import rewrite
from onrecord.train.example import Example, Label, Rated

Record = dict[str, Any]

#: A space that is not printed: before closing punctuation and clitics, behind opening brackets.
UNPRINTED = re.compile(r" (?=[.,;:!?%)\]]|'(?:s|re|ve|ll|d|m)?\b|n't\b|'')|(?<=[(\[$]) |(?<=``) ")
#: Sentences of a passage: together they fill most of a training window.
PASSAGE = 8


def rated(record: Record) -> Example:
    """A sentence: events are known throughout, each with its rating."""
    text = record["text"]
    drop = {m.start() for m in UNPRINTED.finditer(text)}
    new = rewrite(["" if at in drop else c for at, c in enumerate(text)])
    events = [(*new.range((e["start"], e["end"])), e["factuality"]) for e in record["events"]]
    return Example(
        f"factuality/{record['id']}",
        "factuality",
        new.text,
        [Label("event", "event", s, e) for s, e, _ in events],
        {"event": [(0, len(new.text))]},
        ratings=[Rated(s, e, value) for s, e, value in events],
    )


def joined(examples: Sequence[Example], size: int = PASSAGE) -> Iterator[Example]:
    """Neighbouring sentences put together to passages, so that a window is not one short line."""
    for at in range(0, len(examples), size):
        group = examples[at : at + size]
        text, labels, ratings = "", [], []
        for example in group:
            shift = len(text)
            text += example.text + " "
            labels += [replace(x, start=x.start + shift, end=x.end + shift) for x in example.labels]
            ratings += [
                replace(x, start=x.start + shift, end=x.end + shift) for x in example.ratings
            ]
        known = {"event": [(0, len(text))]}
        first = group[0]
        yield Example(first.id, first.corpus, text, labels, known, ratings=ratings)


def folded(text: str) -> str:
    """Letters and digits alone, for finding a sentence in a document."""
    return re.sub(r"[\W_]+", "", text).lower()


class Documents:
    """Finds the document in which a sentence stands."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._texts = {r["doc_id"]: folded(r["text"]) for r in records}

    def of(self, text: str) -> str | None:
        """Its id; None where no document has the sentence, or it is too short to tell."""
        wanted = folded(text)
        if len(wanted) < 12:
            return None
        return next((name for name, whole in self._texts.items() if wanted in whole), None)

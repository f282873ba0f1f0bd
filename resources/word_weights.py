"""Builds onrecord/group/word_shares.tsv: in how many of 10,000 reports a common word stands.

Grouping weighs words by how rare they are. The weights are frozen, so that no report that comes
later can move the score of a pair that is there already. The table holds counts of single words
and nothing of the texts; words in fewer than 20 of 10,000 reports are left out.

    python resources/word_weights.py CORPUS.jsonl… > onrecord/group/word_shares.tsv

Each line of a corpus is an object with `text` and, where there is one, `title` and `split`; lines
of another split than train are left out. Shipped: made from gva_longtail/documents.jsonl and
polnear/train.jsonl.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.group.words import words_of

RAREST = 20


def texts(paths: Iterable[str]) -> Iterator[str]:
    """Title and text of each training report."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record.get("split", "train") == "train":
                yield f"{record.get('title') or ''}\n{record['text']}"


def shares(reports: Iterable[str]) -> dict[str, int]:
    """For each common word the reports in 10,000 that hold it."""
    seen: Counter[str] = Counter()
    count = 0
    for text in reports:
        seen.update({word.text for word in words_of(text)})
        count += 1
    found = {word: round(10_000 * n / count) for word, n in seen.items()}
    return {word: share for word, share in found.items() if share >= RAREST}


def main() -> None:
    """Writes the table to standard output, the commonest word first."""
    found = shares(texts(sys.argv[1:]))
    for word, share in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        sys.stdout.write(f"{word}\t{share}\n")


if __name__ == "__main__":
    main()

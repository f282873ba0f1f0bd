"""GUM's documents with attributions and coreference, read by us, as other benchmarks need them.

The corpus lies beside the project and is no part of it. Its train part without the non-commercial
documents is among what the encoder was trained on; the rules were written without looking at it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.annotate import Encoder
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.reading import read_context
from onrecord.facts.base import Context

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ROOT.parent / "shared"
RESAMPLES = 2000
SEED = 7
AT_ONCE = 8
"""Documents annotated together: bounds the memory."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Share:
    """Right ones of so many, one document."""

    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Document:
    """A gold document and our context of its text."""

    gold: Json
    context: Context

    def group_of(self, span: Span) -> str | None:
        """The gold entity whose mention the span is, or shares most with: the tightest such mention."""
        best: str | None = None
        most = 0.0
        for mention in self.gold["mentions"]:
            shared = min(span.end, mention["end"]) - max(span.start, mention["start"])
            around = max(span.end, mention["end"]) - min(span.start, mention["start"])
            if shared > 0 and shared / around > most:
                best, most = mention["group"], shared / around
        return best


def spans_of(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Spans from the corpus's pairs."""
    return tuple(Span(start, end) for start, end in pairs)


def records(path: Path) -> Iterator[Json]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def gum_records(beside: Path, genre: str | None = None) -> list[Json]:
    """GUM's documents, train and dev, of one genre or all."""
    folder = beside / "corpora" / "gum_attribution"
    every = [r for part in ("train", "dev") for r in records(folder / f"{part}.jsonl")]
    return [r for r in every if genre is None or r["genre"] == genre]


def read_documents(gold: Sequence[Json], encoder: Encoder) -> Iterator[Document]:
    """The documents with our contexts, in order."""
    for start in range(0, len(gold), AT_ONCE):
        batch = gold[start : start + AT_ONCE]
        reports = [
            Report(
                id=g["id"],
                input="gum",
                text=g["text"],
                outlet=g["outlet"],
                published=g["published"],
            )
            for g in batch
        ]
        for record, report, annotation in zip(
            batch, reports, encoder.annotate(reports), strict=True
        ):
            yield Document(record, read_context(report, annotation))


def interval(shares: Sequence[Share]) -> Json:
    """The share over all documents with a 95 % bootstrap interval; documents are drawn, not mentions."""
    right, of = sum(s.right for s in shares), sum(s.of for s in shares)
    if not of:
        return {"right": 0, "of": 0}
    draw = random.Random(SEED)
    values = sorted(_resampled(shares, draw) for _ in range(RESAMPLES))
    low, high = values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES)]
    return {
        "right": right,
        "of": of,
        "share": round(right / of, 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "documents": sum(s.of > 0 for s in shares),
    }


def _resampled(shares: Sequence[Share], draw: random.Random) -> float:
    drawn = draw.choices(shares, k=len(shares))
    of = sum(s.of for s in drawn)
    return sum(s.right for s in drawn) / of if of else 0.0

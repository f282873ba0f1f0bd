"""Exact figures of attributions and names, a report at a time, with bootstrap intervals.

Attributions, after the published PolNeAR results: pieces of source, cue and content spans, roles
apart, each span of a report once; what touches a `discard` span is left out. Linked: predicted
and gold attributions whose cues share a code point, and all three roles the same. Names: exact
span and kind.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.core.annotation import Annotation, Attribution
from onrecord.core.span import Span
from onrecord.train.example import Example, Range

ROLES = ("source", "cue", "content")
NAME_KINDS = ("person", "organisation", "place")
#: Resamples of the dev reports for a 95 % interval; the ends move by about 0.1 between seeds.
RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, predicted and gold spans."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def f1(self) -> float:
        """F1 in percent; 0 where nothing is to be found."""
        both = self.predicted + self.gold
        return 200.0 * self.right / both if both else 0.0

    def as_json(self) -> dict[str, float]:
        """Precision, recall and F1 in percent, and the counts."""
        return {
            "precision": round(100.0 * self.right / max(self.predicted, 1), 2),
            "recall": round(100.0 * self.right / max(self.gold, 1), 2),
            "f1": round(self.f1, 2),
            "right": self.right,
            "predicted": self.predicted,
            "gold": self.gold,
        }


def compare(gold: set[Range], predicted: set[Range]) -> Counts:
    """Counts of exact matches."""
    return Counts(len(gold & predicted), len(predicted), len(gold))


def ranges(spans: Iterable[Span]) -> set[Range]:
    """Spans as pairs."""
    return {(span.start, span.end) for span in spans}


def touches(span: Range, others: Iterable[Range]) -> bool:
    """Whether a range shares a code point with any of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def unknown(example: Example, head: str) -> list[Range]:
    """What stands outside of a head's known ranges."""
    left, at = [], 0
    for start, end in sorted(example.known[head]):
        if start > at:
            left.append((at, start))
        at = max(at, end)
    if at < len(example.text):
        left.append((at, len(example.text)))
    return left


def attribution_counts(example: Example, annotation: Annotation) -> dict[str, Counts]:
    """Counts by role, and of linked attributions with all roles exact."""
    masked = unknown(example, "attribution")
    counts = {}
    for role in ROLES:
        gold = {piece for link in example.links for piece in link[role]}
        found = {p for a in annotation.attributions for p in ranges(getattr(a, role))}
        counts[role] = compare(
            {p for p in gold if not touches(p, masked)},
            {p for p in found if not touches(p, masked)},
        )
    counts["all three, linked"] = linked_counts(example, annotation.attributions, masked)
    return counts


def linked_counts(
    example: Example, attributions: Sequence[Attribution], masked: list[Range]
) -> Counts:
    """Attributions of which all three roles are the same."""
    gold = {_frozen(link) for link in example.links if not _masked(link["cue"], masked)}
    found = {
        _frozen({role: sorted(ranges(getattr(a, role))) for role in ROLES})
        for a in attributions
        if not _masked(ranges(a.cue), masked)
    }
    return Counts(len(gold & found), len(found), len(gold))


def _frozen(link: dict[str, list[Range]]) -> tuple[tuple[Range, ...], ...]:
    return tuple(tuple(sorted(link[role])) for role in ROLES)


def _masked(pieces: Iterable[Range], masked: list[Range]) -> bool:
    return any(touches(piece, masked) for piece in pieces)


def name_counts(example: Example, annotation: Annotation) -> dict[str, Counts]:
    """Counts of exact names by kind, and of the three kinds together; facilities are places."""
    counts: dict[str, Counts] = {}
    masked = unknown(example, "name")
    for kind in NAME_KINDS:
        kinds = (kind, "facility") if kind == "place" else (kind,)
        gold = {(x.start, x.end) for x in example.labels if x.head == "name" and x.kind in kinds}
        found = {
            (m.span.start, m.span.end)
            for m in annotation.mentions
            if m.form == "name" and m.kind in kinds
        }
        counts[kind] = compare(gold, {span for span in found if not touches(span, masked)})
    counts["names"] = sum(counts.values(), Counts())
    return counts


def nominal_counts(example: Example, annotation: Annotation) -> dict[str, Counts]:
    """Counts of exact nominals of people (one or several)."""
    kinds = ("person", "group")
    gold = {(x.start, x.end) for x in example.labels if x.head == "nominal" and x.kind in kinds}
    found = {
        (m.span.start, m.span.end)
        for m in annotation.mentions
        if m.form == "nominal" and m.kind in kinds
    }
    return {"nominals of people": compare(gold, found)}


def figures(counts: Sequence[dict[str, Counts]], seed: int = 20) -> dict[str, dict[str, object]]:
    """Micro-averages over reports, each with a 95 % bootstrap interval of its F1."""
    result: dict[str, dict[str, object]] = {}
    for name in counts[0]:
        rows = [c[name] for c in counts]
        total = sum(rows, Counts())
        low, high = interval(rows, lambda some: sum(some, Counts()).f1, seed)
        result[name] = {**total.as_json(), "f1_interval": [low, high]}
    return result


def interval(
    rows: Sequence[Counts], figure: Callable[[Sequence[Counts]], float], seed: int
) -> Range | tuple[float, float]:
    """2.5th and 97.5th percentile of a figure over resampled reports."""
    chance = random.Random(seed)
    values = sorted(figure(chance.choices(rows, k=len(rows))) for _ in range(RESAMPLES))
    edge = RESAMPLES // 40
    return (round(values[edge], 2), round(values[-edge - 1], 2))

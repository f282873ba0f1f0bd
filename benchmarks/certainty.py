"""Certainty: ours at each event of UW, MEANTIME and CommitmentBank, beside "always certain".

    python -m benchmarks.certainty [--beside ../shared] [--part dev] [--weights FOLDER] [--output FILE]

The gold is a number from -3 (certainly not) to 3 (certainly) for the word that tells an event. Ours is
one of five words, taken where a fact with that evidence would take it: the hedges of its clause, else
the certainty of the statement it stands in. `VALUES` maps the words to numbers; `fitted` has the median of
the train part in their place. Given are the mean absolute error (lower is better), that of always 3,
and Pearson's r. The parts are split by document, as the corpora come. A negation is no certainty
of ours ("did not say" gives no fact at all); `without negated` leaves out events below -1.
"""

from __future__ import annotations

import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gum import Json, records
from benchmarks.options import chosen_encoder, options
from benchmarks.tell import tell
from onrecord.annotate import Encoder
from onrecord.core.reading import Certainty
from onrecord.core.report import Report
from onrecord.core.span import Span
from onrecord.extract.reading import read_context
from onrecord.extract.voices import voice_at

CORPORA = ("UW", "MEANTIME", "CB")
VALUES: Mapping[Certainty, float] = {
    "stated": 3.0,
    "alleged": 1.0,
    "possible": 1.0,
    "asked": 0.0,
    "denied": -3.0,
}
CERTAIN = 3.0
NEGATED = -1.0
AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Event:
    """An event's gold and our word for it."""

    gold: float
    ours: Certainty


def events_of(path: Path, encoder: Encoder) -> Iterator[Event]:
    """All events of a file with our certainty."""
    every = list(records(path))
    for start in range(0, len(every), AT_ONCE):
        batch = every[start : start + AT_ONCE]
        reports = [Report(id=r["id"], input=str(path), text=r["text"]) for r in batch]
        for record, report, annotation in zip(
            batch, reports, encoder.annotate(reports), strict=True
        ):
            context = read_context(report, annotation)
            for event in record["events"]:
                ours = voice_at(context, Span(event["start"], event["end"])).certainty
                yield Event(float(event["factuality"]), ours)


def figures(events: Sequence[Event], values: Mapping[Certainty, float]) -> Json:
    """Mean absolute errors and the correlation."""
    ours = [values[e.ours] for e in events]
    gold = [e.gold for e in events]
    return {
        "events": len(events),
        "mae": _mae(zip(gold, ours, strict=True)),
        "mae, always certain": _mae((g, CERTAIN) for g in gold),
        "r": round(statistics.correlation(gold, ours), 4) if len(set(ours)) > 1 else 0.0,
    }


def _mae(pairs: Iterable[tuple[float, float]]) -> float:
    return round(statistics.fmean(abs(a - b) for a, b in pairs), 4)


def fitted(events: Iterable[Event]) -> dict[Certainty, float]:
    """The median gold of each of our words: what makes the absolute error least."""
    told: dict[Certainty, list[float]] = defaultdict(list)
    for event in events:
        told[event.ours].append(event.gold)
    return {word: statistics.median(told[word]) if told[word] else VALUES[word] for word in VALUES}


def measured(folder: Path, part: str, encoder: Encoder, *, fit: bool) -> Json:
    """Figures of each corpus."""
    result: Json = {}
    for corpus in CORPORA:
        events = list(events_of(folder / f"{corpus}-{part}.jsonl", encoder))
        plain = [e for e in events if e.gold >= NEGATED]
        result[corpus] = figures(events, VALUES) | {
            "without negated": figures(plain, VALUES),
            "by our word": {
                word: {"n": len(g), "mean": round(statistics.fmean(g), 2)}
                for word in VALUES
                if (g := [e.gold for e in events if e.ours == word])
            },
        }
        if fit:
            values = fitted(events_of(folder / f"{corpus}-train.jsonl", encoder))
            result[corpus]["fitted"] = figures(events, values) | {"values": values}
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print JSON."""
    asked = options(__doc__)
    asked.add_argument("--part", choices=("train", "dev"), default="dev")
    asked.add_argument("--fit", action="store_true", help="also with values from the train part")
    chosen = asked.parse_args(arguments)
    folder = chosen.beside / "corpora" / "factuality"
    if not folder.is_dir():
        print(f"Skipped: {folder} is not there.", file=sys.stderr)
        return 0
    encoder = chosen_encoder(chosen)
    told = {"weights": encoder.weights} | measured(folder, chosen.part, encoder, fit=chosen.fit)
    tell(told, chosen.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())

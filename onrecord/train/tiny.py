"""Weights of a few kilobytes, random but seeded, for tests that need an encoder but no skill.

Needs `onnx` and numpy, not torch. Their tokenizer knows single characters alone.
"""

from __future__ import annotations

import hashlib
import json
import string
from pathlib import Path

import numpy as np
import onnx
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.annotate.labels import HEADS, LINK_PARTS, LINK_WIDTH, LINKS, SCALES, inventory
from onrecord.annotate.links import BUCKETS
from onrecord.annotate.weights import FORMAT
from onrecord.annotate.words import SURFACES
from onrecord.train.graph import Floats, encoder_graph

WIDTH, INNER, HEAD_COUNT, POSITIONS = 16, 16, 2, 320


def tiny_tokenizer() -> str:
    """A word-piece tokenizer of single characters."""
    characters = string.ascii_lowercase + string.digits + string.punctuation
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *characters, *(f"##{c}" for c in characters)]
    model = models.WordPiece({w: i for i, w in enumerate(vocabulary)}, unk_token="[UNK]")
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return str(tokenizer.to_str())


def tiny_weights(seed: int, vocabulary: int) -> dict[str, Floats]:
    """Random weights under the names that training uses."""
    chance = np.random.default_rng(seed)

    def some(*shape: int) -> Floats:
        return chance.normal(0.0, 0.5, shape).astype(np.float32)

    weights = {
        "bert.words.weight": some(vocabulary, WIDTH),
        "bert.positions.weight": some(POSITIONS, WIDTH),
        "bert.surfaces.weight": some(SURFACES, WIDTH),
    }
    norms = ["bert.norm", "bert.layers.0.mixed_norm", "bert.layers.0.norm"]
    for name in norms:
        weights[f"{name}.weight"] = np.ones(WIDTH, np.float32)
        weights[f"{name}.bias"] = np.zeros(WIDTH, np.float32)
    sizes = dict.fromkeys(("query", "key", "value", "mixed"), (WIDTH, WIDTH))
    for name, size in {**sizes, "widen": (INNER, WIDTH), "narrow": (WIDTH, INNER)}.items():
        weights[f"bert.layers.0.{name}.weight"] = some(*size)
        weights[f"bert.layers.0.{name}.bias"] = some(size[0])
    return weights


def write_tiny(folder: Path, seed: int = 7) -> None:
    """Writes a weights folder; the same seed gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = tiny_tokenizer()
    vocabulary = len(json.loads(tokenizer)["model"]["vocab"])
    columns = sum(len(h.tags) for h in HEADS) + LINK_WIDTH * len(LINK_PARTS) + len(SCALES)
    chance = np.random.default_rng(seed + 1)
    out = {
        "weight": chance.normal(0.0, 1.0, (WIDTH, columns)).astype(np.float32),
        "bias": np.zeros(columns, np.float32),
    }
    weights = tiny_weights(seed, vocabulary)
    graph = encoder_graph(weights, out, heads=HEAD_COUNT, layers=1, small=True)
    labels = {
        "format": FORMAT,
        "heads": inventory(),
        "transitions": {h.name: transitions(len(h.tags)) for h in HEADS},
        "links": [link.name for link in LINKS],
        "scales": list(SCALES),
        "link_distance": {link.name: [0.0] * BUCKETS for link in LINKS},
    }
    contents = {
        "encoder.onnx": graph.SerializeToString(deterministic=True),
        "tokenizer.json": tokenizer.encode(),
        "labels.json": json.dumps(labels).encode(),
    }
    onnx.checker.check_model(graph)
    checksums = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    contents["checksums.json"] = json.dumps(checksums, indent=1).encode()
    for name, data in contents.items():
        (folder / name).write_bytes(data)


def transitions(tags: int) -> list[list[float]]:
    """BIO's rules alone: an inside tag follows its own begin or inside."""
    return [
        [0.0 if to % 2 or to == 0 or of in (to - 1, to) else -1e4 for to in range(tags)]
        for of in range(tags)
    ]

"""A checkpoint to the files that ship: encoder, tokenizer, labels, checksums."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.annotate.labels import HEADS, LINK_PARTS, LINKS, SCALES, inventory
from onrecord.train.bert import BertShape
from onrecord.train.graph import Floats, encoder_graph
from onrecord.train.model import DISTANCE_GAIN, FORBIDDEN, transition_mask

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Trained:
    """A checkpoint's weights as arrays, and the step they stand at."""

    weights: dict[str, Floats]
    step: int


def read_checkpoint(path: Path) -> Trained:
    """The running mean of a checkpoint's weights.

    Raises:
        ValueError: it was trained with other labels.
    """
    content = torch.load(path, weights_only=True)
    if content["labels"] != inventory():
        raise ValueError(f"{path} was trained with other labels: {content['labels']}")
    arrays = {name: value.float().numpy() for name, value in content["mean"].items()}
    return Trained(arrays, int(content["step"]))


def head_columns(weights: dict[str, Floats]) -> dict[str, Floats]:
    """All heads side by side, in the order in which `annotate.network` reads the columns."""
    names = [f"heads.tags.{h.name}" for h in HEADS] + [f"heads.links.{p}" for p in LINK_PARTS]
    names += [f"heads.scales.{name}" for name in SCALES]
    return {
        "weight": np.concatenate([weights[f"{n}.weight"].T for n in names], axis=1),
        "bias": np.concatenate([weights[f"{n}.bias"] for n in names]),
    }


def labels_file(weights: dict[str, Floats]) -> dict[str, object]:
    """What `labels.json` holds: the inventory, and the small tables that decoding needs."""
    transitions = {}
    for head in HEADS:
        scores = weights[f"heads.transitions.{head.name}"] + transition_mask(head).numpy()
        transitions[head.name] = rounded(np.maximum(scores, FORBIDDEN))
    distance = {
        link.name: rounded(DISTANCE_GAIN * weights[f"heads.distance.{link.name}"]) for link in LINKS
    }
    return {
        "format": FORMAT,
        "heads": inventory(),
        "links": [link.name for link in LINKS],
        "scales": list(SCALES),
        "transitions": transitions,
        "link_distance": distance,
    }


def rounded(values: NDArray[np.float32]) -> list[object]:
    """Nested lists with five decimals: the same bytes on every machine."""
    result: list[object] = np.round(values.astype(np.float64), 5).tolist()
    return result


def write_graph(trained: Trained, shape: BertShape, path: Path, *, small: bool) -> None:
    """The encoder alone: int8 if `small`, else fp32."""
    graph = encoder_graph(
        trained.weights,
        head_columns(trained.weights),
        heads=shape.heads,
        layers=shape.layers,
        small=small,
    )
    if not small:
        onnx.save(graph, str(path))
        return
    raw = path.with_suffix(".raw.onnx")
    onnx.save(graph, str(raw))
    quantize_dynamic(
        raw,
        path,
        op_types_to_quantize=["Attention", "MatMul"],
        # The heads stay fp32: they are 1 % of the size and every tag is decided there.
        nodes_to_exclude=["raw_scores"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
    raw.unlink()


def export(
    trained: Trained, tokenizer: str, shape: BertShape, folder: Path, *, small: bool
) -> None:
    """Writes all files but the model card; each replaces its forerunner in one move."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / "encoder.onnx.new"
    write_graph(trained, shape, fresh, small=small)
    contents = {
        "encoder.onnx": fresh.read_bytes(),
        "labels.json": (json.dumps(labels_file(trained.weights)) + "\n").encode(),
        "tokenizer.json": plain_tokenizer(tokenizer).encode(),
    }
    checksums = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    contents["checksums.json"] = (json.dumps(checksums, indent=1) + "\n").encode()
    fresh.unlink()
    for name, data in contents.items():
        moving = folder / f"{name}.new"
        moving.write_bytes(data)
        moving.replace(folder / name)


def plain_tokenizer(content: str) -> str:
    """The base's tokenizer without its padding and truncation."""
    stored = json.loads(content)
    stored["padding"] = stored["truncation"] = None
    return json.dumps(stored, ensure_ascii=False) + "\n"

"""The shipped weights: found, checked and read.

A folder of weights holds `encoder.onnx`, `tokenizer.json`, `labels.json`, `checksums.json` and the
model card. Nothing is loaded whose checksum or label inventory is not the one expected.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.labels import (
    FIRST_HEADS,
    FIRST_LINKS,
    HEADS,
    LINKS,
    SCALES,
    Inventory,
    inventory,
)
from onrecord.annotate.links import BUCKETS
from onrecord.errors import WeightsError

Floats = NDArray[np.float32]

#: The weights that ship with the package.
SHIPPED = Path(__file__).with_name("weights")
FORMAT = 1
FILES = ("encoder.onnx", "tokenizer.json", "labels.json")
_HINT = "Reinstall onrecord, or export the weights again with onrecord-train export"


@dataclass(frozen=True, slots=True)
class Weights:
    """Checked contents of a weights folder.

    id: the first twelve digits of the encoder's SHA-256. transitions: `[tag, tag]` by head;
    distance: `[bucket]` by link. has: which heads, links and scales the folder holds.
    """

    id: str
    encoder: bytes
    tokenizer: str
    transitions: dict[str, Floats]
    distance: dict[str, Floats]
    has: Inventory


def load_weights(folder: Path = SHIPPED) -> Weights:
    """Reads a weights folder.

    Raises:
        WeightsError: a file is missing or damaged, or the labels are not this code's.
    """
    checksums = json.loads(_read(folder, "checksums.json"))
    contents = {name: _checked(folder, name, checksums) for name in FILES}
    labels = json.loads(contents["labels.json"])
    has = check_labels(labels, folder)
    return Weights(
        id=hashlib.sha256(contents["encoder.onnx"]).hexdigest()[:12],
        encoder=contents["encoder.onnx"],
        tokenizer=contents["tokenizer.json"].decode("utf-8"),
        transitions={k: np.asarray(v, np.float32) for k, v in labels["transitions"].items()},
        distance={k: np.asarray(v, np.float32) for k, v in labels["link_distance"].items()},
        has=has,
    )


def check_labels(labels: dict[str, Any], folder: Path) -> Inventory:
    """What the weights hold. Refuses heads or tags other than the code's, and names the first.

    The heads, links and scales that the first weights had must be there; later ones may be missing.

    Raises:
        WeightsError: they differ.
    """
    place = str(folder / "labels.json")
    if labels.get("format") != FORMAT:
        value = str(labels.get("format"))
        raise WeightsError("Weights of another format", value=value, where=place, hint=_HINT)
    ours, theirs = inventory(), labels["heads"]
    for head in sorted({*FIRST_HEADS, *theirs}):
        if ours.get(head) != theirs.get(head):
            message = f"The weights' tags of head {head!r} are not the code's"
            value = f"{theirs.get(head)} instead of {ours.get(head)}"
            raise WeightsError(message, value=value, where=place, hint=_HINT)
    known = {"link": [link.name for link in LINKS], "scale": list(SCALES)}
    stored = {"link": labels.get("links", FIRST_LINKS), "scale": labels.get("scales", ())}
    for what, names in stored.items():
        for name in names:
            if name not in known[what]:
                message = f"The weights have a {what} that the code does not know"
                raise WeightsError(message, value=name, where=place, hint=_HINT)
    for name in sorted({*FIRST_LINKS, *stored["link"]}):
        if name not in stored["link"] or len(labels["link_distance"].get(name, ())) != BUCKETS:
            message = f"The weights' distance table of {name!r} has another length"
            raise WeightsError(message, where=place, hint=_HINT)
    return Inventory(
        tuple(head.name for head in HEADS if head.name in theirs),
        tuple(link.name for link in LINKS if link.name in stored["link"]),
        tuple(name for name in SCALES if name in stored["scale"]),
    )


def _read(folder: Path, name: str) -> bytes:
    path = folder / name
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"Cannot read the weights: {error.strerror}"
        raise WeightsError(message, value=name, where=str(folder), hint=_HINT) from error


def _checked(folder: Path, name: str, checksums: dict[str, str]) -> bytes:
    content = _read(folder, name)
    digest = hashlib.sha256(content).hexdigest()
    if checksums.get(name) != digest:
        message = f"Damaged weights: {name} does not have the checksum that checksums.json gives"
        raise WeightsError(message, value=digest[:12], where=str(folder), hint=_HINT)
    return content

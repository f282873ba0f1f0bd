"""The training configuration, read from one TOML file."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

DEFAULT = Path(__file__).with_name("config.toml")
#: All stages in order: the first heads; all heads; all, held to the first stage's answers, twice.
STAGES = (
    DEFAULT,
    *map(DEFAULT.with_name, ("config-roles.toml", "config-settle.toml", "config-wires.toml")),
)


@dataclass(frozen=True, slots=True)
class Windows:
    """pieces: word pieces of a window; batch: windows of a step."""

    pieces: int
    batch: int


@dataclass(frozen=True, slots=True)
class Augment:
    """Shares of texts changed: other quotation marks, upper case, lower case, punctuation lost."""

    quotes: float
    upper: float
    lower: float
    bare: float


@dataclass(frozen=True, slots=True)
class Training:
    """Optimiser and schedule; the file says what each value means."""

    seed: int
    threads: int
    epochs: int
    low_precision: bool
    dropout: float
    rate: float
    head_rate: float
    weight_decay: float
    clip: float
    warm_up: float
    decline: float
    mean_decay: float
    checkpoint_seconds: float
    loss_weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Config:
    """All of it; `digest` is the SHA-256 of the file.

    passes: over each corpus in an epoch; one that is not named is not read, as a head whose loss has
    no weight is not learnt.
    """

    passes: dict[str, float]
    windows: Windows
    augment: Augment
    train: Training
    digest: str


def read_config(path: Path = DEFAULT) -> Config:
    """Reads a configuration file.

    Raises:
        OSError: it cannot be read. TypeError: a key is missing or unknown.
    """
    content = path.read_bytes()
    raw = tomllib.loads(content.decode("utf-8"))
    return Config(
        passes={k: float(v) for k, v in raw["data"]["passes"].items()},
        windows=Windows(**raw["windows"]),
        augment=Augment(**raw["augment"]),
        train=Training(**raw["train"]),
        digest=hashlib.sha256(content).hexdigest(),
    )

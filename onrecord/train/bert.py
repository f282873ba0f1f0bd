"""A BERT encoder in plain torch, small enough to read, that loads the base weights.

Only what MiniLM needs: absolute positions, post-layer-norm, exact GELU (Devlin et al., 2019).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class BertShape:
    """Sizes of the encoder; the defaults are the base weights' (MiniLM-L6-H384-uncased)."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, shape: BertShape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.mixed = nn.Linear(shape.width, shape.width)
        self.mixed_norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.rate = dropout

    def forward(self, hidden: Tensor, allowed: Tensor | None) -> Tensor:
        """`[batch, token, width]` to the same; allowed: `[batch, 1, 1, token]` or None."""
        mixed = functional.scaled_dot_product_attention(
            self._split(self.query(hidden)),
            self._split(self.key(hidden)),
            self._split(self.value(hidden)),
            attn_mask=allowed,
            dropout_p=self.rate if self.training else 0.0,
        )
        joined = mixed.transpose(1, 2).reshape(hidden.shape)
        hidden = self.mixed_norm(hidden + self.dropout(self.mixed(joined)))
        inner = self.narrow(functional.gelu(self.widen(hidden)))
        return self.norm(hidden + self.dropout(inner))

    def _split(self, states: Tensor) -> Tensor:
        batch, tokens, width = states.shape
        return states.view(batch, tokens, self.heads, width // self.heads).transpose(1, 2)


class Bert(nn.Module):
    """Word pieces and surface classes to hidden states."""

    def __init__(self, shape: BertShape, surfaces: int, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.surfaces = nn.Embedding(surfaces, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        # Starts as the base model: the surface says nothing until it has learnt something.
        nn.init.zeros_(self.surfaces.weight)
        self.words.weight.requires_grad = False

    def forward(self, pieces: Tensor, surfaces: Tensor, real: Tensor | None) -> Tensor:
        """`[batch, token]` twice to `[batch, token, width]`; real: true where no padding."""
        embedded = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        hidden = self.dropout(self.norm(embedded + self.surfaces(surfaces)))
        allowed = None if real is None else real[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, allowed)
        return hidden


_LAYER_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "mixed_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm": "output.LayerNorm",
}


def load_base(bert: Bert, path: Path) -> None:
    """Fills the encoder from the base's `model.safetensors`; token type 0 joins the positions."""
    stored = load_file(str(path))
    state = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "positions.weight": stored["embeddings.position_embeddings.weight"]
        + stored["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
        "surfaces.weight": torch.zeros_like(bert.surfaces.weight),
    }
    for index in range(len(bert.layers)):
        for ours, theirs in _LAYER_NAMES.items():
            for part in ("weight", "bias"):
                name = f"encoder.layer.{index}.{theirs}.{part}"
                state[f"layers.{index}.{ours}.{part}"] = stored[name]
    bert.load_state_dict(state)

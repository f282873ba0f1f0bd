"""Keeping what an earlier run knew: its answers as a second gold, on every text.

A head that a corpus does not label drifts while the others learn from it. The earlier run's
weights say what that head saw in each window, and the run that goes on is drawn towards it
(knowledge distillation, Hinton et al., 2015; as a guard against forgetting, Li and Hoiem, 2016).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.annotate.labels import FIRST_HEADS, FIRST_LINKS, LINKS
from onrecord.train.bert import BertShape
from onrecord.train.model import Batch, Model, Seen

#: The projections that the first heads' links need.
PARTS = tuple(p for x in LINKS if x.name in FIRST_LINKS for p in (x.argument, x.target))


@dataclass(frozen=True, slots=True)
class Teacher:
    """An earlier run's weights, read only."""

    model: Model

    def seen(self, batch: Batch, *, low_precision: bool) -> Seen:
        """What it sees in a batch."""
        with torch.no_grad():
            return self.model.see(batch, low_precision=low_precision)


def read_teacher(path: Path, shape: BertShape) -> Teacher:
    """The mean weights of a checkpoint; the heads it lacks stay at random and are not asked.

    Raises:
        OSError: it cannot be read.
    """
    model = Model(shape, 0.0)
    known = torch.load(path, weights_only=True)["mean"]
    fresh = model.state_dict()
    model.load_state_dict({**fresh, **{k: v for k, v in known.items() if k in fresh}})
    model.eval()
    return Teacher(model)


def drift(seen: Seen, taught: Seen, batch: Batch) -> dict[str, Tensor]:
    """How far the first heads' answers have moved: `keep_tags` and `keep_links`.

    Tags: Kullback-Leibler divergence of the words' tag shares, a word. Links: mean square of the
    projections' differences.
    """
    there = batch.words
    count = there.sum().clamp(min=1)
    tags = seen.emissions[FIRST_HEADS[0]].sum() * 0.0
    for head in FIRST_HEADS:
        ours = functional.log_softmax(seen.emissions[head][there].float(), -1)
        theirs = functional.log_softmax(taught.emissions[head][there].float(), -1)
        tags = tags + functional.kl_div(ours, theirs, reduction="sum", log_target=True) / count
    gaps = [
        functional.mse_loss(seen.vectors[part][there].float(), taught.vectors[part][there].float())
        for part in PARTS
    ]
    return {"keep_tags": tags, "keep_links": torch.stack(gaps).mean()}

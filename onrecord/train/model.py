"""The encoder with its heads, and their losses.

Tagging heads: linear-chain CRFs over words (Lafferty et al., 2001). What is unknown about a word
is left open: the numerator sums over every tag that the gold allows (Tsuboi et al., 2008), so a
word about which nothing is known costs nothing. Links: a dot product between an argument's and a
cue's projections, plus a bias by distance, trained as a yes or no for each pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.annotate.labels import HEADS, LINK_PARTS, LINK_WIDTH, LINKED_ROLES, HeadSpec
from onrecord.annotate.links import BUCKETS
from onrecord.annotate.words import SURFACES
from onrecord.train.bert import Bert, BertShape

FORBIDDEN = -1e4
#: Lets the distance table, whose entries move by one rate a step, keep up with the projections.
DISTANCE_GAIN = 8.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate links of a batch for one role, all `[pair]`.

    batch: window; argument_*, cue_*: first and last word; bucket: of the distance; gold: 0 or 1.
    """

    batch: Tensor
    argument_first: Tensor
    argument_last: Tensor
    cue_first: Tensor
    cue_last: Tensor
    bucket: Tensor
    gold: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length.

    pieces, surfaces, real: `[batch, token]`; first, words: `[batch, word]` (index of a word's
    first piece, and whether the word is there); allowed: by head `[batch, word, tag]`.
    """

    pieces: Tensor
    surfaces: Tensor
    real: Tensor
    first: Tensor
    words: Tensor
    allowed: dict[str, Tensor]
    pairs: dict[str, Pairs]


def transition_mask(head: HeadSpec) -> Tensor:
    """`[tag, tag]`: 0 where the second tag may follow the first, `FORBIDDEN` where not."""
    count = len(head.tags)
    mask = torch.zeros(count, count)
    for inside in range(2, count, 2):
        mask[:, inside] = FORBIDDEN
        mask[inside - 1, inside] = 0.0
        mask[inside, inside] = 0.0
    return mask


class Heads(nn.Module):
    """Everything on top of the encoder."""

    def __init__(self, width: int, heads: Sequence[HeadSpec]) -> None:
        super().__init__()
        self.specs = tuple(heads)
        self.tags = nn.ModuleDict({h.name: nn.Linear(width, len(h.tags)) for h in heads})
        self.transitions = nn.ParameterDict(
            {h.name: nn.Parameter(torch.zeros(len(h.tags), len(h.tags))) for h in heads}
        )
        self.links = nn.ModuleDict({part: nn.Linear(width, LINK_WIDTH) for part in LINK_PARTS})
        self.distance = nn.ParameterDict(
            {role: nn.Parameter(torch.zeros(BUCKETS)) for role in LINKED_ROLES}
        )
        for head in heads:
            self.register_buffer(f"mask_{head.name}", transition_mask(head))

    def scores(self, head: HeadSpec) -> Tensor:
        """Transition scores with what BIO forbids."""
        mask: Tensor = getattr(self, f"mask_{head.name}")
        return self.transitions[head.name] + mask


class Model(nn.Module):
    """Encoder and heads."""

    def __init__(self, shape: BertShape, dropout: float) -> None:
        super().__init__()
        self.bert = Bert(shape, SURFACES, dropout)
        self.heads = Heads(shape.width, HEADS)
        self.dropout = nn.Dropout(dropout)

    def word_states(self, batch: Batch) -> Tensor:
        """`[batch, word, width]`: the hidden state of each word's first piece."""
        hidden = self.bert(batch.pieces, batch.surfaces, batch.real)
        index = batch.first[:, :, None].expand(-1, -1, hidden.shape[-1])
        return self.dropout(hidden.gather(1, index))

    def losses(self, batch: Batch, *, low_precision: bool) -> dict[str, Tensor]:
        """Mean losses by head; a head about which the batch knows nothing has loss 0."""
        with torch.autocast("cpu", torch.bfloat16, enabled=low_precision):
            states = self.word_states(batch)
            emissions = {h.name: self.heads.tags[h.name](states) for h in self.heads.specs}
            vectors = {part: self.heads.links[part](states) for part in LINK_PARTS}
        losses = self._tag_losses(batch, {k: v.float() for k, v in emissions.items()})
        for role in LINKED_ROLES:
            losses[f"link_{role}"] = self._link_loss(role, batch.pairs[role], vectors)
        return losses

    def _tag_losses(self, batch: Batch, emissions: dict[str, Tensor]) -> dict[str, Tensor]:
        """All heads in one scan, padded to the widest: the loop over words is what costs."""
        most = max(len(h.tags) for h in self.heads.specs)
        stacked, moves = [], []
        for head in self.heads.specs:
            gap = most - len(head.tags)
            free = emissions[head.name]
            held = free.masked_fill(~batch.allowed[head.name], FORBIDDEN)
            scores = functional.pad(self.heads.scores(head), (0, gap, 0, gap), value=FORBIDDEN)
            for part in (free, held):
                stacked.append(functional.pad(part, (0, gap), value=FORBIDDEN))
                moves.append(scores[None].expand(len(part), -1, -1))
        sizes = partition(torch.cat(stacked), torch.cat(moves), batch.words, len(stacked))
        losses = {}
        for index, head in enumerate(self.heads.specs):
            cost = (sizes[2 * index] - sizes[2 * index + 1]).sum()
            known = (~batch.allowed[head.name].all(-1) & batch.words).sum()
            losses[head.name] = cost / known.clamp(min=1)
        return losses

    def _link_loss(self, role: str, pairs: Pairs, vectors: dict[str, Tensor]) -> Tensor:
        if not len(pairs.gold):
            return vectors[role].sum() * 0.0
        argument = vectors[role].float()
        cue = vectors[f"{role}_cue"].float()
        one = (
            argument[pairs.batch, pairs.argument_first] + argument[pairs.batch, pairs.argument_last]
        )
        two = cue[pairs.batch, pairs.cue_first] + cue[pairs.batch, pairs.cue_last]
        logits = (one * two).sum(-1) / LINK_WIDTH**0.5
        logits = logits + DISTANCE_GAIN * self.heads.distance[role][pairs.bucket]
        return functional.binary_cross_entropy_with_logits(logits, pairs.gold)


def partition(emissions: Tensor, moves: Tensor, words: Tensor, parts: int) -> Tensor:
    """Log of the sum over all tag sequences, `[part, batch]`.

    emissions: `[part * batch, word, tag]`; moves: `[part * batch, tag, tag]`; words:
    `[batch, word]`. The CRF's forward algorithm; a chain's opening tag may not be `I-…`.
    """
    present = words.repeat(parts, 1)
    inside = torch.zeros(emissions.shape[-1])
    inside[2::2] = FORBIDDEN
    alpha = emissions[:, 0] + inside
    for step in range(1, emissions.shape[1]):
        carried = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + emissions[:, step]
        alpha = torch.where(present[:, step, None], carried, alpha)
    return torch.logsumexp(alpha, -1).view(parts, -1)

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

from onrecord.annotate.labels import (
    HEADS,
    LINK_PARTS,
    LINK_WIDTH,
    LINKS,
    SCALES,
    HeadSpec,
    LinkSpec,
)
from onrecord.annotate.links import BUCKETS, buckets
from onrecord.annotate.words import SURFACES
from onrecord.train.bert import Bert, BertShape

FORBIDDEN = -1e4
#: Lets the distance table, whose entries move by one rate a step, keep up with the projections.
DISTANCE_GAIN = 8.0
#: Links that are learnt as a yes or no for each pair; coreference ranks antecedents instead.
PAIRED = tuple(link.name for link in LINKS if link.name != "coreference")
#: Below this error, in steps of the certainty scale, the loss is a square, above it a distance.
RATING_BETA = 0.5


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
    first piece, and whether the word is there); allowed: by head `[batch, word, tag]`; chains: of
    each window `[mention, 3]` (first and last word, entity); rated: `[rating, 2]` (window, word).
    """

    pieces: Tensor
    surfaces: Tensor
    real: Tensor
    first: Tensor
    words: Tensor
    allowed: dict[str, Tensor]
    pairs: dict[str, Pairs]
    chains: list[Tensor]
    rated: Tensor
    ratings: Tensor


@dataclass(frozen=True, slots=True)
class Seen:
    """What the heads say of a batch, before any is read as a label.

    emissions: by head `[batch, word, tag]`; vectors: by link part `[batch, word, LINK_WIDTH]`;
    rated: `[batch, word, 1]`.
    """

    emissions: dict[str, Tensor]
    vectors: dict[str, Tensor]
    rated: Tensor


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
            {link.name: nn.Parameter(torch.zeros(BUCKETS)) for link in LINKS}
        )
        self.scales = nn.ModuleDict({name: nn.Linear(width, 1) for name in SCALES})
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

    def see(self, batch: Batch, *, low_precision: bool) -> Seen:
        """One pass over a batch."""
        with torch.autocast("cpu", torch.bfloat16, enabled=low_precision):
            states = self.word_states(batch)
            return Seen(
                {h.name: self.heads.tags[h.name](states) for h in self.heads.specs},
                {part: self.heads.links[part](states) for part in LINK_PARTS},
                self.heads.scales["certainty"](states),
            )

    def losses(self, batch: Batch, seen: Seen) -> dict[str, Tensor]:
        """Mean losses by head; a head about which the batch knows nothing has loss 0."""
        losses = self._tag_losses(batch, {k: v.float() for k, v in seen.emissions.items()})
        vectors = seen.vectors
        for link in LINKS:
            if link.name in PAIRED:
                losses[f"link_{link.name}"] = self._link_loss(link, batch.pairs[link.name], vectors)
            else:
                losses[f"link_{link.name}"] = self._ranking_loss(link, batch.chains, vectors)
        losses["certainty"] = rating_loss(seen.rated.float()[..., 0], batch)
        return losses

    def _tag_losses(self, batch: Batch, emissions: dict[str, Tensor]) -> dict[str, Tensor]:
        """All heads in one scan, padded to the widest: the loop over words is what costs.

        A window about which a head knows nothing has no part in it.
        """
        most = max(len(h.tags) for h in self.heads.specs)
        rows = {h.name: _taught(batch, h) for h in self.heads.specs}
        stacked, moves, words = [], [], []
        for head in self.heads.specs:
            which = rows[head.name]
            gap = most - len(head.tags)
            free = emissions[head.name][which]
            held = free.masked_fill(~batch.allowed[head.name][which], FORBIDDEN)
            scores = functional.pad(self.heads.scores(head), (0, gap, 0, gap), value=FORBIDDEN)
            for part in (free, held):
                stacked.append(functional.pad(part, (0, gap), value=FORBIDDEN))
                moves.append(scores[None].expand(len(part), -1, -1))
                words.append(batch.words[which])
        sizes = partition(torch.cat(stacked), torch.cat(moves), torch.cat(words))
        losses, at = {}, 0
        for head in self.heads.specs:
            count = len(rows[head.name])
            free, held = sizes[at : at + count], sizes[at + count : at + 2 * count]
            at += 2 * count
            known = (~batch.allowed[head.name].all(-1) & batch.words).sum()
            losses[head.name] = (free - held).sum() / known.clamp(min=1)
        return losses

    def _odds(self, link: LinkSpec, vectors: dict[str, Tensor], one: Tensor, two: Tensor) -> Tensor:
        """Log odds of pairs; one, two: `[pair, 3]`, window, first and last word of each side."""
        left, right = vectors[link.argument].float(), vectors[link.target].float()
        argument = left[one[:, 0], one[:, 1]] + left[one[:, 0], one[:, 2]]
        target = right[two[:, 0], two[:, 1]] + right[two[:, 0], two[:, 2]]
        sides = [side.numpy() for side in (one[:, 1], one[:, 2], two[:, 1], two[:, 2])]
        place = torch.from_numpy(buckets(*sides))
        near = DISTANCE_GAIN * self.heads.distance[link.name][place]
        return (argument * target).sum(-1) / LINK_WIDTH**0.5 + near

    def _link_loss(self, link: LinkSpec, pairs: Pairs, vectors: dict[str, Tensor]) -> Tensor:
        if not len(pairs.gold):
            return vectors[link.argument].sum() * 0.0
        one = torch.stack([pairs.batch, pairs.argument_first, pairs.argument_last], 1)
        two = torch.stack([pairs.batch, pairs.cue_first, pairs.cue_last], 1)
        logits = self._odds(link, vectors, one, two)
        return functional.binary_cross_entropy_with_logits(logits, pairs.gold)

    def _ranking_loss(
        self, link: LinkSpec, chains: Sequence[Tensor], vectors: dict[str, Tensor]
    ) -> Tensor:
        """Each mention against all earlier ones of its window, or none, whose log odds are 0.

        Lee et al., 2017: the log of the share that the gold antecedents have.
        """
        total, count = vectors[link.argument].sum() * 0.0, 0
        for window, mentions in enumerate(chains):
            if len(mentions) < 2:
                continue
            late, early = torch.tril_indices(len(mentions), len(mentions), -1)
            place = torch.full((len(late), 1), window)
            one = torch.cat([place, mentions[early, :2]], 1)
            two = torch.cat([place, mentions[late, :2]], 1)
            logits = self._odds(link, vectors, one, two)
            table = logits.new_full((len(mentions), len(mentions) + 1), FORBIDDEN)
            table[late, early] = logits
            table[:, -1] = 0.0
            same = mentions[:, None, 2] == mentions[None, :, 2]
            gold = torch.cat([same.tril(-1), torch.zeros(len(mentions), 1, dtype=torch.bool)], 1)
            gold[:, -1] = ~gold.any(1)
            right = table.masked_fill(~gold, FORBIDDEN)
            total = total + (torch.logsumexp(table, 1) - torch.logsumexp(right, 1)).sum()
            count += len(mentions)
        return total / max(count, 1)


def _taught(batch: Batch, head: HeadSpec) -> Tensor:
    """Indices of the windows about which a head knows something."""
    return torch.nonzero(~batch.allowed[head.name].all(-1).all(-1))[:, 0]


def rating_loss(rated: Tensor, batch: Batch) -> Tensor:
    """How far the ratings are off, `[batch, word]` against the batch's."""
    if not len(batch.ratings):
        return rated.sum() * 0.0
    found = rated[batch.rated[:, 0], batch.rated[:, 1]]
    return functional.smooth_l1_loss(found, batch.ratings, beta=RATING_BETA)


def partition(emissions: Tensor, moves: Tensor, words: Tensor) -> Tensor:
    """Log of the sum over all tag sequences, `[chain]`.

    emissions: `[chain, word, tag]`; moves: `[chain, tag, tag]`; words: `[chain, word]`. The CRF's
    forward algorithm; a chain's opening tag may not be `I-…`.
    """
    inside = torch.zeros(emissions.shape[-1])
    inside[2::2] = FORBIDDEN
    alpha = emissions[:, 0] + inside
    for step in range(1, emissions.shape[1]):
        carried = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + emissions[:, step]
        alpha = torch.where(words[:, step, None], carried, alpha)
    return torch.logsumexp(alpha, -1)

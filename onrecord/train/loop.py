"""The training loop: resumable at any step, the same run for the same seed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.annotate.labels import inventory
from onrecord.annotate.words import WordSplitter
from onrecord.train.bert import BertShape, load_base
from onrecord.train.config import Config, Training
from onrecord.train.example import Example
from onrecord.train.model import Model
from onrecord.train.teacher import Teacher, drift, read_teacher
from onrecord.train.windows import Window, batches, collate, epoch_windows

SHAPE = BertShape()


@dataclass(slots=True)
class State:
    """What a checkpoint holds, besides the optimiser: weights, their running mean, the step."""

    model: Model
    mean: dict[str, Tensor]
    optimizer: torch.optim.Optimizer
    step: int


def rate_share(step: int, steps: int, settings: Training) -> float:
    """Share of the full rate at a step: up, level, down."""
    warm = max(1, int(settings.warm_up * steps))
    down = max(1, int(settings.decline * steps))
    return max(0.0, min(1.0, (step + 1) / warm, (steps - step) / down))


def optimizer_of(model: Model, settings: Training) -> torch.optim.Optimizer:
    """AdamW: the encoder slowly, the new parts faster; norms and biases without decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        new = name.startswith("heads.") or "surfaces" in name
        rate = settings.head_rate if new else settings.rate
        decay = settings.weight_decay if parameter.ndim > 1 and not new else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": params, "lr": rate, "full_rate": rate, "weight_decay": decay}
            for (rate, decay), params in groups.items()
        ],
        fused=True,
    )


def fresh_state(config: Config, base: Path | None, shape: BertShape) -> State:
    """The base model with new heads; without a base, all of it at random."""
    torch.manual_seed(config.train.seed)
    model = Model(shape, config.train.dropout)
    if base is not None:
        load_base(model.bert, base)
    mean = {k: v.clone() for k, v in model.state_dict().items()}
    return State(model, mean, optimizer_of(model, config.train), 0)


def save(state: State, path: Path) -> None:
    """Writes a checkpoint in one move."""
    content = {
        "model": state.model.state_dict(),
        "mean": state.mean,
        "optimizer": state.optimizer.state_dict(),
        "step": state.step,
        "random": torch.get_rng_state(),
        "labels": inventory(),
    }
    fresh = path.with_suffix(".new")
    torch.save(content, fresh)
    fresh.replace(path)


def resume(state: State, path: Path) -> None:
    """Fills a state from a checkpoint."""
    content = torch.load(path, weights_only=True)
    state.model.load_state_dict(content["model"])
    state.mean = content["mean"]
    state.optimizer.load_state_dict(content["optimizer"])
    state.step = content["step"]
    torch.set_rng_state(content["random"])


def start_from(state: State, path: Path) -> list[str]:
    """Fills a fresh state with another run's mean weights; gives the names that stay fresh.

    Heads of the same name must have the same tags; new heads stay as they are.

    Raises:
        ValueError: a head's tags differ.
    """
    content = torch.load(path, weights_only=True)
    ours = inventory()
    for head, tags in content["labels"].items():
        if ours.get(head) != tags:
            raise ValueError(f"{path}: head {head!r} has {tags} instead of {ours.get(head)}")
    fresh = state.model.state_dict()
    known = {k: v for k, v in content["mean"].items() if k in fresh}
    state.model.load_state_dict({**fresh, **known})
    state.mean = {k: v.clone() for k, v in state.model.state_dict().items()}
    return sorted(set(fresh) - set(known))


def mix(first: Path, second: Path, share: float, into: Path) -> list[str]:
    """Writes `second` with its mean weights moved by `share` towards those of `first`.

    Weights of one run and of a run that began with them lie in one basin, so their mean is a model
    too (Wortsman et al., 2022). Gives the names that `first` lacks: they stay `second`'s.
    """
    other = torch.load(first, weights_only=True)["mean"]
    content = torch.load(second, weights_only=True)
    mean, alone = content["mean"], []
    for name, value in mean.items():
        if name not in other:
            alone.append(name)
        elif value.dtype.is_floating_point:
            mean[name] = share * other[name] + (1.0 - share) * value
    torch.save(content, into)
    return alone


def blend(mean: dict[str, Tensor], model: Model, kept: float) -> None:
    """Moves the running mean a step towards the weights."""
    with torch.no_grad():
        for name, value in model.state_dict().items():
            if value.dtype.is_floating_point and not name.startswith("bert.words"):
                mean[name].lerp_(value, 1.0 - kept)


def plan(
    examples: Sequence[Example], splitter: WordSplitter, config: Config
) -> Iterator[tuple[int, list[Window]]]:
    """All batches of the run with their step numbers, an epoch at a time."""
    step = 0
    for epoch in range(config.train.epochs):
        windows = epoch_windows(examples, splitter, config, epoch)
        chance = random.Random(f"{config.train.seed}/{epoch}/order")
        for group in batches(windows, config.windows.batch, chance):
            yield step, group
            step += 1


def train_step(
    state: State, group: list[Window], steps: int, config: Config, teacher: Teacher | None
) -> dict[str, float]:
    """One update; the losses by head."""
    settings = config.train
    share = rate_share(state.step, steps, settings)
    for parameters in state.optimizer.param_groups:
        parameters["lr"] = parameters["full_rate"] * share
    batch = collate(group)
    seen = state.model.see(batch, low_precision=settings.low_precision)
    losses = state.model.losses(batch, seen)
    if teacher is not None:
        taught = teacher.seen(batch, low_precision=settings.low_precision)
        losses |= drift(seen, taught, batch)
    total = sum((settings.loss_weights.get(k, 0.0) * v for k, v in losses.items()), torch.zeros(()))
    total.backward()
    nn.utils.clip_grad_norm_(state.model.parameters(), settings.clip)
    state.optimizer.step()
    state.optimizer.zero_grad(set_to_none=True)
    # Early on the mean follows quickly, so that it holds no untrained weights.
    blend(state.mean, state.model, min(settings.mean_decay, (1 + state.step) / (10 + state.step)))
    state.step += 1
    return {name: float(value.detach()) for name, value in losses.items()}


def train(
    examples: Sequence[Example],
    splitter: WordSplitter,
    config: Config,
    folder: Path,
    *,
    base: Path | None,
    shape: BertShape = SHAPE,
    last_step: int | None = None,
    begin: Path | None = None,
    teacher: Path | None = None,
) -> State:
    """Runs, or goes on with, a training run; checkpoints and a log stand in `folder`.

    last_step: stop there, as an interrupted run would. begin: another run's checkpoint whose weights
    a new run starts from; new heads start fresh. teacher: a checkpoint whose answers are kept.
    """
    torch.set_num_threads(config.train.threads)
    state = fresh_state(config, base, shape)
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        resume(state, checkpoint)
    elif begin is not None:
        start_from(state, begin)
    steps = count_steps(examples, splitter, config)
    keeps = read_teacher(teacher, shape) if teacher is not None else None
    state.model.train()
    progress = Progress(folder / "log.jsonl", steps)
    saved = time.monotonic()
    for step, group in plan(examples, splitter, config):
        if step < state.step:
            continue
        if last_step is not None and step >= last_step:
            break
        losses = train_step(state, group, steps, config, keeps)
        progress.note(step, sum(len(w.pieces) for w in group), losses)
        if time.monotonic() - saved > config.train.checkpoint_seconds:
            save(state, checkpoint)
            saved = time.monotonic()
    save(state, checkpoint)
    return state


def count_steps(examples: Sequence[Example], splitter: WordSplitter, config: Config) -> int:
    """Steps of the whole run: an epoch's windows are counted by making them once."""
    size = config.windows.batch
    counts = [
        len(epoch_windows(examples, splitter, config, epoch))
        for epoch in range(config.train.epochs)
    ]
    return sum(-(-count // size) for count in counts)


class Progress:
    """Writes losses and word pieces a second, every twentieth step."""

    def __init__(self, path: Path, steps: int) -> None:
        self._path = path
        self._steps = steps
        self._pieces = 0
        self._begun = time.monotonic()

    def note(self, step: int, pieces: int, losses: dict[str, float]) -> None:
        """Counts a step's word pieces; now and then writes a line."""
        self._pieces += pieces
        if step % 20:
            return
        speed = round(self._pieces / max(time.monotonic() - self._begun, 1e-9))
        rounded = {name: round(value, 4) for name, value in losses.items()}
        line = json.dumps({"step": step, "of": self._steps, "speed": speed, **rounded})
        with self._path.open("a", encoding="utf-8") as log:
            log.write(line + "\n")

"""The CRF against trying all; training that is stopped against training that is not."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from onrecord.annotate.labels import HEADS, LINKS, SCALES, HeadSpec  # noqa: E402
from onrecord.annotate.network import Network  # noqa: E402
from onrecord.annotate.weights import load_weights  # noqa: E402
from onrecord.annotate.words import WordSplitter  # noqa: E402
from onrecord.train.bert import BertShape  # noqa: E402
from onrecord.train.config import Augment, Config, Training, Windows  # noqa: E402
from onrecord.train.example import Example, Judged, Label, Rated  # noqa: E402
from onrecord.train.export import export, read_checkpoint  # noqa: E402
from onrecord.train.loop import State, mix, rate_share, start_from, train  # noqa: E402
from onrecord.train.model import Model, partition, transition_mask  # noqa: E402
from onrecord.train.tiny import tiny_tokenizer  # noqa: E402
from onrecord.train.windows import collate, epoch_windows  # noqa: E402

SHAPE = BertShape(vocabulary=200, positions=128, width=16, inner=32, heads=2, layers=2)
SETTINGS = Training(
    seed=3,
    threads=1,
    epochs=2,
    low_precision=False,
    dropout=0.1,
    rate=1e-3,
    head_rate=1e-3,
    weight_decay=0.01,
    clip=1.0,
    warm_up=0.1,
    decline=0.5,
    mean_decay=0.9,
    checkpoint_seconds=1e9,
    loss_weights=dict.fromkeys(
        (*(h.name for h in HEADS), *(f"link_{link.name}" for link in LINKS), *SCALES), 1.0
    ),
)
CONFIG = Config(
    passes={"polnear": 1.0, "gum": 1.5},
    windows=Windows(pieces=40, batch=2),
    augment=Augment(quotes=0.3, upper=0.1, lower=0.1, bare=0.2),
    train=SETTINGS,
    digest="",
)


def examples() -> list[Example]:
    text = "Ann said no and Bob says yes. " * 4
    labels, links, names = [], [], []
    for at in range(0, len(text), 30):
        pieces = {
            "source": [(at, at + 3)],
            "cue": [(at + 4, at + 8)],
            "content": [(at + 9, at + 11)],
        }
        links.append(pieces)
        labels += [Label("attribution", r, *p[0]) for r, p in pieces.items()]
        names += [Label("name", "person", at, at + 3), Label("name", "person", at + 16, at + 19)]
    everywhere = [(0, len(text))]
    said = Example("a", "polnear", text, labels, {"attribution": everywhere}, links)
    return [said, Example("b", "gum", text, names, {"name": everywhere, "nominal": everywhere})]


def test_partition_is_the_sum_over_all_sequences() -> None:
    torch.manual_seed(0)
    mask = transition_mask(HeadSpec("x", ("one", "two")))
    emissions, moves = torch.randn(1, 4, 5), torch.randn(1, 5, 5) + mask
    totals = []
    for tags in product(range(5), repeat=4):
        if tags[0] in (2, 4):
            continue
        total = sum(emissions[0, at, tag] for at, tag in enumerate(tags))
        totals.append(total + sum(moves[0, a, b] for a, b in pairwise(tags)))
    expected = torch.logsumexp(torch.stack(totals), 0)
    found = partition(emissions, moves, torch.ones(1, 4, dtype=torch.bool))
    assert float(found[0]) == pytest.approx(float(expected), abs=1e-3)


def test_padding_does_not_count() -> None:
    emissions, moves = torch.randn(1, 6, 3), torch.randn(1, 3, 3)
    words = torch.tensor([[True, True, True, True, False, False]])
    short = partition(emissions[:, :4], moves, words[:, :4])
    assert torch.allclose(partition(emissions, moves, words), short)


def test_gold_is_always_allowed(splitter: WordSplitter) -> None:
    for window in epoch_windows(examples(), splitter, CONFIG, 0):
        for head in HEADS:
            tags = window.allowed[head.name]
            assert tags.any(axis=1).all()
        batch = collate([window])
        assert batch.allowed["attribution"].shape[1] == len(window.first)


def test_epochs_differ_and_repeat(splitter: WordSplitter) -> None:
    one, again, other = (
        [w.pieces.tolist() for w in epoch_windows(examples(), splitter, CONFIG, epoch)]
        for epoch in (0, 0, 1)
    )
    assert one == again != other


def test_rate_goes_up_stays_and_comes_down() -> None:
    shares = [rate_share(step, 100, SETTINGS) for step in range(100)]
    assert shares[0] == pytest.approx(0.1)
    assert shares[30] == 1.0
    assert shares[75] == pytest.approx(0.5)
    assert 0 < shares[99] < 0.03


def run(folder: Path, splitter: WordSplitter, last_step: int | None = None) -> State:
    folder.mkdir(exist_ok=True)
    settings = {"base": None, "shape": SHAPE, "last_step": last_step}
    return train(examples(), splitter, CONFIG, folder, **settings)


def test_stopped_and_resumed_is_the_same_as_not_stopped(
    tmp_path: Path, splitter: WordSplitter
) -> None:
    whole = run(tmp_path / "whole", splitter)
    run(tmp_path / "parts", splitter, last_step=3)
    parts = run(tmp_path / "parts", splitter)
    assert parts.step == whole.step > 3
    for name, value in whole.mean.items():
        assert torch.equal(value, parts.mean[name]), name


def test_the_graph_gives_what_torch_gives(tmp_path: Path, splitter: WordSplitter) -> None:
    state = run(tmp_path / "run", splitter)
    trained = read_checkpoint(tmp_path / "run" / "checkpoint.pt")
    export(trained, tiny_tokenizer(), SHAPE, tmp_path / "weights", small=False)
    network = Network(load_weights(tmp_path / "weights"))
    words = splitter.split("Ann said no and Bob says yes.")
    state.model.load_state_dict(state.mean)
    state.model.eval()
    pieces = [splitter.opening, *words.pieces.tolist(), splitter.closing]
    surfaces = [0, *words.surfaces.tolist(), 0]
    with torch.no_grad():
        hidden = state.model.bert(torch.tensor([pieces]), torch.tensor([surfaces]), None)
        states = hidden[0][torch.from_numpy(words.first) + 1]
        expected = state.model.heads.tags["name"](states)
    found = torch.from_numpy(network.scores([words])[0].tags["name"])
    assert torch.allclose(found, expected, atol=1e-4)


def test_a_run_begins_with_anothers_mean_weights(tmp_path: Path, splitter: WordSplitter) -> None:
    first = run(tmp_path / "first", splitter)
    begin = tmp_path / "first" / "checkpoint.pt"
    (tmp_path / "second").mkdir()
    settings = {"base": None, "shape": SHAPE, "last_step": 0, "begin": begin}
    second = train(examples(), splitter, CONFIG, tmp_path / "second", **settings)
    assert second.step == 0
    for name, value in first.mean.items():
        assert torch.equal(value, second.mean[name]), name


def test_other_tags_are_refused_by_name(tmp_path: Path, splitter: WordSplitter) -> None:
    state = run(tmp_path / "run", splitter, last_step=0)
    path = tmp_path / "run" / "checkpoint.pt"
    content = torch.load(path, weights_only=True)
    content["labels"]["role"] = ["O", "B-king", "I-king"]
    torch.save(content, path)
    with pytest.raises(ValueError, match=r"'role'.*B-king"):
        start_from(state, path)
    with pytest.raises(ValueError, match="other labels"):
        read_checkpoint(path)


def test_a_mean_of_two_runs_keeps_what_one_has_alone(
    tmp_path: Path, splitter: WordSplitter
) -> None:
    for name, steps in (("one", 1), ("two", 3)):
        run(tmp_path / name, splitter, last_step=steps)
    paths = [tmp_path / name / "checkpoint.pt" for name in ("one", "two")]
    one = torch.load(paths[0], weights_only=True)
    alone = "heads.tags.role.weight"
    role = one["mean"].pop(alone)
    torch.save(one, paths[0])
    assert mix(paths[0], paths[1], 0.25, tmp_path / "mixed.pt") == [alone]
    two = torch.load(paths[1], weights_only=True)["mean"]
    mixed = torch.load(tmp_path / "mixed.pt", weights_only=True)["mean"]
    assert torch.equal(mixed[alone], two[alone])
    assert role.shape == two[alone].shape
    name = "heads.tags.name.weight"
    assert torch.allclose(mixed[name], 0.25 * one["mean"][name] + 0.75 * two[name])


def test_all_heads_learn_from_one_batch(tmp_path: Path, splitter: WordSplitter) -> None:
    text = "Ann, 9, hid. She fled. Bob shot Ann."
    labels = [
        Label("role", "victim", 0, 3),
        Label("condition", "killed", 0, 3),
        Label("age", "age", 5, 6),
        Label("event", "event", 8, 11),
    ]
    known = {x.head: [(0, len(text))] for x in labels}
    example = Example(
        "c",
        "gum",
        text,
        labels,
        known,
        ages=[Judged((5, 6), (0, 3), gold=True)],
        chains=[[(0, 3), (13, 16), (32, 35)], [(23, 26)]],
        ratings=[Rated(8, 11, 3.0)],
    )
    torch.manual_seed(1)
    model = Model(SHAPE, 0.0)
    batch = collate(epoch_windows([example], splitter, CONFIG, 0)[:1])
    losses = model.losses(batch, model.see(batch, low_precision=False))
    for name in ("role", "condition", "age", "event", "link_age", "link_coreference", "certainty"):
        assert float(losses[name].detach()) > 0, name
    sum(losses.values()).backward()
    assert model.heads.scales["certainty"].weight.grad.abs().sum() > 0
    assert model.heads.links["anaphor"].weight.grad.abs().sum() > 0

"""The encoder as an ONNX graph, written node by node from its weights.

The graph uses ONNX Runtime's fused operators (`com.microsoft`: Attention, SkipLayerNormalization,
BiasGelu), which its quantiser turns into their int8 forms. No torch here: weights come as arrays.
Word embeddings, half of the weights, are stored as int8 with one scale a row.

Inputs: pieces, surfaces `[1, token]`; first `[word]` (index of each word's first piece).
Output: scores `[word, column]`; `labels.json` says which columns belong to which head.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
Weights = Mapping[str, Floats]

#: ONNX Runtime 1.19, the oldest that is supported, reads opset 21 and IR 10; older ones suffice.
OPSET = 17
IR_VERSION = 8


class Graph:
    """Collects nodes and weights under names of our own."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.stored: list[onnx.TensorProto] = []

    def hold(self, name: str, values: NDArray[np.generic]) -> str:
        """Stores an array."""
        self.stored.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(
        self, kind: str, inputs: list[str], output: str, *, fused: bool = False, **settings: Any
    ) -> str:
        """Adds a node with one output."""
        domain = "com.microsoft" if fused else ""
        node = helper.make_node(kind, inputs, [output], name=output, domain=domain, **settings)
        self.nodes.append(node)
        return output


def row_scales(table: Floats) -> Floats:
    """`[row, 1]`: what one step of a row's int8 values stands for."""
    widest = np.abs(table).max(axis=1, keepdims=True)
    return np.maximum(widest / 127.0, 1e-12).astype(np.float32)


def embed(graph: Graph, weights: Weights, *, small: bool) -> str:
    """Word pieces, positions and surfaces to the first hidden states."""
    table = weights["bert.words.weight"]
    if small:
        scales = row_scales(table)
        rows = np.rint(table / scales).astype(np.int8)
        graph.add("Gather", [graph.hold("words", rows), "pieces"], "word_rows")
        graph.add("Cast", ["word_rows"], "word_floats", to=TensorProto.FLOAT)
        graph.add("Gather", [graph.hold("word_scales", scales), "pieces"], "word_steps")
        graph.add("Mul", ["word_floats", "word_steps"], "word_states")
    else:
        graph.add("Gather", [graph.hold("words", table), "pieces"], "word_states")
    graph.add("Shape", ["pieces"], "length", start=1, end=2)
    graph.hold("zero", np.asarray([0], np.int64))
    graph.hold("positions", weights["bert.positions.weight"])
    graph.add("Slice", ["positions", "zero", "length", "zero"], "place_states")
    surfaces = graph.hold("surface_table", weights["bert.surfaces.weight"])
    graph.add("Gather", [surfaces, "surfaces"], "surface_states")
    graph.add("Add", ["word_states", "place_states"], "placed")
    graph.add("Add", ["placed", "surface_states"], "embedded")
    return graph.add(
        "LayerNormalization",
        [
            "embedded",
            graph.hold("embedded_gain", weights["bert.norm.weight"]),
            graph.hold("embedded_shift", weights["bert.norm.bias"]),
        ],
        "hidden_0",
        epsilon=1e-12,
    )


def layer(graph: Graph, weights: Weights, index: int, heads: int) -> str:
    """One transformer layer; names carry its index."""

    def stored(name: str, *, turned: bool = False) -> str:
        values = weights[f"bert.layers.{index}.{name}"]
        return graph.hold(f"{name}_{index}", values.T if turned else values)

    parts = ("query", "key", "value")
    joined = np.concatenate([weights[f"bert.layers.{index}.{p}.weight"].T for p in parts], axis=1)
    shifts = np.concatenate([weights[f"bert.layers.{index}.{p}.bias"] for p in parts])
    hidden = f"hidden_{index}"
    attend = [
        hidden,
        graph.hold(f"attend_{index}", joined),
        graph.hold(f"attend_bias_{index}", shifts),
    ]
    graph.add("Attention", attend, f"mix_{index}", fused=True, num_heads=heads)
    mixed = stored("mixed.weight", turned=True)
    graph.add("MatMul", [f"mix_{index}", mixed], f"mixed_{index}")
    norm = [stored("mixed_norm.weight"), stored("mixed_norm.bias"), stored("mixed.bias")]
    middle = graph.add(
        "SkipLayerNormalization",
        [f"mixed_{index}", hidden, *norm],
        f"middle_{index}",
        fused=True,
        epsilon=1e-12,
    )
    graph.add("MatMul", [middle, stored("widen.weight", turned=True)], f"wide_{index}")
    graph.add("BiasGelu", [f"wide_{index}", stored("widen.bias")], f"inner_{index}", fused=True)
    narrow = stored("narrow.weight", turned=True)
    graph.add("MatMul", [f"inner_{index}", narrow], f"narrow_{index}")
    norm = [stored("norm.weight"), stored("norm.bias"), stored("narrow.bias")]
    return graph.add(
        "SkipLayerNormalization",
        [f"narrow_{index}", middle, *norm],
        f"hidden_{index + 1}",
        fused=True,
        epsilon=1e-12,
    )


def encoder_graph(
    weights: Weights, out: Weights, *, heads: int, layers: int, small: bool
) -> onnx.ModelProto:
    """The whole graph. out: `weight [width, column]` and `bias [column]` of all heads side by side.

    small: word embeddings as int8; the rest is left to the quantiser.
    """
    graph = Graph()
    hidden = embed(graph, weights, small=small)
    for index in range(layers):
        hidden = layer(graph, weights, index, heads)
    graph.add("Gather", [hidden, "first"], "word_hidden", axis=1)
    graph.add("Squeeze", ["word_hidden", "zero"], "word_rows_hidden")
    last = graph.hold("heads", out["weight"])
    graph.add("MatMul", ["word_rows_hidden", last], "raw_scores")
    graph.add("Add", ["raw_scores", graph.hold("heads_bias", out["bias"])], "scores")
    body = helper.make_graph(
        graph.nodes,
        "onrecord-encoder",
        [
            helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "token"]),
            helper.make_tensor_value_info("surfaces", TensorProto.INT64, [1, "token"]),
            helper.make_tensor_value_info("first", TensorProto.INT64, ["word"]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["word", "column"])],
        graph.stored,
    )
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=IR_VERSION)

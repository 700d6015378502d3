"""Layers as an ONNX graph of fused operators, multiplied in eight bits.

Operators are those of ONNX Runtime's transformer optimiser (``com.microsoft``); weights are quantised a column each,
states as they come, for each call (dynamic quantisation, ``onnxruntime.quantization``).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from analysis.training.reader.network import EPSILON, HEADS, HIDDEN

OPSET, DOMAIN = 17, "com.microsoft"

Array = npt.NDArray[np.float32]


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def weight(self, name: str, values: Array) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values, dtype=np.float32), name))
        return name

    def add(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        domain = "" if kind in ("MatMul", "LayerNormalization") else DOMAIN
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, name: str, part: nn.Linear, states: str) -> tuple[str, str]:
        """The product with the weights, and the name of the bias that is still to be added."""
        weight = self.weight(f"{name}.weight", _array(part.weight).T)
        return self.add("MatMul", [states, weight], f"{name}.product"), self.weight(f"{name}.bias", _array(part.bias))

    def norm(self, name: str, part: nn.LayerNorm, states: str, skipped: str, bias: str) -> str:
        scale, shift = (
            self.weight(f"{name}.scale", _array(part.weight)),
            self.weight(f"{name}.shift", _array(part.bias)),
        )
        inputs = [states, skipped, scale, shift, bias]
        return self.add("SkipLayerNormalization", inputs, f"{name}.normed", epsilon=EPSILON)

    def layer(self, name: str, part: Any, states: str) -> str:
        weight = self.weight(f"{name}.qkv.weight", _array(part.qkv.weight).T)
        bias = self.weight(f"{name}.qkv.bias", _array(part.qkv.bias))
        read = self.add("Attention", [states, weight, bias, "lengths"], f"{name}.read", num_heads=HEADS)
        product, bias = self.linear(f"{name}.out", part.out, read)
        states = self.norm(f"{name}.first", part.norm, product, states, bias)
        product, bias = self.linear(f"{name}.up", part.up, states)
        inner = self.add("BiasGelu", [product, bias], f"{name}.inner")
        product, bias = self.linear(f"{name}.down", part.down, inner)
        return self.norm(f"{name}.second", part.norm2, product, states, bias)


def write(
    layers: Sequence[nn.Module], first: nn.LayerNorm | None, path: Path, bits: bool = True, exact: int = 0
) -> None:
    """Write layers that take ``states`` (n, length, 384) and ``lengths`` (n,) and give ``read`` of the same shape.

    ``first`` normalises the states before; in ``bits`` products are of eight bits, but for the second of the inner two
    in the first ``exact`` layers: what it is given has a few very large values, and its errors go through all layers
    behind it.
    """
    graph = _Graph()
    states = "states"
    if first is not None:
        scale, shift = graph.weight("norm.scale", _array(first.weight)), graph.weight("norm.shift", _array(first.bias))
        states = graph.add("LayerNormalization", [states, scale, shift], "norm.normed", epsilon=EPSILON, axis=-1)
    for number, layer in enumerate(layers):
        states = graph.layer(f"layer{number}", layer, states)
    graph.nodes[-1].output[0] = "read"
    model = _model(graph, path.stem)
    if not bits:
        onnx.save(model, str(path))
        return
    whole = path.with_suffix(".float.onnx")
    onnx.save(model, str(whole))
    quantize_dynamic(
        whole,
        path,
        extra_options={"DefaultTensorType": TensorProto.FLOAT, "MatMulConstBOnly": True},
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        nodes_to_exclude=[f"layer{number}.down.product" for number in range(exact)],
        weight_type=QuantType.QInt8,
    )
    whole.unlink()


def _model(graph: _Graph, name: str) -> Any:
    shape: list[str | int | None] = ["n", "length", HIDDEN]
    inputs = [
        helper.make_tensor_value_info("states", TensorProto.FLOAT, shape),
        helper.make_tensor_value_info("lengths", TensorProto.INT32, ["n"]),
    ]
    outputs = [helper.make_tensor_value_info("read", TensorProto.FLOAT, shape)]
    made = helper.make_graph(graph.nodes, name, inputs, outputs, graph.weights)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(DOMAIN, 1)]
    model = helper.make_model(made, opset_imports=opsets, producer_name="parallax")
    model.ir_version = 8
    return model


def _array(values: Any) -> Array:
    out: Array = values.detach().float().numpy()
    return out

"""The layers of the reader, run by ONNX Runtime on one thread of the caller."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.types import Vectors

SPARE = 1.15
"""Rows are read together while the longest is at most so many times as long as the shortest."""
PIECES = 2048
"""Pieces read together at most: what is in work stays in the processor's cache."""


def _runtime() -> Any:
    """ONNX Runtime without its telemetry, which would report over the network, by a thread that no fork survives."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime


class Layers:
    """Layers that take states and give states of the same shape."""

    def __init__(self, path: Path) -> None:
        onnxruntime = _runtime()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def read(self, rows: Sequence[Vectors]) -> list[Vectors]:
        """What the layers make of each row, float32 of shape (length, width); rows of like length go together."""
        out: list[Vectors] = [np.empty(0, dtype=np.float32)] * len(rows)
        for chunk in _chunks([len(row) for row in rows]):
            lengths = np.array([len(rows[place]) for place in chunk], dtype=np.int32)
            states = np.zeros((len(chunk), int(lengths.max()), rows[chunk[0]].shape[1]), dtype=np.float32)
            for row, place in enumerate(chunk):
                states[row, : lengths[row]] = rows[place]
            read = self._session.run(None, {"states": states, "lengths": lengths})[0]
            for row, place in enumerate(chunk):
                out[place] = read[row, : lengths[row]]
        return out


def _chunks(lengths: Sequence[int]) -> list[list[int]]:
    """Places of rows that are read together, by length."""
    out: list[list[int]] = []
    for place in sorted(range(len(lengths)), key=lambda place: (lengths[place], place)):
        length = lengths[place]
        if out and length <= SPARE * lengths[out[-1][0]] and (len(out[-1]) + 1) * length <= PIECES:
            out[-1].append(place)
        else:
            out.append([place])
    return out


def softmax(values: npt.NDArray[Any]) -> Vectors:
    """Along the last axis."""
    raised = np.exp(values - values.max(axis=-1, keepdims=True))
    shares: Vectors = (raised / raised.sum(axis=-1, keepdims=True)).astype(np.float32)
    return shares

"""Writes the weights as plain arrays: embeddings as bytes with one scale a row, the rest as half floats."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.training.names.batches import Labels
from analysis.training.names.corpus import LANGUAGES, SETS, TAGS
from analysis.training.names.network import DILATIONS, Tagger

FILE = "tagger.npz"


def arrays(model: Tagger, labels: Labels) -> dict[str, npt.NDArray[np.generic]]:
    """Everything that the run time needs, by name."""
    out: dict[str, npt.NDArray[np.generic]] = {}
    for name, value in model.state_dict().items():
        matrix = value.numpy()
        if name == "table.weight":
            scale = np.abs(matrix).max(1, keepdims=True) / 127 + 1e-12
            out["table"] = np.round(matrix / scale).astype(np.int8)
            out["scale"] = scale[:, 0].astype(np.float16)
        else:
            out[name] = matrix.astype(np.float16)
    vocabulary = labels.vocabulary
    out["lexicon"] = labels.lexicon.bits
    out["words_sizes"], out["words_lower"] = vocabulary.sizes, vocabulary.lower
    out["words_columns"] = vocabulary.columns
    out["dilations"] = np.array(DILATIONS, dtype=np.int8)
    out["tags"] = np.array(TAGS)
    out["languages"] = np.array(LANGUAGES)
    out["styles"] = np.array(SETS)
    return out


def save(model: Tagger, labels: Labels, folder: Path) -> None:
    """Write the weights; the same weights give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    np.savez_compressed(path, **arrays(model, labels))  # type: ignore[arg-type]

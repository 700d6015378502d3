"""Writes the trained rows as a plain sentence-transformers model: int8 rows, one float scale each."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from analysis.encoders.loading import fingerprint
from analysis.training.encoder.tokens import EMPTY, UNKNOWN

Matrix = npt.NDArray[np.float32]

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
LEVELS = 127


def quantise(rows: Matrix) -> tuple[npt.NDArray[np.int8], Matrix]:
    """Whole numbers in [-127, 127] and the scale that turns each row back."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-9) / LEVELS
    return np.rint(rows / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def write(folder: Path, tokenizer: Tokenizer, rows: Matrix) -> str:
    """Writes the model and returns its revision: a hash of its files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    rows = rows.copy()
    for token in (EMPTY, UNKNOWN):
        rows[tokenizer.token_to_id(token)] = 0.0  # what the model does not know says nothing
    whole, scales = quantise(rows)
    save_file({"embeddings": whole, "weights": scales}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(pretty=False), encoding="utf-8")
    _json(folder / "modules.json", MODULES)
    _json(folder / "1_Normalize" / "config.json", {})
    _json(
        folder / "config_sentence_transformers.json",
        {
            "model_type": "SentenceTransformer",
            "prompts": {},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    )
    return fingerprint(folder)


def _json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")

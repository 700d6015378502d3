"""Carries a fitted tone model over to a new revision of the encoder without fitting it again.

``python -m analysis.training.tone.carry --old ENCODER_FOLDER --model MODEL_FOLDER``

Only the projection of words depends on the encoder. It is replaced by the ridge regression from the new encoder's word
vectors to the words as the old projection gave them, over the frequent words of all languages; the card then names
the new encoder and how much of the projected words' variance is kept. Below ``LEAST_KEPT`` the model must be fitted
anew.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from analysis.encoders import load_encoder
from analysis.resources import languages, words
from analysis.training.tone.figures import stored_as
from analysis.types import Encoder, Vectors

RIDGE = 1.0
LEAST_KEPT = 0.8
CHECKED = 10
"""One word in so many is kept out of the regression to measure what is kept."""


def main() -> None:
    """Carry over, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--old", type=Path, required=True, help="folder of the encoder the model was fitted to")
    parser.add_argument("--model", type=Path, required=True, help="folder of tone.npz and card.json")
    options = parser.parse_args()
    carry(options.model, load_encoder(str(options.old)), load_encoder())


def carry(folder: Path, old: Encoder, new: Encoder) -> float:
    """Rewrite the model for the new encoder; the share of variance kept. Raises ValueError if that is too little."""
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    with np.load(folder / "tone.npz", allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    vocabulary = sorted(set().union(*(words(code, "frequencies") for code in languages())))
    wanted = old.encode(vocabulary) @ arrays["by_vector"].astype(np.float32).T
    arrays["by_vector"], kept = projection(new.encode(vocabulary), wanted)
    if kept < LEAST_KEPT:
        raise ValueError(f"only {kept:.2f} of the variance would be kept: fit the model to the new encoder")
    np.savez_compressed(folder / "tone.npz", **stored_as(arrays))  # type: ignore[arg-type]
    card |= {"encoder": new.identity, "carried_over": {"from": card["encoder"], "variance_kept": round(kept, 4)}}
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return kept


def projection(vectors: Vectors, wanted: Vectors) -> tuple[Vectors, float]:
    """The linear map from the vectors to what is wanted, and the share of variance it explains on words held out."""
    checked = np.arange(len(vectors)) % CHECKED == 0
    given = vectors[~checked].astype(np.float64)
    gram = given.T @ given + RIDGE * np.eye(given.shape[1])
    weights = np.linalg.solve(gram, given.T @ wanted[~checked]).T
    missed = wanted[checked] - vectors[checked] @ weights.T
    spread = wanted[checked] - wanted[checked].mean(axis=0)
    return weights.astype(np.float32), float(1.0 - (missed**2).sum() / (spread**2).sum())


if __name__ == "__main__":
    main()

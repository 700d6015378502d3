"""Writes a fitted reader in the form in which it ships.

``python -m analysis.training.reader.export --run FOLDER --pieces FOLDER --out FOLDER`` takes ``reader.pt`` of a run,
or of one that still goes on the averaged weights kept last.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch

from analysis.reader.units import LONGEST
from analysis.training.reader.graph import write
from analysis.training.reader.network import HIDDEN, Network

LAYERS = ("layers", "joint", "norm")
HEATS = ("stance", "tone", "attitude", "mood", "certainty", "pair")
TONES = ("tone", "attitude")

EXACT = 2
"""Layers whose second inner product stays in float: stance on the development set .785 with none, .793 with two, .800
with all six, at 0, 7 and 40 ms for 900 pieces; in float all is .804."""


def fitted(run: Path) -> dict[str, Any]:
    """The weights of a run that ended, else those kept last."""
    if (run / "reader.pt").exists():
        return dict(torch.load(run / "reader.pt", weights_only=True, map_location="cpu"))
    return dict(torch.load(run / "state.pt", weights_only=True, map_location="cpu")["followed"])


def export(weights: dict[str, Any], pieces: Path, out: Path, heats: dict[str, float]) -> None:
    """Write all files of the reader; ``heats`` are temperatures by head."""
    model = Network(torch.zeros(1, HIDDEN), layers=_count(weights, "layers"), joint=_count(weights, "joint"))
    model.load_state_dict(weights)
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    for name in ("tokenizer.json", "pieces.npy"):
        if (pieces / name).resolve() != (out / name).resolve():
            shutil.copy(pieces / name, out / name)
    write(list(model.layers), model.norm, out / "layers.onnx", exact=EXACT)
    write(list(model.joint), None, out / "joint.onnx")
    heads = {
        name: value.detach().float().numpy().astype(np.float16)
        for name, value in model.named_parameters()
        if name.split(".")[0] not in LAYERS
    }
    heads["positions"] = heads["positions"][:LONGEST]
    np.savez_compressed(out / "heads.npz", **heads)  # type: ignore[arg-type]
    card = out / "card.json"
    known = json.loads(card.read_text(encoding="utf-8")) if card.exists() else {}
    known["temperatures"] = {name: heats.get(name, 1.0) for name in HEATS}
    known.setdefault("classes", {name: [1.0, 1.0, 1.0] for name in TONES})
    card.write_text(json.dumps(known, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _count(weights: dict[str, Any], part: str) -> int:
    """How many layers a part has."""
    return len({name.split(".")[1] for name in weights if name.split(".")[0] == part})


def main() -> None:
    """Export with the temperatures that the card has."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--run", "--pieces", "--out"):
        parser.add_argument(name, type=Path, required=True)
    chosen = parser.parse_args()
    card = chosen.out / "card.json"
    heats = json.loads(card.read_text(encoding="utf-8")).get("temperatures", {}) if card.exists() else {}
    export(fitted(chosen.run), chosen.pieces, chosen.out, heats)


if __name__ == "__main__":
    main()

"""Fits the read-out of stance once more, on what the fitted layers read, short plain statements drawn more often.

``python -m analysis.training.reader.refit --pieces FOLDER --shared FOLDER --run FOLDER --out FOLDER`` takes
``reader.pt`` of a run and writes one in which nothing but the read-out of stance differs. Short statements ("This is
old news") are few among long ones, and the layers tell them apart long before the read-out does.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from analysis.reader.vocabulary import Vocabulary
from analysis.training.reader import corpus, load
from analysis.training.reader.batches import masks, padded, stance_loss
from analysis.training.reader.corpus import Encode, Stance
from analysis.training.reader.network import HIDDEN, Network

RATE, LOWEST, DECAY = 1e-3, 0.05, 0.05
ROUNDS, PAIRS, DROPOUT = 4, 32, 0.1
PLAIN = 8
"""How often in a round a statement of at most ``SHORT`` pieces is drawn."""
SHORT = 24
TOGETHER = 64
HEAD = ("stance", "toward")


def states(model: Network, rows: Sequence[Stance]) -> list[Tensor]:
    """What the layers read of each statement, in half precision."""
    out: list[Tensor] = [torch.empty(0)] * len(rows)
    order = sorted(range(len(rows)), key=lambda place: len(rows[place].text.ids))
    with torch.no_grad(), torch.autocast(model.device.type, torch.bfloat16):
        for begin in range(0, len(order), TOGETHER):
            places = order[begin : begin + TOGETHER]
            read = model.read(*padded([rows[place].text for place in places], model.device))
            for row, place in enumerate(places):
                out[place] = read[row, : len(rows[place].text.ids)].to(torch.bfloat16).clone()
    return out


def drawn(rows: Sequence[Stance], rng: random.Random) -> Iterator[list[int]]:
    """Places of the rows of a round in batches, translations in pairs side by side."""
    groups: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        groups.setdefault(row.group, []).append(place)
    pairs = [
        mixed[at : at + 2]
        for places in groups.values()
        for _ in range(PLAIN if min(len(rows[place].text.ids) for place in places) <= SHORT else 1)
        for mixed in [rng.sample(places, len(places))]
        for at in range(0, len(mixed), 2)
    ]
    rng.shuffle(pairs)
    for begin in range(0, len(pairs) - PAIRS + 1, PAIRS):
        yield [place for pair in pairs[begin : begin + PAIRS] for place in pair]


def refit(model: Network, rows: Sequence[Stance], seed: int) -> None:
    """Fit the read-out of stance in place."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    model.eval()
    read = states(model, rows)
    fitted = [value for name, value in model.named_parameters() if name.startswith(HEAD)]
    optimizer = torch.optim.AdamW(fitted, lr=RATE, weight_decay=DECAY)
    batches = [batch for _ in range(ROUNDS) for batch in drawn(rows, rng)]
    model.train()
    for step, places in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = RATE * max(LOWEST, 1.0 - step / len(batches))
        chosen = [rows[place] for place in places]
        given, seen = _stacked([read[place] for place in places])
        said, around = masks(chosen, "said", seen), masks(chosen, "around", seen)
        logits, toward = model.stances(functional.dropout(given, DROPOUT), said, around)
        loss = stance_loss(logits, toward, seen, chosen)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    model.eval()


def _stacked(read: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """States as one tensor, and which are there."""
    longest = max(len(one) for one in read)
    out = torch.zeros(len(read), longest, HIDDEN, device=read[0].device)
    lengths = torch.tensor([len(one) for one in read], device=out.device)
    for row, one in enumerate(read):
        out[row, : len(one)] = one.float()
    return out, torch.arange(longest, device=out.device)[None] < lengths[:, None]


def main() -> None:
    """Take the weights of a run, refit, write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--pieces", "--shared", "--run", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--own", type=Path, default=corpus.DATA)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    vocabulary = Vocabulary(chosen.pieces / "tokenizer.json", chosen.pieces / "pieces.npy", np.zeros((3, 384), "f4"))
    rows = load.stances(chosen.shared, chosen.own, Encode(vocabulary), chosen.run / "cache")
    model = Network(torch.from_numpy(vocabulary.vectors(np.arange(vocabulary.size, dtype=np.int32))))
    model.load_state_dict(torch.load(chosen.run / "reader.pt", weights_only=True, map_location="cpu"), strict=False)
    refit(model.to("cuda" if torch.cuda.is_available() else "cpu"), rows, chosen.seed)
    chosen.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), chosen.out / "reader.pt")


if __name__ == "__main__":
    main()

